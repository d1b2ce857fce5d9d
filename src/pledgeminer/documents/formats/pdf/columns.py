"""The pieces of a page in the order in which they are read: columns, headlines across them, boxes beside them.

The page is cut again and again, as in the recursive XY cut of Nagy and Seth (1984): where white space runs down between
columns of running text, the columns are read one after the other; else the bands of text from top to bottom, and bands
that share such a space together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low

from .blocks import is_tangled, untangled
from .pieces import Piece, rows_of
from .shapes import Box

_GUTTER = 0.9
"""How wide the space between two columns is at least, in sizes of their characters."""

_NARROW = 7
_DEEPEST = 12

Span = tuple[float, float]


@dataclass(slots=True, eq=False)
class Stretch:
    """Rows of pieces that are read from top to bottom, and the left and right edge of the column they stand in."""

    rows: list[list[Piece]]
    left: float
    right: float


def stretches_of(pieces: Sequence[Piece], rules: Sequence[Box]) -> list[Stretch]:
    """Return all ``pieces`` of a page in reading order; thin ``rules`` across the columns end them."""
    if not pieces:
        return []
    found: list[Stretch] = []
    left, right = _edges(pieces)
    _Cutter(rules, found).cut(list(pieces), left, right, 0)
    return found


class _Cutter:
    def __init__(self, rules: Sequence[Box], found: list[Stretch]) -> None:
        self._across = sorted((rule for rule in rules if rule[2] - rule[0] > 60), key=lambda rule: rule[1])
        self._heights = [rule[1] for rule in self._across]
        self._found = found

    def cut(self, pieces: list[Piece], left: float, right: float, depth: int) -> None:
        columns = _columns(pieces) if depth < _DEEPEST else []
        if len(columns) > 1:
            parts = self._ruled_off(pieces, left, right)
            if len(parts) > 1:
                for part in parts:
                    self.cut(part, left, right, depth + 1)
            else:
                self._each(columns, depth)
            return
        bands = _bands(pieces)
        if len(bands) == 1 and depth < _DEEPEST and is_tangled(pieces):
            for block in untangled(pieces):
                self._rows(block, *_edges(block))
            return
        waiting: list[Piece] = []
        at = 0
        while at < len(bands):
            end, gap = self._shared_gap(bands, at)
            if end == at:
                waiting += bands[at]
                at += 1
                continue
            together = [piece for band in bands[at:end] for piece in band]
            columns = _columns(together) if depth < _DEEPEST else []
            if len(columns) > 1:
                above = _right_above(waiting, together, gap)
                self._rows([piece for piece in waiting if piece not in above], left, right)
                self._each(_columns([*above, *together]) if above else columns, depth)
                waiting = []
            else:
                waiting += together
            at = end
        self._rows(waiting, left, right)

    def _ruled_off(self, pieces: list[Piece], left: float, right: float) -> list[list[Piece]]:
        """Return ``pieces`` in the parts that lines across the whole width make of them, downwards."""
        least = 0.8 * (right - left)
        parts: list[list[Piece]] = [[]]
        cuts = iter([rule[1] for rule in self._across if min(rule[2], right) - max(rule[0], left) >= least])
        cut, reach = next(cuts, None), float("-inf")
        for piece in sorted(pieces, key=lambda piece: piece.top):
            while cut is not None and cut <= piece.top:
                if reach <= cut and parts[-1]:
                    parts.append([])
                cut = next(cuts, None)
            parts[-1].append(piece)
            reach = max(reach, piece.bottom)
        return parts

    def _each(self, columns: list[list[Piece]], depth: int) -> None:
        for column in columns:
            self.cut(column, *_edges(column), depth + 1)

    def _rows(self, pieces: list[Piece], left: float, right: float) -> None:
        if pieces:
            self._found.append(Stretch(list(rows_of(pieces, 0.35)), left, right))

    def _shared_gap(self, bands: list[list[Piece]], at: int) -> tuple[int, Span]:
        """Return the end of the bands from ``at`` on that leave one space free, and that space; ``at`` if none do.

        The last of them has text on both sides of it, or stands close under one that has.
        """
        best, gap = at, (0.0, 0.0)
        for space in _gaps(bands[at], _em(bands[at])):
            end, free = self._extent(bands, at, space)
            if end > best:
                best, gap = end, free
        return best, gap

    def _extent(self, bands: list[list[Piece]], at: int, space: Span) -> tuple[int, Span]:
        two_sided, free, end = 1, space, at + 1
        bottom = max(piece.bottom for piece in bands[at])
        # Headlines side by side begin other articles.
        size = _em(bands[at])
        for index in range(at + 1, len(bands)):
            band = bands[index]
            top = min(piece.top for piece in band)
            em = _em(band)
            rest = _free(free, band, _GUTTER * em)
            if rest is None or self._ruled(bottom, top, rest) or min(piece.size for piece in band) > 1.3 * size:
                break
            both = any(piece.x1 <= rest[0] + 1 for piece in band) and any(piece.x0 >= rest[1] - 1 for piece in band)
            if not both and top - bottom > 5 * em:
                break
            two_sided += both
            bottom, free, end = max(piece.bottom for piece in band), rest, index + 1
        return (end, free) if two_sided > 1 or end > at + 1 or len(bands[at]) > 4 else (at, free)

    def _ruled(self, top: float, bottom: float, gap: Span) -> bool:
        """Say whether a line is drawn across the ``gap`` between the heights ``top`` and ``bottom``."""
        begin = bisect_left(self._heights, top)
        for rule in self._across[begin : begin + 20]:
            if rule[1] > bottom:
                return False
            if rule[0] < gap[0] - 20 and rule[2] > gap[1] + 20:
                return True
        return False


def _right_above(waiting: list[Piece], columns: list[Piece], gap: Span) -> list[Piece]:
    """Return the pieces that stand over the right columns only, as beside a picture: they are read with them."""
    above: list[Piece] = []
    top, em = min(piece.top for piece in columns), _em(columns)
    for piece in reversed(waiting):
        if piece.x0 < gap[0] or top - piece.bottom > 1.5 * em or piece.size > 1.2 * em:
            break
        above.append(piece)
        top = piece.top
    return above


def _edges(pieces: Iterable[Piece]) -> Span:
    return min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)


def _em(pieces: Sequence[Piece]) -> float:
    return median_low([piece.size for piece in pieces])


def _gaps(pieces: Sequence[Piece], em: float) -> list[Span]:
    """Return the spaces between ``pieces`` that none of them covers and that may be a gutter."""
    found: list[Span] = []
    reach = float("inf")
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if piece.x0 - reach >= _GUTTER * em:
            found.append((reach, piece.x0))
        reach = max(reach, piece.x1) if reach != float("inf") else piece.x1
    return found


def _free(space: Span, pieces: Sequence[Piece], least: float) -> Span | None:
    """Return the widest part of ``space`` that ``pieces`` leave free, or None if it is less than ``least``."""
    start, best = space[0], (0.0, 0.0)
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if piece.x1 <= space[0] or piece.x0 >= space[1]:
            continue
        best = max(best, (start, piece.x0), key=_width)
        start = max(start, piece.x1)
    best = max(best, (start, space[1]), key=_width)
    return best if _width(best) >= least else None


def _width(span: Span) -> float:
    return span[1] - span[0]


def _bands(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces in bands with white space between them from edge to edge, downwards."""
    bands: list[list[Piece]] = []
    reach = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.top):
        if not bands or piece.top >= reach:
            bands.append([])
            reach = piece.bottom
        bands[-1].append(piece)
        reach = max(reach, piece.bottom)
    return bands


