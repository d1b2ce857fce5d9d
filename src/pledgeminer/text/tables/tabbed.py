"""Rows whose cells are parted by tabs, as spreadsheets copy them and readers of pages and files write them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from .lines import lines_between
from .model import Row, cell_between

_TABBED = regex.compile(r"^[^\n\t]*+\t[^\n]*+(?:\n[^\n\t]*+\t[^\n]*+)++$", regex.MULTILINE)


def tabbed_rows(folded: str, start: int) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each run of lines with tabs behind the offset ``start``; they may differ in length."""
    if "\t" not in folded:
        return
    for block in _TABBED.finditer(folded, start):
        yield tuple(_row(folded, *line) for line in lines_between(folded, *block.span()))


def _row(folded: str, start: int, end: int) -> Row:
    cells = []
    for part in folded[start:end].split("\t"):
        cells.append(cell_between(folded, start, start + len(part)))
        start += len(part) + 1
    return tuple(cells)
