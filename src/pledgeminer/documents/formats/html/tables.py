"""Tables, distinguished from those that only lay a page out, and written row by row."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from .boxes import Box, Line, letters

# What a browser makes of larger ones (HTML Standard, 4.9.11).
_MOST_COLUMNS = 1000
_MOST_ROWS = 65534
# How many places the cells of a table may take, and how many letters, once each is repeated wherever it reaches.
_PLACES = 50_000
_ROOM = 100_000
_FACTOR = 20
_BLANKS = re.compile(r"\s+")
_NUMBER = re.compile(r"\s*(\d{1,9})")


@dataclass(slots=True)
class Cell:
    """A cell: its lines (``start`` to ``end`` of the page's), and how many columns and rows it covers."""

    start: int
    columns: int
    rows: int
    end: int = 0


@dataclass(slots=True)
class Table:
    """A table while it is read.

    ``start`` and ``boxes`` are how many lines and boxes the page had before it, ``before`` how many letters. ``ruled``
    is one with a frame or a header, ``nested`` counts the letters of the tables in it.
    """

    start: int
    boxes: int
    before: int
    ruled: bool
    only_layout: bool
    rows: list[list[Cell]] = field(default_factory=list)
    nested: int = 0


def span(text: str | None, most: int) -> int:
    """Return a ``colspan`` or ``rowspan`` as a number from 0 to ``most``; what is no number is 1."""
    found = _NUMBER.match(text or "")
    return min(int(found[1]), most) if found else 1


def columns_of(text: str | None) -> int:
    """Return how many columns a cell covers whose ``colspan`` is ``text``."""
    return span(text, _MOST_COLUMNS) or 1


def rows_of(text: str | None) -> int:
    """Return how many rows a cell covers whose ``rowspan`` is ``text``; 0 is all that follow."""
    return span(text, _MOST_ROWS) or _MOST_ROWS


def is_data(table: Table, lines: list[Line], total: int) -> bool:
    """Say whether ``table``, which has ``total`` letters, holds data; ``lines`` are the page's.

    One that lays the page out has a cell with most of the text in many lines, tables in its cells, or one column.
    """
    if table.only_layout or table.nested * 2 >= total:
        return False
    cells = [cell for row in table.rows for cell in row]
    sizes = [sum(line.size for line in lines[cell.start : cell.end]) for cell in cells]
    if _rows_of_several(table) < (1 if table.ruled else 2):
        return False
    if sum(line.linked for cell in cells for line in lines[cell.start : cell.end]) * 2 > total:
        return False
    filled = [(cell.end - cell.start, size) for cell, size in zip(cells, sizes, strict=True) if size]
    if any(size * 5 >= total * 3 and (count > 2 or size > 300) for count, size in filled):
        return False
    return sum(count for count, _ in filled) <= 4 * len(filled) or total <= 200 * len(filled)


def _rows_of_several(table: Table) -> int:
    """Return how many rows have text in more than one cell, with those that reach down from above."""
    several = reaching = 0
    ending: Counter[int] = Counter()
    for number, row in enumerate(table.rows):
        reaching -= ending[number]
        filled = [cell for cell in row if cell.end > cell.start]
        several += len(filled) + reaching > 1
        for cell in filled:
            reaching += 1
            ending[number + cell.rows] += 1
    return several


def rows_as_lines(table: Table, lines: list[Line], box: Box) -> list[Line]:
    """Return the rows of ``table`` as lines in ``box``, cells parted by tabs; what stands outside of cells goes first.

    A cell that covers several columns or rows is repeated in each; columns in which no cell begins are left out. Past
    a bound, cells are no longer repeated, so that a small page cannot make a huge text.
    """
    taken = {at for row in table.rows for cell in row for at in range(cell.start, cell.end)}
    loose = [line for at, line in enumerate(lines[table.start :], table.start) if at not in taken]
    found = [*loose]
    room = _ROOM + _FACTOR * sum(line.size for line in lines[table.start :])
    grid = _grid(table)
    begins = sorted({column for row in grid for column, (_, first) in row.items() if first})
    padded = len(grid) * len(begins) <= _places(table)
    texts: dict[int, str] = {}
    for row in grid:
        cells = []
        linked = 0
        for column in begins if padded else sorted(row.keys() & set(begins)):
            cell, first = row.get(column, (None, False))
            if cell is None or not (first or room > 0):
                cells.append("")
                continue
            if id(cell) not in texts:
                within = lines[cell.start : cell.end]
                texts[id(cell)] = _BLANKS.sub(" ", " ".join(line.text for line in within)).strip()
            if first:
                linked += sum(line.linked for line in lines[cell.start : cell.end])
            cells.append(texts[id(cell)])
            room -= len(cells[-1])
        text = "\t".join(cells)
        if text.strip():
            found.append(Line(text, box, letters(text), linked, row=True))
    return found


def _places(table: Table) -> int:
    """Return how many places its cells may take."""
    return _PLACES + _FACTOR * sum(map(len, table.rows))


def _grid(table: Table) -> list[dict[int, tuple[Cell, bool]]]:
    """Place the cells: for each row, the cell in each column, and whether it begins there."""
    grid: list[dict[int, tuple[Cell, bool]]] = []
    # For each column that a cell from above still covers: the cell, and how many rows it goes on.
    above: dict[int, tuple[Cell, int]] = {}
    places = _places(table)
    for row in table.rows:
        placed: dict[int, tuple[Cell, bool]] = {}
        for column, (cell, left) in list(above.items()):
            placed[column] = (cell, False)
            if left > 1:
                above[column] = (cell, left - 1)
            else:
                del above[column]
        column = 0
        for cell in row:
            while column in placed:
                column += 1
            for covered in range(column, column + (cell.columns if places > 0 else 1)):
                if covered in placed:
                    break
                placed[covered] = (cell, covered == column)
                if cell.rows > 1 and places > 0:
                    above[covered] = (cell, cell.rows - 1)
            column += cell.columns
        places -= len(placed)
        if places <= 0:
            above.clear()
        grid.append(placed)
    return grid
