"""A saved extraction, as `extract -o` writes it and as a spreadsheet gives it back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pledgeminer.errors import DocumentError
from pledgeminer.record import FIELDS, Record
from pledgeminer.report.delimited import CsvWriter
from pledgeminer.report.formats import format_named
from pledgeminer.report.output import open_writer
from pledgeminer.run.events import Extracted
from pledgeminer.saved.load import is_saved_extraction, load
from samples import COMMITMENT, described

RECORDS = [
    COMMITMENT,
    replace(
        COMMITMENT,
        id="00000000000a",
        kind="achievement",
        indicator="=近视率",
        comparator="=",
        value=1.5,
        value_max=2,
        unit="%",
        quantity="1.5%—2%",
        owners=(),
        deadline=None,
        deadline_date=None,
        every="year",
        speaker="朱铁一",
        text='说，“近视率下降”；"引号"',
        line=3,
    ),
    replace(COMMITMENT, value=1_300_000_000_000, comparator="range", strength="aspire", date=None),
]
Cells = dict[str, Any]


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    def to_file(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return to_file


def table(*rows: Cells, columns: tuple[str, ...] = FIELDS, separator: str = ",") -> str:
    """Return rows as a table; what a row does not have is as in an ordinary record."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, delimiter=separator, extrasaction="ignore")
    writer.writeheader()
    ordinary = msgspec.to_builtins(COMMITMENT) | {"owners": ";".join(COMMITMENT.owners)}
    writer.writerows(ordinary | row for row in rows)
    return out.getvalue()


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl"])
def test_what_extract_writes_comes_back_as_it_was(tmp_path: Path, format: str) -> None:
    path = tmp_path / f"saved.{format}"
    with open_writer("records", format_named(format), str(path)) as writer:
        writer.add(Extracted(described("a.txt"), RECORDS))
    assert load(path) == RECORDS


@given(
    # Control characters, ends of lines and marks of direction are not written, since cells might command with them.
    text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]) | st.sampled_from("'=+-@\",;")),
    value=st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False, width=32),
)
def test_any_text_and_number_comes_back_from_a_table(text: str, value: float) -> None:
    record = replace(COMMITMENT, indicator=text, text=text, quantity=text, value=value)
    out = io.StringIO(newline="")
    writer = CsvWriter(out, Record)
    writer.rows([record])
    writer.end()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "saved.csv"
        path.write_bytes(out.getvalue().encode())
        assert load(path) == [record]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("gb18030"),
        lambda text: text.replace("\r\n", "\n").encode(),
        lambda text: text.replace("\r\n", "\r").encode(),
    ],
    ids=["UTF-8", "with a mark", "UTF-16", "GB18030", "LF", "CR"],
)
def test_any_encoding_and_end_of_line(save: Callable[..., Path], encode: Callable[[str], bytes]) -> None:
    assert load(save("saved.csv", encode(table({}, {})))) == [COMMITMENT, COMMITMENT]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_separator(save: Callable[..., Path], separator: str) -> None:
    assert load(save("saved.csv", table({}, separator=separator))) == [COMMITMENT]


def test_columns_in_any_order_with_others_among_them(save: Callable[..., Path]) -> None:
    columns = ("checked by", *reversed(FIELDS), "note", "")
    assert load(save("saved.csv", table({"note": "ok"}, columns=columns))) == [COMMITMENT]
    lines = table({}).splitlines()
    assert load(save("saved.csv", "\n".join(["", lines[0].upper().replace("ID", " Id "), *lines[1:], "", ",,"])))


