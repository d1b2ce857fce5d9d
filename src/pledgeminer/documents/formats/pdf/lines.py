"""Rows of pieces to lines of text, with what tells where a paragraph begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .pieces import Piece

_WIDE = 1.5
_LONGEST_NUMBER = 4
_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]")


@dataclass(slots=True, eq=False)
class Line:
    """A line of text: its edges, base and size, and the edges of its column.

    ``unit`` is the width of what may not be torn at its beginning; ``justified`` says that the lines of its column are
    stretched to its right edge, ``gapped`` that wide gaps part it, as the cells of a table without lines.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    left: float
    right: float
    unit: float
    page: int
    justified: bool = False
    gapped: bool = False

    @property
    def indent(self) -> float:
        """How far it begins behind its column's edge, in sizes."""
        return (self.x0 - self.left) / self.size

    @property
    def room(self) -> float:
        """How much of its column it leaves free at its end, in sizes."""
        return (self.right - self.x1) / self.size

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of its column and does not fill it."""
        return self.indent > 0.2 and abs(self.indent - self.room) < 0.6

    def has_room_for(self, following: Line) -> bool:
        """Return whether the beginning of ``following`` would have fitted, so that it was put on a line of its own."""
        centred = self.centred and following.centred
        if self.justified and not centred:
            return self.room > 0.7
        free = self.room + (self.indent if centred else 0.0)
        return free * self.size > following.unit + 0.7 * following.size


def line_of(row: Sequence[Piece], left: float, right: float, page: int) -> Line:
    """Return the line that the pieces of ``row`` make in a column from ``left`` to ``right``."""
    size = max(row, key=lambda piece: piece.count).size
    end = max(piece.x1 for piece in row)
    # A number stands apart from the item that it begins.
    first = 1 if len(row[0].text) <= _LONGEST_NUMBER else 0
    gapped = any(other.x0 - one.x1 > _WIDE * size for one, other in pairwise(row[first:]))
    return Line(text_of(row), row[0].x0, end, row[0].base, size, left, right, row[0].unit, page, gapped=gapped)


def text_of(row: Sequence[Piece]) -> str:
    """Return the text of the pieces of a row, with a blank for the gap between two."""
    return " ".join(piece.text for piece in row)


def together(one: str, other: str) -> str:
    """Return two lines of a paragraph as one: with a blank between words of letters, with nothing in Chinese."""
    if not one or not other:
        return one + other
    if _LETTER.match(other):
        if one.endswith("-") and len(one) > 1 and _LETTER.match(one[-2]) and other[0].islower():
            return one[:-1] + other
        if _LETTER.match(one[-1]) or one[-1] in ",;:":
            return f"{one} {other}"
    return one + other
