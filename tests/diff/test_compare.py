"""What becomes of a target: a table of pairs of records and the row that they have to make."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from pledgeminer.diff.compare import compare, diff
from pledgeminer.diff.model import CHANGE_FIELDS, Change
from pledgeminer.record import Record

Make = Callable[..., Record]
Fields = dict[str, Any]

LAST_YEAR: Fields = {
    "date": "2025-03-24",
    "deadline_date": "2025-10-31",
    "source": "2025.txt",
    "id": "aaaaaaaaaaaa",
}
THIS_YEAR: Fields = {"source": "2026.txt", "line": 15, "id": "bbbbbbbbbbbb"}


def change(make: Make, old: Fields, new: Fields) -> Change:
    (row,) = diff([make(**{**LAST_YEAR, **old})], [make(**{**THIS_YEAR, **new})])
    return row


def test_a_row_has_these_columns_in_this_order() -> None:
    assert CHANGE_FIELDS == (
        "change", "indicator", "aim", "unit", "old_quantity", "new_quantity", "old_value", "new_value",
        "difference", "percent", "reworded", "owners", "old_source", "old_line", "new_source", "new_line",
        "likeness", "old_id", "new_id", "old_indicator", "new_indicator", "ambition",
    )  # fmt: skip


def test_a_raised_target_with_all_its_columns(make: Make) -> None:
    row = change(make, {}, {"value": 6000, "quantity": "6000个左右", "comparator": "~"})
    assert msgspec.json.decode(msgspec.json.encode(row)) == {
        "change": "raised",
        "indicator": "公共停车位",
        "aim": "increase",
        "unit": "个",
        "old_quantity": "5000个以上",
        "new_quantity": "6000个左右",
        "old_value": 5000,
        "new_value": 6000,
        "difference": 1000,
        "percent": 20,
        "reworded": ["comparator"],
        "owners": ["市住房城乡建设局", "市财政局"],
        "old_source": "2025.txt",
        "old_line": 12,
        "new_source": "2026.txt",
        "new_line": 15,
        "likeness": 1.0,
        "old_id": "aaaaaaaaaaaa",
        "new_id": "bbbbbbbbbbbb",
        "old_indicator": "公共停车位",
        "new_indicator": "公共停车位",
        "ambition": "more",
    }


@pytest.mark.parametrize(
    ("old", "new", "kind", "difference", "percent"),
    [
        ({"value": 5.5}, {"value": 5}, "lowered", -0.5, -9.0909),
        ({"value": 2.8}, {"value": 3}, "raised", 0.2, 7.1429),
        ({"value": 6.5, "value_max": 7}, {"value": 6.5}, "lowered", -0.25, -3.7037),
        ({"value": 6.5}, {"value": 6, "value_max": 6.5}, "lowered", -0.25, -3.8462),
        ({"value": 4, "value_max": 6}, {"value": 5}, "unchanged", 0, 0),
        ({"value": 0}, {"value": 5}, "raised", 5, None),
        ({"value": -2}, {"value": -1}, "raised", 1, 50),
        ({"value": 0.1 + 0.2}, {"value": 0.3}, "unchanged", 0, 0),
        ({"value": 2, "unit": "亿元"}, {"value": 15000, "unit": "万元"}, "lowered", -5000, -25),
        ({"value": 300, "unit": "公顷"}, {"value": 4500, "unit": "亩"}, "unchanged", 0, 0),
        ({"value": 10**17}, {"value": 10**17 + 10**9}, "raised", 10**9, 0),
    ],
)
def test_values_are_compared_in_one_unit_and_ranges_by_their_midpoints(
    make: Make, old: Fields, new: Fields, kind: str, difference: float, percent: float | None
) -> None:
    row = change(make, old, new)
    assert (row.change, row.difference, row.percent) == (kind, difference, percent)


@pytest.mark.parametrize(
    ("old", "new", "reworded"),
    [
        ({}, {}, ()),
        ({}, {"quantity": "不少于5000个"}, ()),
        ({"comparator": ">="}, {"comparator": "~"}, ("comparator",)),
        ({"strength": "firm"}, {"strength": "aspire"}, ("strength",)),
        ({}, {"deadline": "年底前", "deadline_date": "2026-12-31"}, ("deadline",)),
        ({}, {"owners": ("市财政局", "市住房城乡建设局")}, ("owners",)),
        ({}, {"owners": ("青岛市住房城乡建设局", "市财政局")}, ()),
        (
            {"comparator": "<=", "strength": "aspire"},
            {"deadline": None, "deadline_date": None, "owners": ("市城市管理局",)},
            ("comparator", "strength", "deadline", "owners"),
        ),
    ],
)
def test_what_is_reworded_is_named(make: Make, old: Fields, new: Fields, reworded: tuple[str, ...]) -> None:
    row = change(make, old, new)
    assert row.reworded == reworded
    assert row.change == ("reworded" if reworded else "unchanged")


@pytest.mark.parametrize(("elsewhere", "reworded"), [(("市教育局",), ("owners",)), ((), ())])
def test_a_missing_owner_is_a_change_where_the_document_names_others(
    make: Make, elsewhere: tuple[str, ...], reworded: tuple[str, ...]
) -> None:
    other = make(**{**THIS_YEAR, "indicator": "近视率", "id": "c", "start": 900, "owners": elsewhere})
    rows = diff([make(**LAST_YEAR)], [make(**{**THIS_YEAR, "owners": ()}), other])
    (row,) = (row for row in rows if row.old_id)
    assert row.reworded == reworded
    assert row.owners == ("市住房城乡建设局", "市财政局")


@pytest.mark.parametrize(
    ("written", "day", "slipped"), [("年底前", "2026-12-31", True), ("今年6月底前", "2026-06-30", False)]
)
def test_a_deadline_that_is_put_off_has_slipped(make: Make, written: str, day: str, slipped: bool) -> None:
    new = make(**{**THIS_YEAR, "deadline": written, "deadline_date": day, "value": 6000})
    (comparison,) = compare([make(**LAST_YEAR)], [new])
    assert (comparison.slipped, comparison.change.change) == (slipped, "raised")


def test_what_one_side_lacks_is_null(make: Make) -> None:
    old, new = make(**LAST_YEAR), make(**{**THIS_YEAR, "indicator": "近视率", "unit": "%"})
    dropped, added = diff([old], [new])
    neither = {"difference", "percent", "likeness", "ambition"}
    assert {name for name in CHANGE_FIELDS if getattr(dropped, name) is None} == neither | {
        name for name in CHANGE_FIELDS if name.startswith("new_")
    }
    assert {name for name in CHANGE_FIELDS if getattr(added, name) is None} == neither | {
        name for name in CHANGE_FIELDS if name.startswith("old_")
    }
    assert (dropped.change, added.change) == ("dropped", "added")


def test_the_rows_come_by_change_and_then_by_place(make: Make) -> None:
    names = ["近视率", "高标准农田", "公共停车位", "老旧小区", "口袋公园", "智能工厂", "农村公路"]
    old = [make(**{**LAST_YEAR, "indicator": name, "start": 100 * n, "id": name}) for n, name in enumerate(names)]
    fields: dict[str, Fields] = {
        "口袋公园": {"value": 9000},
        "公共停车位": {"value": 8000},
        "高标准农田": {"value": 100},
        "老旧小区": {},
        "智能工厂": {"strength": "aspire"},
        "幼儿园": {},
    }
    new = [
        make(**{**THIS_YEAR, "indicator": name, "start": 100 * n, "id": name, **own})
        for n, (name, own) in enumerate(fields.items())
    ]
    assert [(row.change, row.indicator) for row in diff(old, new)] == [
        ("dropped", "近视率"),
        ("dropped", "农村公路"),
        ("lowered", "高标准农田"),
        ("reworded", "智能工厂"),
        ("raised", "口袋公园"),
        ("raised", "公共停车位"),
        ("added", "幼儿园"),
        ("unchanged", "老旧小区"),
    ]


def test_nothing_against_nothing_is_nothing(make: Make) -> None:
    assert diff([], []) == []
    assert [row.change for row in diff([make()], [])] == ["dropped"]
    assert [row.change for row in diff([], [make()])] == ["added"]
