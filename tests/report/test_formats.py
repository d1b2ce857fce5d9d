from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import msgspec
import pytest

from pledgeminer.audit.audit import audit
from pledgeminer.audit.model import Audited
from pledgeminer.diff.compare import compare
from pledgeminer.diff.model import Change
from pledgeminer.documents.description import Description
from pledgeminer.errors import PledgeminerError
from pledgeminer.record import Record
from pledgeminer.report import formats
from pledgeminer.report.formats import FORMATS, NESTED, Content, Format, chosen_format, format_named, format_of
from pledgeminer.report.output import open_writer
from pledgeminer.report.writer import RowWriter
from pledgeminer.rule_tools.explanation import Explanation
from pledgeminer.run.events import Extracted
from samples import described

CONTENTS: tuple[Content, ...] = get_args(Content)
ROW_TYPES: dict[Content, type[msgspec.Struct]] = {
    "records": Record,
    "documents": Description,
    "changes": Change,
    "explanations": Explanation,
    "verdicts": Audited,
}


@pytest.fixture
def items(make: Callable[..., Record]) -> dict[Content, list[Any]]:
    """Return for each content what its writer takes, a row each, with a word to find it by."""
    document = Extracted(described("停车.txt", "2026-01-20"), [make(indicator="停车位")])
    number = Explanation("5000个", "停车.txt", 1, 0, 5, "停车位5000个", "left out", "no rule")
    return {
        "records": [document],
        "documents": [document],
        "changes": compare([make(indicator="停车位")], [make(indicator="停车位")]),
        "explanations": [number],
        "verdicts": audit([make(indicator="停车位")], []),
    }


class LineWriter(RowWriter):
    """A format that somebody adds: the fields of a row a line each."""

    def row(self, row: msgspec.Struct) -> None:
        for field in self.fields:
            self.stream.write(f"{field}: {getattr(row, field)!r}\n")


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Format:
    """Add a format as CONTRIBUTING says: one module, and one line of the registry."""
    module = ModuleType("pledgeminer.report.line_text")
    module.LineWriter = LineWriter  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    format = Format("lines", "for a test", (".lines",), "line_text:LineWriter")
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, format))
    return format


def written(content: Content, format: Format, path: Path, items: Iterable[Any]) -> str:
    with open_writer(content, format, str(path)) as writer:
        for item in items:
            writer.add(item)
    return path.read_text(format.encoding)


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_a_format_writes_the_content_or_says_that_it_cannot(
    format: Format, content: Content, items: dict[Content, list[Any]], tmp_path: Path
) -> None:
    if format.writer_of(content) is None:
        with pytest.raises(PledgeminerError, match=f"{format.name} cannot hold {content} .use one of "):
            format_named(format.name, content)
        return
    assert format_named(format.name, content) is format
    assert "停车" in written(content, format, tmp_path / "out", items[content])


@pytest.mark.parametrize("content", [content for content in CONTENTS if content not in NESTED])
def test_every_content_with_flat_rows_can_be_csv_with_the_fields_as_columns(
    content: Content, items: dict[Content, list[Any]], tmp_path: Path
) -> None:
    heading, row = csv.reader(written(content, format_named("csv"), tmp_path / "out", items[content]).splitlines())
    assert tuple(heading) == ROW_TYPES[content].__struct_fields__
    assert len(row) == len(heading)


@pytest.mark.parametrize("content", CONTENTS)
def test_json_holds_every_content(content: Content, items: dict[Content, list[Any]], tmp_path: Path) -> None:
    (row,) = json.loads(written(content, format_named("json", content), tmp_path / "out", items[content]))
    assert tuple(row) == ROW_TYPES[content].__struct_fields__


@pytest.mark.parametrize("content", [content for content in CONTENTS if content not in NESTED])
def test_a_format_that_is_added_in_one_line_writes_all(
    content: Content, items: dict[Content, list[Any]], added: Format, tmp_path: Path
) -> None:
    assert format_of("out.lines", content) is added
    assert "lines (for a test)" in formats.names_for(content)
    assert "停车" in written(content, added, tmp_path / "out.lines", items[content])


def test_what_an_added_format_cannot_write_is_a_message_and_no_fault(added: Format) -> None:
    with pytest.raises(PledgeminerError, match=r"lines cannot hold explanations .use one of table, json"):
        format_of("out.lines", "explanations")
    assert added.writer_of("explanations") is None


def test_no_ending_and_no_name_stands_twice() -> None:
    endings = [ending for format in FORMATS for ending in format.endings]
    assert len(set(endings)) == len(endings)
    assert len({format.name for format in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("a.csv", "csv"),
        ("a.CSV", "csv"),
        ("a.b/c.tsv", "tsv"),
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.md", "markdown"),
        ("a.markdown", "markdown"),
        ("a.txt", "table"),
    ],
)
def test_the_ending_tells_the_format(path: str, format: str) -> None:
    assert format_of(path).name == format


@pytest.mark.parametrize("path", ["a", "a.unknown", "csv", ".csv/a"])
def test_other_endings_are_refused(path: str) -> None:
    with pytest.raises(PledgeminerError, match="--format"):
        format_of(path)


def test_a_name_that_is_none_is_refused_with_those_that_are() -> None:
    with pytest.raises(PledgeminerError, match=r"there is no format 'exel' .use one of table, csv"):
        format_named("exel")


@pytest.mark.parametrize(
    ("name", "path", "terminal", "format"),
    [
        (None, None, True, "table"),
        (None, None, False, "csv"),
        (None, "a.json", True, "json"),
        ("tsv", "a.json", True, "tsv"),
    ],
)
def test_the_name_goes_before_the_ending_and_the_ending_before_the_place(
    name: str | None, path: str | None, terminal: bool, format: str
) -> None:
    assert chosen_format(name, path, "records", terminal=terminal).name == format
