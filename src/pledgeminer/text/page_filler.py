"""The filler at the end of a page: lists of places or of links that belong to no text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import regex

from .fold import fold, simplify

if TYPE_CHECKING:
    from ..rules.layout import Layout

#: Fewer items are no filler.
_FEWEST = 12
#: At least so many of ten items are what fills pages, and no more have a digit, which tables have.
_FILLING, _DIGITS = 6, 1
#: The first line is not shorter than the longest by so many times.
_SHORTER = 4
#: No item is longer, and no more of the end of a text is looked at, in code points.
_LONGEST, _REACH = 10, 50_000
_PARTING = regex.compile(r"[|\s]+")
_PROSE = regex.compile("[。；！？，、：（）“”,;:!?()]")


class Filler(NamedTuple):
    """Where the filler begins, and how many items it has."""

    start: int
    items: int


class _Row(NamedTuple):
    start: int
    items: list[str]
    filling: int


def find_filler(text: str, start: int, layout: Layout) -> Filler | None:
    """Return the filler that ends ``text``, of which ``start`` is the beginning; None if it ends as a text does.

    A list under a heading of its own (a list of districts) is no filler, nor is one with numbers.
    """
    rows = list(_rows(text, start, layout))
    # A closing of names and dates may stand right above, or a short line of the text.
    longest = max((len(row.items) for row in rows), default=0)
    while rows and (rows[-1].filling * 10 < len(rows[-1].items) * _FILLING or len(rows[-1].items) * _SHORTER < longest):
        rows.pop()
    items = sum(len(row.items) for row in rows)
    if items < _FEWEST or sum(row.filling for row in rows) * 10 < items * _FILLING:
        return None
    if sum(any(map(str.isdigit, item)) for row in rows for item in row.items) * 10 > items * _DIGITS:
        return None
    above = text[max(start, rows[-1].start - _REACH) : rows[-1].start].rstrip().rpartition("\n")[2]
    if not above or layout.own_list.search(_folded(above, layout)) is not None:
        return None
    return Filler(rows[-1].start, items)


def _rows(text: str, start: int, layout: Layout) -> Iterator[_Row]:
    """Yield the lines at the end of ``text`` that are lists of short items, from the last one up."""
    end = len(text)
    least = max(start, end - _REACH)
    while end > least:
        begin = max(text.rfind("\n", least, end) + 1, least)
        line = text[begin:end].strip()
        if _PROSE.search(line) is not None or (begin == least > start):
            return
        items = [item for item in _PARTING.split(_folded(line, layout)) if item]
        if max(map(len, items), default=0) > _LONGEST:
            return
        if items:
            yield _Row(begin, items, sum(layout.filler.fullmatch(item) is not None for item in items))
        end = begin - 1


def _folded(line: str, layout: Layout) -> str:
    return simplify(fold(line), layout.letters)
