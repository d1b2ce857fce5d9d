"""A saved extraction back to records, also after a spreadsheet had it in hand.

Read are the files that ``extract -o`` writes as CSV, TSV, JSON and JSON Lines. Columns may stand in any
order, others may be added, numbers and dates may be written as a spreadsheet writes them; a file may have a
byte order mark or not, and be in the encoding of a Chinese Excel.
"""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ..documents.decode import decode
from ..documents.problems import unreadable
from ..documents.source import shown
from ..errors import DocumentError
from ..record import FIELDS, REQUIRED, Record
from .cells import PARSERS, CellError

_DELIMITED = {".csv", ".tsv"}
_JSON = {".json"}
_JSON_LINES = {".jsonl", ".ndjson"}

_Row = tuple[int, Mapping[str, object]]
"""A row's number as an editor or a spreadsheet counts it, from 1, and its cells by column."""


def is_saved_extraction(path: str | os.PathLike[str]) -> bool:
    """Return whether the ending of ``path`` is one of those of a saved extraction."""
    return Path(path).suffix.lower() in _DELIMITED | _JSON | _JSON_LINES


def load(path: str | os.PathLike[str]) -> list[Record]:
    """Return the records of a saved extraction, in the order of the file.

    Raises ``DocumentError``, with the row and the column where it is one cell that cannot be read.
    """
    name = shown(os.fspath(path))
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise unreadable(name, error) from error
    return [_record(row, name) for row in _rows(decode(data, source=name).text, Path(path).suffix.lower(), name)]


def _rows(text: str, ending: str, name: str) -> Iterator[_Row]:
    if ending in _JSON:
        return _json_rows(text, name)
    if ending in _JSON_LINES:
        return _json_lines(text, name)
    return _delimited_rows(text, name)


def _delimited_rows(text: str, name: str) -> Iterator[_Row]:
    # The separator is the sign that makes the most known columns of the first line: Excel has semicolons in
    # many countries, and tabs in what it calls Unicode text.
    heading = io.StringIO(text.lstrip(), newline="").readline()
    separator = max(",\t;", key=lambda sign: len(_known(next(csv.reader([heading], delimiter=sign), []))))
    limit = csv.field_size_limit(sys.maxsize)
    try:
        rows = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1)
        number, header = next(((n, row) for n, row in rows if any(map(str.strip, row))), (1, []))
        columns = [column.strip().lower() for column in header]
        _check_columns(columns, f"{name}: row {number}")
        for number, cells in rows:
            if any(map(str.strip, cells)):
                padded = [*cells, *[""] * (len(columns) - len(cells))]
                yield number, dict(zip(columns, padded, strict=False))
    except csv.Error as error:
        raise DocumentError(f"is not a table: {error}", where=name) from error
    finally:
        csv.field_size_limit(limit)


def _json_rows(text: str, name: str) -> Iterator[_Row]:
    content = _parsed(text, name)
    if not isinstance(content, list):
        raise DocumentError("this is not a saved extraction", where=name, hint="it has to be a list of records in [ ]")
    return enumerate((_as_row(item, f"{name}: row {number}") for number, item in enumerate(content, 1)), 1)


def _json_lines(text: str, name: str) -> Iterator[_Row]:
    # Only a newline ends a line here: a text may hold other characters that Python takes for the end of one.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{name}: row {number}"
            yield number, _as_row(_parsed(line, where), where)


def _parsed(text: str, where: str) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise DocumentError(f"is not JSON: {error}", where=where) from error


def _as_row(item: object, where: str) -> Mapping[str, object]:
    if not isinstance(item, dict):
        raise DocumentError("this is not a record", where=where, hint="it has to be one object in { }")
    _check_columns(item, where)
    return item


def _check_columns(columns: Iterable[str], where: str) -> None:
    missing = [field for field in REQUIRED if field not in set(columns)]
    if missing:
        few = f"the columns {', '.join(missing)} are" if len(missing) > 1 else f"the column {missing[0]} is"
        hint = "give a file that `pledgeminer extract -o` wrote; a document ends in .txt or .md"
        raise DocumentError(f"{few} missing", where=where, hint=hint)


def _known(columns: Iterable[str]) -> set[str]:
    return {column.strip().lower() for column in columns} & set(FIELDS)


def _record(row: _Row, name: str) -> Record:
    number, cells = row
    values: dict[str, Any] = {}
    for field in FIELDS:
        try:
            values[field] = PARSERS[field](cells.get(field))
        except CellError as error:
            where = f"{name}: row {number}, column {field}"
            raise DocumentError(error.problem, where=where, hint=error.hint) from None
    return Record(**values)
