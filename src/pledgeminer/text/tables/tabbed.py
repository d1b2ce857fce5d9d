"""Tables whose cells are parted by tabs, as spreadsheets copy them and readers of pages and files write them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import regex

from .lines import lines_between
from .model import Row, cell_between

_TABBED = regex.compile(r"^[^\n\t]*+\t[^\n]*+(?:\n[^\n\t]*+\t[^\n]*+)++$", regex.MULTILINE)


def tabbed_tables(source: str, folded: str, start: int) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each run of lines with tabs that have one number of cells, behind the offset ``start``."""
    if "\t" not in source:
        return
    for block in _TABBED.finditer(source, start):
        rows = [_row(source, folded, *line) for line in lines_between(source, *block.span())]
        for _, run in groupby(rows, key=len):
            yield tuple(run)


def _row(source: str, folded: str, start: int, end: int) -> Row:
    cells = []
    for part in source[start:end].split("\t"):
        cells.append(cell_between(source, folded, start, start + len(part)))
        start += len(part) + 1
    return tuple(cells)
