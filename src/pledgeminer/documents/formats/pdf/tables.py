"""Tables with ruled lines: the lines make a grid, the grid cells, and the characters go into the cells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ..signs import ITEM
from .page import Glyph
from .pieces import Piece
from .shapes import Box

_NEAR = 3.0
_MOST_LINES = 2_000
_LEAST_ROWS = 3
_MOST_CELLS = 20_000
_MOST_GRIDS = 40
_LEAST_RUNGS = 4
# Lines between the articles of a page make fields too, but most of these hold more than a cell does.
_LONG = 150
_SENTENCES = 60
_FEW = 8

_FIGURE = re.compile(r"\d")

Span = tuple[float, float]
CellText = Callable[[list[Glyph], float, float], str]


class Table(NamedTuple):
    """Where a table stands, and the text of its cells; a merged cell is repeated wherever it reaches."""

    box: Box
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[float, ...]


class _Line(NamedTuple):
    """A ruled line: ``at`` is its y if it lies, its x if it stands."""

    at: float
    start: float
    end: float


def take_tables(glyphs: list[Glyph], rules: Sequence[Box], text: CellText) -> tuple[list[Table], list[Glyph]]:
    """Return the tables that ``rules`` draw, downwards, and the ``glyphs`` that stand in none of them.

    ``text`` makes the glyphs of a cell, between its left and its right edge, into its text.
    """
    tables: list[Table] = []
    for lying, standing in [*_grids(rules), *_ladders(rules, glyphs)]:
        grid = _Grid(lying, standing)
        if not grid.usable:
            continue
        inside, outside = grid.part(glyphs)
        table = grid.table(inside, text)
        if table is not None:
            tables.append(table)
            glyphs = outside
    return sorted(tables, key=lambda table: table.box[1]), glyphs


def _grids(rules: Sequence[Box]) -> list[tuple[list[_Line], list[_Line]]]:
    """Return the groups of lying and standing lines that touch each other."""
    lying = _whole(_lying(rules))
    standing = _whole(
        (_Line((left + right) / 2, top, bottom) for left, top, right, bottom in rules if right - left <= bottom - top)
    )
    if len(lying) < 2 or len(standing) < 2 or len(lying) + len(standing) > _MOST_LINES:
        return []
    group = list(range(len(lying) + len(standing)))

    def first(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    heights = [line.at for line in lying]
    for number, line in enumerate(standing, len(lying)):
        begin, end = bisect_left(heights, line.start - _NEAR), bisect_right(heights, line.end + _NEAR)
        for index in range(begin, end):
            if lying[index].start - _NEAR <= line.at <= lying[index].end + _NEAR:
                group[first(number)] = first(index)
    found: defaultdict[int, tuple[list[_Line], list[_Line]]] = defaultdict(lambda: ([], []))
    for index, line in enumerate([*lying, *standing]):
        found[first(index)][index >= len(lying)].append(line)
    grids = [pair for pair in found.values() if len(pair[0]) > 1 and len(pair[1]) > 1]
    return sorted(grids, key=lambda pair: -len(pair[0]) - len(pair[1]))[:_MOST_GRIDS]


def _ladders(rules: Sequence[Box], glyphs: list[Glyph]) -> list[tuple[list[_Line], list[_Line]]]:
    """Return groups of lying lines of one width under each other, with lines down the white space between columns."""
    sides: defaultdict[tuple[int, int], list[_Line]] = defaultdict(list)
    lying = _whole(_lying(rules))
    for line in lying:
        sides[round(line.start / _NEAR), round(line.end / _NEAR)].append(line)
    found = []
    for lines in sides.values():
        if not _LEAST_RUNGS <= len(lines) <= _MOST_LINES:
            continue
        left, right = lines[0].start, lines[0].end
        inside = [g for g in glyphs if left <= g.x0 <= right and lines[0].at < g.base <= lines[-1].at]
        if not inside:
            continue
        em = median(glyph.size for glyph in inside)
        spans = _merged([(glyph.x0, glyph.x1) for glyph in inside], 0.8 * em)
        places = [left, *((one[1] + other[0]) / 2 for one, other in pairwise(spans)), right]
        # Shorter lines part the rows beside a cell that reaches over several.
        rungs = [rung for rung in lying if _holds(lines, rung)]
        found.append((rungs, [_Line(place, lines[0].at, lines[-1].at) for place in places]))
    return found[:_MOST_GRIDS]


def _holds(lines: list[_Line], rung: _Line) -> bool:
    """Say whether ``rung`` lies between the first and the last of ``lines``."""
    left, right = lines[0].start - _NEAR, lines[0].end + _NEAR
    return lines[0].at <= rung.at <= lines[-1].at and left <= rung.start and rung.end <= right


def _lying(rules: Sequence[Box]) -> Iterator[_Line]:
    return (_Line((top + bottom) / 2, left, right) for left, top, right, bottom in rules if right - left > bottom - top)


def _whole(lines: Iterable[_Line]) -> list[_Line]:
    """Put the parts of lines together that are drawn cell by cell, and lines that are drawn twice; sort by place."""
    rows: list[list[_Line]] = []
    for line in sorted(lines):
        if rows and line.at - rows[-1][0].at <= 1.5:
            rows[-1].append(line)
        else:
            rows.append([line])
    found: list[_Line] = []
    for row in rows:
        at = row[0].at
        start, end = 0.0, float("-inf")
        for line in sorted(row, key=lambda line: line.start):
            if line.start > end + _NEAR:
                if end - start > _NEAR:
                    found.append(_Line(at, start, end))
                start, end = line.start, line.end
            end = max(end, line.end)
        if end - start > _NEAR:
            found.append(_Line(at, start, end))
    return found


class _Grid:
    """The cells between lines that touch each other."""

    def __init__(self, lying: list[_Line], standing: list[_Line]) -> None:
        self._lying, self._standing = lying, standing
        # Many tables are open at their sides, or have no line at their ends.
        self._xs = _places([*(line.at for line in standing), *_ends(lying)])
        self._ys = _places([*(line.at for line in lying), *_ends(standing)])
        self._height, self._width = len(self._ys) - 1, len(self._xs) - 1

    @property
    def usable(self) -> bool:
        return self._height >= 2 and self._width >= 2 and self._height * self._width <= _MOST_CELLS

    def part(self, glyphs: list[Glyph]) -> tuple[list[tuple[int, int, Glyph]], list[Glyph]]:
        """Return the glyphs inside, with row and column of their cells, and the others."""
        inside: list[tuple[int, int, Glyph]] = []
        outside: list[Glyph] = []
        for glyph in glyphs:
            x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.35 * glyph.size
            row, column = bisect_right(self._ys, y) - 1, bisect_right(self._xs, x) - 1
            if 0 <= row < self._height and 0 <= column < self._width:
                inside.append((row, column, glyph))
            else:
                outside.append(glyph)
        return inside, outside

    def table(self, glyphs: list[tuple[int, int, Glyph]], text: CellText) -> Table | None:
        """Return the table, or None if what the lines enclose is no table: a page in frames, a chart, a form's box."""
        cell = self._cells()
        content: defaultdict[int, list[Glyph]] = defaultdict(list)
        for row, column, glyph in glyphs:
            content[cell[row * self._width + column]].append(glyph)
        edges: dict[int, tuple[int, int]] = {}
        for index, number in enumerate(cell):
            column = index % self._width
            first, last = edges.get(number, (column, column))
            edges[number] = min(first, column), max(last, column)
        texts = {
            number: text(inside, self._xs[edges[number][0]], self._xs[edges[number][1] + 1])
            for number, inside in content.items()
        }
        filled = [words for words in texts.values() if words]
        lines = [cell[r * self._width : (r + 1) * self._width] for r in range(self._height)]
        if all(len(set(line)) < 2 for line in lines) or all(
            len(set(column)) < 2 for column in zip(*lines, strict=True)
        ):
            return None
        if len(filled) < 3 or 3 * len(filled) < len(set(cell)):
            return None
        if 2 * sum(_is_article(words, len(filled)) for words in filled) > len(filled):
            return None
        rows = (tuple(texts.get(number, "") for number in line) for line in lines)
        box = (self._xs[0], self._ys[0], self._xs[-1], self._ys[-1])
        return Table(box, _tidy(rows), tuple(self._xs))

    def _cells(self) -> list[int]:
        """Return the number of the cell of each field of the grid, row by row; no line between two makes them one."""
        fields = list(range(self._height * self._width))

        def first(index: int) -> int:
            while fields[index] != index:
                fields[index] = fields[fields[index]]
                index = fields[index]
            return index

        stands = _coverage(self._standing, self._xs, self._ys)
        lies = _coverage(self._lying, self._ys, self._xs)
        for row in range(self._height):
            for column in range(self._width):
                here = row * self._width + column
                if column + 1 < self._width and (column + 1, row) not in stands:
                    fields[first(here + 1)] = first(here)
                if row + 1 < self._height and (row + 1, column) not in lies:
                    fields[first(here + self._width)] = first(here)
        return [first(index) for index in range(len(fields))]


