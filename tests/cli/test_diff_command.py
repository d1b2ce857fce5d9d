"""``pledgeminer diff``: what it reads, what it writes, what it says, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from pledgeminer.record import Record
from pledgeminer.report.formats import format_of
from pledgeminer.report.output import open_writer
from pledgeminer.run.events import Extracted
from samples import COMMITMENT, described

Command = Callable[..., Any]

OLD = {"公共停车位": 5000, "近视率": 1, "高标准农田": 300}
NEW = {"公共停车位": 6000, "高标准农田": 200, "口袋公园": 20}


def year(number: int, targets: dict[str, int], **fields: Any) -> list[Record]:
    return [
        replace(
            COMMITMENT,
            id=f"{number}{line:08}",
            indicator=indicator,
            value=value,
            quantity=f"{value}个",
            source=f"{number}.txt",
            date=f"{number}-01-20",
            deadline_date=f"{number}-10-31",
            line=line,
            start=100 * line,
            **fields,
        )
        for line, (indicator, value) in enumerate(targets.items(), 1)
    ]


def save(path: str, records: Iterable[Record]) -> str:
    with open_writer("records", format_of(path), path) as writer:
        writer.add(Extracted(described(path), list(records)))
    return path


@pytest.fixture(autouse=True)
def years(folder: Path) -> None:
    save(str(folder / "old.csv"), year(2025, OLD))
    save(str(folder / "new.jsonl"), year(2026, NEW))


def changes(out: str) -> dict[str, str]:
    return {row["indicator"]: row["change"] for row in csv.DictReader(io.StringIO(out))}


ALL = {"近视率": "dropped", "高标准农田": "lowered", "公共停车位": "raised", "口袋公园": "added"}


def test_a_pipe_gets_csv(command: Command) -> None:
    run = command("diff", "old.csv", "new.jsonl")
    assert (run.code, run.err) == (0, "")
    assert changes(run.out) == ALL


def test_a_terminal_gets_a_table(command: Command) -> None:
    run = command("diff", "old.csv", "new.jsonl", terminal=True)
    assert run.code == 0
    assert run.out.startswith("2025.txt → 2026.txt\n")
    assert "dropped 1 · lowered 1 · reworded 0 · raised 1 · added 1 · running 0 · unchanged 0" in run.out


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl", "markdown", "github", "table"])
def test_the_format_can_be_named(command: Command, format: str) -> None:
    run = command("diff", "old.csv", "new.jsonl", "-f", format)
    assert run.code == 0
    assert all(indicator in run.out for indicator in ALL)


def test_the_ending_of_the_output_is_its_format(command: Command) -> None:
    run = command("diff", "old.csv", "new.jsonl", "-o", "changes.json")
    assert (run.code, run.out, run.err) == (0, "", "")
    assert {row["indicator"]: row["change"] for row in json.loads(Path("changes.json").read_text("utf-8"))} == ALL


@pytest.mark.usefixtures("record_per_line")
def test_sides_are_documents_folders_standard_input_and_saved_extractions(command: Command) -> None:
    Path("plans").mkdir()
    Path("plans/a.txt").write_text("学校 3\n", "utf-8")
    Path("plans/b.txt").write_text("医院 2\n医院 2 done\n", "utf-8")
    assert command("extract", "plans", "-o", "plans.csv", "--kind", "all").code == 0
    for side in ("plans", "plans.csv"):
        run = command("diff", side, "-", stdin="学校 3\n".encode())
        assert (run.code, changes(run.out)) == (0, {"学校 3": "unchanged", "医院 2": "dropped"})


@pytest.mark.usefixtures("record_per_line")
def test_each_side_has_its_date(command: Command) -> None:
    Path("a.txt").write_text("学校 3\n", "utf-8")
    run = command("diff", "a.txt", "a.txt", "--old-date", "2025-01-01", "--new-date", "2026-13-01")
    assert (run.code, run.out) == (2, "")
    assert "'2026-13-01' is not a date" in run.err


@pytest.mark.parametrize(
    ("gates", "code", "stopped"),
    [
        ("dropped", 1, ["近视率"]),
        ("dropped,lowered,slipped", 1, ["近视率", "高标准农田"]),
        ("reworded,slipped", 0, []),
    ],
)
def test_a_gate_ends_with_1_and_the_offending_rows(command: Command, gates: str, code: int, stopped: list[str]) -> None:
    run = command("diff", "old.csv", "new.jsonl", "--fail-on", gates)
    assert (run.code, changes(run.out)) == (code, ALL)
    lines = run.err.splitlines()
    assert len(lines) == len(stopped)
    for line, indicator in zip(lines, stopped, strict=True):
        assert line.startswith("pledgeminer: stopped: ")
        assert indicator in line
        assert "2025.txt:" in line


def test_a_deadline_that_is_put_off_fires_slipped(command: Command) -> None:
    late = [replace(record, deadline="年底前", deadline_date="2026-12-31") for record in year(2026, OLD)]
    save("late.csv", late)
    run = command("diff", "old.csv", "late.csv", "--fail-on", "slipped")
    assert run.code == 1
    assert run.err.count("deadline slipped 今年10月底前 → 年底前") == 3


def test_owner_and_indicator_narrow_rows_and_gates(command: Command) -> None:
    run = command("diff", "old.csv", "new.jsonl", "--indicator", "农田|公园", "--fail-on", "dropped")
    assert (run.code, run.err) == (0, "")
    assert changes(run.out) == {"高标准农田": "lowered", "口袋公园": "added"}
    run = command("diff", "old.csv", "new.jsonl", "--owner", "教育局", "--fail-on", "dropped")
    assert (run.code, changes(run.out)) == (0, {})


def test_accepted_changes_fire_no_gate_and_are_told(command: Command) -> None:
    Path("known.yaml").write_text(
        "- {indicator: 近视率, change: dropped, reason: reached}\n"
        "- {indicator: 高标准农田, change: lowered, reason: flood, until: 2020-12-31}\n"
        "- {indicator: 城市公厕, change: [dropped, lowered], reason: sold}\n",
        "utf-8",
    )
    run = command("diff", "old.csv", "new.jsonl", "--fail-on", "dropped,lowered", "--accept", "known.yaml")
    assert (run.code, changes(run.out)) == (1, ALL)
    accepted, expired, unmatched, stopped = run.err.splitlines()
    assert accepted.startswith("pledgeminer: known.yaml:1: accepted, because reached: dropped: 近视率")
    assert expired.startswith("pledgeminer: known.yaml:2: warning: this entry has expired on 2020-12-31")
    assert unmatched == "pledgeminer: known.yaml:3: warning: this entry matches no change any more"
    assert stopped.startswith("pledgeminer: stopped: lowered: 高标准农田")
    both = command("diff", "old.csv", "new.jsonl", "--fail-on", "dropped", "--accept", "known.yaml")
    assert both.code == 0


def test_an_annotation_is_an_error_where_a_gate_stops(command: Command) -> None:
    run = command("diff", "old.csv", "new.jsonl", "-f", "github", "--fail-on", "lowered")
    assert run.code == 1
    assert "::error file=2026.txt,line=2,title=lowered%3A 高标准农田::" in run.out
    assert "::warning file=2026.txt,title=dropped%3A 近视率::" in run.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("none.csv", "new.jsonl"), "none.csv: there is no such file"),
        (("old.csv", "none.txt"), "none.txt: there is no such file"),
        (("-", "-"), "both sides are standard input"),
        (("old.csv", "new.jsonl", "--fail-on", "gone"), "gone is no gate"),
        (("old.csv", "new.jsonl", "--indicator", "("), "is not a regular expression"),
        (("old.csv", "new.jsonl", "--accept", "none.yaml"), "none.yaml: there is no such file"),
        (("old.csv", "new.jsonl", "-o", "a.docx"), "the ending of the file's name"),
        (("old.csv", "new.jsonl", "-o", "old.csv"), "this file is also one of the sides"),
        (("broken.csv", "new.jsonl"), "broken.csv: row 3, column value: 'much' is not a number"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    command: Command, arguments: tuple[str, ...], told: str
) -> None:
    Path("broken.csv").write_text(Path("old.csv").read_text("utf-8-sig").replace(">=,1,", ">=,much,"), "utf-8")
    run = command("diff", *arguments)
    assert (run.code, run.out) == (2, "")
    assert told in run.err
    assert len(run.err.splitlines()) == 1


@pytest.mark.usefixtures("record_per_line")
def test_a_document_that_cannot_be_read_is_told_and_the_others_are_compared(command: Command) -> None:
    Path("plans").mkdir()
    Path("plans/a.txt").write_text("学校 3\n", "utf-8")
    Path("plans/b.txt").write_bytes("医院很多很多很多很多很多很多 2\n".encode()[:-6] + b"\xff\xff\n")
    run = command("diff", "plans", "plans/a.txt", "--fail-on", "raised")
    assert (run.code, changes(run.out)) == (2, {"学校 3": "unchanged"})
    assert "plans/b.txt" in run.err


def test_a_baseline_stops_nothing_that_was_there(command: Command) -> None:
    gates = "dropped,lowered,raised,added,weakened"
    assert command("diff", "old.csv", "new.jsonl", "--fail-on", gates, "-f", "csv").code == 1
    assert command("diff", "old.csv", "new.jsonl", "--write-baseline", "known.yaml", "-f", "csv").code == 0
    run = command("diff", "old.csv", "new.jsonl", "--fail-on", gates, "--accept", "known.yaml", "-f", "csv")
    assert run.code == 0
    assert "stopped" not in run.err


def test_the_evidence_of_both_sides_is_shown_on_demand(command: Command) -> None:
    plain, full = (command("diff", "old.csv", "new.jsonl", *more, terminal=True).out for more in ((), ("--evidence",)))
    assert "- 2025.txt:" not in plain
    assert "- 2025.txt:" in full
    assert "+ 2026.txt:" in full
