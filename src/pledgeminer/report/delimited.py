"""CSV and TSV."""

from __future__ import annotations

import csv
from typing import TextIO

import msgspec
from msgspec.structs import astuple

from ..saved.formulas import defuse
from .text_cells import Value, cell
from .writer import RowWriter


class CsvWriter(RowWriter):
    """Rows of cells with a separator between them, quoted where need be, and the names of the fields on top.

    Texts that a spreadsheet would run as a formula are defused; numbers are left alone.
    """

    separator = ","

    def __init__(self, stream: TextIO, row_type: type[msgspec.Struct]) -> None:
        super().__init__(stream, row_type)
        self._csv = csv.writer(_Lines(stream), delimiter=self.separator, lineterminator="\r\n")

    def begin(self) -> None:
        """Write the names of the fields."""
        self._csv.writerow(self.fields)

    def row(self, row: msgspec.Struct) -> None:
        """Write one row."""
        self._csv.writerow(map(_safe, astuple(row)))


class TsvWriter(CsvWriter):
    """The same with tabs between the cells."""

    separator = "\t"


def _safe(value: Value) -> Value:
    return value if isinstance(value, int | float) else defuse(cell(value))


class _Lines:
    """Ends lines with a newline alone, as the tools at the other end of a pipe expect them.

    The ``csv`` module quotes a lone carriage return only if lines end with one.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, line: str) -> int:
        return self._stream.write(line.removesuffix("\r\n") + "\n")
