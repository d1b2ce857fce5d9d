"""Last year's document in simplified characters, this year's in traditional ones, or the other way round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pledgeminer.diff.compare import compare, diff
from pledgeminer.record import Record

OLD: dict[str, Any] = {"source": "2025.txt", "date": "2025-02-01", "deadline_date": "2025-12-31", "deadline": "今年"}
NEW: dict[str, Any] = {
    "source": "2026.txt",
    "date": "2026-02-01",
    "deadline_date": "2026-12-31",
    "deadline": "今年",
    "indicator": "公共停車位",
    "unit": "個",
    "value": 6000,
    "quantity": "6000個以上",
    "owners": ("市住房城鄉建設局", "市財政局"),
    "text": "新增公共停車位6000個以上",
}


def test_the_words_are_compared_in_one_form_and_shown_in_their_own(make: Callable[..., Record]) -> None:
    old, new = make(**OLD), make(**NEW)
    (row,) = compare([old], [new])
    assert (row.change.change, row.change.likeness, row.change.reworded) == ("raised", 1.0, ())
    assert (row.change.indicator, row.change.unit) == ("公共停車位", "個")
    assert (row.change.old_quantity, row.change.new_quantity) == ("5000个以上", "6000個以上")
    assert row.change.owners == ("市住房城鄉建設局", "市財政局")
    assert (row.old, row.new) == (old, new)


def test_it_is_the_same_the_other_way_round(make: Callable[..., Record]) -> None:
    (row,) = diff([make(**NEW)], [make(**OLD)])
    assert (row.change, row.indicator, row.old_quantity) == ("lowered", "公共停车位", "6000個以上")


@pytest.mark.parametrize("lost", ["old", "new"])
def test_what_has_no_fellow_is_shown_as_printed(make: Callable[..., Record], lost: str) -> None:
    sides: dict[str, list[Record]] = {"old": [make(**NEW)], "new": [make(**NEW)], lost: []}
    (row,) = diff(**sides)
    assert (row.change, row.indicator, row.unit) == ("added" if lost == "old" else "dropped", "公共停車位", "個")
    assert row.owners == ("市住房城鄉建設局", "市財政局")


def test_units_of_one_kind_meet_in_both_forms(make: Callable[..., Record]) -> None:
    area = {"indicator": "绿地", "unit": "公顷", "value": 30, "quantity": "30公顷", "text": "新增绿地30公顷"}
    more = {
        "indicator": "綠地",
        "unit": "平方米",
        "value": 450_000,
        "quantity": "45萬平方米",
        "text": "新增綠地45萬平方米",
    }
    (row,) = diff([make(**{**OLD, **area})], [make(**{**NEW, **more})])
    assert (row.change, row.old_value, row.new_value, row.unit) == ("raised", 300_000, 450_000, "平方米")