def test_json_may_have_more_keys_and_numbers_as_text(save: Callable[..., Path]) -> None:
    record = msgspec.to_builtins(COMMITMENT) | {
        "value": "5,000",
        "owners": "市住房城乡建设局；市财政局",
        "note": 1,
    }
    for name, text in (("a.json", json.dumps([record])), ("a.jsonl", json.dumps(record) + "\n\n")):
        assert load(save(name, text)) == [COMMITMENT]


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("value", "5,000", 5000),
        ("value", " 5000.0 ", 5000),
        ("value", "1.3E+12", 1_300_000_000_000),
        ("value", "５０００", 5000),
        ("value", "'5.5", 5.5),
        ("value", "-2", -2),
        ("value_max", " ", None),
        ("id", "123456789012", "123456789012"),
        ("id", "123456789", "000123456789"),
        ("deadline_date", "2026/10/31", "2026-10-31"),
        ("deadline_date", "2026-1-5 00:00:00", "2026-01-05"),
        ("deadline_date", "2026年10月31日", "2026-10-31"),
        ("comparator", "'=", "="),
        ("comparator", "≥", ">="),
        ("comparator", "＞", ">"),
        ("aim", "Increase", "increase"),
        ("every", "", None),
        ("owners", "市教育局; 市财政局;", ("市教育局", "市财政局")),
        ("line", "1,012", 1012),
        ("line", "12.0", 12),
    ],
)
def test_cells_as_a_spreadsheet_writes_them(save: Callable[..., Path], column: str, cell: str, value: object) -> None:
    (record,) = load(save("saved.csv", table({column: cell})))
    assert getattr(record, column) == value


@pytest.mark.parametrize(
    ("column", "cell", "problem"),
    [
        ("value", "five", "'five' is not a number"),
        ("value", "", "a number is missing"),
        ("value", "5,5", "'5,5' is not a number"),
        ("value", "nan", "'nan' is not a number"),
        ("value", "1e999", "1e999 is too large a number"),
        ("value_max", "#REF!", "'#REF!' is not a number"),
        ("deadline_date", "31/10/2026", "'31/10/2026' is not a date"),
        ("date", "2026-02-30", "'2026-02-30' is not a date"),
        ("aim", "raise", "'raise' is not known here"),
        ("strength", "", "a word is missing"),
        ("line", "1.5", "1.5 is not a whole number"),
        ("start", "-1", "-1 is not a whole number"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_row_and_column(
    save: Callable[..., Path], column: str, cell: str, problem: str
) -> None:
    path = save("saved.csv", table({}, {"text": "two\nlines"}, {column: cell}))
    with pytest.raises(DocumentError) as error:
        load(path)
    assert error.value.where == f"{path}: row 4, column {column}"
    assert problem in error.value.problem


@pytest.mark.parametrize(
    ("name", "content", "where", "problem"),
    [
        ("a.csv", table({}, columns=FIELDS[:3] + FIELDS[4:]), ": row 1", "the column aim is missing"),
        ("a.csv", "indicator,value\n近视率,1\n", ": row 1", "the columns id, kind, aim"),
        ("a.csv", "", ": row 1", "are missing"),
        ("a.jsonl", '{"id": "1"}\n', ": row 1", "the columns kind, indicator"),
        ("a.jsonl", "\n[]\n", ": row 2", "this is not a record"),
        ("a.jsonl", "{\n", ": row 1", "is not JSON"),
        ("a.json", "{}", "", "this is not a saved extraction"),
        ("a.json", "[1]", ": row 1", "this is not a record"),
        ("a.json", "[", "", "is not JSON"),
    ],
)
def test_a_file_that_is_none_is_told(
    save: Callable[..., Path], name: str, content: str, where: str, problem: str
) -> None:
    path = save(name, content)
    with pytest.raises(DocumentError) as error:
        load(path)
    assert error.value.where == f"{path}{where}"
    assert problem in error.value.problem


def test_a_wrong_type_in_json_is_named_with_row_and_column(save: Callable[..., Path]) -> None:
    record = msgspec.to_builtins(COMMITMENT)
    path = save("a.json", json.dumps([record, record | {"value": True}]))
    with pytest.raises(DocumentError, match="row 2, column value: True is neither text nor a number"):
        load(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        load(tmp_path / "none.csv")


def test_a_table_without_rows_is_no_record(save: Callable[..., Path]) -> None:
    assert load(save("a.csv", table())) == load(save("a.json", "[]")) == load(save("a.jsonl", "")) == []


@pytest.mark.parametrize(
    ("path", "saved"),
    [
        ("a.csv", True),
        ("b/A.JSONL", True),
        ("a.ndjson", True),
        ("a.txt", False),
        ("folder", False),
        ("a.md", False),
    ],
)
def test_the_ending_tells_a_saved_extraction(path: str, saved: bool) -> None:
    assert is_saved_extraction(path) is saved
