"""The page about the comparison says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from pledgeminer.diff.accept import load_accepted
from pledgeminer.diff.gate import read_gates
from pledgeminer.diff.likeness import THRESHOLD
from pledgeminer.diff.model import CHANGE_FIELDS, KINDS
from pledgeminer.report.formats import formats_for

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "diff.md").read_text("utf-8")


def test_the_columns_and_the_kinds_are_those_of_a_change() -> None:
    assert " ".join(CHANGE_FIELDS) in " ".join(PAGE.split())
    kinds = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)[: len(KINDS) - 1]))
    assert set(kinds) == set(KINDS)
    assert all(f"`{format.name}`" in PAGE for format in formats_for("changes") if format.name != "table")
    assert f"likeness of {THRESHOLD}" in PAGE


def test_the_accept_file_on_the_page_can_be_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "known.yaml").write_text(example, "utf-8")
    assert [sorted(entry.changes) for entry in load_accepted(str(tmp_path / "known.yaml"))] == [
        ["lowered"],
        ["dropped", "slipped"],
    ]


def test_the_gates_on_the_page_are_gates() -> None:
    (gates,) = re.findall(r"--fail-on (\S+)", PAGE)
    assert read_gates(gates)