def _columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the columns that stand side by side from the top of ``pieces`` to the bottom, at least one."""
    gaps = _gaps(pieces, _em(pieces))
    if not gaps:
        return [list(pieces)]
    starts = [end for _, end in gaps]
    groups: list[list[Piece]] = [[] for _ in range(len(gaps) + 1)]
    for piece in pieces:
        groups[bisect_left(starts, piece.x0 + 0.01)].append(piece)
    columns = [groups[0]]
    for group in groups[1:]:
        if _stand_apart(columns[-1], group):
            columns.append(group)
        else:
            columns[-1] += group
    return columns


def _stand_apart(left: list[Piece], right: list[Piece]) -> bool:
    """Say whether two groups side by side are columns, and not the cells of a table or numbers before a list."""
    if any(piece.solid for piece in (*left, *right)):
        return True
    running = [_is_running(group) for group in (left, right)]
    if all(running):
        return True
    rows = [sorted({piece.base for piece in group}) for group in (left, right)]
    em = _em([*left, *right])
    if running[0] and len(rows[1]) < 3 and rows[1][0] < rows[0][0] + 1.5 * em:
        # The last words of a text whose other lines filled the column before.
        return True
    if min(_width(_edges(left)), _width(_edges(right))) < _NARROW * em:
        return False
    if any(running):
        return max(map(len, rows)) > 3
    few, many = sorted(rows, key=len)
    return len(few) > 2 and sum(_has_near(many, base, 1.0) for base in few) < 0.6 * len(few)


def _is_running(pieces: list[Piece]) -> bool:
    """Say whether ``pieces`` are lines of running text: most of them fill the width of their column."""
    left, right = _edges(pieces)
    width = right - left
    rows = list(rows_of(pieces, 0.35))
    if len(rows) < 3 or width < 6 * _em(pieces):
        return False
    full = sum(row[-1].x1 - row[0].x0 >= 0.8 * width for row in rows)
    return 2 * full >= len(rows)


def _has_near(values: list[float], value: float, within: float) -> bool:
    at = bisect_left(values, value - within)
    return at < len(values) and values[at] <= value + within
