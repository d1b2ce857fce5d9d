"""The pages of a PDF to one text: tables, columns, lines and paragraphs, without what every page carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .columns import Stretch, stretches_of
from .furniture import without_furniture
from .lines import Line, line_of
from .page import Glyph, Page, Sheet
from .paragraphs import Builder, Paragraph, set_columns
from .pieces import Piece, pieces_of, rows_of
from .shapes import Box
from .tables import aligned, take_tables

_LEADER = ".．。·・…‥⋯_"
_LEAST_LEADER = 5
_FEW_LEADERS = 3
_MOST_FRAMES = 100


class Layout:
    """The pages of a document, taken one by one; a page is kept as pieces of lines, not as characters."""

    def __init__(self) -> None:
        self._sheets: list[list[_Sheet]] = []

    def add(self, page: Page) -> None:
        """Add the next page."""
        if page.plain is not None:
            self._sheets.append([_Sheet([], [], [], (0, 0, 0, 0), page.plain.split("\n"))])
        else:
            self._sheets.append([_prepared(sheet) for sheet in page.sheets])

    def text(self) -> tuple[str, tuple[int, ...]]:
        """Return the text of all pages, and the offsets in it at which they begin."""
        mains = [sheets[0] if sheets else _NOTHING for sheets in self._sheets]
        for main, pieces in zip(
            mains, without_furniture([main.pieces for main in mains], [main.box for main in mains]), strict=True
        ):
            main.pieces = pieces
        units = [
            (number, unit)
            for number, sheets in enumerate(self._sheets)
            for sheet in sheets
            for unit in _units(sheet, number)
        ]
        columns = [unit.lines for _, unit in units if isinstance(unit, _Column)]
        set_columns(columns)
        builder = Builder(columns)
        leaders = sum(_is_leader(line.text) for lines in columns for line in lines)
        for number, unit in units:
            if isinstance(unit, _Column):
                lines = [x for x in unit.lines if leaders < _FEW_LEADERS or not _is_leader(x.text)]
                builder.add(lines, aside=unit.aside)
            elif isinstance(unit, str):
                builder.add_plain(unit, number)
            else:
                builder.add_table(unit.rows or (), unit.columns, number)
        return _written(builder.paragraphs, len(self._sheets))


def _is_leader(text: str) -> bool:
    """Say whether ``text`` ends in a row of dots, with the number of a page behind it or without: 目录……… (12)."""
    packed = "".join(text.split())
    for last, most in ((")）", 1), ("-—", 1), ("", 4), ("-—", 1), ("(（", 1)):
        while most and packed and (packed[-1] in last if last else packed[-1].isdecimal()):
            packed, most = packed[:-1], most - 1
    return len(packed) - len(packed.rstrip(_LEADER)) >= _LEAST_LEADER


@dataclass(slots=True, eq=False)
class _Column:
    """The lines of a column or of a part of it; ``aside`` says that they stand in a box."""

    lines: list[Line]
    aside: bool


_Unit = _Column | Piece | str
"""Lines, a table, or a line of a page whose layout is not known."""


class _Sheet:
    __slots__ = ("box", "frames", "pieces", "plain", "rules")

    def __init__(self, pieces: list[Piece], rules: list[Box], frames: list[Box], box: Box, plain: list[str]) -> None:
        self.pieces, self.rules, self.frames, self.box, self.plain = pieces, rules, frames, box, plain


_NOTHING = _Sheet([], [], [], (0, 0, 0, 0), [])


def _prepared(sheet: Sheet) -> _Sheet:
    tables, rest = take_tables(sheet.glyphs, sheet.rules, _cell_text)
    pieces = pieces_of(rest)
    for table in tables:
        left, top, right, bottom = table.box
        size = pieces[0].size if pieces else 10.0
        pieces.append(Piece(left, top, right, bottom, top, size, rows=table.rows, columns=table.columns))
    return _Sheet(pieces, sheet.rules, sheet.frames, sheet.page, [])


def _cell_text(glyphs: list[Glyph], left: float, right: float) -> str:
    """Return the text of a table's cell, which reaches from ``left`` to ``right``, in one line."""
    pieces = pieces_of(glyphs)
    if not pieces:
        return ""
    padding = max(0.0, min(min(piece.x0 for piece in pieces) - left, 0.6 * pieces[0].size))
    lines = [line_of(row, left + padding, right - padding, 0) for row in rows_of(pieces, 0.35)]
    builder = Builder([lines])
    builder.add(lines, prose=True)
    return " ".join(text.replace("\t", " ") for paragraph in builder.paragraphs for _, text in paragraph.parts())


