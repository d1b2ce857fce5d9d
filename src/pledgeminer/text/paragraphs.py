"""Paragraphs: the lines of a page grouped, those that a line break tore apart drawn together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import regex

if TYPE_CHECKING:
    from ..rules.layout import Layout

_LINE = regex.compile(r"[^\n]+")
_OTHER_ENDS = regex.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What ends a sentence, and what stands in one. A first line without any of these takes no other line on.
_WHOLE, _PROSE = regex.compile("[。;!?]"), regex.compile("[。,;、]")
# A paragraph that shows no whole sentence yet must be this long before a blank line in it is taken for a tear.
_LONG = 60
# A line of full width is this long at least, in columns, beside another one of that width or on a page of many; they
# differ by no more.
_FULL_BESIDE, _FULL, _UNEVEN = 24, 40, 3
# The rest of a sentence that stands on a line of its own is no longer, in code points.
_REST = 12
# At least so many lines, and every so many-th line of a page, have the width at which it was broken.
_FEWEST_FULL, _SHARE_FULL = 2, 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, without the blanks at its ends: where it is, and how it stands to the one before."""

    start: int
    end: int
    indented: bool
    apart: bool


Paragraph: TypeAlias = list[Line]


@dataclass(frozen=True, slots=True)
class Page:
    """The folded ``text`` of a page with what is known of its lines.

    ``width`` is that at which its lines were broken, in columns, None for a page that was not broken at any. Where the
    paragraphs are ``certain``, each line is one.
    """

    text: str
    layout: Layout
    width: int | None = None
    certain: bool = False


def with_one_line_end(text: str) -> str:
    """Return ``text``, of the same length, with a newline for every other end of a line."""
    if _OTHER_ENDS.search(text) is None:
        return text
    return _OTHER_ENDS.sub("\n", text.replace("\r\n", " \n"))


def page_of(text: str, layout: Layout, *, certain: bool = False) -> Page:
    """Return the page with the folded ``text``, after a look at the width of its lines."""
    widths: Counter[int] = Counter()
    lines = 0
    for line in lines_of(text, 0, len(text)):
        lines += 1
        widths[columns(text, line)] += 1
    full = [width for width in widths if width >= _FULL]
    width = max(full, key=lambda one: (sum(widths[one + by] for by in range(-_UNEVEN, _UNEVEN + 1)), one), default=None)
    if width is not None:
        near = sum(widths[width + by] for by in range(-_UNEVEN, _UNEVEN + 1))
        wider = sum(count for one, count in widths.items() if one > width + _UNEVEN)
        if near < _FEWEST_FULL or near * _SHARE_FULL < lines or wider * 2 > near:
            width = None
    return Page(text, layout, width, certain)


def lines_of(text: str, start: int, stop: int) -> Iterator[Line]:
    """Yield the lines of ``text`` from ``start`` to ``stop`` that are not blank."""
    behind = start
    for found in _LINE.finditer(text, start, stop):
        begin, end = found.span()
        line = found.group()
        bare = line.strip()
        if not bare:
            continue
        inner = begin + len(line) - len(line.lstrip())
        yield Line(inner, inner + len(bare), inner - begin >= 2, text.count("\n", behind, begin) > 1)
        behind = end


def columns(text: str, line: Line) -> int:
    """Return how wide ``line`` is in print, in columns, of which a Han character takes two."""
    return sum(2 if char > "\u2e7f" else 1 for char in text[line.start : line.end])


def paragraphs(page: Page, start: int, stop: int) -> Iterator[Paragraph]:
    """Group the lines from ``start`` to ``stop``; a caption between the halves of a sentence goes behind them."""
    current: Paragraph = []
    held: list[Paragraph] = []
    for line in lines_of(page.text, start, stop):
        if not current:
            current = [line]
        elif page.certain:
            yield current
            current = [line]
        elif _joins(page, current, line):
            current.append(line)
        elif page.layout.caption.match(page.text, line.start, line.end) and (
            _torn(page, current) or _breaks_a_figure(page, current)
        ):
            held.append([line])
        else:
            yield current
            yield from held
            current, held = [line], []
    if current:
        yield current
        yield from held


def _torn(page: Page, paragraph: Paragraph) -> bool:
    """Say whether ``paragraph`` breaks off in the middle of a sentence, after a whole one or after much text."""
    if page.text[paragraph[-1].end - 1] in page.layout.finished:
        return False
    length = 0
    for line in reversed(paragraph):
        length += line.end - line.start
        if length >= _LONG or _WHOLE.search(page.text, line.start, line.end):
            return True
    return False


def _breaks_a_figure(page: Page, paragraph: Paragraph) -> bool:
    """Say whether ``paragraph`` may break off in the middle of a figure: in a line of full width, behind a digit."""
    line = paragraph[-1]
    width = columns(page.text, line)
    if not page.text[line.end - 1].isdecimal() or width < _FULL_BESIDE:
        return False
    if page.width is not None and abs(width - page.width) <= _UNEVEN:
        return True
    prose = any(_PROSE.search(page.text, one.start, one.end) for one in paragraph[-2:])
    return prose and len(paragraph) > 1 and abs(width - columns(page.text, paragraph[-2])) <= _UNEVEN


def _joins(page: Page, paragraph: Paragraph, line: Line) -> bool:
    """Say whether ``line`` goes on with the sentence that ``paragraph`` broke off."""
    text, layout = page.text, page.layout
    first, last = text[line.start], text[paragraph[-1].end - 1]
    if first in layout.joins_back:
        return True
    begins = text[line.start : min(line.end, line.start + 60)]
    if last in layout.finished or layout.starts.match(begins) or _alone(page, line) or _alone(page, paragraph[-1]):
        return False
    if first.isdecimal() and last.isdecimal():
        # Two figures are never made one, unless the page breaks its lines wherever they are full.
        return _breaks_a_figure(page, paragraph)
    if last in layout.joins_on:
        return True
    if line.indented or layout.introduces.fullmatch(begins):
        return False
    if line.apart:
        # Behind a blank line only the rest of a sentence is taken, not a title.
        if last.isdecimal() and line.end - line.start <= _REST and _WHOLE.match(text, line.end - 1, line.end):
            return True
        return _torn(page, paragraph) and _PROSE.search(text, line.start, line.end) is not None
    head = paragraph[0]
    unmarked = not layout.heading.match(text, head.start, head.end)
    return unmarked and _PROSE.search(text, head.start, head.end) is not None


def _alone(page: Page, line: Line) -> bool:
    """Say whether ``line`` names the unit of a table, which belongs to no sentence."""
    return page.layout.unit_line.fullmatch(page.text, line.start, line.end) is not None
