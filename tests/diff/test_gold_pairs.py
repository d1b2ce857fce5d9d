"""The annotated pairs of documents: what has to become of each target, from annotated records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gold_records import commitments, read_lines

import pledgeminer
from pledgeminer.diff.compare import compare
from pledgeminer.diff.model import Change

HERE = Path(__file__).resolve()
EXPECTED = HERE.parents[1] / "expected"
SHARED = HERE.parents[3] / "shared" / "gold"
OURS = [
    (EXPECTED, "work-report-2024", "work-report-2025", "diff-work-report"),
    (EXPECTED, "action-plan-2023", "action-plan-2024", "diff-action-plan"),
]
PAIRS = [
    *(pytest.param(*pair, id=pair[3]) for pair in OURS),
    pytest.param(SHARED, "gwr-2022", "gwr-2023", "diff-2022-2023", id="diff-2022-2023", marks=pytest.mark.gold),
]


@pytest.mark.parametrize(("folder", "old", "new", "gold"), PAIRS)
def test_every_target_becomes_what_a_reader_found(folder: Path, old: str, new: str, gold: str) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    sides = (commitments(folder / f"{name}.jsonl", manifest[name]["date"]) for name in (old, new))
    changes = [comparison.change for comparison in compare(*sides)]
    lines = [line for line in read_lines(folder / f"{gold}.jsonl") if not line.get("optional")]
    assert [line for line in lines if not any(means(line, change) for change in changes)] == []


@pytest.mark.parametrize(("folder", "old", "new", "gold"), OURS, ids=[pair[3] for pair in OURS])
def test_every_row_of_two_years_of_our_own_is_right(folder: Path, old: str, new: str, gold: str) -> None:
    """The whole way, from the documents: nothing is missed, and nothing stands there that no reader found."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    sides = ((HERE.parents[2] / manifest[name]["path"], manifest[name]["date"]) for name in (old, new))
    (old_path, old_date), (new_path, new_date) = sides
    changes = pledgeminer.diff(old_path, new_path, old_date=old_date, new_date=new_date)
    lines = read_lines(folder / f"{gold}.jsonl")
    missed = [line for line in lines if not any(means(line, change) for change in changes)]
    # What two careful readers would settle differently stands in no row that was made by hand.
    open_places = [
        {(one["line"], one["quantity"]) for one in read_lines(folder / f"{name}.jsonl") if one.get("optional")}
        for name in (old, new)
    ]
    invented = [
        change
        for change in changes
        if (change.old_line, change.old_quantity) not in open_places[0]
        and (change.new_line, change.new_quantity) not in open_places[1]
        and not any(means(line, change) for line in lines)
    ]
    assert (missed, invented) == ([], [])


def means(line: dict[str, Any], change: Change) -> bool:
    same_indicator = line["indicator"] in change.indicator or change.indicator in line["indicator"]
    what = change.change, change.old_quantity, change.new_quantity
    return same_indicator and what == (line["change"], line["old_quantity"], line["new_quantity"])
