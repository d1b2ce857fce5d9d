from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pledgeminer.diff.accept import judge, load_accepted
from pledgeminer.diff.compare import compare
from pledgeminer.diff.model import Comparison
from pledgeminer.errors import PledgeminerError
from pledgeminer.record import Record

TODAY = date(2026, 11, 21)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], str]:
    def to_file(text: str) -> str:
        path = tmp_path / "known.yaml"
        path.write_text(text, "utf-8")
        return str(path)

    return to_file


@pytest.fixture
def changes(make: Callable[..., Record]) -> list[Comparison]:
    """A dropped target, one that slipped and was lowered, and one that is as it was."""
    slow = {"indicator": "农村公路", "start": 200, "value": 260}
    kept = {"indicator": "“一村一品”示范村", "start": 300}
    old = [
        make(id="aaaaaaaaaaaa", indicator="近视率", date="2025-01-10", deadline_date="2025-12-31"),
        make(id="bbbbbbbbbbbb", date="2025-01-10", deadline_date="2025-06-30", **slow),
        make(id="cccccccccccc", date="2025-01-10", deadline_date="2025-12-31", **kept),
    ]
    new = [
        make(id="123456789012", date="2026-01-12", deadline_date="2026-10-31", **(slow | {"value": 240})),
        make(id="dddddddddddd", date="2026-01-12", deadline_date="2026-12-31", **kept),
    ]
    return compare(old, new)


ENTRY = "- indicator: 近视率\n  change: dropped\n  reason: reached\n"


@pytest.mark.parametrize(
    ("entry", "taken"),
    [
        (ENTRY, ["近视率"]),
        ("- {id: aaaaaaaaaaaa, change: dropped, reason: reached}", ["近视率"]),
        ("- {id: 123456789012, change: [lowered], reason: a bridge is missing}", ["农村公路"]),
        ("- {indicator: 农村公路, change: slipped, reason: rain}", ["农村公路"]),
        ("- {indicator: 一村一品 示范村, change: [dropped, unchanged], reason: known}", ["“一村一品”示范村"]),
        (ENTRY + "  until: 2026-11-21", ["近视率"]),
        ("- {indicator: 近视率, change: lowered, reason: no}", []),
        ("- {indicator: 近视, change: dropped, reason: no}", []),
        ("", []),
    ],
)
def test_an_entry_takes_the_changes_that_it_means(
    write: Callable[[str], str], changes: list[Comparison], entry: str, taken: list[str]
) -> None:
    judged = judge(changes, load_accepted(write(entry)), TODAY)
    assert [comparison.change.indicator for comparison, _ in judged.accepted] == taken
    assert bool(judged.unmatched) == (bool(entry) and not taken)
    assert judged.expired == []


def test_an_expired_entry_takes_nothing_and_is_told(write: Callable[[str], str], changes: list[Comparison]) -> None:
    path = write(f"# known\n\n{ENTRY}  until: 2026-11-20\n")
    judged = judge(changes, load_accepted(path), TODAY)
    assert (judged.accepted, judged.unmatched) == ([], [])
    assert [(entry.where, entry.reason) for entry in judged.expired] == [(f"{path}:3", "reached")]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("indicator: 近视率", 1, "is not a list"),
        ("- 近视率", 1, "is not an entry"),
        (f"{ENTRY}  why: no", 4, "'why' is no key"),
        (f"{ENTRY}  change: added", 4, "change stands twice"),
        (f"{ENTRY}  id: aaaaaaaaaaaa", 1, "names not one of indicator and id"),
        ("- {change: dropped, reason: no}", 1, "names not one of indicator and id"),
        ("- indicator: 近视率\n  reason: no", 1, "has no change"),
        ("- indicator: 近视率\n  change: dropped", 1, "has no reason"),
        ("- indicator: 近视率\n  change: dropped\n  reason:", 3, "is not a text"),
        ("- indicator: 近视率\n  change: gone\n  reason: no", 2, "'gone' is no change"),
        ("- indicator: 近视率\n  change: [dropped, gone]\n  reason: no", 2, "'gone' is no change"),
        ("- indicator: 近视率\n  change: []\n  reason: no", 2, "no change is named"),
        (f"{ENTRY}  until: soon", 4, "'soon' is not a date"),
        (f"{ENTRY}  until: 2026-02-30", 4, "'2026-02-30' is not a date"),
        ("- indicator: [近视率]\n  change: dropped\n  reason: no", 1, "is not a text"),
        ("- a: [", 1, "is not YAML"),
        ("- !!python/object/apply:os.system [ls]", 1, "is not an entry"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(write: Callable[[str], str], text: str, line: int, problem: str) -> None:
    path = write(text)
    with pytest.raises(PledgeminerError) as error:
        load_accepted(path)
    assert error.value.where == f"{path}:{line}"
    assert problem in error.value.problem


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"- \x00"])
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "known.yaml"
    path.write_bytes(content)
    with pytest.raises(PledgeminerError, match="is not"):
        load_accepted(str(path))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PledgeminerError, match="there is no such file"):
        load_accepted(str(tmp_path / "none.yaml"))
