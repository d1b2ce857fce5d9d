"""Which indicators are like, and which are not: a table for the next person to add a row to."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from pledgeminer.diff.likeness import THRESHOLD, likeness, prepare, term
from pledgeminer.diff.words import load_words
from samples import COMMITMENT

WORDS = load_words()

SAME = """
城镇新增就业 新增城镇就业
城镇新增就业 新增就业岗位
城镇新增就业 新增就业
地区生产总值 国内生产总值
地区生产总值 GDP
公共财政预算收入 一般公共预算收入
细颗粒物年均浓度 细颗粒物（PM2.5）平均浓度
公共停车位 公共停车泊位
中央对地方转移支付 中央对地方转移支付规模
科技型中小企业加计扣除比例 科技型中小企业研发费用加计扣除比例
农民人均纯收入 农村常住居民人均可支配收入
城镇居民人均可支配收入 城镇常住居民人均可支配收入
大棚 大棚建设任务
蔬菜大棚 大棚
改造老旧小区 老旧小区改造
老旧小区 城镇老旧小区
居民医保人均财政补助标准 城乡居民基本医保人均财政补助标准
高新技术企业总数 高新技术企业
规模以上工业企业 规上工业企业
全社会研发经费投入强度 研发投入强度
旅游接待人数 接待游客
单位国内生产总值能耗 单位地区生产总值能耗
单位国内生产总值能耗 万元GDP能耗
优良天数比率 空气优良天数比例
社会消费品零售总额 社会消费品零售额
进出口总额 外贸进出口总额
保障性租赁住房 筹集保障性租赁住房
地方政府专项债券 专项债券
赤字率 财政赤字率
农村公路 农村公路新改建
口袋公园 口袋公园（街头游园）
高标准农田 高标准基本农田
农村贫困人口 贫困人口
税负 企业税负
粮食产量 粮食总产量
城乡低保标准 低保标准
全社会固定资产投资 固定资产投资
区本级固定资产投资 固定资产投资
普惠托位 托位
背街小巷综合整治 背街小巷
远程心电覆盖村卫生室(社区卫生服务站) 远程心电覆盖村卫生室
省“一企一技术”研发中心 “一企一技术”研发中心
"""

DIFFERENT = """
城镇调查失业率 城镇登记失业率
城镇居民人均可支配收入 农村居民人均可支配收入
新增就业 再就业
财政赤字 财政收入
中央财政赤字 地方财政赤字
粮食产量 蔬菜产量
进口总额 出口总额
高标准农田 高标准厂房
国家级科技人才 省级科技人才
近视率 签约率
市政道路 农村公路
中小学 中心城区
公办幼儿园学位 普惠托位
PM2.5平均浓度 PM10平均浓度
地区生产总值 工业总产值
企业 高新技术企业
投资 固定资产投资
规模以上工业增加值 固定资产投资
财政赤字 地方发债
供水管网 供热管网
老旧小区 老旧电梯
智能工厂 智能牧场
瞪羚企业 独角兽企业
数字化车间 数字产业集群
标识解析二级节点 县级冷链物流中心
养老床位 养老金
保障性住房 保障性资金
公厕 公园
职业技能培训 职业院校
工业机器人 服务机器人
城乡低保标准 农村低保标准
东湖水厂扩建工程 西山水厂扩建工程
口袋公园 森林公园
公共停车位 公共充电桩
县级冷链物流中心 县级文化中心
高新技术企业 高成长企业
技术合同成交额 跨境电商交易额
养老床位 普惠托位
公办幼儿园 公办小学
水质优良比例 空气优良天数比例
市政道路 市政公园
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [(line.split()[0], line.split()[1]) for line in table.splitlines() if line]


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_two_names_of_one_target_are_like(one: str, other: str) -> None:
    assert likeness(prepare(one, WORDS), prepare(other, WORDS)) >= THRESHOLD


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT))
def test_names_of_two_targets_are_not_like(one: str, other: str) -> None:
    assert likeness(prepare(one, WORDS), prepare(other, WORDS)) < THRESHOLD


@pytest.mark.parametrize(("one", "other"), pairs(SAME + DIFFERENT))
def test_likeness_is_the_same_either_way_round(one: str, other: str) -> None:
    left, right = prepare(one, WORDS), prepare(other, WORDS)
    assert likeness(left, right) == likeness(right, left)
    assert likeness(left, left) == 1


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        (("财政赤字", "财政赤字"), ("财政赤字", "中央财政赤字")),
        (("城镇新增就业", "新增城镇就业"), ("城镇新增就业", "新增就业")),
        (("固定资产投资", "全社会固定资产投资"), ("固定资产投资", "工业投资")),
        (("粮食产量", "粮食总产量"), ("粮食产量", "粮食播种面积")),
    ],
)
def test_the_nearer_name_is_the_liker(nearer: tuple[str, str], farther: tuple[str, str]) -> None:
    assert likeness(*(prepare(name, WORDS) for name in nearer)) > likeness(*(prepare(name, WORDS) for name in farther))


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("投资6.6亿元实施江北片区内涝治理工程", "投资7亿元继续实施江北片区内涝治理工程", True),
        ("投资6.6亿元实施江北片区内涝治理工程", "投资7亿元建设城西污水处理厂", False),
    ],
)
def test_a_noun_that_says_too_little_is_compared_by_its_clause(one: str, other: str, like: bool) -> None:
    terms = [
        term(
            replace(COMMITMENT, indicator="投资", quantity=clause[2 : clause.index("元") + 1], text=clause),
            WORDS,
        )
        for clause in (one, other)
    ]
    assert (likeness(*terms) >= THRESHOLD) == like
