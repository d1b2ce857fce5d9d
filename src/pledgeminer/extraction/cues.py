"""Cues: what speaks for a promise or for a report, of one number by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules.marks import MARKS
from .model import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rules.kind import KindPatterns
    from .model import Clause, Genre, Governed, Match, Sentence, Slot
    from .reading import Reading

_COMMANDS = frozenset(
    MARKS[name]
    for name in ("deliver", "work", "bare", "new", "grow", "shrink", "attain", "arrange", "give", "keep", "cover")
)
_PASSED = frozenset(MARKS[name] for name in ("adverb", "loose", "will", "T", "Y", "take", "and", "each"))


def cues_of(
    reading: Reading, genre: Genre, sentence: Sentence, slot: Slot, match: Match, governed: Governed
) -> tuple[Cue, ...]:
    """Return what speaks for either kind of the number in ``slot``, but for the kinds of the numbers before it."""
    kinds, paragraph = reading.rules.kinds, sentence.paragraph
    clause, quantity = sentence.clauses[slot.clause], slot.quantity
    found = [*_of_words(sentence, slot)]
    if match.fit is not None and match.fit.rule.awaits:
        found += _of_what_remains(reading, sentence, slot)
    found += _of_time(sentence, governed, kinds)
    found += _of_section(sentence, kinds)
    if paragraph.mode != "review" and _commands(clause):
        found.append(Cue("command", kinds.forms["command"]))
    if quantity.rounded:
        found.append(Cue("counted", kinds.forms["counted"]))
    mood, least = sentence.mood, kinds.scopes["paragraph"]
    agrees = paragraph.mode is None or (mood > 0) == (paragraph.mode == "plan")
    if abs(mood) >= least and agrees and not turns(governed):
        found.append(Cue("paragraph", least if mood > 0 else -least))
    if kinds.comparators[quantity.comparator]:
        found.append(Cue(quantity.comparator, kinds.comparators[quantity.comparator]))
    found.append(Cue(genre, kinds.scopes[genre]))
    return tuple(found)


def turns(governed: Governed) -> bool:
    """Say whether the text turns from last year to this one: what was said before of the other says nothing here."""
    return governed.earlier == "past" and governed.tense in ("present", "future")


def _of_words(sentence: Sentence, slot: Slot) -> Iterator[Cue]:
    """Yield the cues of the words in the number's clause, and of those in the clauses before it."""
    seen: set[str] = set()
    for _, word in sentence.clauses[slot.clause].words:
        if word.clause and word.text not in seen:
            seen.add(word.text)
            yield Cue(word.text, word.clause)
    for before in sentence.clauses[: slot.clause]:
        for _, word in before.words:
            if word.sentence and word.text not in seen:
                seen.add(word.text)
                yield Cue(word.text, word.sentence)


def _of_what_remains(reading: Reading, sentence: Sentence, slot: Slot) -> Iterator[Cue]:
    """Yield the cue of a promise in a clause behind, where the number's own says what is left over (尚存90万块)."""
    kinds, clause = reading.rules.kinds, sentence.clauses[slot.clause]
    if kinds.remaining.search(reading.text, clause.start, clause.end) is None:
        return
    for later in sentence.clauses[slot.clause + 1 :]:
        if later.quantities:
            return
        promised = next((word.text for _, word in later.words if word.sentence > 0), None)
        if promised is not None:
            yield Cue(promised, kinds.scopes["remaining"])
            return


def _of_time(sentence: Sentence, governed: Governed, kinds: KindPatterns) -> Iterator[Cue]:
    when = governed.tense or governed.earlier
    if when is None:
        return
    weight = kinds.times[when] * (1 if governed.tense is not None else kinds.scopes["time_before"])
    # In what a heading calls a review, a year to come is seldom that of the number.
    review = sentence.paragraph.mode == "review" and sentence.paragraph.named and weight > 0
    yield Cue(when, weight * kinds.scopes["time_in_review"] if review else weight)


def _of_section(sentence: Sentence, kinds: KindPatterns) -> Iterator[Cue]:
    paragraph = sentence.paragraph
    if paragraph.mode is not None:
        weight = kinds.scopes["heading" if paragraph.named else "section"]
        yield Cue(paragraph.mode, weight if paragraph.mode == "plan" else -weight)
    elif paragraph.numbered and sentence.mood > -kinds.scopes["paragraph"]:
        yield Cue("item", kinds.scopes["item"])


def _commands(clause: Clause) -> bool:
    """Say whether the clause opens with a verb of undertaking, as orders and pledges do."""
    for mark in clause.marks:
        if mark in _COMMANDS:
            return True
        if mark not in _PASSED:
            return False
    return False
