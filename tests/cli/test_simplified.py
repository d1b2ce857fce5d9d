"""``--simplified``: the words of records in simplified characters, on the command line and in Python."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import pledgeminer

Command = Callable[..., Any]

PRINTED = "今年，財政局將新增公共停車位5000個以上。\n"
SIMPLE = "今年，财政局将新增公共停车位5000个以上。\n"
WORDS = ("indicator", "unit", "quantity", "owners", "text")


@pytest.fixture(autouse=True)
def documents(folder: Path) -> None:
    (folder / "printed.txt").write_text(PRINTED, encoding="utf-8")
    (folder / "simple.txt").write_text(SIMPLE, encoding="utf-8")


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def test_words_stay_as_printed_unless_asked(command: Command) -> None:
    (printed,) = rows(command("extract", "printed.txt").out)
    (simplified,) = rows(command("extract", "printed.txt", "--simplified").out)
    (simple,) = rows(command("extract", "simple.txt", "--simplified").out)
    assert (printed["indicator"], printed["owners"]) == ("公共停車位", "財政局")
    assert [simplified[name] for name in WORDS] == [simple[name] for name in WORDS]
    assert simple == rows(command("extract", "simple.txt").out)[0]
    same = [name for name in printed if name not in WORDS]
    assert [simplified[name] for name in same] == [printed[name] for name in same]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_owners_are_then_asked_for_in_simplified_characters(command: Command, jobs: str) -> None:
    run = command("extract", "printed.txt", "simple.txt", "--owner", "财政局", "--jobs", jobs)
    assert [row["source"] for row in rows(run.out)] == ["simple.txt"]
    run = command("extract", "printed.txt", "simple.txt", "--owner", "财政局", "--simplified", "--jobs", jobs)
    assert [row["source"] for row in rows(run.out)] == ["printed.txt", "simple.txt"]


@pytest.mark.parametrize("old", ["printed.txt", "printed.csv"])
def test_a_traditional_side_meets_a_simplified_one(command: Command, old: str) -> None:
    assert command("extract", "printed.txt", "-o", "printed.csv").code == 0
    (row,) = rows(command("diff", old, "simple.txt", "--simplified", "-f", "csv").out)
    assert (row["change"], row["indicator"], row["reworded"]) == ("unchanged", "公共停车位", "")


def test_the_same_in_python() -> None:
    (printed,), (simplified,) = pledgeminer.extract(PRINTED), pledgeminer.extract(PRINTED, simplified=True)
    assert (printed.indicator, simplified.indicator) == ("公共停車位", "公共停车位")
    assert (printed.id, printed.start) == (simplified.id, simplified.start)
    for old in ("printed.txt", [printed]):
        (change,) = pledgeminer.diff(old, "simple.txt", simplified=True)
        assert (change.change, change.indicator) == ("unchanged", "公共停车位")
