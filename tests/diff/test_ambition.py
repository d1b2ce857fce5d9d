"""What a change means, seen from what is desired; targets that still run; targets that are joined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pledgeminer.diff.compare import diff
from pledgeminer.record import Record, same_id
from pledgeminer.rules.indicator_loader import load_indicators

Make = Callable[..., Record]
OLD: dict[str, Any] = {
    "date": "2025-01-10",
    "deadline": "今年",
    "deadline_date": "2025-12-31",
    "aim": "reach",
    "id": "a",
}
NEW: dict[str, Any] = {
    "date": "2026-01-12",
    "deadline": "今年",
    "deadline_date": "2026-12-31",
    "aim": "reach",
    "id": "b",
}


@pytest.mark.parametrize(
    ("indicator", "fields", "before", "after", "ambition"),
    [
        ("生产总值增速", {"unit": "%", "comparator": "~"}, 6, 5, "less"),
        ("居民消费价格涨幅", {"unit": "%", "comparator": "~"}, 3, 2, "more"),
        ("城镇调查失业率", {"unit": "%", "comparator": "<="}, 5, 5.5, "less"),
        ("细颗粒物浓度", {"unit": "微克/立方米", "comparator": "="}, 30, 29, "more"),
        ("细颗粒物浓度", {"unit": "%", "aim": "decrease", "comparator": ">="}, 5, 3, "less"),
        ("单位地区生产总值能耗", {"unit": "%", "aim": "decrease", "comparator": "="}, 2, 3, "more"),
        ("财政赤字", {"unit": "元", "comparator": "="}, 100, 200, None),
        ("赤字率", {"unit": "%", "comparator": "="}, 3, 3, "same"),
        ("无人机起降点", {"unit": "个", "comparator": "="}, 10, 20, "more"),
        ("展厅噪声上限", {"unit": "分贝", "comparator": "<="}, 60, 55, "more"),
        ("PM2.5平均浓度", {"unit": "微克/立方米", "comparator": "="}, 30, 33, "less"),
    ],
)
def test_ambition_is_seen_from_what_is_desired(
    make: Make, indicator: str, fields: dict[str, Any], before: float, after: float, ambition: str | None
) -> None:
    (row,) = diff(
        [make(**OLD | fields, indicator=indicator, value=before)],
        [make(**NEW | fields, indicator=indicator, value=after)],
    )
    assert row.ambition == ambition


@pytest.mark.parametrize(
    ("old", "new", "ambition"),
    [
        ({}, {}, "same"),
        ({}, {"strength": "aspire"}, "less"),
        ({"strength": "aspire"}, {"strength": "firm"}, "more"),
        ({"comparator": ">="}, {"comparator": "~"}, "less"),
        ({"comparator": "~"}, {"comparator": ">="}, "more"),
    ],
)
def test_the_wording_decides_where_the_number_stays(
    make: Make, old: dict[str, Any], new: dict[str, Any], ambition: str
) -> None:
    (row,) = diff([make(**OLD | old)], [make(**NEW | new)])
    assert row.ambition == ambition


@pytest.mark.parametrize(("day", "change"), [("2025-12-31", "dropped"), ("2030-12-31", "running"), (None, "dropped")])
def test_a_target_that_is_due_later_still_runs(make: Make, day: str | None, change: str) -> None:
    old = make(**OLD | {"deadline_date": day})
    rows = diff([old], [make(**NEW, indicator="近视率", unit="%")])
    assert [row.change for row in rows if row.old_id] == [change]


def test_a_joint_target_is_paired_with_each_of_its_parts(make: Make) -> None:
    growth = {"unit": "%", "aim": "increase", "value_max": None}
    town = make(**OLD | growth | {"id": "t", "start": 1}, indicator="城镇居民收入", value=8)
    country = make(**OLD | growth | {"id": "c", "start": 90}, indicator="农村居民收入", value=9)
    joint = make(**NEW | growth, indicator="城镇居民收入和农村居民收入", value=7)
    rows = diff([town, country], [joint])
    assert [(row.change, row.old_indicator, row.new_id, row.ambition) for row in rows] == [
        ("lowered", "城镇居民收入", "b", "less"),
        ("lowered", "农村居民收入", "b", "less"),
    ]
    back = diff([joint], [town, country])
    assert {(row.change, row.old_id, row.new_id) for row in back} == {("raised", "b", "t"), ("raised", "b", "c")}


def test_every_name_of_an_indicator_leads_to_it() -> None:
    table = load_indicators()
    assert len(table.indicators) > 200
    for name, indicator in table.indicators.items():
        for other in (name, *indicator.others):
            found = table.find(other)
            assert found is not None
            assert found[0] == name, other


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("123456789012", "123456789012", True),
        ("123456789012", "b23456789012", True),
        ("b23456789012", "123456789012", True),
        ("1234e5678901", "b234e5678901", True),
        ("a23456789012", "b23456789012", False),
        ("1a3456789012", "ba3456789012", False),
    ],
)
def test_an_id_of_an_older_version_is_still_known(one: str, other: str, same: bool) -> None:
    assert same_id(one, other) is same
