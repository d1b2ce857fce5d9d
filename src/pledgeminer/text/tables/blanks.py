"""Rows whose cells are parted by wide blanks, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from .alignment import aligned
from .model import Row, cell_between
from .roles import is_nothing, number_in, role_of

if TYPE_CHECKING:
    from ...rules.tables import TablePatterns

#: Wide blanks part cells; full-width ones are folded to narrow ones.
_WIDE = regex.compile(r"[^\S\n]{2,}")
_PROSE = regex.compile("[。;]")
#: So many rows make a table, and so long a line is prose.
_FEWEST, _LONGEST = 3, 240


def spaced_rows(folded: str, patterns: TablePatterns, start: int) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each run of lines with wide blanks, behind ``start``, that have a head and numbers below it."""
    block: list[Row] = []
    at = start
    for line in folded[start:].split("\n"):
        end = at + len(line)
        bare = line.strip()
        wide = "  " in bare and len(bare) <= _LONGEST and _PROSE.search(bare) is None
        if wide:
            block.append(_row(folded, at, end))
        elif block:
            yield from _tables(block, patterns)
            block = []
        at = end + 1
    yield from _tables(block, patterns)


def _row(folded: str, start: int, end: int) -> Row:
    cells, at = [], start
    for blank in _WIDE.finditer(folded, start, end):
        if blank.start() > at:
            cells.append(cell_between(folded, at, blank.start()))
        at = blank.end()
    if at < end:
        cells.append(cell_between(folded, at, end))
    return tuple(cell for cell in cells if cell.text)


def _tables(block: list[Row], patterns: TablePatterns) -> Iterator[tuple[Row, ...]]:
    """Yield the table that ``block`` is, if its first row is a head and most of the others have numbers."""
    if len(block) < _FEWEST:
        return
    head, rows = block[0], block[1:]
    roles = [role_of(cell.text, patterns) for cell in head]
    if sum(map(bool, roles)) < 2 or any(number_in(cell, patterns) for cell in head):
        return
    placed = [row if len(row) == len(head) else _placed(row, roles, patterns) for row in rows]
    known = [row for row in placed if row is not None]
    if len(known) < len(rows):
        return
    numbers = sum(any(number_in(cell, patterns) for cell in row) for row in known)
    words = sum(sum(not is_nothing(cell, patterns) for cell in row) > 1 for row in known)
    if numbers * 2 >= len(rows) and words * 2 >= len(rows):
        yield (head, *known)


def _placed(row: Row, roles: Sequence[str], patterns: TablePatterns) -> Row | None:
    """Return ``row`` in columns with these ``roles``; behind a name that fills its column stands one blank only."""
    cells = row if len(row) > len(roles) else [word for cell in row for word in cell.words()]
    return aligned(cells, roles, patterns)
