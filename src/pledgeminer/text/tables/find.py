"""The tables of a text, in whatever layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .alignment import aligned
from .barred import barred_rows
from .blanks import spaced_rows
from .model import Cell, Row, Table, empty_cell
from .numbered import numbered_rows
from .roles import misfit, number_in, role_of
from .stacked import stacked_rows
from .tabbed import tabbed_rows

if TYPE_CHECKING:
    from ...rules.layout import Layout
    from ...rules.tables import TablePatterns

#: A head must have so many heads of known roles for the rows below it to be fitted to it.
_KNOWN = 2
#: To so many rows above it a row is compared.
_COMPARED = 8


def find_tables(folded: str, layout: Layout, patterns: TablePatterns, start: int = 0) -> list[Table]:
    """Return the tables of the text behind the offset ``start``, in order; none lies over another."""
    found: list[tuple[Row, ...]] = []
    for rows in tabbed_rows(folded, start):
        found += _evened(rows, patterns)
    for rows in barred_rows(folded, start):
        found.append(rows)
    found = [rows for rows in found if _is_table(rows, folded, layout)]
    for make in (spaced_rows, numbered_rows, stacked_rows):
        found += make(folded, patterns, start)
    tables: list[Table] = []
    for rows in sorted(found, key=_start):
        if not tables or tables[-1].end <= _start(rows):
            tables.append(_table(rows, folded, layout, patterns, tables[-1].end if tables else start))
    return tables


def _table(rows: tuple[Row, ...], folded: str, layout: Layout, patterns: TablePatterns, behind: int) -> Table:
    """Return the table of ``rows``, with the unit that the line above it or its first row names."""
    begin = folded.rfind("\n", 0, _start(rows)) + 1
    last = max(cell.end for cell in rows[-1])
    end = folded.find("\n", last)
    caption = None
    first = rows[0][0]
    if len(rows) > 2 and all(cell.text == first.text for cell in rows[0]) and (unit := _unit(first.text, layout)):
        caption = Cell(first.text[unit[0] : unit[1]], first.places[unit[0] : unit[1]])
        rows = rows[1:]
    else:
        above = folded[behind:begin].rstrip()
        line = above.rfind("\n") + 1
        text = above[line:]
        unit = _unit(text, layout)
        if unit is not None:
            at = behind + line + unit[0]
            caption = Cell(text[unit[0] : unit[1]].strip(), range(at, at + len(text[unit[0] : unit[1]].strip())))
            if layout.unit_line.fullmatch(text.strip()):
                begin = behind + line
    if caption is not None and patterns.sole_unit.fullmatch(caption.text) is None:
        caption = None
    return Table(begin, len(folded) if end < 0 else end, rows, caption)


def _unit(text: str, layout: Layout) -> tuple[int, int] | None:
    """Return where the unit stands that a line above a table names."""
    found = layout.named_unit.search(text) if len(text) <= _LONGEST_CAPTION else None
    return None if found is None else found.span("unit")


_LONGEST_CAPTION = 60


def _start(rows: tuple[Row, ...]) -> int:
    return min(cell.start for cell in rows[0])


def _evened(rows: tuple[Row, ...], patterns: TablePatterns) -> Iterator[tuple[Row, ...]]:
    """Yield ``rows`` cut into tables of one length each; below a head, shorter rows are fitted to it.

    A row lacks the cells that reach down from the rows above, or empty ones at its end that an editor cut off.
    """
    current: list[Row] = []
    roles: list[str] = []
    for row in rows:
        known = [role_of(cell.text, patterns) for cell in row]
        begins = sum(map(bool, known)) >= _KNOWN and not any(number_in(cell, patterns) for cell in row)
        second_head = begins and len(current) in (1, 2) and bool(roles) and len(row) == len(current[0])
        if current and begins and not second_head:
            yield tuple(current)
            current, roles = [], []
        if begins and not current:
            roles = known
        if not current or len(row) == len(current[0]):
            current.append(row)
            continue
        fitted = _fitted(row, current, roles, patterns) if roles and len(row) < len(current[0]) else None
        if fitted is None:
            yield tuple(current)
            current, roles = [row], []
        else:
            current.append(fitted)
    if current:
        yield tuple(current)


def _fitted(row: Row, above: list[Row], roles: list[str], patterns: TablePatterns) -> Row | None:
    filled = [cell for cell in row if cell.text]
    if len(row) < 2 or not filled:
        return None
    # Where the rows above have a cell that reaches down, it is the first ones that are missing, in their order.
    missing = len(roles) - len(row)
    below = (*above[-1][:missing], *row)
    cut = (*row, *[empty_cell(row[-1].end)] * missing)
    placed = aligned(row, roles, patterns)
    ways = [one for one in (below, cut, placed) if one is not None]
    return min(ways, key=lambda one: _strangeness(one, above, roles, patterns))


def _strangeness(row: Row, above: list[Row], roles: list[str], patterns: TablePatterns) -> float:
    """Return how little the cells of ``row`` look like those above them: by role, by their ends, by their length."""
    strange = 0.0
    full = [one for one in above[1:] if all(cell.text for cell in one)][-_COMPARED:] or above[1:][-_COMPARED:]
    for number, (cell, role) in enumerate(zip(row, roles, strict=True)):
        strange += misfit(cell, role, patterns)
        others = [one[number].text for one in full if one[number].text]
        if others and cell.text:
            looks = _looks(cell.text)
            strange += sum(
                mine != its for other in others for mine, its in zip(looks, _looks(other), strict=True)
            ) / len(others)
    return strange


def _looks(text: str) -> tuple[bool, bool, bool, int]:
    return text[0].isdigit(), text[-1] in "。;", text.isdecimal(), min(len(text).bit_length(), 7)


def _is_table(rows: tuple[Row, ...], folded: str, layout: Layout) -> bool:
    """Say whether the rows are more than lines that begin with a tab, or with a number and a tab."""
    if len(rows) < 2 or len({len(row) for row in rows}) > 1:
        return False
    columns = list(zip(*rows, strict=True))
    if sum(sum(bool(cell.text) for cell in column) > 1 for column in columns) < 2:
        return False
    marked = sum(layout.heading.match(folded, row[0].start, row[0].end) is not None for row in rows)
    return len(columns) > 2 or marked * 2 < len(rows)
