"""What stands on a page of a PDF and where: characters, ruled lines and boxes, as PDFium finds them.

All measures are points. The axes are turned so that text runs along x and its lines follow each other down y, however
the page or the text on it was turned; vertical text, whose lines go from right to left, is turned like that too.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from .characters import is_foreign, is_unreadable, is_wide, ordinary, ordinary_text
from .shapes import Box, Point, Shapes

MOST_CHARACTERS = 100_000
"""A page with more is read as PDFium gives it, without a look at its layout; a full newspaper page has about 15,000."""

_MOST_TWINS = 6
BLANKS = frozenset(" \t\u3000\u2002\u2003\u2009\u200b\ufeff")

Turn = Callable[[float, float], Point]


class Glyph(NamedTuple):
    """A character with its left and right edge, the line that it stands on, its size and what drew it, as a number."""

    char: str
    x0: float
    x1: float
    base: float
    size: float
    drawn: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """All characters of a page that run in one direction; ``rules`` are thin lines, ``frames`` are boxes."""

    glyphs: list[Glyph]
    rules: list[Box]
    frames: list[Box]
    page: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its sheets, the fullest first. ``plain`` stands for them on a page with too many characters.

    ``characters`` counts those that are no blanks, ``unreadable`` the ones among them whose font does not say which
    they are, ``foreign`` those that a Chinese text hardly uses. ``pictured`` is the share of the page that pictures
    cover, ``drawn`` the number of drawn shapes.
    """

    sheets: tuple[Sheet, ...]
    plain: str | None
    characters: int
    unreadable: int
    foreign: int
    pictured: float
    drawn: int


NOTHING = Page((), None, 0, 0, 0, 0.0, 0)
"""A page on which nothing stands."""


class _Mark(NamedTuple):
    """A character as PDFium gives it: y grows upwards, ``quarter`` is the direction of the text in quarter turns."""

    char: str
    origin: Point
    box: Box
    width: float
    size: float
    drawn: int
    quarter: int


def read_page(pdfium: Any, page: Any) -> Page:
    """Return what stands on ``page``, a page of the library ``pdfium`` (pypdfium2)."""
    view = page.get_bbox()
    shapes = Shapes(pdfium.raw, page, view)
    text = page.get_textpage()
    try:
        if text.count_chars() > MOST_CHARACTERS:
            plain = ordinary_text(text.get_text_bounded()).replace("\r\n", "\n")
            unreadable = sum(map(is_unreadable, plain))
            foreign = sum(map(is_foreign, plain))
            return Page((), plain, len(plain), unreadable, foreign, shapes.pictured, shapes.drawn)
        marks = list(_marks(pdfium.raw, text, view))
    finally:
        text.close()
    inked = [mark.char for mark in marks if mark.char not in BLANKS]
    unreadable, foreign = sum(map(is_unreadable, inked)), sum(map(is_foreign, inked))
    sheets = tuple(_sheets(marks, shapes, view))
    return Page(sheets, None, len(inked), unreadable, foreign, shapes.pictured, shapes.drawn)


def _marks(raw: Any, text: Any, view: Box) -> Iterator[_Mark]:
    """Yield the characters of a page; those that stand aslant are stamps and watermarks, and are left out."""
    handle = text.raw
    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    to_box, to_matrix, to_x, to_y = (ctypes.byref(value) for value in (box, matrix, x, y))
    unicode, drawing = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject
    loose_box, origin = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
    unmapped = raw.FPDFText_HasUnicodeMapError
    last, drawn, size, width, quarter, high = 0, 0, 0.0, 0.0, 0, 0
    for index in range(text.count_chars()):
        code = unicode(handle, index)
        if code in _MADE_UP and (code != 32 or raw.FPDFText_IsGenerated(handle, index) == 1):
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            # Half a pair is no character: its font does not say which one it is.
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0
        high = 0
        shown = drawing(handle, index)
        at = ctypes.addressof(shown.contents) if shown else 0
        if at != last or not at:
            last, drawn = at, drawn + 1
            raw.FPDFText_GetMatrix(handle, index, to_matrix)
            points = raw.FPDFText_GetFontSize(handle, index)
            width, size = points * math.hypot(matrix.a, matrix.b), round(points * math.hypot(matrix.c, matrix.d), 1)
            quarter = _quarter(matrix.a, matrix.b)
        if quarter < 0 or size <= 0:
            continue
        loose_box(handle, index, to_box)
        origin(handle, index, to_x, to_y)
        edges = (box.left, box.top, box.right, box.bottom)
        if _is_inside(edges, view):
            # Without a map PDFium gives the number of the glyph, which is some other character's.
            char = "\ufffd" if not code or unmapped(handle, index) == 1 else ordinary(chr(code))
            yield _Mark(char, (x.value, y.value), edges, width, size, drawn, quarter)


# The blanks, line ends and ends of pages that PDFium puts in, none of them on the page; a blank may be real.
_MADE_UP = frozenset({10, 13, 32, 0xFFFE})


def _quarter(a: float, b: float) -> int:
    """Return the direction (a, b) in quarter turns, or -1 if it is none."""
    if b == 0:
        return 0 if a > 0 else 2
    turns = math.atan2(b, a) / (math.pi / 2)
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < 0.06 else -1


