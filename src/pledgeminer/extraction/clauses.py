"""Clauses: the sentence around a number, cut at its commas, with a mark for everything that is known in it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ..rules.lexicon import Word
from ..rules.marks import MARKS, OTHER, PLAIN, TIME
from .model import Clause, Quantity, Time
from .nouns import in_nouns
from .times import begun_at, merge, word_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rules.lexicon import Lexicon
    from ..rules.ruleset import RuleSet
    from .model import Hit
    from .nouns import Found
    from .reading import Reading


def clauses_of(reading: Reading, start: int, end: int, quantities: Sequence[Quantity]) -> tuple[Clause, ...]:
    """Return the clauses of the sentence from ``start`` to ``end``, which has these ``quantities``."""
    text, rules = reading.text, reading.rules
    times = reading.times_in(start, end)
    base, hits = reading.words.marked(start, end)
    end = _closed(text, start, end, rules)
    things = _things(text, _numbers_and_times(quantities, times), base, hits, rules.lexicon)
    things = in_nouns(text, things, rules.lexicon)
    if sum(isinstance(thing, Time) for _, _, thing in things) > 1:
        things = _join_times(things)
    clauses: list[Clause] = []
    at = start
    index = 0
    for cut, behind in _cuts(text, start, end, quantities, rules):
        if cut > at:
            clause, index = _clause(at, cut, things, index)
            clauses.append(clause)
        at = behind
    return tuple(clauses)


def _closed(text: str, start: int, end: int, rules: RuleSet) -> int:
    """Return where the sentence ends without its closing marks; those of a quotation inside it stay."""
    layout = rules.layout
    while end > start and (mark := text[end - 1]) in layout.closing:
        opening = layout.opened_by.get(mark)
        if opening is not None and text.rfind(opening, start, end - 1) > text.rfind(mark, start, end - 1):
            break
        end -= 1
    return end


def _numbers_and_times(quantities: Sequence[Quantity], times: Sequence[Time]) -> list[Found]:
    solid: list[Found] = [(quantity.start, quantity.end, quantity) for quantity in quantities]
    solid += [(time.start, time.end, time) for time in times]
    solid.sort(key=_start)
    return solid


def _things(text: str, solid: list[Found], base: int, hits: Sequence[Hit], lexicon: Lexicon) -> list[Found]:
    """Merge what was found, in order and without overlap: numbers win over times, times over words.

    ``solid`` are the numbers and the times, ``hits`` the words, whose offsets count from ``base``.
    """
    words = lexicon.words
    result: list[Found] = []
    index, count, at = 0, len(solid), 0
    for word_index, first, last in hits:
        word = words[word_index]
        start, end = base + first + len(word.lead), base + last
        if word.stem and lexicon.not_towards.at(text, start + len(word.stem)):
            # 降低|成本: what makes a level of the verb begins the noun behind it.
            end = start + len(word.stem)
            word = lexicon.by_text[word.stem]
        while index < count and solid[index][0] < end:
            thing = solid[index]
            if start < thing[0] and at <= start and end < thing[1] and isinstance(thing[2], Time):
                # 增加到|一九八五年: the word keeps its last letter, which the time would take for its first.
                solid[index] = (end, thing[1], begun_at(thing[2], end))
                break
            if at <= start < thing[0] and isinstance(thing[2], Quantity):
                # 缩短至|少: of the word that goes on into a number's own (至少30%) the part before it is left.
                part = lexicon.by_text.get(text[start : thing[0]])
                if part is not None:
                    result.append((start, thing[0], part))
            if thing[0] >= at:
                result.append(thing)
                at = thing[1]
            index += 1
        if start < at:
            continue
        result.append((start, end, word if word.time is None else word_time(start, end, word.time)))
        at = end
    for thing in solid[index:]:
        if thing[0] >= at:
            result.append(thing)
            at = thing[1]
    return result


def _start(found: Found) -> int:
    return found[0]


def _join_times(things: list[Found]) -> list[Found]:
    """Make one time of those that touch (今年 and 10月底前)."""
    result: list[Found] = []
    for thing in things:
        if result and isinstance(thing[2], Time) and isinstance(result[-1][2], Time) and result[-1][1] == thing[0]:
            before = result.pop()
            result.append((before[0], thing[1], merge(before[2], thing[2])))  # type: ignore[arg-type]
        else:
            result.append(thing)
    return result


def _cuts(text: str, start: int, end: int, quantities: Sequence[Quantity], rules: RuleSet) -> list[tuple[int, int]]:
    """Return (where a clause ends, where the next begins) for each clause of the sentence.

    A bracket is a clause of its own if it holds a number or is long; else it is part of the words around it. A comma
    inside a number is no cut.
    """
    cuts = [found.span() for found in rules.layout.clause.finditer(text, start, end)]
    starts = [quantity.start for quantity in quantities]
    for opening, closing in _brackets(text, start, end):
        inside = bisect_left(starts, opening)
        if closing - opening > rules.layout.aside or (inside < len(starts) and starts[inside] < closing):
            cuts += [(opening, opening + 1), (closing, closing + 1)]
        else:
            cuts = [cut for cut in cuts if not opening < cut[0] < closing]
    cuts.sort()
    # Only between characters of a number can a cut lie inside one (1,200; 2—3).
    inner = [cut for cut in cuts if text[cut[0] - 1].isnumeric() and text[cut[1] : cut[1] + 1].isnumeric()]
    torn = {cut for cut in inner if any(quantity.start < cut[0] and cut[1] < quantity.end for quantity in quantities)}
    kept = [cut for cut in cuts if cut not in torn] if torn else cuts
    kept.append((end, end))
    return kept


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opening = text.find("(", start, end)
    while opening >= 0:
        closing = text.find(")", opening, end)
        if closing < 0:
            break
        found.append((opening, closing))
        opening = text.find("(", closing, end)
    return found


_VERBS = frozenset(
    MARKS[name]
    for name in (
        "deliver",
        "work",
        "bare",
        "new",
        "grow",
        "shrink",
        "reach",
        "cover",
        "keep",
        "attain",
        "arrange",
        "give",
        "will",
        "adverb",
        "loose",
        "by",
        "link",
        "at",
    )
)


def _opens_verb(things: list[Found], index: int, start: int, stop: int) -> bool:
    """Say whether the word ``start`` to ``stop``, such as 计划, stands behind a time or before a verb or a number."""
    if index > 1 and isinstance(things[index - 2][2], Time) and things[index - 2][1] == start:
        return True
    if index >= len(things) or things[index][0] != stop:
        return False
    thing = things[index][2]
    return not isinstance(thing, Word) or thing.mark in _VERBS


_BASES = frozenset((MARKS["than"], MARKS["from"]))


def _clause(at: int, end: int, things: list[Found], index: int) -> tuple[Clause, int]:
    """Return the clause from ``at`` to ``end`` with what begins in it, from ``things[index]`` on.

    With it comes the index of what follows it.
    """
    clause_start = at
    marks: list[str] = []
    spans: list[tuple[int, int]] = []
    quantities: list[tuple[int, Quantity]] = []
    words: list[tuple[int, Word]] = []
    times: list[Time] = []
    while index < len(things) and things[index][0] < at:
        index += 1
    while index < len(things):
        start, stop, thing = things[index]
        if start >= end:
            break
        index += 1
        if isinstance(thing, Word):
            mark = thing.mark
            if thing.counts and (not thing.before_verb or _opens_verb(things, index, start, stop)):
                words.append((start, thing))
            if not mark:
                continue
            if start > at:
                marks.append(PLAIN)
                spans.append((at, start))
        else:
            # A time behind 比 or 由 is what the number is held against, not its own, but for one that begins something.
            based = start == at and bool(marks) and marks[-1] in _BASES
            if start > at:
                marks.append(PLAIN)
                spans.append((at, start))
            if isinstance(thing, Quantity):
                mark = OTHER
                quantities.append((len(marks), thing))
            else:
                mark = TIME
                if not based or thing.role == "start":
                    times.append(thing)
        marks.append(mark)
        spans.append((start, stop))
        at = stop
    if end > at:
        marks.append(PLAIN)
        spans.append((at, end))
    clause = Clause(clause_start, end, "".join(marks), tuple(spans), tuple(quantities), tuple(words), tuple(times))
    return clause, index
