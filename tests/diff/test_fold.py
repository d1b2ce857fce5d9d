from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pledgeminer.diff.repeated import merge_repeated
from pledgeminer.diff.words import load_words
from pledgeminer.record import Record

WORDS = load_words()
ARTICLE: dict[str, Any] = {"start": 100, "owners": ("市教育局",), "deadline_date": "2026-12-31"}


@pytest.mark.parametrize(
    "again",
    [
        {},
        {"indicator": "新增公共停车位"[2:]},
        {"indicator": "停车位（公共）"},
        {"comparator": "=", "quantity": "5000个"},
        {"owners": ()},
        {"deadline": None, "deadline_date": None},
        {"strength": "aspire"},
    ],
)
def test_a_target_said_twice_counts_once(make: Callable[..., Record], again: dict[str, Any]) -> None:
    first, second = make(**ARTICLE), make(**{**ARTICLE, "start": 900, **again})
    assert merge_repeated([second, first], WORDS) == [first]


@pytest.mark.parametrize(
    "other",
    [
        {"indicator": "公共充电桩"},
        {"aim": "deliver"},
        {"value": 6000},
        {"value_max": 6000},
        {"unit": "家"},
        {"owners": ("市体育局",)},
        {"deadline_date": "2027-12-31"},
        {"source": "b.txt"},
        {"kind": "achievement"},
    ],
)
def test_two_targets_stay_two(make: Callable[..., Record], other: dict[str, Any]) -> None:
    both = [make(**ARTICLE), make(**{**ARTICLE, "start": 900, **other})]
    assert merge_repeated(both, WORDS) == both


def test_the_one_that_says_the_most_stands_for_all(make: Callable[..., Record]) -> None:
    bare = make(**{**ARTICLE, "owners": (), "deadline": None, "deadline_date": None})
    full = make(**{**ARTICLE, "start": 900})
    assert merge_repeated([bare, full], WORDS) == [full]


def test_what_can_mean_two_targets_stays_by_itself(make: Callable[..., Record]) -> None:
    records = [
        make(**ARTICLE),
        make(**{**ARTICLE, "start": 500, "owners": ("市体育局",)}),
        make(**{**ARTICLE, "start": 900, "owners": ()}),
    ]
    assert merge_repeated(records, WORDS) == records


def test_two_numbers_that_say_nothing_of_themselves_stay_two(make: Callable[..., Record]) -> None:
    invested = {"indicator": "投资", "text": "投资5亿元", "quantity": "5亿元", "unit": "元"}
    records = [make(**invested, start=100), make(**invested, start=900)]
    assert merge_repeated(records, WORDS) == records
