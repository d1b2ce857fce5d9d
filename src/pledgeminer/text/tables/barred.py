"""Rows whose cells are parted by bars: the tables of Markdown, and those drawn with lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from .lines import lines_between
from .model import Row, cell_between, empty_cell

_BARRED = regex.compile(r"^[^\S\n]*[|│┃][^\n]*(?:\n[^\S\n]*[|│┃├┝┣+][^\n]*)++$", regex.MULTILINE)
_RULE = regex.compile(r"[\s:|+\-=│┃├┝┣┼╋┤┥┫─━]*")
_BARS = regex.compile(r"(?<!\\)[|│┃]")
#: How many times its cells a table may have when its short rows are filled up.
_MOST_FILLED = 100


def barred_rows(folded: str, start: int) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each table with bars behind the offset ``start``; short rows are filled up."""
    if not any(bar in folded for bar in "|│┃"):
        return
    for block in _BARRED.finditer(folded, start):
        lines = lines_between(folded, *block.span())
        rows = [row for line in lines if not _RULE.fullmatch(folded, *line) and (row := _row(folded, *line))]
        width = max(map(len, rows), default=0)
        # One wide row over many short ones is no table, and to fill them all up would take the square.
        if 0 < width * len(rows) <= _MOST_FILLED * sum(map(len, rows)):
            yield tuple(_filled(row, width) for row in rows)


def _row(folded: str, start: int, end: int) -> Row:
    bars = [bar.start() for bar in _BARS.finditer(folded, start, end)]
    # The bar at a line's end may be missing.
    if bars and folded[bars[-1] + 1 : end].strip():
        bars.append(end)
    return tuple(cell_between(folded, left + 1, right) for left, right in pairwise(bars))


def _filled(row: Row, width: int) -> Row:
    return row + (empty_cell(row[-1].end),) * (width - len(row))
