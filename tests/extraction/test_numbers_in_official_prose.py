"""Numbers as official prose writes them: caps and floors, below zero, joined, halved, in lists, with rare units.

Each row is a sentence of its own; a new case is one more row.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

# Text; the quantity as it stands there; value, upper value of a range, unit, comparator.
ONE = [
    # A negated comparator turns
    ("招待支出不应超过6万元。", "不应超过6万元", 60000, None, "元", "<="),
    ("平均候诊时间不得多于35分钟。", "不得多于35分钟", 35, None, "分钟", "<="),
    ("城市绿线宽度不宜小于12米。", "不宜小于12米", 12, None, "米", ">="),
    ("合格率不能低于98%。", "不能低于98%", 98, None, "%", ">="),
    ("新增债务严禁突破40亿元。", "严禁突破40亿元", 4000000000, None, "元", "<="),
    ("空置率不允许高于7%。", "不允许高于7%", 7, None, "%", "<="),
    ("事故率绝不能超过2‰。", "绝不能超过2‰", 2, None, "‰", "<="),
    # What stands between comparator and number
    ("特困供养标准不低于每人每月1100元。", "1100元", 1100, None, "元", ">="),
    ("工业用地投入强度不低于每亩280万元。", "280万元", 2800000, None, "元", ">="),
    ("单笔授信不超过人民币800万元。", "800万元", 8000000, None, "元", "<="),
    ("供养标准不低于低保标准的1.4倍。", "1.4倍", 1.4, None, "倍", ">="),
    ("管理费不超过投资总额的3%。", "3%", 3, None, "%", "<="),
    ("对新认定企业最高一次性奖励60万元。", "60万元", 600000, None, "元", "<="),
    # The bound itself
    ("合格率达到96%（含）以上。", "96%（含）以上", 96, None, "%", ">="),
    ("培训人数300人以上（含300人）。", "300人以上（含300人）", 300, None, "人", ">="),
    ("噪声控制在55分贝（不含）以下。", "55分贝（不含）以下", 55, None, "分贝", "<"),
    ("回收率达到72%③以上。", "72%③以上", 72, None, "%", ">="),
    # Caps and floors
    ("单个项目补助上限90万元。", "上限90万元", 900000, None, "元", "<="),
    ("每户补贴以3万元为上限。", "3万元为上限", 30000, None, "元", "<="),
    ("单户补助最高可达6万元。", "最高可达6万元", 60000, None, "元", "<="),
    ("每村投入下限20万元。", "下限20万元", 200000, None, "元", ">="),
    ("每年补助15万元封顶。", "15万元封顶", 150000, None, "元", "<="),
    # 过
    ("力争经营主体过40万户。", "过40万户", 400000, None, "户", ">"),
    ("力争全区产值过千亿元。", "过千亿元", 100000000000, None, "元", ">"),
    ("到年底，覆盖率过八成。", "过八成", 80, None, "%", ">"),
    # Below zero
    ("“三公”经费增幅控制在-3%以内。", "-3%以内", -3, None, "%", "<="),
    ("人口自然增长率达到-0.8‰。", "-0.8‰", -0.8, None, "‰", "="),
    ("库房温度保持在零下18摄氏度以下。", "零下18摄氏度以下", -18, None, "摄氏度", "<="),
    ("价格涨幅控制在-1%至2%。", "-1%至2%", -1, 2, "%", "range"),
    # Ranges
    ("登记失业率控制在3%与4%之间。", "3%与4%之间", 3, 4, "%", "range"),
    ("全年用工保持在500人和800人之间。", "500人和800人之间", 500, 800, "人", "range"),
    ("每乡建设示范点4‑6个。", "4‑6个", 4, 6, "个", "range"),
    ("新建公园20ー25座。", "20ー25座", 20, 25, "座", "range"),
    ("力争引进7、8家龙头企业。", "7、8家", 7, 8, "家", "range"),
    ("力争带动4、5万人就业。", "4、5万人", 40000, 50000, "人", "range"),
    ("力争每亩增产一百三四十斤。", "一百三四十斤", 130, 140, "斤", "range"),
    ("新建三十五六个服务站。", "三十五六个", 35, 36, "个", "range"),
    ("力争吸引游客十七八万人次。", "十七八万人次", 170000, 180000, "人次", "range"),
    # Halves, and units that go on in smaller ones
    ("铺设管线三公里半。", "三公里半", 3.5, None, "公里", "="),
    ("企业开办时间压缩到半个工作日以内。", "半个工作日以内", 0.5, None, "工作日", "<="),
    ("力争企业数量增加一倍半。", "一倍半", 1.5, None, "倍", "="),
    ("通勤时间压缩到1个半小时以内。", "1个半小时以内", 1.5, None, "小时", "<="),
    ("城乡公交票价降到1元5角。", "1元5角", 1.5, None, "元", "="),
    ("车程缩短到1小时30分钟以内。", "1小时30分钟以内", 1.5, None, "小时", "<="),
    # Numerals
    ("安排补助资金叁仟伍佰万元整。", "叁仟伍佰万元整", 35000000, None, "元", "="),
    ("新建公租房贰佰套。", "贰佰套", 200, None, "套", "="),
    ("计划安置移民2千零40户。", "2千零40户", 2040, None, "户", "="),
    ("新建学校2〇所。", "2〇所", 20, None, "所", "="),
    ("办结率达到百分百。", "百分百", 100, None, "%", "="),
    ("新建水窖卅六口。", "卅六口", 36, None, "口", "="),
    ("出境旅客达到1亿3千多万人次。", "1亿3千多万人次", 130000000, None, "人次", ">"),
    ("护林员补贴提高到两千一年。", "两千", 2000, None, "", "="),
    # The unit in brackets before its number
    ("一般公共预算收入（亿元）达到42.6。", "42.6", 4260000000, None, "元", "="),
    ("蔬菜总产量（万吨）：18.5。", "18.5", 185000, None, "吨", "="),
    ("固定资产投资（单位：亿元）达到260。", "260", 26000000000, None, "元", "="),
    # Units
    ("全市发电量达到12亿kW·h。", "12亿kW·h", 1200000000, None, "kW·h", "="),
    ("供电煤耗降至295克标准煤/千瓦时以内。", "295克标准煤/千瓦时以内", 295, None, "克标准煤/千瓦时", "<="),
    ("细颗粒物浓度控制在32μg/m³以下。", "32μg/m³以下", 32, None, "μg/m³", "<="),
    ("算力规模达到1200P以上。", "1200P以上", 1200, None, "P", ">="),
    ("配备灭火器150具。", "150具", 150, None, "具", "="),
    ("放流鱼苗200万尾。", "200万尾", 2000000, None, "尾", "="),
    ("投放鸡苗30万羽。", "30万羽", 300000, None, "羽", "="),
]

# Text; the quantities in it, each with its value, unit and comparator.
SEVERAL = [
    (
        "分别奖励企业60万、40万、20万元。",
        [("60万", 600000, "元", "="), ("40万", 400000, "元", "="), ("20万元", 200000, "元", "=")],
    ),
    (
        "分别奖励企业60、40、20万元。",
        [("60", 600000, "元", "="), ("40", 400000, "元", "="), ("20万元", 200000, "元", "=")],
    ),
    ("合格率不低于90%、85%。", [("不低于90%", 90, "%", ">="), ("85%", 85, "%", ">=")]),
    ("合格率达到90%以上、85%。", [("90%以上", 90, "%", ">="), ("85%", 85, "%", "=")]),
    ("新建学校12所和卫生室30个。", [("12所", 12, "所", "="), ("30个", 30, "个", "=")]),
]

# What is no quantity; the quantities that stand beside it.
NONE = [
    ("1.2项目建设：年内开工项目40个。", ["40个"]),
    ("2.3家政服务业：培训家政人员600人。", ["600人"]),
    ("4.1本县新增耕地300亩。", ["300亩"]),
    ("2项目建设：年内开工项目40个。", ["40个"]),
    ("服务千千万万群众。", []),
    ("实施百千万工程。", []),
    ("单位：万元", []),
    ("财政收入（亿元）稳步增长。", []),
    ("落实亿元GDP能耗考核。", []),
    ("深化万人评议活动。", []),
    ("新建1080道路工程3处。", ["3处"]),
]


@pytest.fixture(scope="module")
def find(mine: Callable[..., list[Record]]) -> Callable[[str], list[Record]]:
    """A finder of the records of both kinds in a sentence."""
    return lambda text: mine(text, all_kinds=True)


@pytest.mark.parametrize(("text", "words", "value", "value_max", "unit", "comparator"), ONE)
def test_number_in_prose(
    find: Callable[[str], list[Record]],
    text: str,
    words: str,
    value: float,
    value_max: float | None,
    unit: str,
    comparator: str,
) -> None:
    found = [(one.quantity, one.value, one.value_max, one.unit, one.comparator) for one in find(text)]
    assert found == [(words, value, value_max, unit, comparator)]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_numbers_of_a_list(
    find: Callable[[str], list[Record]], text: str, expected: list[tuple[str, float, str, str]]
) -> None:
    assert [(one.quantity, one.value, one.unit, one.comparator) for one in find(text)] == expected


@pytest.mark.parametrize(("text", "expected"), NONE)
def test_what_is_no_quantity(find: Callable[[str], list[Record]], text: str, expected: list[str]) -> None:
    assert [one.quantity for one in find(text)] == expected


@pytest.mark.parametrize(
    "text", ["新建学校1〇所。", "新建学校〇所。", "202〇年新建学校3所。", "5〇%", "廿", "卅家", "3廿所", "二两白糖"]
)
def test_letters_of_old_and_scanned_texts_do_no_harm(find: Callable[[str], list[Record]], text: str) -> None:
    assert all(one.value_max is None and one.value <= 10**18 for one in find(text))


def test_radicals_of_a_pdf_are_shown_as_letters(find: Callable[[str], list[Record]]) -> None:
    (record,) = find("改造⽼旧⼩区48个，新增⻋位。（责任单位：市⽔务局）")
    assert (record.indicator, record.quantity, record.owners) == ("老旧小区", "48个", ("市水务局",))
    (record,) = find("帮扶困难家庭⼈员300⼈。")
    assert (record.quantity, record.unit) == ("300人", "人")