def _units(sheet: _Sheet, page: int) -> Iterator[_Unit]:
    yield from sheet.plain
    for stretch in stretches_of(_boxed(sheet.pieces, sheet.frames), sheet.rules):
        yield from _of_stretch(stretch, sheet.rules, page)


def _of_stretch(stretch: Stretch, rules: Sequence[Box], page: int, *, aside: bool = False) -> Iterator[_Unit]:
    lines: list[Line] = []
    at = 0
    while at < len(stretch.rows):
        cells, count = aligned(stretch.rows[at:])
        if count:
            yield _Column(lines, aside)
            lines = []
            first = stretch.rows[at][0]
            yield replace(first, rows=tuple(map(tuple, cells)), columns=())
            at += count
            continue
        row = stretch.rows[at]
        at += 1
        for piece in row:
            if piece.solid:
                yield _Column(lines, aside)
                lines = []
                yield from _of_solid(piece, rules, page)
        if plain := [piece for piece in row if not piece.solid]:
            lines.append(line_of(plain, stretch.left, stretch.right, page))
    yield _Column(lines, aside)


def _of_solid(piece: Piece, rules: Sequence[Box], page: int) -> Iterator[_Unit]:
    if piece.inner is None:
        yield piece
        return
    for stretch in stretches_of(piece.inner, rules):
        yield from _of_stretch(stretch, rules, page, aside=True)


def _boxed(pieces: list[Piece], frames: Sequence[Box]) -> list[Piece]:
    """Put the pieces that stand in a frame together, so that a box on a page is read as a whole."""
    for frame in sorted(frames, key=_area)[:_MOST_FRAMES]:
        left, top, right, bottom = frame
        inner = [p for p in pieces if left <= (p.x0 + p.x1) / 2 <= right and top <= (p.top + p.bottom) / 2 <= bottom]
        if not inner or len(inner) == len(pieces):
            continue
        if any(p.x0 < left - 2 or p.x1 > right + 2 or p.top < top - 2 or p.bottom > bottom + 2 for p in inner):
            continue
        size = inner[0].size
        if bottom - top < 3 * size or right - left < 5 * size:
            continue
        box = Piece(left, top, right, bottom, top, size, inner=inner)
        ids = {id(piece) for piece in inner}
        pieces = [*(piece for piece in pieces if id(piece) not in ids), box]
    return pieces


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _written(paragraphs: Sequence[Paragraph], pages: int) -> tuple[str, tuple[int, ...]]:
    """Return the paragraphs as a text, with a blank line between any two, and where each page begins."""
    parts: list[str] = []
    starts: list[int | None] = [None] * pages
    length = 0
    last: Paragraph | None = None
    for paragraph in paragraphs:
        if last is not None:
            # What a blank line separates is not put together again as the lines of one sentence.
            close = paragraph.continued or (paragraph.plain and last.plain)
            parts.append("\n" if close else "\n\n")
            length += len(parts[-1])
        for page, text in paragraph.parts():
            if starts[page] is None:
                starts[page] = length
            parts.append(text)
            length += len(text)
        last = paragraph
    if last is not None:
        parts.append("\n")
        length += 1
    return "".join(parts), _ascending(starts, length)


def _ascending(starts: Sequence[int | None], length: int) -> tuple[int, ...]:
    """Return the beginnings of pages in order; a page without text begins where the next one does."""
    found: list[int] = []
    following = length
    for start in reversed(starts):
        following = min(following, length if start is None else start)
        found.append(following)
    found.reverse()
    return (0, *found[1:])
