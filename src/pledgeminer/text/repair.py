"""Repair: what damaged a page is taken out before it is cleaned, and what is lost is marked, with a map back."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .html_remnants import without_html_remnants
from .offsets import OffsetMap, Segments
from .page_filler import find_filler
from .readings import without_readings

if TYPE_CHECKING:
    from ..rules.layout import Layout
    from ..rules.patterns import Pattern

#: What is counted, and how it is said of one and of several.
_PHRASES = {
    "readings": ("1 inserted reading taken out", "{:,} inserted readings taken out"),
    "restored": ("1 character restored", "{:,} characters restored"),
    "lost": ("1 lost character marked", "{:,} lost characters marked"),
    "remnants": ("1 remnant of HTML taken out", "{:,} remnants of HTML taken out"),
    "filler": ("", "a tail of {:,} names of places and links left out"),
}


class Repaired(NamedTuple):
    """The repaired text, its map to the source, and phrases that say what was done, each with a count."""

    text: str
    offsets: OffsetMap
    repairs: tuple[str, ...]


def repair(source: str, layout: Layout, start: int = 0) -> Repaired | None:
    """Return the repaired text of ``source`` from the offset ``start`` on; None if it is sound, which costs nothing.

    Hidden characters, a tail of filler, remnants of HTML and marks of emphasis are left out. Inserted readings go, and
    what they tore is restored where its bytes are known; each letter that is not becomes one U+FFFD. No numeral is
    ever restored.
    """
    text, offsets, done = source, None, Counter[str]()
    for step in _STEPS:
        segments = step(text, start, layout, done)
        if segments is not None:
            text, inner = segments.done()
            offsets = inner if offsets is None else inner.through(offsets)
            start = 0
    if offsets is None:
        return None
    return Repaired(
        text, offsets, tuple(_PHRASES[name][count > 1].format(count) for name, count in done.items() if count)
    )


def _without_filler(text: str, start: int, layout: Layout, done: Counter[str]) -> Segments | None:
    filler = find_filler(text, start, layout)
    if filler is None:
        return None
    done["filler"] = filler.items
    segments = Segments(text, start)
    segments.copy_to(filler.start)
    return segments


def _without_hidden(text: str, start: int, layout: Layout, _: Counter[str]) -> Segments | None:
    """Return ``text`` without the characters that nobody sees; a break of lines among them stays."""
    return _without(layout.hidden, text, start)


def _without_marks(text: str, start: int, layout: Layout, _: Counter[str]) -> Segments | None:
    """Return ``text`` without decorative characters and marks of emphasis."""
    return _without(layout.dropped, text, start)


def _without(pattern: re.Pattern[str] | Pattern, text: str, start: int) -> Segments | None:
    if pattern.search(text, start) is None:
        return None
    segments = Segments(text, start)
    for found in pattern.finditer(text, start):
        segments.copy_to(found.start())
        segments.skip_to(found.end())
    segments.copy_to(len(text))
    return segments


#: Each takes a text and where to begin in it, and returns it without one kind of damage, or None if there is none.
_STEPS = (_without_hidden, _without_filler, without_readings, without_html_remnants, _without_marks)
