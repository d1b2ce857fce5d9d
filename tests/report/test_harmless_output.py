"""Hostile strings in every field of every output: nothing commands a terminal, a page, a spreadsheet or a runner."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from pledgeminer.cli.streams import say
from pledgeminer.diff.compare import compare
from pledgeminer.record import Record
from pledgeminer.report.formats import FORMATS, format_named, formats_for
from pledgeminer.report.output import open_writer
from pledgeminer.report.text_cells import harmless, one_line
from pledgeminer.run.events import Extracted
from samples import COMMITMENT, described

HOSTILE = {
    "a terminal's command": "a\x1b[2Jb",
    "a command in eight bits": "a\x9b31mb",
    "a bell": "a\x07b",
    "a line above": "a\rb",
    "two lines": "a\nb",
    "a line of Unicode": "a\u2028b",
    "right to left": "a\u202eb\u202c",
    "an isolate": "a\u2066b\u2069",
    "a mark": "a\u200fb",
    "half a pair": "a\ud800b",
    "a runner's command": "::stop-commands::x",
    "a runner's command behind a blank": " \u3000::error::x",
    "a runner's command in the second line": "a\n::error::x",
    "an old runner's command": "a##[stop-commands]x",
    "a formula": "=cmd|' /C calc'!A0",
    "a formula of full width": "＝1+1",
    "a formula behind a newline": "\n=1+1",
    "a name": "@octocat/team",
    "a link": "https://example.org/x",
    "a bare link": "www.example.org",
    "a link in Markdown": "[a](javascript:alert(1))",
    "an element": "<img src=x onerror=alert(1)>",
    "an entity": "a&lt;b",
    "a cell": "a|b",
}
FIELDS = ("indicator", "quantity", "unit", "text", "source", "speaker", "deadline", "owners", "rule")
FORMAT_NAMES = [format.name for format in FORMATS]


def hostile(text: str) -> Record:
    return replace(
        COMMITMENT, **{field: (text, text) if field == "owners" else text for field in FIELDS if field != "rule"}
    )


def outputs(text: str, capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, str]]:
    """Yield the name of each format and content, and what is written of a document that is all ``text``."""
    record = hostile(text)
    description = replace(described(text, "2026-01-01"), title=text, body=text, place=text, repairs=(text,))
    changes = [
        *compare([record], []),
        *compare([], [record]),
        *compare([record], [replace(record, value=1, id="1" * 12)]),
    ]
    contents: dict[str, list[Any]] = {
        "records": [Extracted(description, [record])],
        "documents": [Extracted(description, [])],
        "changes": changes,
    }
    for content, items in contents.items():
        for format in formats_for(content):  # type: ignore[arg-type]
            capsys.readouterr()
            with open_writer(content, format_named(format.name, content), None) as writer:  # type: ignore[arg-type]
                for item in items:
                    writer.add(item)
            yield f"{format.name} of {content}", capsys.readouterr().out


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_commands_what_shows_it(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name, written in outputs(text, capsys):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", written), name
        assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", written), name
        assert not re.search("[\ud800-\udfff]", written), name
        assert "##[" not in written, name
        if not name.startswith("github"):
            assert not re.search(r"^\s*::", written, re.M), name
        written.encode()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_runner_obeys_only_the_commands_that_are_meant(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (written,) = (written for name, written in outputs(text, capsys) if name.startswith("github"))
    for line in written.splitlines():
        assert re.match(r"::(?:warning|notice|error|debug)(?: (?:file|line|title)=[^:,]*(?:,\w+=[^:,]*)*)?::", line)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_keeps_every_character(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name, written in outputs(text, capsys):
        if name.startswith("jsonl of records"):
            assert json.loads(written)["indicator"] == text
        elif name.startswith("json of records"):
            assert json.loads(written)[0]["owners"] == [text, text]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_cell_is_a_formula_and_no_row_two_lines(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name, written in outputs(text, capsys):
        if name.startswith(("csv", "tsv")):
            lines = written.splitlines()
            rows = list(csv.reader(io.StringIO(written), delimiter="," if name.startswith("csv") else "\t"))
            assert len(rows) == len(lines), name
            assert not [cell for row in rows for cell in row if re.match(r"[=+@＝＋＠-][^0-9=].", cell)], name


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markdown_shows_text_and_nothing_else(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name, written in outputs(text, capsys):
        if name.startswith("markdown"):
            own = written.replace("<details>", "").replace("</details>", "")
            own = re.sub(r"</?summary>", "", own)
            assert not re.search(r"(?<!\\)[<\[]|@[A-Za-z0-9]|(?<!\\)://|www\.|(?<!\\)&", own), name


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_message_is_one_line_that_commands_nothing(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    say(f"{text}: cannot be read")
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("pledgeminer: ")
    assert "##[" not in said
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", said)


@pytest.mark.parametrize("text", ["公共停车位5000个", "＃＃ [a]", "a: b", "10:30", "C:\\a", "(3)：a", "a @b", ""])
def test_ordinary_text_stays(text: str) -> None:
    assert harmless(text) == text
    assert one_line(text) == text
