"""Where a noun begins and ends: letters that it shares with verbs and coverbs, verbs inside it and before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

Mine = Callable[..., list[Record]]

# Text; the indicators of its numbers.
CASES = [
    # The first letter of a word is no coverb, no conjunction and no modal word.
    ("今年建成各级各类研学基地60个以上。", ["各级各类研学基地"]),
    ("今年改造将军岭片区管网12公里。", ["将军岭片区管网"]),
    ("今年新增在岗乡村教师300名。", ["在岗乡村教师"]),
    ("今年建设对外通道3条。", ["对外通道"]),
    ("今年均等化服务站达到40个。", ["均等化服务站"]),
    ("今年和美乡村达到25个。", ["和美乡村"]),
    ("今年新建加氢站6座。", ["加氢站"]),
    # The noun behind a verb of change begins with a letter that could make a level of the verb.
    ("今年降低物流成本3%以上。", ["物流成本"]),
    ("今年压减成本4%以上。", ["成本"]),
    ("今年提高到馆人次6%。", ["到馆人次"]),
    ("今年提升为企服务覆盖率7个百分点。", ["为企服务覆盖率"]),
    ("今年降低近视发生率1个百分点。", ["近视发生率"]),
    ("今年增加成套装备出口30台。", ["成套装备出口"]),
    ("今年参保率提高到96%。", ["参保率"]),
    # Verbs inside a noun, behind its first part or behind the number.
    ("今年打造4个以上生物医药产业集聚区。", ["生物医药产业集聚区"]),
    ("今年培育6家以上专业孵化器。", ["专业孵化器"]),
    ("今年建设3个孵化基地。", ["孵化基地"]),
    ("今年开展80场就业指导服务。", ["就业指导服务"]),
    ("今年孵化企业15家。", ["企业"]),
    ("今年组织“揭榜挂帅”项目12项。", ["“揭榜挂帅”项目"]),
    # Two verbs with one object.
    ("今年培育发展生态茶园9家。", ["生态茶园"]),
    ("今年建成交付保障性住房1800套。", ["保障性住房"]),
    ("今年新建续建幼儿园11所。", ["幼儿园"]),
    ("今年关停退出小煤矿4处。", ["小煤矿"]),
    ("今年完成改造项目30个。", ["改造项目"]),
    # A verb with an object of its own in a list, or at the head of a clause before a noun that names a level.
    ("今年新建健身步道18公里、更新社区健身器材700件。", ["健身步道", "社区健身器材"]),
    ("今年新增停车位900个、改造提升敬老院6处。", ["停车位", "敬老院"]),
    ("今年治理水土流失面积3.2万亩。", ["水土流失面积"]),
    ("今年公用充电桩再设200个。", ["公用充电桩"]),
    ("今年新增就业3000人、转移农村劳动力2万人。", ["就业", "农村劳动力"]),
    # What describes a thing behind its number is passed over.
    ("今年培训300名达到省级标准的教练。", ["教练"]),
    ("今年打造15个吸引力强、带动面广的文旅场景。", ["文旅场景"]),
    ("今年制定8项能够体现地方特色的标准。", ["标准"]),
    # Names before 等 have verbs in them; the number counts the names.
    ("今年加快推进茶园提升、果园改造等12个重点项目。", ["重点项目"]),
    ("今年确保灌区节水改造、堤防加固等9个项目建成。", ["项目"]),
    # The work itself is counted; a head behind the verb makes a noun of it.
    ("今年开展名师讲座60场和教研指导90次。", ["名师讲座", "教研指导"]),
    ("今年打造智能建造试点项目30个。", ["智能建造试点项目"]),
    # Money alone is what the clause beside it names.
    ("今年投资2亿元，实施河道整治。", ["河道整治投资"]),
    ("今年投入1.2亿元，用于农村道路硬化。", ["农村道路硬化投入"]),
    ("为改善办学条件，今年安排资金3000万元。", ["改善办学条件资金"]),
    ("今年完成工业投资8亿元，实施技术改造。", ["工业投资"]),
    # A clause as a subject.
    ("今年取消审批或改为备案的事项达到80项。", ["取消审批或改为备案的事项"]),
    ("今年以智能制造为代表的先进制造业规模超过900亿元。", ["以智能制造为代表的先进制造业规模"]),
    ("今年新（改、扩）建高标准农田8万亩。", ["高标准农田"]),
]


@pytest.mark.parametrize(("text", "indicators"), CASES)
def test_noun_is_whole_and_alone(mine: Mine, text: str, indicators: list[str]) -> None:
    assert [record.indicator for record in mine(text, all_kinds=True)] == indicators
