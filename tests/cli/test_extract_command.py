from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.errors import RulesError
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import FIELDS
from samples import described

Command = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("record_per_line")


@pytest.fixture(autouse=True)
def documents(folder: Path) -> None:
    (folder / "d").mkdir()
    Path("d/a.txt").write_text("A office: 1\r\nB bureau: 2 done\n", encoding="utf-8")
    Path("d/b.md").write_text("全市：3\n", encoding="gbk")


def indicators(out: str) -> list[str]:
    return [row["indicator"] for row in csv.DictReader(io.StringIO(out))]


def test_a_pipe_gets_csv(command: Command) -> None:
    run = command("extract", "d")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(",".join(FIELDS) + "\n")
    assert indicators(run.out) == ["A office: 1", "全市：3"]


def test_a_terminal_gets_a_table(command: Command) -> None:
    run = command("extract", "d", terminal=True)
    assert run.code == 0
    assert run.out.startswith("d/a.txt\nIndicator")
    assert "documents 2 · commitments 2 (firm 2, aspire 0)" in run.out


@pytest.mark.parametrize(
    ("format", "beginning"),
    [
        ("table", "d/a.txt\nIndicator"),
        ("csv", "id,kind,"),
        ("tsv", "id\tkind\t"),
        ("json", '[\n{"id":'),
        ("jsonl", '{"id":'),
        ("markdown", "| id | kind |"),
    ],
)
def test_the_format_can_be_named(command: Command, format: str, beginning: str) -> None:
    assert command("extract", "d", "-f", format, terminal=True).out.startswith(beginning)
    assert command("extract", "d", "--format", format).out.startswith(beginning)


def test_a_file_gets_the_format_of_its_ending(command: Command) -> None:
    run = command("extract", "d", "-o", "out.jsonl", terminal=True)
    assert run == (0, "", "")
    lines = Path("out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["indicator"] for line in lines] == [
        "A office: 1",
        "全市：3",
    ]
    command("extract", "d", "--output", "out.csv")
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbfid,kind,")
    command("extract", "d", "-o", "out.csv", "-f", "json")
    assert len(json.loads(Path("out.csv").read_text(encoding="utf-8"))) == 2


def test_output_to_a_hyphen_is_standard_output(command: Command) -> None:
    assert indicators(command("extract", "d", "-o", "-").out) == ["A office: 1", "全市：3"]


def test_standard_input(command: Command) -> None:
    run = command("extract", "-", "-f", "jsonl", stdin="停车位1\r\n".encode("gbk"))
    assert json.loads(run.out)["source"] == "-"
    assert json.loads(run.out)["indicator"] == "停车位1"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["A office: 1", "全市：3"]),
        (("--kind", "achievement"), ["B bureau: 2 done"]),
        (("--kind", "all"), ["A office: 1", "B bureau: 2 done", "全市：3"]),
        (("--kind", "all", "--owner", "office"), ["A office: 1"]),
        (("--kind", "all", "--owner", "office", "--owner", "B bureau"), ["A office: 1", "B bureau: 2 done"]),
        (("--owner", "nobody"), []),
    ],
)
def test_records_are_chosen(command: Command, options: tuple[str, ...], expected: list[str]) -> None:
    run = command("extract", "d", *options)
    assert run.code == 0
    assert indicators(run.out) == expected


def test_options_reach_the_extractor(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Document] = []
    rules: list[tuple[str, ...]] = []
    monkeypatch.setattr(Extractor, "__init__", lambda _, folders: rules.append(folders))
    monkeypatch.setattr(Extractor, "extract_described", lambda _, read: (seen.append(read) or [], described("a")))
    options = (
        "--date",
        "2026-03-24",
        "--body",
        "市人民政府",
        "--encoding",
        "gbk",
        "--rules",
        "x",
        "--rules",
        "y",
    )
    assert command("extract", "d/b.md", *options).code == 0
    assert seen == [Document("全市：3\n", "d/b.md", "gbk", "2026-03-24", "市人民政府")]
    assert rules == [("x", "y")]


