"""A table of statistics as reported figures: a further witness for an audit."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import regex

from ..documents.decode import decode
from ..documents.problems import unreadable
from ..documents.source import shown
from ..errors import DocumentError
from ..record import Record, document_key, record_id
from .cells import CellError, number_of

COLUMNS = ("indicator", "period", "value", "unit")
"""The columns that the table has to have, in any order."""

_YEAR = regex.compile(r"(?<![0-9])(19|20)[0-9]{2}(?![0-9])")


def load_results(path: str | os.PathLike[str]) -> list[Record]:
    """Return a reported figure for each row of a CSV file with the columns `COLUMNS`.

    Units are without multiplier, as in a record; a period is a year or begins with one. Raises ``DocumentError`` with
    the row and the column of what cannot be read.
    """
    name = shown(os.fspath(path))
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise unreadable(name, error) from error
    if data[:2] == b"PK":
        raise DocumentError("this is an Excel file", where=name, hint="save its sheet as CSV")
    text = decode(data, source=name).text
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    columns = [column.strip().lower() for column in rows.fieldnames or ()]
    missing = [column for column in COLUMNS if column not in columns]
    if missing:
        hint = f"a table of results has the columns {', '.join(COLUMNS)}"
        raise DocumentError(f"the column {missing[0]} is missing", where=name, hint=hint)
    rows.fieldnames = columns
    key = document_key(text)
    return [_record(row, number, name, key) for number, row in enumerate(rows, 2) if any(map(str, row.values()))]


def _record(row: dict[str, str | None], number: int, name: str, key: bytes) -> Record:
    indicator, period, unit = ((row.get(column) or "").strip() for column in ("indicator", "period", "unit"))
    try:
        value = number_of(row.get("value"))
    except CellError as error:
        raise DocumentError(error.problem, where=f"{name}: row {number}, column value", hint=error.hint) from None
    year = _YEAR.search(period)
    if year is None:
        hint = "write a year, as 2025"
        raise DocumentError(f"{period!r} is no period", where=f"{name}: row {number}, column period", hint=hint)
    quantity = f"{value}{unit}"
    return Record(
        id=record_id(key, number, quantity),
        kind="achievement",
        indicator=indicator,
        aim="reach",
        comparator="=",
        value=value,
        value_max=None,
        unit=unit,
        quantity=quantity,
        owners=(),
        strength="firm",
        deadline=period,
        deadline_date=f"{year.group()}-12-31",
        every=None,
        speaker=None,
        text=f"{indicator} {quantity}",
        source=name,
        date=f"{year.group()}-12-31",
        line=number,
        start=number,
        end=number + 1,
        rule="results",
    )
