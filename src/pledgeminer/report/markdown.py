"""A table in Markdown, as GitHub and others render it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from msgspec.structs import astuple

from .text_cells import cell, one_line
from .writer import RowWriter

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")


class MarkdownWriter(RowWriter):
    """One table row to a line; what Markdown would take for markup is escaped, newlines become spaces."""

    def begin(self) -> None:
        """Write the names of the fields and the rule under them."""
        self._line(self.fields)
        self._line("---" for _ in self.fields)

    def row(self, row: msgspec.Struct) -> None:
        """Write one row."""
        self._line(_MARKUP.sub(r"\\\g<0>", one_line(cell(value))) for value in astuple(row))

    def _line(self, cells: Iterable[str]) -> None:
        self.stream.write(f"| {' | '.join(cells)} |\n")
