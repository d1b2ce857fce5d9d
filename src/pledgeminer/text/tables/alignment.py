"""Rows with more or fewer cells than there are columns: which cell stands in which column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from .model import Cell, Row, empty_cell, joined
from .roles import misfit

if TYPE_CHECKING:
    from ...rules.tables import TablePatterns

#: What it costs to leave a column empty, and to put one more cell into a column: words are parted more often.
_EMPTY, _EMPTY_WORDS = 1.2, 2.5
_MORE, _MORE_WORDS = 1.5, 0.2
_WORDS = frozenset(("", "indicator", "target", "left_out", "owner"))
#: So many cells of a row are looked at.
_MOST = 40


def aligned(cells: Sequence[Cell], roles: Sequence[str], patterns: TablePatterns) -> Row | None:
    """Return ``cells``, in their order, in columns with these ``roles``; None for more than a row can have.

    The cheapest way wins (dynamic programming): a cell costs what it does not look like, a column what it lacks.
    """
    if not cells or len(cells) > _MOST:
        return None
    misfits = {role: list(accumulate((misfit(cell, role, patterns) for cell in cells), initial=0.0)) for role in roles}
    # best[n] is the cheapest way to put the first n cells into the columns so far: its cost, and where each ends.
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ()), *[None] * len(cells)]
    for role in roles:
        following: list[tuple[float, tuple[int, ...]] | None] = [None] * (len(cells) + 1)
        for first, way in enumerate(best):
            if way is None:
                continue
            for last in range(first, len(cells) + 1):
                misfitting = misfits[role][last] - misfits[role][first]
                total = way[0] + misfitting + _cost(last - first, role)
                held = following[last]
                if held is None or total < held[0]:
                    following[last] = (total, (*way[1], last))
        best = following
    way = best[-1]
    if way is None:
        return None
    row: list[Cell] = []
    first = 0
    for last in way[1]:
        row.append(joined(cells[first:last]) if last > first else empty_cell(cells[max(first - 1, 0)].end))
        first = last
    return tuple(row)


def _cost(count: int, role: str) -> float:
    """Return what it costs to have ``count`` cells in a column with that ``role``."""
    words = role in _WORDS
    if not count:
        return _EMPTY_WORDS if words and role != "left_out" else _EMPTY
    return (count - 1) * (_MORE_WORDS if words else _MORE)
