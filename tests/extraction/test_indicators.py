"""What a number measures, and what it aims at: one row for each way to say it, and for each settled case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

Mine = Callable[..., list[Record]]

# Text; for each promise its quantity, indicator and aim.
CASES = [
    # Levels
    ("今年参保率达到98%。", [("98%", "参保率", "reach")]),
    ("今年医保基金支付水平提高到70%。", [("70%", "医保基金支付水平", "reach")]),
    ("今年城镇调查失业率控制在5.5%以内。", [("5.5%以内", "城镇调查失业率", "reach")]),
    ("今年居民消费价格涨幅3%左右。", [("3%左右", "居民消费价格涨幅", "reach")]),
    ("今年将出生缺陷发生率降至1%。", [("1%", "出生缺陷发生率", "reach")]),
    ("今年良种覆盖率保持在98%以上。", [("98%以上", "良种覆盖率", "reach")]),
    ("今年赤字率拟按3%左右安排。", [("3%左右", "赤字率", "reach")]),
    ("今年存贷款增速10%以上。", [("10%以上", "存贷款增速", "reach")]),
    ("今年粮食播种面积稳定在310万亩以上。", [("310万亩以上", "粮食播种面积", "reach")]),
    ("今年将报销比例从75%提高到100%。", [("100%", "报销比例", "reach")]),
    # Changes
    ("今年地区生产总值增长5.5%左右。", [("5.5%左右", "地区生产总值", "increase")]),
    ("今年近视率下降1%以上。", [("1%以上", "近视率", "decrease")]),
    ("今年基础养老金最低标准再提高20元。", [("20元", "基础养老金最低标准", "increase")]),
    ("今年压减一般性支出5%以上。", [("5%以上", "一般性支出", "decrease")]),
    ("今年减轻企业负担5000多万元。", [("5000多万元", "企业负担", "decrease")]),
    ("今年新增公共停车位5000个以上。", [("5000个以上", "公共停车位", "increase")]),
    ("今年城镇新增就业1100万人以上。", [("1100万人以上", "城镇新增就业", "increase")]),
    ("今年新增贷款超过2500亿元。", [("超过2500亿元", "贷款", "increase")]),
    (
        "今年赤字规模5.66万亿元，比上年增加1.6万亿元。",
        [("5.66万亿元", "赤字规模", "reach"), ("1.6万亿元", "赤字规模", "increase")],
    ),
    # Things to do or to make, before and behind their number
    ("今年升级改造97所农村中小学食堂。", [("97所", "农村中小学食堂", "deliver")]),
    ("今年打造2—3个平台。", [("2—3个", "平台", "deliver")]),
    ("今年完成大气污染物减排项目400个。", [("400个", "大气污染物减排项目", "deliver")]),
    ("今年组织开展技能竞赛不少于3000项。", [("不少于3000项", "技能竞赛", "deliver")]),
    ("今年新培育省级龙头企业12家。", [("12家", "省级龙头企业", "deliver")]),
    ("今年改造农村危房150户。", [("150户", "农村危房", "deliver")]),
    ("今年发放创业担保贷款8亿元。", [("8亿元", "创业担保贷款", "deliver")]),
    ("今年中央预算内投资安排6400亿元。", [("6400亿元", "中央预算内投资", "deliver")]),
    ("今年安排专项债券3亿元。", [("3亿元", "专项债券", "deliver")]),
    ("今年推动“海港城”等22个重点项目尽早落地。", [("22个", "重点项目", "deliver")]),
    ("今年更换灯具90余万盏。", [("90余万盏", "灯具", "deliver")]),
    # Lines that are held
    ("今年坚决守住18亿亩耕地红线。", [("18亿亩", "耕地红线", "reach")]),
    # Lists
    (
        "今年建设20座水库、30个泵站和5处灌区。",
        [("20座", "水库", "deliver"), ("30个", "泵站", "deliver"), ("5处", "灌区", "deliver")],
    ),
    ("今年新建大棚300个、温室20个。", [("300个", "大棚", "deliver"), ("20个", "温室", "deliver")]),
    (
        "今年引进90名国家级、150名省级科技人才。",
        [("90名", "国家级科技人才", "deliver"), ("150名", "省级科技人才", "deliver")],
    ),
    (
        "今年集中处理率省级不低于90%，市、县级不低于70%。",
        [("不低于90%", "集中处理率省级", "reach"), ("不低于70%", "市、县级", "reach")],
    ),
    (
        "今年居民医保和基本公共卫生服务经费人均财政补助标准分别提高30元和5元。",
        [
            ("30元", "居民医保人均财政补助标准", "increase"),
            ("5元", "基本公共卫生服务经费人均财政补助标准", "increase"),
        ],
    ),
    ("今年旅游人数、旅游收入分别增长8%和10%。", [("8%", "旅游人数", "increase"), ("10%", "旅游收入", "increase")]),
    ("今年旅游人数、旅游收入均增长8%。", [("8%", "旅游人数、旅游收入", "increase")]),
    (
        "今年安排退税2.5亿元，其中留抵退税约1.5亿元。",
        [("2.5亿元", "退税", "deliver"), ("约1.5亿元", "留抵退税", "deliver")],
    ),
    # Words inside a noun that are verbs elsewhere
    (
        "今年再生水利用率不低于45%。",
        [("不低于45%", "再生水利用率", "reach")],
    ),
    (
        "今年推出“高效办成一件事”事项26项。",
        [("26项", "“高效办成一件事”事项", "deliver")],
    ),
    (
        "今年组织线上线下招聘活动不少于1300场。",
        [("不少于1300场", "线上线下招聘活动", "deliver")],
    ),
    (
        "今年实际使用外资不少于6亿美元。",
        [("不少于6亿美元", "实际使用外资", "reach")],
    ),
    (
        "今年优抚对象走访慰问做到100%。",
        [("100%", "优抚对象走访慰问", "reach")],
    ),
    (
        "今年万元地区生产总值用水量下降3.5%。",
        [("3.5%", "万元地区生产总值用水量", "decrease")],
    ),
    (
        "今年接待运动员5000人。",
        [("5000人", "运动员", "deliver")],
    ),
    pytest.param(
        "今年统筹资金3亿元支持企业技改。",
        [("3亿元", "资金", "deliver")],
        marks=pytest.mark.xfail(strict=True, reason="统筹 is an adverb elsewhere, and no verb of spending"),
    ),
    ("今年新建、改扩建幼儿园15所。", [("15所", "幼儿园", "deliver")]),
    # What is left over
    ("剩余22条“断头路”今年将持续打通。", [("22条", "“断头路”", "deliver")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_indicator_and_aim(mine: Mine, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(record.quantity, record.indicator, record.aim) for record in mine(text, all_kinds=True)] == expected


def test_only_the_number_that_it_touches_is_about(mine: Mine) -> None:
    found = [
        (record.quantity, record.comparator) for record in mine("今年建设400家基地、3家左右中心。", all_kinds=True)
    ]
    assert found == [("400家", "="), ("3家左右", "~")]
