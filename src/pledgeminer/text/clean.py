"""Cleaning: the source's lines become whole paragraphs, without what hides or tears the words, with a map back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from .fold import fold, is_traditional, simplify
from .offsets import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rules.layout import Layout

_LINE = regex.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = regex.compile(r"\s*")
# A paragraph that shows no whole sentence yet must be this long before a blank line in it is taken for a tear.
_LONG = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source, without the blanks at its ends: where it is, and how it stands to the one before."""

    start: int
    end: int
    indented: bool
    apart: bool


@dataclass(frozen=True)
class CleanText:
    """``shown`` is the cleaned text to show; ``match``, of the same length, is the same folded for matching."""

    shown: str
    match: str
    offsets: OffsetMap = field(repr=False)

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The spans of the paragraphs in ``match``, in order; none is empty."""
        found, start = [], 0
        for text in self.match.split("\n"):
            if text:
                found.append((start, start + len(text)))
            start += len(text) + 1
        return found


def clean(source: str, layout: Layout, start: int = 0) -> CleanText:
    """Return the cleaned text of ``source`` from the offset ``start`` on.

    ``layout`` (from the rules) says what headings and captions look like.
    """
    folded = fold(source)
    pieces: list[str] = []
    matched: list[str] = []
    clean_starts: list[int] = []
    source_starts: list[int] = []
    length = 0
    for paragraph in _paragraphs(source, folded, layout, start):
        for start, end in _kept(source, paragraph, layout):
            clean_starts.append(length)
            source_starts.append(start)
            pieces.append(source[start:end])
            matched.append(folded[start:end])
            length += end - start
        # The paragraph's end stands for the line's end in the source.
        clean_starts.append(length)
        source_starts.append(min(paragraph[-1].end, max(len(source) - 1, 0)))
        pieces.append("\n")
        matched.append("\n")
        length += 1
    shown = "".join(pieces)
    match = "".join(matched)
    if is_traditional(match, layout.traditional):
        match = simplify(match)
    return CleanText(shown, match, OffsetMap(clean_starts or [0], source_starts or [0]))


def _lines(source: str, start: int) -> Iterator[Line]:
    behind = start
    for found in _LINE.finditer(source, start):
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


def _paragraphs(source: str, folded: str, layout: Layout, start: int) -> Iterator[list[Line]]:
    """Group the lines: those that a line break tore apart come together, a caption between them goes behind them."""
    current: list[Line] = []
    held: list[list[Line]] = []
    for line in _lines(source, start):
        if not current:
            current = [line]
        elif _joins(source, folded, current, line, layout):
            current.append(line)
        elif layout.caption.match(folded, line.start, line.end) and _torn(source, current, layout):
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
    length = sum(line.end - line.start for line in paragraph)
    return length >= _LONG or any(mark in source[line.start : line.end] for line in paragraph for mark in "。；！？")


def _joins(source: str, folded: str, paragraph: list[Line], line: Line, layout: Layout) -> bool:
    """Say whether ``line`` goes on with the sentence that ``paragraph`` broke off."""
    first, last = source[line.start], source[paragraph[-1].end - 1]
    if first in layout.joins_back:
        return True
    text = folded[line.start : min(line.end, line.start + 60)]
    if last in layout.finished or layout.starts.match(text):
        return False
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
    return unmarked and any(mark in source[head.start : head.end] for mark in "。，,；;、")


def _kept(source: str, paragraph: list[Line], layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``paragraph`` that stay, without hidden characters and stray blanks."""
    for line in paragraph:
        at = line.start
        if layout.suspicious.search(source, line.start, line.end):
            noise = (
                layout.noise_in_prose if layout.prose.search(source, line.start, line.end) else layout.noise_in_titles
            )
            for found in noise.finditer(source, line.start, line.end):
                if found.start() > at:
                    yield at, found.start()
                at = found.end()
        if line.end > at:
            yield at, line.end
