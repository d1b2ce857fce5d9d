"""A table of a text, whatever layout it was found in, and the statements that it is read as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import regex

_BLANKS = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its span in the source, without the blanks at its ends, and its folded text.

    ``text`` is without any blanks, ``spaced`` with those that stand between its characters.
    """

    start: int
    end: int
    text: str
    spaced: str = ""

    def at(self, offset: int) -> int:
        """Return where the character at ``offset`` of ``text`` stands in the source."""
        if offset >= len(self.text):
            return self.end
        if len(self.text) == self.end - self.start:
            return self.start + offset
        places = (place for place, char in enumerate(self.spaced) if not char.isspace())
        return self.start + next(place for number, place in enumerate(places) if number == offset)

    def span(self, found: regex.Match[str], group: str) -> tuple[int, int]:
        """Return the span in the source of a ``group`` that was ``found`` in ``text``; an empty one is at the start."""
        start, end = found.span(group)
        return (self.at(start), self.at(end - 1) + 1) if start < end else (self.start, self.start)


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its span in the source, which ends with its last line, and its rows, all of one length.

    A cell that covers several rows or columns stands in each of them.
    """

    start: int
    end: int
    rows: tuple[Row, ...]


class Piece(NamedTuple):
    """A stretch of a statement: a span of the source, or ``text`` that was put in and stands at ``start``.

    ``at`` is where all characters of the span stand if they were borrowed from elsewhere: a unit that the head of a
    column names stands at the number.
    """

    start: int
    end: int
    text: str | None = None
    at: int | None = None


Statement: TypeAlias = list[Piece]


def cell_between(source: str, folded: str, start: int, end: int) -> Cell:
    """Return the cell whose text, blanks included, spans ``start`` to ``end`` of ``source``."""
    text = source[start:end]
    bare = text.strip()
    begin = start + len(text) - len(text.lstrip()) if bare else start
    spaced = folded[begin : begin + len(bare)]
    return Cell(begin, begin + len(bare), _BLANKS.sub("", spaced), spaced)


def whole(cell: Cell) -> Piece:
    """Return the piece that is all of ``cell``."""
    return Piece(cell.start, cell.end)


def put(text: str, beside: Cell | Piece) -> Piece:
    """Return the piece ``text``, put in behind ``beside``."""
    at = max(beside.end - 1, 0)
    return Piece(at, at, text)
