"""A table of a text, whatever layout it was found in, and the statements that it is read as."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple, TypeAlias

import regex

_BLANKS = regex.compile(r"\s+")


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


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its folded ``text`` without any blanks, and where each character of it stands in the source.

    ``starts`` are the offsets in ``text`` at which a word or a line of the cell begins.
    """

    text: str
    places: Sequence[int]
    starts: tuple[int, ...] = (0,)

    @property
    def start(self) -> int:
        """The place of the first character; where an empty cell stands."""
        return self.places[0]

    @property
    def end(self) -> int:
        """The place behind the last character."""
        return self.places[-1] + 1 if self.text else self.places[0]

    def pieces(self, start: int = 0, end: int | None = None, *, one_figure: bool = False) -> Statement:
        """Return the characters from the offset ``start`` to before ``end`` as spans of the source.

        Between two figures that were parted a blank is put in, unless they are known to be ``one_figure``.
        """
        places = self.places[start : len(self.text) if end is None else end]
        if not places:
            return []
        if places[-1] - places[0] == len(places) - 1:
            return [Piece(places[0], places[-1] + 1)]
        found, first = [], places[0]
        for number, (before, place) in enumerate(pairwise(places), start + 1):
            if place == before + 1:
                continue
            found.append(Piece(first, before + 1))
            if not one_figure and self.text[number - 1].isdigit() and self.text[number].isdigit():
                found.append(Piece(before, before, " "))
            first = place
        return [*found, Piece(first, places[-1] + 1)]

    def group(self, found: regex.Match[str], name: str) -> Statement:
        """Return the group ``name`` that was ``found`` in ``text`` as spans of the source."""
        start, end = found.span(name)
        return self.pieces(start, end, one_figure=True) if start < end else []

    def words(self) -> list[Cell]:
        """Return what blanks and breaks of lines part in the cell, as cells."""
        ends = (*self.starts[1:], len(self.text))
        return [Cell(self.text[a:b], self.places[a:b]) for a, b in zip(self.starts, ends, strict=True) if a < b]


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its span in the source, which ends with its last line, and its rows, all of one length.

    A cell that covers several rows or columns stands in each of them. ``caption`` is the line above it that names a
    unit, without the words around that.
    """

    start: int
    end: int
    rows: tuple[Row, ...]
    caption: Cell | None = None


def empty_cell(at: int) -> Cell:
    """Return a cell without text that stands at the offset ``at``."""
    return Cell("", (at,), ())


_BREAK = regex.compile(r"<br\s*/?>", regex.IGNORECASE)


def cell_between(folded: str, start: int, end: int) -> Cell:
    """Return the cell whose text, blanks included, spans ``start`` to ``end``."""
    text = folded[start:end]
    bare = text.strip()
    if not bare:
        return empty_cell(start)
    begin = start + len(text) - len(text.lstrip())
    if not any(map(str.isspace, bare)) and "<" not in bare:
        return Cell(bare, range(begin, begin + len(bare)))
    breaks = [one.span() for one in _BREAK.finditer(bare)]
    skipped = set(chain.from_iterable(range(*one) for one in breaks))
    places = [place for place, char in enumerate(bare) if not char.isspace() and place not in skipped]
    starts = [
        number
        for number, place in enumerate(places)
        if number == 0 or (place != places[number - 1] + 1 and not _within_latin(bare, places[number - 1], place))
    ]
    return Cell("".join(bare[place] for place in places), tuple(begin + place for place in places), tuple(starts))


def joined(cells: Iterable[Cell]) -> Cell:
    """Return the texts of ``cells`` as one cell, each a word of it."""
    text = ""
    places: list[int] = []
    starts: list[int] = []
    first: Cell | None = None
    for cell in cells:
        first = first or cell
        if cell.text:
            starts += [len(text) + start for start in cell.starts]
            text += cell.text
            places += cell.places
    if text:
        return Cell(text, tuple(places), tuple(starts))
    assert first is not None
    return first


def put(text: str, beside: Cell | Piece) -> Piece:
    """Return the piece ``text``, put in behind ``beside``."""
    at = max(beside.end - 1, 0)
    return Piece(at, at, text)


def _within_latin(text: str, before: int, behind: int) -> bool:
    return text[before].isascii() and text[behind].isascii() and text[before].isalpha() and text[behind].isalpha()
