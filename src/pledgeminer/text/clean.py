"""Cleaning: the source's lines become whole paragraphs, without what hides or tears the words, with a map back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from .fold import fold, simplify
from .offsets import OffsetMap
from .repair import repair
from .tables.find import find_tables
from .tables.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rules.layout import Layout
    from ..rules.patterns import Pattern
    from ..rules.tables import TablePatterns
    from .tables.model import Statement

_LINE = regex.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
# What ends a sentence, and what stands in one. A first line without any of these takes no other line on.
_WHOLE, _PROSE = regex.compile("[。；！？]"), regex.compile("[。，,；;、]")
# A paragraph that shows no whole sentence yet must be this long before a blank line in it is taken for a tear.
_LONG = 60
# A line that ends in the middle of a figure is of full width, and this long at least.
_FULL = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source, without the blanks at its ends: where it is, and how it stands to the one before."""

    start: int
    end: int
    indented: bool
    apart: bool


@dataclass(frozen=True)
class CleanText:
    """``shown`` is the cleaned text to show; ``match``, of the same length, is the same folded for matching.

    ``repairs`` are phrases that say what was mended in the source, each with a count.
    """

    shown: str
    match: str
    offsets: OffsetMap = field(repr=False)
    repairs: tuple[str, ...] = ()

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The spans of the paragraphs in ``match``, in order; none is empty."""
        found, start = [], 0
        for text in self.match.split("\n"):
            if text:
                found.append((start, start + len(text)))
            start += len(text) + 1
        return found


def clean(source: str, layout: Layout, start: int = 0, tables: TablePatterns | None = None) -> CleanText:
    """Return the cleaned text of ``source`` from the offset ``start`` on.

    ``layout`` (from the rules) says what headings and captions look like, ``tables`` how a table is read; without
    ``tables`` the lines of one stay as they are.
    """
    repaired = repair(source, layout, start)
    if repaired is not None:
        source, start = repaired.text, 0
    folded = simplify(fold(source), layout.letters)
    copy = _Copy(source, folded)
    if tables is not None:
        for table in find_tables(source, folded, layout, start):
            _copy_prose(copy, layout, start, table.start)
            for statement in statements(table, tables):
                _copy_statement(copy, layout, statement)
            start = table.end
    _copy_prose(copy, layout, start, len(source))
    cleaned = copy.finished()
    if repaired is None:
        return cleaned
    return replace(cleaned, offsets=cleaned.offsets.through(repaired.offsets), repairs=repaired.repairs)


class _Copy:
    """The cleaned text while it is put together."""

    def __init__(self, source: str, folded: str) -> None:
        self.source = source
        self.folded = folded
        self._shown: list[str] = []
        self._matched: list[str] = []
        self._clean_starts: list[int] = []
        self._source_starts: list[int] = []
        self._length = 0

    def stretch(self, start: int, end: int) -> None:
        """Add the span ``start`` to ``end`` of the source."""
        self._add(self.source[start:end], self.folded[start:end], start)

    def put(self, shown: str, matched: str, at: int) -> None:
        """Add characters that all stand at the offset ``at`` of the source."""
        for char, match in zip(shown, matched, strict=True):
            self._add(char, match, at)

    def end_paragraph(self, end: int) -> None:
        """End a paragraph whose last character in the source stands before ``end``."""
        # The paragraph's end stands for the line's end in the source.
        self._add("\n", "\n", min(end, max(len(self.source) - 1, 0)))

    def _add(self, shown: str, matched: str, start: int) -> None:
        self._clean_starts.append(self._length)
        self._source_starts.append(start)
        self._shown.append(shown)
        self._matched.append(matched)
        self._length += len(shown)

    def finished(self) -> CleanText:
        """Return the whole."""
        offsets = OffsetMap(self._clean_starts or [0], self._source_starts or [0])
        return CleanText("".join(self._shown), "".join(self._matched), offsets)


def _copy_prose(copy: _Copy, layout: Layout, start: int, end: int) -> None:
    for paragraph in _paragraphs(copy.source, copy.folded, layout, start, end):
        for stretch in _kept(copy.source, paragraph, layout):
            copy.stretch(*stretch)
        copy.end_paragraph(paragraph[-1].end)


def _copy_statement(copy: _Copy, layout: Layout, statement: Statement) -> None:
    for start, end, text, at in statement:
        if text is not None:
            copy.put(text, fold(text), start)
        elif at is not None:
            copy.put(copy.source[start:end], copy.folded[start:end], at)
        else:
            for stretch in _without(layout.noise_in_prose, copy.source, start, end):
                copy.stretch(*stretch)
    copy.end_paragraph(statement[-1].end)


def _lines(source: str, start: int, stop: int) -> Iterator[Line]:
    behind = start
    for found in _LINE.finditer(source, start, stop):
        start, end = found.span()
        text = found.group()
        bare = text.strip()
        if not bare:
            continue
        inner = start + len(text) - len(text.lstrip())
        gap = source[behind:start]
        apart = gap.count("\n") > 1 or (gap.count("\r") > 1 and "\n" not in gap)
        yield Line(inner, inner + len(bare), inner - start >= 2, apart)
        behind = end


def _paragraphs(source: str, folded: str, layout: Layout, start: int, stop: int) -> Iterator[list[Line]]:
    """Group the lines: those that a line break tore apart come together, a caption between them goes behind them."""
    current: list[Line] = []
    held: list[list[Line]] = []
    for line in _lines(source, start, stop):
        if not current:
            current = [line]
        elif _joins(source, folded, current, line, layout):
            current.append(line)
        elif layout.caption.match(folded, line.start, line.end) and (
            _torn(source, current, layout) or _breaks_a_figure(source, current)
        ):
            held.append([line])
        else:
            yield current
            yield from held
            current, held = [line], []
    if current:
        yield current
        yield from held


def _torn(source: str, paragraph: list[Line], layout: Layout) -> bool:
    """Say whether ``paragraph`` breaks off in the middle of a sentence, after a whole one or after much text."""
    last = source[paragraph[-1].end - 1]
    if last in layout.finished:
        return False
    length = 0
    for line in reversed(paragraph):
        length += line.end - line.start
        if length >= _LONG or _WHOLE.search(source, line.start, line.end):
            return True
    return False


def _breaks_a_figure(source: str, paragraph: list[Line]) -> bool:
    """Say whether ``paragraph`` may break off in the middle of a figure: in a line of full width, behind a digit."""
    line = paragraph[-1]
    return line.end - line.start >= _FULL and source[line.end - 1].isdecimal()


def _joins(source: str, folded: str, paragraph: list[Line], line: Line, layout: Layout) -> bool:
    """Say whether ``line`` goes on with the sentence that ``paragraph`` broke off."""
    first, last = source[line.start], source[paragraph[-1].end - 1]
    if first in layout.joins_back:
        return True
    text = folded[line.start : min(line.end, line.start + 60)]
    if last in layout.finished or layout.starts.match(text):
        return False
    if first.isdecimal() and _breaks_a_figure(source, paragraph):
        return True
    if last in layout.joins_on:
        return True
    if line.indented or layout.introduces.fullmatch(text):
        return False
    if line.apart:
        # Behind a blank line only the rest of a sentence is taken, not a title.
        rest = source[line.start : line.end]
        return _torn(source, paragraph, layout) and any(mark in rest for mark in "。，,、；;")
    head = paragraph[0]
    unmarked = not layout.heading.match(folded, head.start, head.end)
    return unmarked and _PROSE.search(source, head.start, head.end) is not None


def _kept(source: str, paragraph: list[Line], layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``paragraph`` that stay, without hidden characters and stray blanks."""
    for line in paragraph:
        if layout.suspicious.search(source, line.start, line.end):
            prose = layout.prose.search(source, line.start, line.end)
            noise = layout.noise_in_prose if prose else layout.noise_in_titles
            yield from _without(noise, source, line.start, line.end)
        else:
            yield line.start, line.end


def _without(noise: Pattern, source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the span ``start`` to ``end`` between what ``noise`` finds in it."""
    for found in noise.finditer(source, start, end):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if end > start:
        yield start, end
