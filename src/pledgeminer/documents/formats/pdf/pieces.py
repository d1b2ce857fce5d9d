"""Characters of a page to pieces of lines: what stands on one line without a wide gap."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import Protocol, TypeVar

from .characters import is_ideograph, raised
from .page import BLANKS, Glyph

GAP = 0.6
"""A gap that is wider, in sizes of the characters, parts two pieces. Between columns it is wider than one."""

_LEVEL = 0.12
_MOST_HOSTS = 60
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]")
# What a line break may not tear: marks that open, a number or a word or one character, marks that close.
_UNIT = re.compile(
    r"[（《〈“‘「『〔【\[(]*(?:[A-Za-z0-9.,%％‰+/-]+|.)[，。、；：！？）》〉”’」』〕】…—%％‰,.;:!?)\]]*", re.S
)


@dataclass(slots=True, eq=False)
class Piece:
    """A part of a line, or with ``inner`` or ``rows`` a box or a table, which goes as a whole.

    ``top`` and ``bottom`` hold the ink, not the whole height of the line, so that close lines do not overlap. ``size``
    is that of most of its ``count`` characters, ``unit`` the width of what may not be torn at its beginning.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    text: str = ""
    count: int = 0
    unit: float = 0.0
    inner: list[Piece] | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    columns: tuple[float, ...] = ()

    @property
    def solid(self) -> bool:
        """Whether it is a box or a table."""
        return self.inner is not None or self.rows is not None


