"""Sentences: those of a document that have numbers, each with its clauses and what was said before it."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from .clauses import clauses_of
from .model import Lead, Sentence, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..rules.layout import Layout
    from .model import Outline, Paragraph, Quantity, Time
    from .reading import Reading

#: No sentence that a person writes is longer, in code points, has a longer clause, or more numbers; each number looks
#: at all that stands before it in its sentence.
_LONGEST_SENTENCE, _LONGEST_CLAUSE, _MOST_NUMBERS = 1200, 400, 100
#: How far behind that the end of a clause is looked for, to cut there.
_CLAUSE_WITHIN = 300
#: How far a lead-in inside a paragraph holds, and how long one is.
_LEAD_HOLDS, _LONGEST_LEAD = 4000, 150

_start = attrgetter("start")


def sentences_of(reading: Reading, outline: Outline) -> Iterator[Sentence]:
    """Yield the sentences that have numbers, in the order of the text."""
    starts = [quantity.start for quantity in reading.quantities]
    for number, paragraph in enumerate(outline.paragraphs):
        first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        if first < last:
            yield from _sentences_in(reading, number, paragraph, reading.quantities[first:last])


def _sentences_in(
    reading: Reading, number: int, paragraph: Paragraph, quantities: Sequence[Quantity]
) -> Iterator[Sentence]:
    at = told = paragraph.start
    index = 0
    mood, before = 0.0, None
    for end in _ends(reading.text, paragraph.start, paragraph.end, quantities, reading.rules.layout):
        begin = index
        while index < len(quantities) and quantities[index].start < end:
            index += 1
        if index > begin:
            if at > told:
                mood += reading.lean(told, at)
                before = _last_placed(reading, told, at) or before
                told = at
            clauses = clauses_of(reading, at, end, quantities[begin:index])
            slots = tuple(
                Slot(place, position, quantity)
                for place, clause in enumerate(clauses)
                for position, quantity in clause.quantities
            )
            phrases = reading.rules.kinds.phrases.find(reading.text, at, end)
            yield Sentence(number, paragraph, clauses, slots, _leads(reading, paragraph, at), mood, before, phrases)
        at = end


def _last_placed(reading: Reading, start: int, end: int) -> Time | None:
    """Return the last time in the span that says which year it is in, or None."""
    return max((time for time in reading.all_times(start, end) if time.placed), key=_start, default=None)


def _leads(reading: Reading, paragraph: Paragraph, start: int) -> tuple[Lead, ...]:
    """Return the lead-ins over the sentence at ``start``, the nearest last.

    A lead-in inside the paragraph (今年的主要预期目标是：) holds to the paragraph's end, across full stops.
    """
    text = reading.text
    colon = text.rfind(":", max(paragraph.start, start - _LEAD_HOLDS), start)
    if colon < 0:
        return paragraph.leads
    first = max(paragraph.start, colon - _LONGEST_LEAD)
    begin = max(first, *(text.rfind(mark, first, colon) + 1 for mark in "。!！?？"))
    if reading.rules.kinds.aspiring_lead.search(text, begin, colon + 1) is None:
        return paragraph.leads
    return (*paragraph.leads, Lead(begin, colon, True, reading.lead_time(begin, colon)))


def _ends(text: str, start: int, stop: int, quantities: Sequence[Quantity], layout: Layout) -> Iterator[int]:
    """Yield where the sentences of a paragraph with these ``quantities`` end; one that is too long is cut."""
    at, first = start, 0
    for end in [*(found.end() for found in layout.sentence.finditer(text, start, stop)), stop]:
        while end - at > _LONGEST_CLAUSE or first + _MOST_NUMBERS < len(quantities):
            cut = _cut(text, (at, end), quantities, first, layout)
            if cut is None:
                break
            yield cut
            at = cut
            first = bisect_left(quantities, at, lo=first, key=_start)
        at = end
        while first < len(quantities) and quantities[first].start < end:
            first += 1
        yield end


def _cut(text: str, span: tuple[int, int], quantities: Sequence[Quantity], first: int, layout: Layout) -> int | None:
    """Return where the sentence of ``span`` is cut if it is too long, else None.

    That is behind a clause, or anywhere but in a quantity where there is no clause. ``first`` is the number of the
    first one in the sentence.
    """
    at, end = span
    latest = at + _LONGEST_SENTENCE
    if layout.clause.search(text, at, min(at + _LONGEST_CLAUSE, end)) is None:
        latest = at + _LONGEST_CLAUSE
    if first + _MOST_NUMBERS < len(quantities):
        latest = min(latest, quantities[first + _MOST_NUMBERS - 1].end)
    if latest >= end:
        return None
    clause = layout.clause.search(text, latest, min(latest + _CLAUSE_WITHIN, end))
    if clause is not None:
        return clause.end()
    before = bisect_left(quantities, latest, lo=first, key=_start) - 1
    return max(latest, min(quantities[before].end, end)) if before >= first else latest
