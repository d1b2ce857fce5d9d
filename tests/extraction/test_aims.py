"""Whether a number is a level to be at, a change to be made, or a thing to be done: rows of sentence and aims."""

from __future__ import annotations

import pytest

import pledgeminer

REACHED = [
    # A share of things is a level, whatever the verb does to them.
    ("今年推动30%的门诊号源下沉到社区。", "reach"),
    ("今年培训不少于80%的乡村医生。", "reach"),
    ("今年实现75%的行政村通硬化路。", "reach"),
    # So is a mark that is passed, whatever was done before.
    ("今年接待游客突破600万人次。", "reach"),
    ("今年储备项目突破300个。", "reach"),
    ("今年储备项目总投资突破800亿元。", "reach"),
    ("今年带动低空产业规模超300亿元。", "reach"),
    ("到2027年，省级专精特新企业超过600家。", "reach"),
    # What is traded is a level.
    ("今年跨境电商进出口90亿元以上。", "reach"),
]
DELIVERED = [
    ("今年建成充电桩超过600个。", "deliver"),
    ("今年新建学校3所。", "deliver"),
    ("今年完成投资15亿元。", "deliver"),
    ("今年培育科技企业600家以上。", "deliver"),
]


@pytest.mark.parametrize(("text", "aim"), [*REACHED, *DELIVERED])
def test_aim(text: str, aim: str) -> None:
    (record,) = pledgeminer.extract(text, date="2026-03-01")
    assert record.aim == aim, record.rule


RULES = [
    ("今年城镇调查失业率5.5%左右。", "noun-level", "reach"),
    ("今年省级及以上绿色工厂占比40%以上。", "noun-level", "reach"),
    ("今年居民电子健康档案95%以上。", "noun-share", "reach"),
    ("今年原煤600万吨以上。", "noun-amount", "reach"),
    ("今年便民服务点12个。", "bare", "deliver"),
    ("今年8条断头路将打通。", "acted-subject", "deliver"),
    ("今年预计2万人受益。", "benefits", "reach"),
]


@pytest.mark.parametrize(("text", "rule", "aim"), RULES)
def test_rule_of_its_own_for_a_number_without_a_verb(text: str, rule: str, aim: str) -> None:
    (record,) = pledgeminer.extract(text, date="2026-03-01", kind="all")
    assert (record.rule, record.aim) == (rule, aim)
