"""What every page carries and no reader reads: running titles, page numbers, printers' lines."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ..signs import PAGE_NUMBER
from .lines import text_of
from .pieces import Piece, rows_of
from .shapes import Box

_ZONE = 0.16
_MOST_ROWS = 3
_LONGEST = 80
_MANY = 12
_NEAR = 7.0
_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"(\d{1,4})(?:\s*/\s*\d{1,4})?")
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_PRINTED_AT = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s*\d{1,2}:\d{2}.*")


@dataclass(slots=True, eq=False)
class _Row:
    """A row near an edge of a page; ``apart`` says that white space or another size sets it off from the text."""

    pieces: list[Piece]
    text: str
    distance: float
    apart: bool


def without_furniture(pages: Sequence[list[Piece]], boxes: Sequence[Box]) -> list[list[Piece]]:
    """Return the pieces of each of the ``pages``, whose edges are ``boxes``, that are text of the document.

    What repeats at one height at the top or bottom of several pages is left out, and so are page numbers. Figures in
    it may differ from page to page.
    """
    rows = [
        (_outer(pieces, box, top=True), _outer(pieces, box, top=False))
        for pieces, box in zip(pages, boxes, strict=True)
    ]
    gone: list[set[int]] = [set() for _ in pages]
    for side in (0, 1):
        _mark([page[side] for page in rows], gone)
    if len(pages) == 1:
        _mark_printout(rows[0], gone[0])
    return [[piece for piece in pieces if id(piece) not in ids] for pieces, ids in zip(pages, gone, strict=True)]


def _outer(pieces: Sequence[Piece], box: Box, *, top: bool) -> list[_Row]:
    """Return up to three rows next to an edge of the page, the outermost first."""
    rows = list(rows_of([piece for piece in pieces if not piece.solid], 0.35))
    if not rows:
        return []
    size = median(piece.size for row in rows for piece in row)
    steps = [(two[0].base - one[0].base) for one, two in itertools.pairwise(rows)]
    pitch = median(steps) if len(steps) > 3 else 1.7 * size
    height = box[3] - box[1]
    if not top:
        rows.reverse()
    found: list[_Row] = []
    for index, row in enumerate(rows[:_MOST_ROWS]):
        distance = (row[0].base - box[1]) if top else (box[3] - row[0].base)
        if distance > _ZONE * height:
            break
        step = abs(rows[index + 1][0].base - row[0].base) if index + 1 < len(rows) else height
        other = index + 1 < len(rows) and abs(row[0].size - rows[index + 1][0].size) > 0.07 * size
        found.append(_Row(row, text_of(row), distance, step > 1.3 * pitch or (other and row[0].size < 1.2 * size)))
    return found


def _mark(sides: Sequence[list[_Row]], gone: list[set[int]]) -> None:
    """Add to ``gone`` the pieces at one side of each page that are furniture."""
    repeated = _repeated(sides)
    numbered = _numbered(sides)
    for page, rows in enumerate(sides):
        last = -1
        for index, row in enumerate(rows):
            ours = any(_fits(repeated.get(key, []), row) for piece in row.pieces for key in _keys(piece))
            number = PAGE_NUMBER.fullmatch(row.text.strip()) is not None or (page, index) in numbered
            if not ours and not number:
                break
            if row.apart or (number and index == 0 and len(sides) > 1):
                last = index
        for row in rows[: last + 1]:
            gone[page] |= {id(piece) for piece in row.pieces}


def _keys(piece: Piece) -> tuple[str, ...]:
    """Return what ``piece`` says, as it stands and with its figures left open."""
    words = "".join(piece.text.split())
    pattern = _DIGITS.sub("\0", words)
    return (words,) if pattern == words else (words, pattern)


def _fits(distances: list[float], row: _Row) -> bool:
    """Say whether one of ``distances``, which are sorted, is about that of ``row``."""
    return bisect_left(distances, row.distance - _NEAR) < bisect_right(distances, row.distance + _NEAR)


def _repeated(sides: Sequence[list[_Row]]) -> dict[str, list[float]]:
    """Return what stands at one height on several pages, with these heights."""
    places: defaultdict[str, list[float]] = defaultdict(list)
    for rows in sides:
        # On one page it counts once, where it stands outermost: columns may begin with the same words.
        outermost: dict[str, float] = {}
        for row in rows:
            if len(row.text) <= _LONGEST and not row.text.endswith(("。", "；", "，")):
                for piece in row.pieces:
                    for key in _keys(piece):
                        outermost.setdefault(key, row.distance)
        for key, distance in outermost.items():
            places[key].append(distance)
    few = 2 if len(sides) < _MANY else 3
    return {
        key: kept
        for key, distances in places.items()
        # The labels of two annexes differ in their figure too.
        if (kept := _frequent(sorted(distances), 3 if "\0" in key else few))
    }


def _frequent(distances: list[float], least: int) -> list[float]:
    """Return those of ``distances``, which are sorted, that have ``least`` of them close by."""
    return [d for d in distances if bisect_right(distances, d + _NEAR) - bisect_left(distances, d - _NEAR) >= least]


def _numbered(sides: Sequence[list[_Row]]) -> set[tuple[int, int]]:
    """Return page and row of the bare numbers that count the pages."""
    counts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for page, rows in enumerate(sides):
        for index, row in enumerate(rows):
            if found := _BARE.fullmatch(row.text.strip()):
                counts[int(found[1]) - page].append((page, index))
    best = max(counts.values(), key=len, default=[])
    if len(best) >= 2 or (len(sides) == 1 and counts.get(1)):
        return set(best)
    return set()


def _mark_printout(rows: tuple[list[_Row], list[_Row]], gone: set[int]) -> None:
    """Leave out the lines that a browser prints around a page: the address below, the time of printing above."""
    top, bottom = rows
    if not bottom or not any(_ADDRESS.fullmatch(text_of([piece])) for piece in bottom[0].pieces):
        return
    gone |= {id(piece) for piece in bottom[0].pieces}
    if top and _PRINTED_AT.fullmatch(top[0].text):
        gone |= {id(piece) for piece in top[0].pieces}
