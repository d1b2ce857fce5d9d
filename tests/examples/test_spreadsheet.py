"""A saved extraction goes through a spreadsheet and comes back as the same commitments."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import pledgeminer
from pledgeminer.saved.load import load

HERE = Path(__file__).resolve().parents[2] / "examples" / "spreadsheet"


def script(name: str, *arguments: Path) -> None:
    subprocess.run([sys.executable, HERE / name, *arguments], check=True)


def test_a_workbook_keeps_every_record(last_year: Path, tmp_path: Path) -> None:
    workbook, checked = tmp_path / "targets.xlsx", tmp_path / "checked.csv"
    script("to_workbook.py", last_year, workbook)
    script("from_workbook.py", workbook, checked)
    assert load(checked) == load(last_year)
    sheet = load_workbook(workbook).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", sheet.dimensions)
    assert {cell.data_type for cell in sheet[2]} <= {"s", "n"}


def general(value: str) -> str:
    """Return a cell as Excel shows, and saves, what it took for a number or a day when it opened a CSV."""
    try:
        number = float(value)
    except ValueError:
        year, *rest = value.split("-")
        is_day = len(rest) == 2 and len(year) == 4 and year.isdecimal()
        return f"{int(year)}/{int(rest[0])}/{int(rest[1])}" if is_day else value
    return f"{number:.5E}" if abs(number) >= 1e11 else f"{number:.10g}"


@pytest.mark.parametrize(("encoding", "separator"), [("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t")])
def test_a_csv_that_excel_opened_and_saved_has_the_same_targets(
    last_year: Path, tmp_path: Path, encoding: str, separator: str
) -> None:
    with last_year.open(encoding="utf-8-sig", newline="") as file:
        rows: list[dict[str, Any]] = list(csv.DictReader(file))
    columns = ["checked", *reversed(rows[0])]
    saved = tmp_path / "saved.csv"
    with saved.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=separator)
        writer.writeheader()
        writer.writerows({name: general(value) for name, value in row.items()} | {"checked": "✓"} for row in rows)
    changes = pledgeminer.diff(last_year, saved)
    assert len(changes) > 10
    assert {change.change for change in changes} == {"unchanged"}


def test_the_commands_of_the_page_are_those_of_the_folder() -> None:
    page = (HERE / "README.md").read_text("utf-8")
    assert all(f"python {path.name} " in page for path in HERE.glob("*.py"))