def _is_inside(edges: Box, view: Box) -> bool:
    """Say whether a character is on the page that is shown: printers' marks and hidden text lie beyond its edge."""
    x, y = (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2
    return view[0] - 1 <= x <= view[2] + 1 and view[1] - 1 <= y <= view[3] + 1


_TURNS: tuple[Turn, ...] = (
    lambda x, y: (x, -y),
    lambda x, y: (y, x),
    lambda x, y: (-x, y),
    lambda x, y: (-y, -x),
)
"""How the axes turn for text that runs in each of the four directions."""

_ON_END: tuple[Turn, ...] = (
    lambda x, y: (-y, -x),
    lambda x, y: (x, -y),
    lambda x, y: (y, x),
    lambda x, y: (-x, y),
)
"""The same for vertical text: down comes to be along, and the lines follow each other from right to left."""


def _turned(box: Box, turn: Turn) -> Box:
    (x0, y0), (x1, y1) = turn(box[0], box[1]), turn(box[2], box[3])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _sheets(marks: list[_Mark], shapes: Shapes, view: Box) -> Iterator[Sheet]:
    """Yield the sheets of a page, that with most characters first."""
    quarters = Counter(mark.quarter for mark in marks if mark.char not in BLANKS)
    while quarters:
        quarter = quarters.most_common(1)[0][0]
        turn = _TURNS[quarter]
        glyphs = [_level(mark, turn) for mark in marks if mark.quarter == quarter]
        if _is_vertical(glyphs):
            # Letters and figures lie on their side in it.
            sideways = (quarter + 3) % 4
            glyphs = _in_columns([_upright(mark, turn) for mark in marks if mark.quarter in (quarter, sideways)])
            turn = _ON_END[quarter]
            quarters.pop(sideways, None)
        del quarters[quarter]
        rules, frames = ([_turned(box, turn) for box in boxes] for boxes in (shapes.rules, shapes.frames))
        yield Sheet(_once(glyphs), rules, frames, _turned(view, turn))


def _level(mark: _Mark, turn: Turn) -> Glyph:
    char, origin, box, width, size, drawn, _ = mark
    x, base = turn(*origin)
    (one, _), (other, _) = turn(box[0], box[1]), turn(box[2], box[3])
    x0, x1 = (one, other) if one <= other else (other, one)
    if is_wide(char):
        # The box of a font that is made of drawings ends with the ink; an ideograph fills its square.
        x0 = min(x0, max(x, x0 - width))
        x1 = max(x1, x0 + 0.95 * width)
    return Glyph(char, x0, x1, base, size, drawn)


def _upright(mark: _Mark, turn: Turn) -> Glyph:
    """Return the glyph of a column of vertical text, as if the column were a line."""
    left, top, right, bottom = _turned(mark.box, turn)
    base = 0.38 * mark.size - (left + right) / 2
    end = max(bottom, top + 0.9 * mark.size) if is_wide(mark.char) else bottom
    return Glyph(mark.char, top, end, base, mark.size, mark.drawn)


def _in_columns(glyphs: list[Glyph]) -> list[Glyph]:
    """Put the glyphs of vertical text that stand nearly under each other on one line: figures are narrow."""
    ordered = sorted(range(len(glyphs)), key=lambda index: glyphs[index].base)
    bases: dict[int, float] = {}
    group: list[int] = []
    for index in [*ordered, -1]:
        if group and (index < 0 or glyphs[index].base - glyphs[group[0]].base > 0.45 * glyphs[index].size):
            middle = glyphs[group[len(group) // 2]].base
            bases |= dict.fromkeys(group, middle)
            group = []
        group.append(index)
    return [glyph._replace(base=bases[index]) for index, glyph in enumerate(glyphs)]


def _is_vertical(glyphs: list[Glyph]) -> bool:
    """Say whether most characters stand under the one before them, not beside it."""
    under = beside = 0
    for one, other in itertools.pairwise(glyphs):
        across, down, em = other.x0 - one.x0, other.base - one.base, one.size
        if abs(across) < 0.3 * em:
            under += 0.6 * em < down < 2 * em
        elif abs(down) < 0.3 * em:
            beside += 0 < across < 2 * em
    return under > 2 * beside


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Return the glyphs without those that are drawn again in the same place, to look bold."""
    ordered = sorted(range(len(glyphs)), key=lambda index: glyphs[index][:2])
    again: set[int] = set()
    for place, index in enumerate(ordered):
        char, x0, _, base, size, drawn = glyphs[index]
        # Full stops that follow each other are as near as a quarter of the size; bold is a twentieth.
        near = 0.12 * size
        for other in ordered[max(0, place - _MOST_TWINS) : place]:
            twin = glyphs[other]
            if (
                twin.char == char
                and x0 - twin.x0 < near
                and abs(base - twin.base) < near
                and drawn != twin.drawn
                and char not in BLANKS
            ):
                again.add(max(index, other))
    return [glyph for index, glyph in enumerate(glyphs) if index not in again] if again else glyphs
