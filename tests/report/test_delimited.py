from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pledgeminer.formulas import undefuse
from pledgeminer.record import FIELDS, Record
from pledgeminer.report.delimited import CsvWriter
from pledgeminer.report.text_cells import harmless
from samples import COMMITMENT

text = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("'=+-@\t\r\n\",;"))
number = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)
records = st.builds(
    lambda **fields: replace(COMMITMENT, **fields),
    indicator=text,
    quantity=text,
    text=text,
    source=text,
    value=number,
    value_max=st.none() | number,
    start=st.integers(0, 10**9),
    speaker=st.none() | text,
)


def rows(written: str, separator: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written, newline=""), delimiter=separator))


def number_of(cell: str) -> int | float:
    return int(cell) if cell.lstrip("-").isdigit() else float(cell)


@pytest.mark.parametrize(("format", "separator"), [("csv", ","), ("tsv", "\t")])
def test_one_row_for_each_record(write: Any, make: Callable[..., Record], format: str, separator: str) -> None:
    written = write(format, [make(), make(value=1.5, value_max=2, owners=(), deadline=None)], [], [make()])
    assert written.splitlines()[0].split(separator) == list(FIELDS)
    first, second, third = rows(written, separator)
    assert first == third
    assert (first["value"], first["value_max"], first["owners"]) == ("5000", "", "市住房城乡建设局;市财政局")
    assert (second["value"], second["value_max"], second["owners"]) == ("1.5", "2", "")
    assert (second["deadline"], second["comparator"], second["id"]) == ("", ">=", "0123456789ab")


def test_lines_end_with_a_newline_alone(write: Any, make: Callable[..., Record]) -> None:
    assert "\r" not in write("csv", [make(), make()])


def test_a_file_begins_with_the_mark_that_excel_needs(write_file: Any, make: Callable[..., Record]) -> None:
    assert write_file("csv", make()).startswith(b"\xef\xbb\xbfid,kind,")
    assert write_file("tsv", make()).startswith(b"id\tkind\t")
    assert write_file("csv").decode("utf-8-sig") == ",".join(FIELDS) + "\n"


def test_a_pipe_does_not(write: Any, make: Callable[..., Record]) -> None:
    assert write("csv", [make()]).startswith("id,kind,")


def test_formulas_are_defused_and_numbers_are_not(write: Any, make: Callable[..., Record]) -> None:
    record = make(indicator="=cmd|' /C calc'!A0", quantity="-5%", value=-5, owners=("@a", "b"), comparator="=")
    (row,) = rows(write("csv", [record]))
    assert row["indicator"] == "'=cmd|' /C calc'!A0"
    assert (row["quantity"], row["value"]) == ("'-5%", "-5")
    assert (row["owners"], row["comparator"]) == ("'@a;b", "=")


@given(st.lists(records))
def test_what_is_written_can_be_read_back(made: list[Record]) -> None:
    stream = io.StringIO(newline="")
    writer = CsvWriter(stream, Record)
    writer.rows(made)
    writer.end()
    read = rows(stream.getvalue())
    assert len(read) == len(made)
    for row, record in zip(read, made, strict=True):
        for field in ("indicator", "quantity", "text", "source"):
            assert undefuse(row[field]) == harmless(getattr(record, field))
        assert undefuse(row["speaker"]) == harmless(record.speaker or "")
        assert number_of(row["value"]) == record.value
        assert int(row["start"]) == record.start
        assert (number_of(row["value_max"]) if row["value_max"] else None) == record.value_max
