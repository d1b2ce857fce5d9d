"""Cues: what speaks for a promise or for a report, of one number by itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from ..rules.marks import MARKS
from .model import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rules.kind import GenrePatterns, KindPatterns
    from .model import Clause, Governed, Match, Sentence, Slot
    from .reading import Reading

_COMMANDS = frozenset(
    MARKS[name]
    for name in ("deliver", "work", "bare", "new", "grow", "shrink", "attain", "arrange", "give", "keep", "cover")
)
_PASSED = frozenset(MARKS[name] for name in ("adverb", "loose", "will", "T", "Y", "take", "and", "each"))


#: So many phrases of one list count, in the number's clause and around it.
_MOST = 2


def cues_of(
    reading: Reading, genre: GenrePatterns, sentence: Sentence, slot: Slot, match: Match, governed: Governed
) -> tuple[Cue, ...]:
    """Return what speaks for either kind of the number in ``slot``, but for the numbers around it."""
    kinds, paragraph = reading.rules.kinds, sentence.paragraph
    clause, quantity = sentence.clauses[slot.clause], slot.quantity
    found = [*_of_words(sentence, slot, kinds), *_of_phrases(sentence, clause)]
    if match.fit is not None and match.fit.rule.awaits:
        found += _of_what_remains(reading, sentence, slot)
    found += _of_time(sentence, governed, kinds)
    found += _of_section(sentence, kinds)
    if paragraph.mode != "review" and _commands(clause):
        found.append(Cue("command", kinds.forms["command"], "command"))
    if quantity.rounded:
        found.append(Cue("counted", kinds.forms["counted"], "counted"))
    mood, weight = sentence.mood, kinds.scopes["paragraph"]
    agrees = paragraph.mode is None or (mood > 0) == (paragraph.mode == "plan")
    if abs(mood) >= kinds.scopes["mood"] and agrees and not turns(governed):
        found.append(Cue("paragraph", weight if mood > 0 else -weight, "paragraph"))
    if kinds.comparators[quantity.comparator]:
        found.append(Cue(quantity.comparator, kinds.comparators[quantity.comparator], "comparator"))
    found.append(Cue(genre.id, genre.weight, "document"))
    if match.fit is not None and match.fit.rule.id in kinds.rules:
        found.append(Cue(match.fit.rule.id, kinds.rules[match.fit.rule.id], "rule"))
    return tuple(found)


def turns(governed: Governed) -> bool:
    """Say whether the text turns from last year to this one: what was said before of the other says nothing here."""
    return governed.earlier == "past" and governed.tense in ("present", "future")


def _of_words(sentence: Sentence, slot: Slot, kinds: KindPatterns) -> Iterator[Cue]:
    """Yield the cues of the words in the number's clause, and of those in the clauses before and behind it."""
    seen: set[str] = set()
    for _, word in sentence.clauses[slot.clause].words:
        if word.clause and word.text not in seen:
            seen.add(word.text)
            yield Cue(word.text, word.clause, "word")
    for about, clauses in _around(sentence, slot):
        share = kinds.scopes[about]
        for clause in clauses:
            for _, word in clause.words:
                if word.sentence and word.text not in seen:
                    seen.add(word.text)
                    yield Cue(word.text, share * word.sentence, about)


def _around(sentence: Sentence, slot: Slot) -> tuple[tuple[Literal["ahead", "behind"], tuple[Clause, ...]], ...]:
    return ("ahead", sentence.clauses[: slot.clause]), ("behind", sentence.clauses[slot.clause + 1 :])


def _of_phrases(sentence: Sentence, clause: Clause) -> Iterator[Cue]:
    """Yield the cues of the phrases in the number's clause and in the rest of its sentence."""
    counted: Counter[tuple[int, bool]] = Counter()
    for hit in sentence.phrases:
        own = clause.start <= hit.start < clause.end
        weight = hit.clause if own else hit.sentence
        counted[hit.list, own] += 1
        if weight and counted[hit.list, own] <= _MOST:
            yield Cue(hit.text, weight, "phrase" if own else "phrase around")


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
            yield Cue(promised, kinds.scopes["remaining"], "remaining")
            return


def _of_time(sentence: Sentence, governed: Governed, kinds: KindPatterns) -> Iterator[Cue]:
    when = governed.tense or governed.earlier
    if when is None:
        return
    own = governed.tense is not None
    weight = kinds.times[when] * (1 if own else kinds.scopes["time_before"])
    # In what a heading calls a review, a year to come is seldom that of the number.
    review = sentence.paragraph.mode == "review" and sentence.paragraph.named and weight > 0
    yield Cue(when, weight * kinds.scopes["time_in_review"] if review else weight, "time" if own else "time before")


def _of_section(sentence: Sentence, kinds: KindPatterns) -> Iterator[Cue]:
    paragraph = sentence.paragraph
    if paragraph.mode is not None:
        weight = kinds.scopes["heading" if paragraph.named else "section"]
        yield Cue(paragraph.mode, weight if paragraph.mode == "plan" else -weight, "section")
    elif paragraph.numbered and sentence.mood > -kinds.scopes["mood"]:
        yield Cue("item", kinds.scopes["item"], "item")


def _commands(clause: Clause) -> bool:
    """Say whether the clause opens with a verb of undertaking, as orders and pledges do."""
    for mark in clause.marks:
        if mark in _COMMANDS:
            return True
        if mark not in _PASSED:
            return False
    return False
