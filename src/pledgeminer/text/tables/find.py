"""The tables of a text, in whatever layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .barred import barred_tables
from .model import Row, Table
from .tabbed import tabbed_tables

if TYPE_CHECKING:
    from ...rules.layout import Layout


def find_tables(source: str, folded: str, layout: Layout, start: int = 0) -> list[Table]:
    """Return the tables of ``source`` behind the offset ``start``, in order; none lies over another."""
    found = [*tabbed_tables(source, folded, start), *barred_tables(source, folded, start)]
    tables: list[Table] = []
    for rows in sorted(filter(len, found), key=_start):
        if _is_table(rows, folded, layout) and (not tables or tables[-1].end <= _start(rows)):
            end = source.find("\n", rows[-1][-1].end)
            tables.append(Table(source.rfind("\n", 0, _start(rows)) + 1, len(source) if end < 0 else end, rows))
    return tables


def _start(rows: tuple[Row, ...]) -> int:
    return rows[0][0].start


def _is_table(rows: tuple[Row, ...], folded: str, layout: Layout) -> bool:
    """Say whether the rows are more than lines that begin with a tab, or with a number and a tab."""
    if len(rows) < 2:
        return False
    columns = list(zip(*rows, strict=True))
    if sum(sum(bool(cell.text) for cell in column) > 1 for column in columns) < 2:
        return False
    marked = sum(layout.heading.match(folded, row[0].start, row[0].end) is not None for row in rows)
    return len(columns) > 2 or marked * 2 < len(rows)
