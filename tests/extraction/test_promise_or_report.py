"""Which numbers are promised and which are reported, and which are neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

Mine = Callable[..., list[Record]]

PROMISED = [
    # A time that lies ahead
    "今年新建学校3所。",
    "明年新建学校3所。",
    "到2028年，新建学校3所。",
    "“十五五”期间，新增停车位5000个。",
    "年底前改造小区35个。",
    "10月底前再改造提升700个村卫生室。",
    "未来三年培训教师3000名。",
    # A word that looks ahead
    "将新建学校3所。",
    "力争近视率下降1%以上。",
    "确保兑现率不低于90%。",
    "我们要完成投资15亿元。",
    "计划投资15亿元。",
    "下一步，新建学校3所。",
    "赤字率拟按3%左右安排。",
    # The sentence starts with the past
    "剩余22条“断头路”今年将持续打通。",
    "尚存90余万块普通机械表，今年将逐步予以到期更换。",
    "在去年新建3所的基础上，今年再新建学校5所。",
    # Levels and inputs
    pytest.param(
        "今年赤字规模5.66万亿元，比上年增加1.6万亿元。",
        marks=pytest.mark.xfail(strict=True, reason="a text of one sentence has nothing but 今年 to go by"),
    ),
    "今年城乡居民基础养老金最低标准再提高20元。",
    "今年安排专项资金3亿元。",
    "今年链接企业和院校千家以上。",
    "今年推进86个城中村改造项目。",
    "今年打造2—3个平台。",
]

REPORTED = [
    # A time that lies behind
    "去年共办理业务82万条。",
    "2025年新建学校3所。",
    "过去五年新增停车位5000个。",
    "一年来，新建学校3所。",
    "近年来，培训教师3000名。",
    "截至目前，新建学校3所。",
    # A word that looks back
    "已建成道路38条。",
    "今年以来，已新建学校3所。",
    "新建了3所学校。",
    "累计培训教师3000名。",
    "投诉量同比减少23%。",
    "地区生产总值达到了1500亿元。",
    "成功创建省级园区3个。",
    "全市医疗卫生机构达9173个。",
]

# Numbers that are in no record of a promise though all around them is promised.
NEITHER = [
    # Labels
    ("今年将实施八项重点任务。", []),
    ("今年将推进“六大工程”，新建学校3所。", ["3所"]),
    ("今年将完善三项制度。", []),
    ("今年将打造“15分钟健康服务圈”。", []),
    # Articles
    ("今年将打造一个平台，推出一批政策。", []),
    # An existing set as the scope
    ("今年将围绕24条产业链招引企业100家。", ["100家"]),
    # A count of what another number is measured of
    ("今年将使318个经济薄弱村集体年收入全部超过20万元。", ["超过20万元"]),
    # A baseline
    ("今年将报销比例从75%提高到100%。", ["100%"]),
    ("今年将把标准由每月600元提高到650元。", ["650元"]),
    # A threshold that defines what is counted
    ("今年将培育年收入突破100亿元的企业15家。", ["15家"]),
    ("今年将服务65岁以上老年人3万名。", ["3万名"]),
    # A forecast that nobody undertakes
    ("预计今年高校毕业生超过1170万人。", []),
    # A figure that identifies a project
    ("今年将加快700万吨露天矿建设。", []),
    # Names, grades, ordinals
    ("今年将争创5A级景区，跻身500强。", []),
    ("今年将办好12345热线。", []),
    ("今年将完成二期工程。", []),
    # Times
    ("未来5年将实施三年行动计划。", []),
]

# A text whose halves are told apart by their headings or lead-ins.
HALVES = [
    ("一、2025年工作回顾\n新建学校3所，改造小区5个。\n二、2026年工作安排\n新建学校4所，改造小区6个。", ["4所", "6个"]),
    ("一、去年工作总结\n新建学校3所。\n二、今年重点任务\n新建学校4所。", ["4所"]),
    ("去年新建学校3所。今年新建学校4所。", ["4所"]),
    ("去年，我们新建学校3所，改造小区5个；今年，我们将新建学校4所，改造小区6个。", ["4所", "6个"]),
]


@pytest.mark.parametrize("text", PROMISED)
def test_promised(mine: Mine, text: str) -> None:
    assert {record.kind for record in mine(text, all_kinds=True) if "去年" not in record.text} == {"commitment"}


@pytest.mark.parametrize("text", REPORTED)
def test_reported(mine: Mine, text: str) -> None:
    assert {record.kind for record in mine(text, all_kinds=True)} == {"achievement"}


@pytest.mark.parametrize(("text", "expected"), NEITHER)
def test_neither(mine: Mine, text: str, expected: list[str]) -> None:
    assert [record.quantity for record in mine(text)] == expected


@pytest.mark.parametrize(("text", "expected"), HALVES)
def test_review_and_plan(mine: Mine, text: str, expected: list[str]) -> None:
    assert [record.quantity for record in mine(text)] == expected


def test_a_line_with_a_date_is_no_heading_of_a_review(mine: Mine) -> None:
    assert [record.quantity for record in mine("2025年12月31日\n今年将新建学校3所。")] == ["3所"]
