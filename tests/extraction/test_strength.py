"""Firm or aspired to, and whether a target recurs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

Mine = Callable[..., list[Record]]

STRENGTHS = [
    ("今年新建学校3所。", ["firm"]),
    ("今年确保新建学校3所。", ["firm"]),
    ("今年要新建学校3所。", ["firm"]),
    ("今年必须完成投资3亿元。", ["firm"]),
    ("力争新建学校3所。", ["aspire"]),
    ("争取全年新建学校3所。", ["aspire"]),
    ("努力实现城镇新增就业3万人。", ["aspire"]),
    ("今年地区生产总值预期增长6%左右。", ["aspire"]),
    ("赤字率拟按3%左右安排。", ["aspire"]),
    ("今年计划新建学校3所。", ["aspire"]),
    ("今年计划投资15亿元。", ["aspire"]),
    ("城镇登记失业率有望控制在4%以内。", ["aspire"]),
    # 目标 and 计划 as objects
    ("今年完成交通投资计划15亿元。", ["firm"]),
    ("今年完成债务化解目标15亿元。", ["firm"]),
    # 争创 is what is done, not a hope
    ("今年争创省级园区3个。", ["firm"]),
    # As far as it governs
    ("力争新建学校3所，改造学校5所。", ["aspire", "aspire"]),
    ("力争新建学校3所；改造学校5所。", ["aspire", "firm"]),
    ("将新建学校3所，力争改造学校5所。", ["firm", "aspire"]),
    ("力争新建学校3所，确保改造学校5所。", ["aspire", "firm"]),
    ("力争新建学校3所。改造学校5所。", ["aspire", "firm"]),
]

RECURRENCES = [
    ("我们将每年培训教师300名。", ["year"]),
    ("每年新增停车位500个以上。", ["year"]),
    ("我们将每季度开展检查2次。", ["quarter"]),
    ("我们将每月举办招聘会4场。", ["month"]),
    ("我们将每个月举办招聘会4场。", ["month"]),
    ("未来三年每年培训教师300名。", ["year"]),
    # An average is no recurrence
    ("到2028年，地区生产总值年均增长7%以上。", [None]),
    ("今年培训教师300名。", [None]),
]


@pytest.mark.parametrize(("text", "strengths"), STRENGTHS)
def test_strength(mine: Mine, text: str, strengths: list[str]) -> None:
    assert [record.strength for record in mine(text)] == strengths


@pytest.mark.parametrize(("text", "every"), RECURRENCES)
def test_recurrence(mine: Mine, text: str, every: list[str | None]) -> None:
    assert [record.every for record in mine(text)] == every


def test_a_recurrence_with_a_horizon_has_both(mine: Mine) -> None:
    (record,) = mine("未来三年，每年培训教师300名。")
    assert (record.every, record.deadline, record.deadline_date) == ("year", "未来三年", "2028-12-31")
