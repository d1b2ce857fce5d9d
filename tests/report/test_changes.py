"""The same rows in every format, each as its reader takes it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pledgeminer.diff.compare import compare
from pledgeminer.diff.model import CHANGE_FIELDS, KINDS, Comparison
from pledgeminer.record import Record
from pledgeminer.report.change_text import sentence, summary
from pledgeminer.report.change_words import CHANGE_WORDS
from pledgeminer.report.formats import Format, format_named, format_of, formats_for
from pledgeminer.report.output import open_writer
from pledgeminer.report.writer import Options

INDICATORS = {
    "dropped": "近视率",
    "lowered": "高标准农田",
    "reworded": "农村公路",
    "raised": "公共停车位",
    "added": "=幼儿园|托位",
    "running": "森林覆盖率",
    "unchanged": "口袋公园",
}
OLD_ONLY: dict[str, dict[str, object]] = {
    "lowered": {"value": 2 * 10**9, "unit": "元"},
    "running": {"deadline_date": "2030-12-31"},
}
Write = Callable[..., str]


@pytest.fixture
def comparisons(make: Callable[..., Record]) -> list[Comparison]:
    """One change of each kind; the reworded one has slipped."""
    old = {"date": "2025-03-24", "deadline_date": "2025-10-31", "source": "old, 2025.txt"}
    changed = {
        "lowered": {"value": 1_500_000_000, "unit": "元", "value_max": None, "quantity": "15亿元"},
        "reworded": {"deadline": "年底前", "deadline_date": "2026-12-31"},
        "raised": {"value": 5500, "quantity": "5500个左右", "comparator": "~"},
    }
    return compare(
        [
            make(**old | OLD_ONLY.get(kind, {}), indicator=name, start=n, line=n)
            for n, (kind, name) in enumerate(INDICATORS.items(), 1)
            if kind != "added"
        ],
        [
            make(
                **{
                    "source": "new 100%.txt",
                    "indicator": name,
                    "start": n,
                    "line": 10 * n,
                    **changed.get(kind, {}),
                }
            )
            for n, (kind, name) in enumerate(INDICATORS.items(), 1)
            if kind not in ("dropped", "running")
        ],
    )


@pytest.fixture
def write(comparisons: list[Comparison], capsys: pytest.CaptureFixture[str]) -> Write:
    """Write the changes to standard output in a format, and return what came out."""

    def to_standard_output(format: str, rows: list[Comparison] | None = None, **options: object) -> str:
        capsys.readouterr()
        with open_writer("changes", format_named(format, "changes"), None, Options(**options)) as writer:  # type: ignore[arg-type]
            for comparison in comparisons if rows is None else rows:
                writer.add(comparison)
        return capsys.readouterr().out

    return to_standard_output


def test_there_is_a_change_of_each_kind(comparisons: list[Comparison]) -> None:
    assert [(c.change.change, c.change.indicator) for c in comparisons] == [(k, INDICATORS[k]) for k in KINDS]


@pytest.mark.parametrize("separator", [",", "\t"])
def test_tables_of_cells_have_a_column_for_each_field(write: Write, separator: str) -> None:
    out = write("csv" if separator == "," else "tsv")
    rows = list(csv.DictReader(io.StringIO(out), delimiter=separator))
    assert tuple(rows[0]) == CHANGE_FIELDS
    assert [row["change"] for row in rows] == list(KINDS)
    added = rows[KINDS.index("added")]
    assert (added["indicator"], added["old_value"], added["owners"]) == (
        "'=幼儿园|托位",
        "",
        "市住房城乡建设局;市财政局",
    )


def test_json_is_a_list_and_json_lines_an_object_each(write: Write) -> None:
    rows = json.loads(write("json"))
    assert [json.loads(line) for line in write("jsonl").splitlines()] == rows
    assert [row["change"] for row in rows] == list(KINDS)
    assert all(tuple(row) == CHANGE_FIELDS for row in rows)
    assert rows[KINDS.index("raised")]["reworded"] == ["comparator"]
    assert json.loads(write("json", [])) == []


def test_markdown_has_a_table_for_each_kind_and_folds_the_unchanged(write: Write) -> None:
    out = write("markdown")
    assert out.startswith(
        "**1 dropped, 1 lowered, 1 reworded, 1 raised, 1 added, 1 running, 1 unchanged, 1 slipped**\n"
    )
    assert re.findall(r"^(?:### |<details><summary>)(\w+) \(1\)", out, re.MULTILINE) == list(KINDS)
    assert r"| =幼儿园\|托位 |" in out
    assert "deadline slipped 今年10月底前 → 年底前" in out
    assert out.rstrip().endswith("</details>")
    assert all(line.count(" | ") == 7 for line in re.sub(r"\\\|", "", out).splitlines() if line.startswith("| "))


def test_github_has_an_annotation_for_each_row_at_its_line_of_the_new_document(write: Write) -> None:
    lines = write("github", stopped=lambda comparison: comparison.change.change == "raised").splitlines()
    commands = [re.fullmatch(r"::(\w+)(?: ([^:]*))?::(.*)", line) for line in lines]
    found = [command.groups() for command in commands if command]
    new = "file=new 100%25.txt"
    assert [(level, properties) for level, properties, _ in found] == [
        ("warning", f"{new},title=dropped%3A 近视率"),
        ("warning", f"{new},line=20,title=lowered%3A 高标准农田"),
        ("warning", f"{new},line=30,title=reworded%3A 农村公路"),
        ("error", f"{new},line=40,title=raised%3A 公共停车位"),
        ("notice", f"{new},line=50,title=added%3A =幼儿园|托位"),
        ("debug", None),
        ("debug", None),
    ]
    assert "(+10.0%25)" in found[3][2]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", ["60", "80", "200"])
def test_the_table_shows_every_row_and_the_counts(
    write: Write, monkeypatch: pytest.MonkeyPatch, language: str, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = write("table", language=language)
    words = CHANGE_WORDS[language]  # type: ignore[index]
    assert out.startswith("old, 2025.txt → new 100%.txt\n")
    assert all(f"{getattr(words, kind)} (1)\n" in out for kind in KINDS)
    assert all(name in out for name in INDICATORS.values())
    assert "-5亿元" in out
    assert f"{words.slipped} 1" in out.splitlines()[-1]
    # Places are lines of both sides; one that is cut short would be another one.
    assert all(re.search(rf"{place}$", out, re.MULTILINE) for place in ("2 → 20", "3 → 30", "4 → 40", "50"))
    assert words.less in out.replace("\n", "")


def test_the_table_names_the_files_where_a_side_has_several(
    write: Write, make: Callable[..., Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    new = [make(source="b.txt"), make(source="c.txt", indicator="近视率")]
    out = write("table", compare([make(source="a.txt")], new))
    assert re.search(r"a\.txt:12\s+.*b\.txt:12", out, re.DOTALL)
    assert "c.txt:12" in out
    assert " → " not in out


def test_nothing_to_compare(write: Write) -> None:
    assert write("table", []) == "nothing to compare\n"
    assert write("csv", []) == ",".join(CHANGE_FIELDS) + "\n"
    assert write("github", []) == ""
    assert "0 dropped" in write("markdown", [])


def test_a_sentence_tells_all_of_a_change(comparisons: list[Comparison]) -> None:
    assert sentence(comparisons[3]) == (
        "raised: 公共停车位 5000个以上 → 5500个左右 · +500个 (+10.0%) · comparator >= → ~ · "
        "市住房城乡建设局;市财政局 [old, 2025.txt:4 → new 100%.txt:40]"
    )
    assert summary(comparisons[:1]) == "1 dropped, 0 lowered, 0 reworded, 0 raised, 0 added, 0 running, 0 unchanged"


@pytest.mark.parametrize("format", formats_for("changes"), ids=lambda format: format.name)
def test_a_file_is_written_whole(tmp_path: Path, comparisons: list[Comparison], format: Format) -> None:
    path = tmp_path / "changes"
    with open_writer("changes", format, str(path)) as writer:
        for comparison in comparisons:
            writer.add(comparison)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") == (format.name == "csv")
    assert "农村公路" in content.decode()
    assert list(tmp_path.iterdir()) == [path]


def test_the_ending_tells_the_format() -> None:
    assert format_of("a.md", "changes").name == "markdown"
    assert format_of("a.jsonl", "changes").name == "jsonl"


def test_the_words_are_there_in_both_languages() -> None:
    assert all(all(words) for words in CHANGE_WORDS.values())
    assert set(CHANGE_WORDS) == {"en", "zh"}