def pieces_of(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Return the pieces that ``glyphs`` make."""
    runs = _with_small([_run(group) for group in _groups(glyphs)])
    return [_piece(run) for row in rows_of(runs, _LEVEL) for run in _spaced(_joined(row))]


class _Placed(Protocol):
    """What stands on a line."""

    base: float
    x0: float
    size: float


_P = TypeVar("_P", bound=_Placed)


def rows_of(pieces: Iterable[_P], level: float) -> Iterator[list[_P]]:
    """Yield the pieces that stand on one line, downwards, each row from left to right.

    Bases that differ by no more than ``level`` sizes are one line.
    """
    row: list[_P] = []
    for piece in sorted(pieces, key=lambda piece: piece.base):
        # Compared with the first of the row: lines of two columns that are a little apart must not make a chain.
        if row and piece.base - row[0].base > level * max(row[0].size, piece.size):
            yield sorted(row, key=lambda piece: piece.x0)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda piece: piece.x0)


@dataclass(slots=True, eq=False)
class _Run:
    """Glyphs that stand on one line from left to right."""

    glyphs: list[Glyph]
    x0: float
    x1: float
    base: float
    size: float


def _run(glyphs: list[Glyph]) -> _Run:
    inked = [glyph for glyph in glyphs if glyph.char not in BLANKS]
    x0, x1 = min(glyph.x0 for glyph in inked), max(glyph.x1 for glyph in inked)
    return _Run(glyphs, x0, x1, inked[0].base, max(glyph.size for glyph in inked))


def _piece(run: _Run) -> Piece:
    text, ends = _text(run)
    sizes = Counter(glyph.size for glyph in run.glyphs if glyph.char not in BLANKS)
    size = max(sizes.items(), key=lambda item: (item[1], item[0]))[0]
    found = _UNIT.match(text)
    unit = ends[found.end() - 1] - run.x0 if found else size
    top, bottom = run.base - 0.8 * run.size, run.base + 0.1 * run.size
    return Piece(run.x0, top, run.x1, bottom, run.base, size, text, len(ends), unit)


def _text(run: _Run) -> tuple[str, list[float]]:
    """Return the text of a run, with a blank where there is one or a gap, and where each character ends."""
    chars: list[str] = []
    ends: list[float] = []
    last: Glyph | None = None
    typed = False
    usual = _usual_gap(run)
    for glyph in run.glyphs:
        if glyph.char in BLANKS:
            typed = True
            continue
        if last is not None and _is_apart(last, glyph, typed, usual):
            chars.append(" ")
            ends.append(glyph.x0)
        chars.append(glyph.char)
        ends.append(glyph.x1)
        last, typed = glyph, False
    return "".join(chars), ends


def _usual_gap(run: _Run) -> float:
    """Return how far apart the ideographs of a run stand, in sizes: the lines of a justified column are stretched."""
    inked = [glyph for glyph in run.glyphs if glyph.char not in BLANKS]
    gaps = [(b.x0 - a.x1) / b.size for a, b in pairwise(inked) if is_ideograph(a.char) and is_ideograph(b.char)]
    return max(0.0, median_low(gaps)) if gaps else 0.0


def _is_apart(last: Glyph, glyph: Glyph, typed: bool, usual: float) -> bool:
    gap = (glyph.x0 - last.x1) / glyph.size - usual
    # What begins above the Cyrillic letters need not be looked up.
    if last.char < "\u0530" > glyph.char and _LATIN.match(last.char) and _LATIN.match(glyph.char):
        return typed or gap > 0.18
    if typed:
        # Some programs put blanks without width between all characters.
        return gap > 0.12
    # A blank may be drawn as a mere gap; but between ideographs and figures many programs set one unasked.
    return gap > (0.2 if is_ideograph(last.char) and is_ideograph(glyph.char) else 0.5)


def _groups(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs that follow each other on a line in the order in which the file draws them."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char in BLANKS:
            if run:
                run.append(glyph)
            continue
        if last is not None and not _follows(last, glyph):
            yield run
            run = []
        run.append(glyph)
        last = glyph
    if last is not None:
        yield run


def _follows(last: Glyph, glyph: Glyph) -> bool:
    small = min(last.size, glyph.size)
    if abs(glyph.base - last.base) > 0.1 * small:
        return False
    return -0.75 * small < glyph.x0 - last.x1 <= GAP * small and glyph.x0 >= last.x0 - 0.1


def _with_small(runs: list[_Run]) -> list[_Run]:
    """Put raised and lowered characters into the run that they stand at."""
    runs.sort(key=lambda run: run.base)
    bases = [run.base for run in runs]
    kept: list[_Run] = []
    hosts: dict[int, list[Glyph]] = {}
    for run in runs:
        host = _host(run, runs, bases) if len(run.glyphs) <= 6 else None
        if host is None:
            kept.append(run)
        else:
            hosts.setdefault(id(host), []).extend(_as_part(run, host))
    return [_enriched(run, hosts[id(run)]) if id(run) in hosts else run for run in kept]


def _host(small: _Run, runs: list[_Run], bases: list[float]) -> _Run | None:
    """Return the run of larger characters that ``small`` is a power, an index or a mark of."""
    begin = bisect_left(bases, small.base - 0.7 * small.size)
    for run in runs[begin : begin + _MOST_HOSTS]:
        up = (run.base - small.base) / run.size
        if up > 0.7:
            return None
        if small.size <= 0.8 * run.size and (up > 0.15 or -0.3 < up < -0.05):
            em = run.size
            if run.x0 <= small.x0 <= run.x1 + 0.4 * em:
                return run
    return None


def _as_part(small: _Run, host: _Run) -> list[Glyph]:
    text = "".join(glyph.char for glyph in small.glyphs)
    # A lowered figure is read like the others (PM2.5); a raised one would make another number (a power, a note's mark).
    shown = raised(text) if small.base < host.base else text
    return [glyph._replace(char=char, base=host.base) for glyph, char in zip(small.glyphs, shown, strict=True)]


def _enriched(run: _Run, more: list[Glyph]) -> _Run:
    return _run(sorted([*run.glyphs, *more], key=_place))


def _place(glyph: Glyph) -> tuple[float, float]:
    return glyph.x0, glyph.x1


def _joined(row: Sequence[_Run]) -> list[_Run]:
    """Join the pieces of a row that have no wide gap between them."""
    found: list[_Run] = []
    group: list[_Run] = []
    end = 0.0
    for piece in row:
        if group and piece.x0 - end > GAP * min(group[-1].size, piece.size):
            found.append(_as_one(group))
            group = []
        end = max(end, piece.x1) if group else piece.x1
        group.append(piece)
    if group:
        found.append(_as_one(group))
    return found


def _as_one(group: list[_Run]) -> _Run:
    if len(group) == 1:
        return group[0]
    return _run(sorted((glyph for piece in group for glyph in piece.glyphs), key=_place))


def _spaced(row: list[_Run]) -> Iterator[_Run]:
    """Join single characters that are set apart evenly, as in titles; yield them and the other pieces of the row."""
    at = 0
    while at < len(row):
        end = at + 1
        while end < len(row) and _goes_on(row, at, end):
            end += 1
        if end - at < 3:
            yield row[at]
            at += 1
            continue
        yield _run([glyph for piece in row[at:end] for glyph in piece.glyphs])
        at = end


def _goes_on(row: list[_Run], start: int, end: int) -> bool:
    """Say whether ``row[end]`` is one more of the characters that stand apart evenly from ``start`` on."""
    if any(sum(glyph.char not in BLANKS for glyph in row[i].glyphs) > 1 for i in (end - 1, end)):
        return False
    first, gap = row[start + 1].x0 - row[start].x1, row[end].x0 - row[end - 1].x1
    em = row[end].size
    return gap <= 3 * em and abs(gap - first) <= 0.3 * em and abs(em - row[start].size) <= 0.1 * em