@pytest.mark.parametrize(
    ("language", "options", "heading"),
    [
        ("zh_CN.UTF-8", (), "指标"),
        ("C", (), "Indicator"),
        ("de_DE", (), "Indicator"),
        ("zh_TW", ("--lang", "en"), "Indicator"),
        ("en_US", ("--lang", "zh"), "指标"),
    ],
)
def test_headings_follow_the_locale_or_the_option(
    command: Command, monkeypatch: pytest.MonkeyPatch, language: str, options: tuple[str, ...], heading: str
) -> None:
    monkeypatch.setenv("LANG", language)
    assert heading in command("extract", "d", "-f", "table", *options).out
    assert indicators(command("extract", "d", *options).out) == ["A office: 1", "全市：3"]


def test_what_cannot_be_read_is_named_and_the_others_are_done(command: Command) -> None:
    Path("c.txt").write_bytes(b"\0\1")
    run = command("extract", "missing.txt", "d/a.txt", "c.txt", "d/b.md")
    assert run.code == 2
    assert indicators(run.out) == ["A office: 1", "全市：3"]
    first, second = run.err.splitlines()
    assert first.startswith("pledgeminer: missing.txt: there is no such file or folder (check the spelling")
    assert second.startswith("pledgeminer: c.txt: this is not text but binary data")


def test_the_others_are_written_to_the_file_too(command: Command) -> None:
    assert command("extract", "missing.txt", "d", "-o", "out.csv").code == 2
    assert indicators(Path("out.csv").read_text(encoding="utf-8-sig")) == ["A office: 1", "全市：3"]


def test_nothing_readable_writes_nothing(command: Command) -> None:
    Path("out.csv").write_text("old", encoding="utf-8")
    run = command("extract", "missing.txt", "-o", "out.csv")
    assert (run.code, run.out) == (2, "")
    assert Path("out.csv").read_text(encoding="utf-8") == "old"
    assert command("extract", "missing.txt").out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["e"], "pledgeminer: e: no documents in this folder (looked for .txt .text .md .markdown"),
        (["d", "--date", "2026-02-30"], "pledgeminer: date: '2026-02-30' is not a date (write YYYY-MM-DD"),
        (["d", "--encoding", "klingon"], "pledgeminer: encoding: 'klingon' is not an encoding"),
        (["d/b.md", "--encoding", "utf-8"], "pledgeminer: d/b.md: not utf-8 text: byte 0xca at offset 2"),
        (
            ["d", "-o", "out"],
            "pledgeminer: out: the ending of the file's name does not tell a format (use one of",
        ),
        (
            ["d", "-o", "no/out.csv"],
            "pledgeminer: no/out.csv: cannot be written: No such file or directory (",
        ),
        (["d", "-o", "e", "-f", "csv"], "pledgeminer: e: cannot be written: it is a folder"),
        (
            ["d", "-o", "d/b.md"],
            "pledgeminer: d/b.md: this file is also one of the documents (it would be overw",
        ),
        (["d", "-f", "xml"], "pledgeminer: format: there is no format 'xml' (use one of table, csv"),
        (["d", "-f", "github"], "pledgeminer: format: github cannot hold records (use one of table, csv"),
    ],
)
def test_mistakes_are_told_in_one_line(command: Command, arguments: list[str], message: str) -> None:
    Path("e").mkdir()
    run = command("extract", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(message)
    assert len(run.err.splitlines()) == 1
    assert sorted(path.name for path in Path().iterdir()) == ["d", "e"]


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "d", "--jobs", "0"], ["nothing"]])
def test_wrong_usage(command: Command, arguments: list[str]) -> None:
    run = command(*arguments)
    assert (run.code, run.out) == (2, "")
    assert "Usage: pledgeminer" in run.err


def test_files_left_out_are_counted(command: Command) -> None:
    Path("d/.hidden.txt").touch()
    Path("d/c.png").touch()
    run = command("extract", "d")
    assert run.code == 0
    assert run.err == "pledgeminer: left out: 1 hidden, 1 other type\n"


