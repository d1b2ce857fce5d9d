"""Every unit of rules/units.yaml is read behind a number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pledgeminer.record import Record

FILE = Path(__file__).parent.parent.parent / "rules" / "units.yaml"
UNITS = yaml.safe_load(FILE.read_text("utf-8"))
WORDS = [
    word
    for kind in ("count", "measure", "money", "ratio", "duration")
    for line in UNITS[kind]
    for word in str(line).split()
]
# Behind a number with 以上 these are a grade, an edition or an age; what begins with a power is read without it.
OTHERWISE = {"届", "级", "岁", "周岁"}
# 兆 alone is more often the head of a word (兆头).
HIDDEN = {"兆"}
FAULT = pytest.mark.xfail(strict=True, reason="labels.yaml takes the number for a part of a name")


@pytest.mark.parametrize(
    "word",
    [
        pytest.param(word, marks=FAULT) if word in HIDDEN else word
        for word in WORDS
        if (word not in OTHERWISE and word[0] not in "百千万亿") or word in UNITS["whole"]
    ],
)
def test_a_unit(mine: Callable[..., list[Record]], word: str) -> None:
    (record,) = mine(f"总量达到37{word}以上。", all_kinds=True)
    assert (record.quantity, record.value, record.unit, record.comparator) == (
        f"37{word}以上",
        37,
        UNITS["named"].get(word, word),
        ">=",
    )