def _ends(lines: Sequence[_Line]) -> tuple[float, float]:
    return min(line.start for line in lines), max(line.end for line in lines)


def _is_article(words: str, cells: int) -> bool:
    """Say whether ``words``, in one of so many ``cells``, are more than what a cell holds."""
    return len(words) > _LONG or (cells <= _FEW and len(words) > _SENTENCES and "。" in words)


def _places(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _coverage(lines: list[_Line], places: list[float], steps: list[float]) -> set[tuple[int, int]]:
    """Return which steps of which place a line covers, as (place, step)."""
    covered: set[tuple[int, int]] = set()
    for line in lines:
        place = bisect_right(places, line.at + 0.01) - 1
        for step in range(max(0, bisect_right(steps, line.start) - 1), len(steps) - 1):
            middle = (steps[step] + steps[step + 1]) / 2
            if middle > line.end:
                break
            if middle >= line.start:
                covered.add((place, step))
    return covered


def _tidy(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Leave out rows and columns without text, and rows that stand twice because of a double line."""
    filled = [row for row in rows if any(row)]
    keep = [index for index in range(len(filled[0])) if any(row[index] for row in filled)]
    return tuple(tuple(row[index] for index in keep) for row in filled)


def aligned(rows: Sequence[list[Piece]]) -> tuple[list[list[str]], int]:
    """Return the cells of the table without lines that ``rows`` begin with, and how many rows it has; none are 0.

    Its rows have two parts at least, and white space runs down between the parts of all of them. A table with two
    columns has figures in the second.
    """
    spans: list[Span] = []
    count = 0
    for row in rows:
        if len(row) < 2 or any(piece.solid for piece in row):
            break
        wider = _merged([*spans, *((piece.x0, piece.x1) for piece in row)], row[0].size)
        if len(wider) < max(2, len(spans)) or (count and row[0].base - rows[count - 1][0].base > 4 * row[0].size):
            break
        spans, count = wider, count + 1
    if count < _LEAST_ROWS:
        return [], 0
    starts = [start for start, _ in spans]
    cells = [["" for _ in spans] for _ in range(count)]
    for line, row in zip(cells, rows, strict=False):
        for piece in row:
            column = bisect_right(starts, piece.x0) - 1
            line[column] = f"{line[column]} {piece.text}".strip()
    if len(spans) == 2:
        figures = sum(len(line[1]) <= 12 and _FIGURE.search(line[1]) is not None for line in cells)
        if 5 * figures < 3 * count or all(ITEM.fullmatch(line[0]) for line in cells):
            return [], 0
    return cells, count


def _merged(spans: list[Span], em: float) -> list[Span]:
    """Put spans together that are less than ``em`` apart."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start - found[-1][1] < em:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
