from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import pledgeminer
from pledgeminer import Change, DocumentError, Record, diff
from pledgeminer.report.formats import format_named
from pledgeminer.report.output import open_writer
from pledgeminer.run.compare import read_side
from pledgeminer.run.events import Extracted, Failed, LeftOut
from pledgeminer.run.task import Task
from samples import described

pytestmark = pytest.mark.usefixtures("record_per_line")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.txt").write_text("学校 3\n医院 2\n", "utf-8")
    (tmp_path / "old" / "b.txt").write_text("公园 5\n公园 5 done\n", "utf-8")
    (tmp_path / "new.txt").write_text("学校 3\n", "utf-8")
    return tmp_path


def kinds(rows: list[Change]) -> dict[str, str]:
    return {row.indicator: row.change for row in rows}


EXPECTED = {"医院 2": "dropped", "公园 5": "dropped", "学校 3": "unchanged"}


def test_a_side_is_a_folder_a_document_or_records(folder: Path) -> None:
    records = pledgeminer.extract(folder / "new.txt")
    assert kinds(diff(folder / "old", folder / "new.txt")) == EXPECTED
    assert kinds(diff(str(folder / "old"), records)) == EXPECTED
    assert kinds(diff(pledgeminer.extract(folder / "old"), iter(records))) == EXPECTED


@pytest.mark.parametrize("format", ["csv", "json", "jsonl", "tsv"])
def test_a_side_is_a_saved_extraction_of_which_the_promises_count(folder: Path, format: str) -> None:
    saved = folder / f"old.{format}"
    with open_writer("records", format_named(format), str(saved)) as writer:
        writer.add(Extracted(described("old"), pledgeminer.extract(folder / "old", kind="all")))
    assert kinds(diff(saved, folder / "new.txt")) == EXPECTED


def test_each_side_has_its_own_date(folder: Path) -> None:
    (row,) = diff(folder / "new.txt", folder / "new.txt", old_date="2025-01-10", new_date=datetime.date(2026, 1, 12))
    # The deadline is 2026-10-31 whatever the date; so it is the same day from either.
    assert (row.change, row.reworded) == ("unchanged", ())


def test_the_first_file_that_cannot_be_read_is_raised(folder: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        diff(folder / "none", folder / "new.txt")
    with pytest.raises(DocumentError, match="there is no such file"):
        diff([], folder / "none.csv")


def test_what_cannot_be_read_is_kept_beside_what_can(folder: Path) -> None:
    (folder / "old" / "c.txt").write_bytes("医院很多很多很多很多很多很多 2".encode()[:-6] + b"\xff\xff")
    (folder / "old" / ".hidden.txt").write_text("桥梁 1\n", "utf-8")
    events = list(read_side(str(folder / "old"), Task()))
    records = [record for event in events if isinstance(event, Extracted) for record in event.records]
    assert {record.indicator for record in records} == {"学校 3", "医院 2", "公园 5"}
    assert [event.error.where for event in events if isinstance(event, Failed)] == [str(folder / "old" / "c.txt")]
    assert events[-1] == LeftOut(Counter({"hidden": 1}))


def test_diff_is_the_function_though_a_folder_of_the_package_has_its_name(
    make: Callable[..., Record],
) -> None:
    from pledgeminer.diff.compare import diff as of_records

    assert pledgeminer.diff is diff
    assert pledgeminer.diff([make()], [make()]) == of_records([make()], [make()])