def test_a_guessed_encoding_is_told(command: Command) -> None:
    Path("c.txt").write_bytes("全市新增公共停車位5000個以上，近視率下降1%。\n".encode("big5") * 9)
    run = command("extract", "c.txt")
    assert run.code == 0
    assert run.err.startswith("pledgeminer: c.txt: read as big5, which is a guess (if the words are wrong")
    assert command("extract", "c.txt", "--encoding", "big5").err == ""


@pytest.mark.parametrize("line", [b"1" * 50_000_000, "增".encode() * 16_000_000 + b"1"])
def test_one_line_of_fifty_megabytes(command: Command, monkeypatch: pytest.MonkeyPatch, line: bytes) -> None:
    seen: list[int] = []
    monkeypatch.setattr(
        Extractor, "extract_described", lambda _, document: (seen.append(len(document.text)) or [], described("a.txt"))
    )
    Path("c.txt").write_bytes(line)
    assert command("extract", "c.txt", "--jobs", "1").code == 0
    assert seen == [len(line.decode())]


def test_a_name_that_is_no_text(command: Command) -> None:
    path = os.fsdecode(b"\xb5\xd81.txt")
    Path(path).write_text("1", encoding="utf-8")
    for format in ("table", "csv", "jsonl"):
        run = command("extract", path, "-f", format)
        assert run.code == 0
        assert r"\xb5\xd81.txt" in run.out.replace("\\\\", "\\")
    run = command("extract", os.fsdecode(b"\xff.txt"))
    assert (run.code, r"\xff.txt: there is no such file" in run.err) == (2, True)


def test_messages_do_not_command_the_terminal(command: Command) -> None:
    run = command("extract", "a\x1b[2J\nb.txt")
    assert run.err.startswith("pledgeminer: a [2J b.txt: there is no such file")


def test_rules_that_cannot_be_used_end_the_run(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise RulesError("unknown key 'patern'", where="mine/a.yaml:3:5", hint="write 'pattern'")

    monkeypatch.setattr(Extractor, "__init__", refuse)
    run = command("extract", "d", "--rules", "mine", "-o", "out.csv")
    assert run == (2, "", "pledgeminer: mine/a.yaml:3:5: unknown key 'patern' (write 'pattern')\n")
    assert not Path("out.csv").exists()


def test_a_fault_in_one_document_does_not_stop_the_others(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    extract = Extractor.extract_described

    def fail(self: Extractor, document: Document) -> Any:
        if document.source.endswith("a.txt"):
            raise RecursionError("too deep")
        return extract(self, document)

    monkeypatch.setattr(Extractor, "extract_described", fail)
    run = command("extract", "d")
    assert (run.code, indicators(run.out)) == (2, ["全市：3"])
    assert run.err.startswith("pledgeminer: d/a.txt: the extraction failed: RecursionError: too deep (")


def test_a_fault_of_the_program_is_one_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("pledgeminer.documents.walk.find_sources", fail)
    assert command("extract", "d") == (
        2,
        "",
        "pledgeminer: a fault of the program: ZeroDivisionError: oops (please report it)\n",
    )


def test_ctrl_c_is_quiet_and_leaves_nothing(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Extractor, "extract_described", interrupt)
    assert command("extract", "d", "-o", "out.csv") == (130, "", "")
    assert [path.name for path in Path().iterdir()] == ["d"]


def test_a_bar_moves_on_a_terminal_in_a_long_run_only(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert command("extract", "d", "-o", "out.csv").err == ""
    for number in range(30):
        Path(f"d/{number}.txt").write_text("1", encoding="utf-8")
    assert "100%" in command("extract", "d", "-o", "out.csv").err
    assert command("extract", "d", terminal=True).err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    assert command("extract", "d", "-o", "out.csv").err == ""


def test_records_are_the_same_with_any_number_of_jobs(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        Path(f"d/{number}.txt").write_text(f"今年新增公共停车位{number}000个以上。", encoding="utf-8")
    documents = Path("d").absolute()
    monkeypatch.undo()  # the other processes would not know the extractor of this test
    one, two = (command("extract", documents, "--kind", "all", "--jobs", jobs) for jobs in "12")
    assert one == two
    assert one.code == 0
