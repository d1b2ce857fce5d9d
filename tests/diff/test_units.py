from __future__ import annotations

from fractions import Fraction

import pytest

from pledgeminer.diff.units import ALIKE, DIFFERENT, SAME, comparability, convert
from pledgeminer.diff.words import load_words

WORDS = load_words()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("个", "个", SAME),
        ("万元", "亿元", SAME),
        ("元", "万元", SAME),
        ("%", "％", SAME),
        ("吨", "斤", SAME),
        ("亩", "公顷", SAME),
        ("家", "个", ALIKE),
        ("人", "个", ALIKE),
        ("", "家", ALIKE),
        ("%", "百分点", DIFFERENT),
        ("百分点", "%", DIFFERENT),
        ("元", "美元", DIFFERENT),
        ("人", "家", DIFFERENT),
        ("人", "场", DIFFERENT),
        ("公里", "亩", DIFFERENT),
        ("%", "个", DIFFERENT),
    ],
)
def test_comparability_of_units(one: str, other: str, expected: float) -> None:
    assert comparability(one, other, WORDS) == expected
    assert comparability(other, one, WORDS) == expected


@pytest.mark.parametrize(
    ("value", "unit", "into", "expected"),
    [
        (3, "公里", "米", 3000),
        (1, "吨", "公斤", 1000),
        (15, "亩", "公顷", 1),
        (2, "亿元", "万元", 20000),
        (5, "‰", "%", Fraction(1, 2)),
        (7, "个", "家", 7),
    ],
)
def test_values_in_another_unit(value: int, unit: str, into: str, expected: Fraction) -> None:
    assert convert(Fraction(value), unit, into, WORDS) == expected
