"""CSV and TSV."""

from __future__ import annotations

import csv
from typing import TextIO

import msgspec
from msgspec.structs import astuple

from ..formulas import defuse
from .text_cells import Value, cell, harmless
from .writer import RowWriter


class CsvWriter(RowWriter):
    """Rows of cells with a separator between them, quoted where need be, and the names of the fields on top.

    Texts that a spreadsheet would run as a formula are defused, and what commands a terminal or a build service is
    taken out; numbers are left alone.
    """

    separator = ","

    def __init__(self, stream: TextIO, row_type: type[msgspec.Struct]) -> None:
        super().__init__(stream, row_type)
        self._csv, self._quoted = (
            csv.writer(_Lines(stream), delimiter=self.separator, lineterminator="\r\n", quoting=quoting)
            for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
        )

    def begin(self) -> None:
        """Write the names of the fields."""
        self._csv.writerow(self.fields)

    def row(self, row: msgspec.Struct) -> None:
        """Write one row."""
        cells = [_safe(value) for value in astuple(row)]
        # GitHub Actions would obey a line that begins like this: with the quote before it, it does not.
        commands = str(cells[0]).lstrip().startswith("::")
        (self._quoted if commands else self._csv).writerow(cells)


class TsvWriter(CsvWriter):
    """The same with tabs between the cells."""

    separator = "\t"


def _safe(value: Value) -> Value:
    return value if isinstance(value, int | float) else defuse(harmless(cell(value)))


class _Lines:
    """Ends lines with a newline alone, as the tools at the other end of a pipe expect them.

    The ``csv`` module quotes a lone carriage return only if lines end with one.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, line: str) -> int:
        return self._stream.write(line.removesuffix("\r\n") + "\n")
