"""Repair: what damaged a page is taken out before it is cleaned, and what is lost is marked, with a map back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .offsets import OffsetMap, Segments
from .readings import without_readings
from .tags import without_tags
from .tail import filler_tail

if TYPE_CHECKING:
    from ..rules.layout import Layout

#: What is counted, and how it is said of one and of several.
_PHRASES = {
    "readings": ("1 inserted reading taken out", "{:,} inserted readings taken out"),
    "restored": ("1 character restored", "{:,} characters restored"),
    "lost": ("1 lost character marked", "{:,} lost characters marked"),
    "remnants": ("1 remnant of HTML taken out", "{:,} remnants of HTML taken out"),
    "tail": ("", "a tail of {:,} names of places and links left out"),
}


class Repaired(NamedTuple):
    """The repaired text, its map to the source, and phrases that say what was done, each with a count."""

    text: str
    offsets: OffsetMap
    repairs: tuple[str, ...]


def repair(source: str, layout: Layout, start: int = 0) -> Repaired | None:
    """Return the repaired text of ``source`` from the offset ``start`` on; None if it is sound, which costs nothing.

    A tail of filler and remnants of HTML are left out. Inserted readings go, and what they tore is restored where its
    bytes are known; each letter that is not becomes one U+FFFD. No numeral is ever restored.
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


def _without_tail(text: str, start: int, layout: Layout, done: Counter[str]) -> Segments | None:
    tail = filler_tail(text, start, layout)
    if tail is None:
        return None
    done["tail"] = tail.items
    segments = Segments(text, start)
    segments.copy_to(tail.start)
    return segments


#: Each takes a text and where to begin in it, and returns it without one kind of damage, or None if there is none.
_STEPS = (_without_tail, without_readings, without_tags)
