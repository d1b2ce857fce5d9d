"""A table in Markdown, as GitHub and others render it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from msgspec.structs import astuple

from .text_cells import cell, one_line
from .writer import RowWriter

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&]|:(?=//)|(?<=www)\.", re.I)
# A name behind it would be called; behind a backslash too.
_MENTION = re.compile("@(?=[A-Za-z0-9])")


class MarkdownWriter(RowWriter):
    """One table row to a line; what Markdown would take for markup is escaped, newlines become spaces."""

    def begin(self) -> None:
        """Write the names of the fields and the rule under them."""
        self._line(self.fields)
        self._line("---" for _ in self.fields)

    def row(self, row: msgspec.Struct) -> None:
        """Write one row."""
        self._line(_plain(cell(value)) for value in astuple(row))

    def _line(self, cells: Iterable[str]) -> None:
        self.stream.write(f"| {' | '.join(cells)} |\n")


def _plain(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is: no markup, no link, and nobody is called."""
    return _MENTION.sub("＠", _MARKUP.sub(r"\\\g<0>", one_line(text)))
