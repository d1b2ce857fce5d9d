"""The list of documents: its table on terminals of any width, and its rows in the other formats."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len

from pledgeminer.documents.description import Description
from pledgeminer.report.document_words import DOCUMENT_WORDS
from pledgeminer.report.formats import format_named
from pledgeminer.report.headings import Language
from pledgeminer.report.output import open_writer
from pledgeminer.report.writer import Options
from pledgeminer.run.events import Extracted
from samples import described

WHOLE = described(
    "speeches/2026/report.pdf",
    "2026-03-24",
    None,
    format="pdf",
    body="滨海市人民政府",
    title="2026年政府工作报告",
    place="滨海市",
    pages=24,
    characters=123456,
    numbers=1234,
    repairs=("412 inserted readings taken out", "31 lost characters marked"),
)


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    def write(*rows: Description, width: int = 80, format: str = "table", language: Language = "en") -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        with open_writer("documents", format_named(format), None, Options(language)) as writer:
            for row in rows:
                writer.add(Extracted(row, []))
        return capsys.readouterr().out

    return write


@pytest.mark.parametrize("width", [40, 50, 60, 70, 80, 90, 100, 110, 150])
def test_the_table_fits_the_terminal_and_no_number_is_cut(shown: Any, width: int) -> None:
    written = shown(WHOLE, described("長" * 200, body="市" * 60, place="市" * 60, title="题" * 90), width=width)
    assert max(map(cell_len, written.splitlines())) <= width
    (first,) = (line for line in written.splitlines() if "2026-03-24" in line)
    assert first.rstrip().endswith(" 1,234")
    assert set(first.split()) <= {
        *("pdf", "2026-03-24", "24", "123,456", "1,234"),
        *(name[:end] for name in ("speeches/2026/report.pdf", "滨海市人民政府", "滨海市") for end in range(30)),
    }


def test_what_the_table_shows(shown: Any) -> None:
    lines = [line.rstrip() for line in shown(WHOLE, described("a.txt"), width=120).splitlines()]
    assert lines[0].split() == ["Document", "Format", "Date", "Body", "Place", "Pages", "Characters", "Numbers"]
    assert lines[2].split() == [
        *("speeches/2026/report.pdf", "pdf", "2026-03-24", "滨海市人民政府", "滨海市", "24", "123,456", "1,234"),
    ]
    assert lines[3:5] == ["2026年政府工作报告", "412 inserted readings taken out; 31"]
    assert [line.split() for line in lines if line.startswith("a.txt")] == [["a.txt", "text", "utf-8", "100", "1"]]
    assert lines[-1] == "documents 2 · characters 123,556 · numbers 1,235"


def test_columns_without_anything_are_left_out(shown: Any) -> None:
    heading = shown(described("a.txt"), width=120).splitlines()[0]
    assert heading.split() == ["Document", "Format", "Date", "Body", "Characters", "Numbers"]


def test_what_is_left_out_where_there_is_no_room(shown: Any) -> None:
    def heading(width: int) -> list[str]:
        return str(shown(WHOLE, width=width)).splitlines()[0].split()

    whole = heading(120)
    assert [name for name in whole if name not in heading(90)] == ["Place"]
    assert [name for name in whole if name not in heading(80)] == ["Format", "Place"]
    assert [name for name in whole if name not in heading(60)] == ["Format", "Place", "Pages", "Characters"]


def test_nothing_at_all(shown: Any) -> None:
    assert shown() == "documents 0 · characters 0 · numbers 0\n"


def test_nothing_commands_the_terminal(shown: Any) -> None:
    written = shown(described("a\x1b[2Jb", body="\x07c", title="[bold]\x9bd", place="e\nf", repairs=("g\x1b",)))
    assert not {"\x1b", "\x07", "\x9b"} & set(written)
    assert "[bold]" in written


def test_every_heading_is_there_in_every_language(shown: Any) -> None:
    for language, words in DOCUMENT_WORDS.items():
        assert all(words)
        assert all(word.isascii() for word in words) == (language == "en")
    assert shown(WHOLE, language="zh", width=120).splitlines()[-1] == "文件 1 · 字数 123,456 · 数字 1,234"


@pytest.mark.parametrize("format", ["csv", "tsv", "markdown"])
def test_one_line_for_each_document(shown: Any, format: str) -> None:
    lines = shown(WHOLE, WHOLE, format=format).splitlines()
    assert len(lines) == (4 if format == "markdown" else 3)
    assert lines[-1] == lines[-2]
    assert "412 inserted readings taken out;31 lost characters marked" in lines[-1]


@pytest.mark.parametrize("rows", [[], [WHOLE], [WHOLE, described("a.txt")]])
def test_json_has_every_field(shown: Any, rows: list[Description]) -> None:
    objects = json.loads(shown(*rows, format="json"))
    assert [one["source"] for one in objects] == [row.source for row in rows]
    assert all(tuple(one) == Description.__struct_fields__ for one in objects)
