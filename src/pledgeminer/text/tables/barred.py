"""Tables of Markdown, whose cells are parted by bars, with a rule under their head."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from .lines import lines_between
from .model import Cell, Row, cell_between

_BARRED = regex.compile(r"^[^\S\n]*\|[^\n]*\n[^\S\n]*\|?[ :|-]*-[ :|\r-]*(?:\n[^\S\n]*\|[^\n]*)++$", regex.MULTILINE)
_RULE = regex.compile(r"[\s:|-]*")
_BARS = regex.compile(r"(?<!\\)\|")
#: How many times its cells a table may have when its short rows are filled up.
_MOST_FILLED = 100


def barred_tables(source: str, folded: str, start: int) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each table of Markdown behind the offset ``start``; short rows are filled up."""
    if "\n|" not in source and not source.startswith("|"):
        return
    for block in _BARRED.finditer(source, start):
        lines = lines_between(source, *block.span())
        rows = [_row(source, folded, *line) for line in lines if not _RULE.fullmatch(source, *line)]
        width = max(map(len, rows), default=0)
        # One wide row over many short ones is no table, and to fill them all up would take the square.
        if 0 < width * len(rows) <= _MOST_FILLED * sum(map(len, rows)):
            yield tuple(_filled(row, width) for row in rows if row)


def _row(source: str, folded: str, start: int, end: int) -> Row:
    bars = [bar.start() for bar in _BARS.finditer(source, start, end)]
    # The bar at a line's end may be missing.
    if source[bars[-1] + 1 : end].strip():
        bars.append(end)
    return tuple(cell_between(source, folded, left + 1, right) for left, right in pairwise(bars))


def _filled(row: Row, width: int) -> Row:
    return row + (Cell(row[-1].end, row[-1].end, ""),) * (width - len(row))
