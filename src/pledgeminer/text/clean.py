"""Cleaning: the source's lines become whole paragraphs, without what hides or tears the words, with a map back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from .fold import fold, legible, simplify
from .offsets import OffsetMap
from .paragraphs import Page, page_of, paragraphs, with_one_line_end
from .repair import repair
from .tables.find import find_tables
from .tables.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rules.layout import Layout
    from ..rules.patterns import Pattern
    from ..rules.tables import TablePatterns
    from .tables.model import Statement


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


def clean(
    source: str,
    layout: Layout,
    start: int = 0,
    tables: TablePatterns | None = None,
    *,
    certain_paragraphs: bool = False,
) -> CleanText:
    """Return the cleaned text of ``source`` from the offset ``start`` on.

    ``layout`` (from the rules) says what headings and captions look like, ``tables`` how a table is read; without
    ``tables`` the lines of one stay as they are. Where the reader is certain of the paragraphs, none are joined.
    """
    repaired = repair(source, layout, start)
    if repaired is not None:
        source, start = repaired.text, 0
    source = with_one_line_end(source)
    folded = simplify(fold(source), layout.letters)
    page = page_of(folded, layout, certain=certain_paragraphs)
    copy = _Copy(legible(source, layout.letters), folded)
    if tables is not None:
        for table in find_tables(folded, layout, tables, start):
            _copy_prose(copy, page, start, table.start)
            for statement in statements(table, tables):
                _copy_statement(copy, layout, statement)
            start = table.end
    _copy_prose(copy, page, start, len(source))
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


def _copy_prose(copy: _Copy, page: Page, start: int, end: int) -> None:
    layout = page.layout
    for paragraph in paragraphs(page, start, end):
        prose = any(layout.prose.search(page.text, line.start, line.end) for line in paragraph)
        for line in paragraph:
            if layout.blank.search(page.text, line.start, line.end):
                noise = layout.noise_in_prose if prose else layout.noise_in_titles
                for stretch in _without(noise, page.text, line.start, line.end):
                    copy.stretch(*stretch)
            else:
                copy.stretch(line.start, line.end)
        copy.end_paragraph(paragraph[-1].end)


def _copy_statement(copy: _Copy, layout: Layout, statement: Statement) -> None:
    for start, end, text, at in statement:
        if text is not None:
            copy.put(text, fold(text), start)
        elif at is not None:
            copy.put(copy.source[start:end], copy.folded[start:end], at)
        else:
            for stretch in _without(layout.noise_in_prose, copy.folded, start, end):
                copy.stretch(*stretch)
    copy.end_paragraph(statement[-1].end)


def _without(noise: Pattern, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the span ``start`` to ``end`` between what ``noise`` finds in it."""
    for found in noise.finditer(text, start, end):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if end > start:
        yield start, end
