"""``pledgeminer extract --show-documents``, and what is said of documents beside them and in their heads."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pledgeminer.documents import reading
from pledgeminer.documents.content import Content
from pledgeminer.documents.description import Description

Command = Callable[..., Any]

FIELDS = Description.__struct_fields__
FRONT = """\
---
date: 2026/3/24
body: 滨海市人民政府
title: 工作要点
tags: [a]
---
今年新增公共停车位5000个以上，新建学校3所。
"""
PLAIN = "年底前新增公共停车位3000个以上。\n"


@pytest.fixture(autouse=True)
def documents(folder: Path) -> None:
    (folder / "d/2025").mkdir(parents=True)
    Path("d/a.md").write_text(FRONT, encoding="utf-8")
    Path("d/2025/b.txt").write_text(PLAIN, encoding="gbk")


#: What is said where a deadline such as 今年 has no year to stand in.
UNDATED = "pledgeminer: {}: the date is unknown, its relative deadlines are not placed (give it with --date YYYY-MM-DD)"


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def test_a_row_for_each_document(command: Command) -> None:
    run = command("extract", "d", "--show-documents")
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines() == [
        ",".join(FIELDS),
        "d/2025/b.txt,text,gb18030,,,,,,19,1,",
        f"d/a.md,text,utf-8,2026-03-24,滨海市人民政府,工作要点,,,{len(FRONT)},2,",
    ]


@pytest.mark.parametrize(
    ("format", "beginning"),
    [
        ("csv", "source,format,encoding,date,body,title,place,pages,characters,numbers,repairs\n"),
        ("tsv", "source\tformat\tencoding\t"),
        ("json", '[\n{"source":"d/2025/b.txt","format":"text",'),
        ("jsonl", '{"source":"d/2025/b.txt","format":"text",'),
        ("markdown", "| source | format |"),
        ("table", "Document "),
    ],
)
def test_every_format(command: Command, format: str, beginning: str) -> None:
    assert command("extract", "d", "--show-documents", "-f", format).out.startswith(beginning)
    assert command("extract", "d", "--show-documents", "-o", "out", "-f", format).code == 0
    assert Path("out").read_text(encoding="utf-8-sig").startswith(beginning)


def test_nothing_is_missing_in_json(command: Command) -> None:
    (row,) = (
        json.loads(line) for line in command("extract", "d/a.md", "--show-documents", "-f", "jsonl").out.splitlines()
    )
    assert row == {
        "source": "d/a.md",
        "format": "text",
        "encoding": "utf-8",
        "date": "2026-03-24",
        "body": "滨海市人民政府",
        "title": "工作要点",
        "place": None,
        "pages": None,
        "characters": len(FRONT),
        "numbers": 2,
        "repairs": [],
    }


@pytest.mark.parametrize(
    ("language", "heading", "end"), [("en", "Document", "documents 2 · "), ("zh", "文件", "文件 2 · 字数 ")]
)
def test_a_terminal_gets_a_table(command: Command, language: str, heading: str, end: str) -> None:
    run = command("extract", "d", "--show-documents", "--lang", language, terminal=True)
    lines = run.out.splitlines()
    assert lines[0].startswith(heading)
    assert lines[-1].startswith(end)


def test_processes_see_the_same(command: Command) -> None:
    Path("d/documents.csv").write_text("path,date,encoding\n2025/*,2025-01-16,gbk\n", encoding="utf-8")
    one = command("extract", "d", "--show-documents", "--jobs", "1")
    assert rows(one.out)[0]["date"] == "2025-01-16"
    assert command("extract", "d", "--show-documents", "--jobs", "2") == one


def test_what_cannot_be_read_is_told(command: Command) -> None:
    Path("d/c.txt").write_bytes(b"\0\1")
    run = command("extract", "d/a.md", "d/c.txt", "missing.txt", "--show-documents")
    assert run.code == 2
    assert [row["source"] for row in rows(run.out)] == ["d/a.md"]
    assert [line.split(": ")[1] for line in run.err.splitlines()] == ["d/c.txt", "missing.txt"]
    run = command("extract", "missing.txt", "--show-documents", "-o", "out.csv")
    assert (run.code, run.out, Path("out.csv").exists()) == (2, "", False)


def test_options_go_before_all_that_documents_say(command: Command) -> None:
    Path("d/documents.csv").write_text("path,date,body,place\n*.md,2025-01-16,list,滨海市\n", encoding="utf-8")
    options = ("--show-documents", "--date", "2024-01-01", "--body", "市政府")
    (row,) = rows(command("extract", "d/a.md", *options).out)
    assert (row["date"], row["body"], row["title"], row["place"]) == ("2024-01-01", "市政府", "工作要点", "滨海市")


def test_records_are_dated_by_what_is_said(command: Command) -> None:
    Path("d/documents.yaml").write_text("- {path: 2025/, date: 2025-01-16, body: 滨海市财政局}\n", encoding="utf-8")
    found = rows(command("extract", "d").out)
    assert [(row["source"], row["date"], row["deadline_date"], row["owners"], row["line"]) for row in found] == [
        ("d/2025/b.txt", "2025-01-16", "2025-12-31", "滨海市财政局", "1"),
        ("d/a.md", "2026-03-24", "2026-12-31", "滨海市人民政府", "7"),
        ("d/a.md", "2026-03-24", "2026-12-31", "滨海市人民政府", "7"),
    ]
    assert [FRONT[int(row["start"]) : int(row["end"])] for row in found[1:]] == ["5000个以上", "3所"]


def test_the_numbers_of_front_matter_are_none(command: Command) -> None:
    Path("d/a.md").write_text(
        "---\nsummary: 今年新增公共停车位5000个以上。\n---\n今年新建学校3所。\n", encoding="utf-8"
    )
    (row,) = rows(command("extract", "d/a.md").out)
    assert (row["quantity"], row["line"]) == ("3所", "4")


def test_standard_input_has_front_matter_and_no_list(command: Command) -> None:
    Path("documents.csv").write_text("path,date\n*,2025-01-16\n", encoding="utf-8")
    (row,) = rows(command("extract", "-", "--show-documents", stdin=FRONT.encode()).out)
    assert (row["source"], row["date"]) == ("-", "2026-03-24")


def test_faults_of_a_list_are_told_and_the_documents_are_done(command: Command) -> None:
    Path("d/documents.yaml").write_text("- path: a.md\n  date: x\n- path: b.txt\n  body: b\n", encoding="utf-8")
    run = command("extract", "d", "-o", "out.csv")
    assert run.code == 2
    assert run.err.splitlines() == [
        "pledgeminer: d/documents.yaml:2:9: 'x' is not a date (write YYYY-MM-DD, for example 2026-03-24)",
        UNDATED.format("d/2025/b.txt"),
        "pledgeminer: d/documents.yaml: this entry fits no document: b.txt (line 3)",
    ]
    assert len(rows(Path("out.csv").read_text(encoding="utf-8-sig"))) == 3


def test_an_entry_that_fits_nothing_is_no_error(command: Command) -> None:
    Path("d/documents.yaml").write_text("- {path: b.txt, body: b}\n", encoding="utf-8")
    run = command("extract", "d")
    assert (run.code, run.err.splitlines()) == (
        0,
        [
            UNDATED.format("d/2025/b.txt"),
            "pledgeminer: d/documents.yaml: this entry fits no document: b.txt (line 1)",
        ],
    )


@pytest.mark.parametrize("name", ["documents.csv", "documents.yaml", "documents.yml"])
def test_a_list_is_not_overwritten(command: Command, name: str) -> None:
    Path("d", name).write_text("path\n" if name.endswith("csv") else "[]", encoding="utf-8")
    run = command("extract", "d", "--show-documents", "-f", "csv", "-o", f"d/{name}")
    assert run.code == 2
    assert run.err == (
        f"pledgeminer: d/{name}: this file is also the list of the documents "
        "(it would be overwritten; choose another name)\n"
    )


def test_what_was_shown_can_be_made_into_a_list(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("d")
    assert command("extract", ".", "--show-documents", "-o", "documents.csv").code == 0
    path = Path("documents.csv")
    shown = path.read_text(encoding="utf-8-sig")
    path.write_text(shown.replace("gb18030,,", "gb18030,2025/1/16,"), encoding="utf-8-sig")
    run = command("extract", ".", "--show-documents")
    assert (run.code, run.err) == (0, "")
    assert run.out == shown.replace("gb18030,,", "gb18030,2025-01-16,")


def test_what_was_repaired_is_told(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    repairs = ("412 inserted readings taken out", "31 lost characters marked")
    content = Content(PLAIN, "html", "utf-8", repairs=repairs, warnings=("d/a.md:3: odd",))
    monkeypatch.setattr(reading, "extract_content", lambda *_: content)
    run = command("extract", "d/a.md", "--date", "2026-01-20")
    assert (run.code, len(rows(run.out))) == (0, 1)
    assert run.err.splitlines() == [
        "pledgeminer: d/a.md:3: odd",
        "pledgeminer: d/a.md: repaired: 412 inserted readings taken out; 31 lost characters marked",
    ]
    (row,) = rows(command("extract", "d/a.md", "--show-documents").out)
    assert row["repairs"] == ";".join(repairs)
    told = command(
        "diff", "d/a.md", "d/2025/b.txt", "--old-date", "2026-01-20", "--new-date", "2026-01-20"
    ).err.splitlines()
    assert told == [*run.err.splitlines(), *(line.replace("a.md: r", "2025/b.txt: r") for line in run.err.splitlines())]


def test_wrong_front_matter_is_told_wherever_it_is_read(command: Command) -> None:
    Path("d/a.md").write_text(f"---\ndate: 2026-02-30\n---\n{PLAIN}", encoding="utf-8")
    fault = "'2026-02-30' is not a date, and is not used (write YYYY-MM-DD, for example 2026-03-24)"
    for arguments in (
        ["extract", "d/a.md", "--show-documents"],
        ["explain", "d/a.md:4"],
        ["rules", "coverage", "d/a.md"],
    ):
        run = command(*arguments)
        assert (run.code, run.err) == (0, f"pledgeminer: d/a.md:2:7: {fault}\n")


def test_explain_knows_the_list(command: Command) -> None:
    Path("d/documents.yaml").write_text("- {path: 2025/, date: 2025-01-16}\n", encoding="utf-8")
    assert "2025-12-31" in command("explain", "d/2025/b.txt:1").out
    assert "2026-12-31" in command("explain", "--text", FRONT).out
