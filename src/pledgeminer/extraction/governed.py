"""What governs each number of a sentence: the words that set its strength and its recurrence, and a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..rules.marks import MARKS, TIME
from .model import Governed
from .times import tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..record import Every, Strength
    from ..rules.lexicon import Word
    from .model import Sentence, Slot, Tense, Time
    from .reading import Reading

_CLOSING = frozenset(MARKS[name] for name in ("adverb", "loose", "each", "deliver", "attain", "work", "stop"))


class _Said(NamedTuple):
    """What the words before a number say of it, as far as the sentence has been read, and which words say so."""

    strength: Strength
    every: Every | None = None
    strength_by: str = ""
    every_by: str = ""

    def after(self, word: Word) -> _Said:
        """Return what holds behind ``word``."""
        if not word.governs:
            return self
        return _Said(
            word.strength or self.strength,
            word.every or self.every,
            word.text if word.strength else self.strength_by,
            word.text if word.every else self.every_by,
        )


def governed(reading: Reading, sentence: Sentence) -> list[Governed]:
    """Return what governs each of the slots of ``sentence``, in their order."""
    found: list[Governed] = []
    earlier = None if sentence.before is None else _tense(reading, sentence, sentence.before)
    for slot, said in zip(sentence.slots, _said(reading.text, sentence), strict=True):
        time = _time(sentence, slot)
        when = None if time is None else _tense(reading, sentence, time)
        found.append(Governed(*said, time, when, earlier))
    return found


def _said(text: str, sentence: Sentence) -> Iterator[_Said]:
    """Yield, for each slot, what the words before it say; a semicolon ends it, a colon hands it to all that follows."""
    base = _Said("aspire", None, "lead-in") if sentence.leads and sentence.leads[-1].aspiring else _Said("firm")
    now = base
    for clause in sentence.clauses:
        if clause.start and text[clause.start - 1] in ";；":
            now = base
        if clause.times:
            now = now._replace(every=None)
        words = iter(clause.words)
        word = next(words, None)
        for _, quantity in clause.quantities:
            while word is not None and word[0] < quantity.start:
                now = now.after(word[1])
                word = next(words, None)
            yield now
        while word is not None:
            now = now.after(word[1])
            word = next(words, None)
        if text[clause.end : clause.end + 1] in (":", "："):
            base = now


def _time(sentence: Sentence, slot: Slot) -> Time | None:
    """Return the time that governs: the nearest before the number in its sentence, else behind it in its clause."""
    clauses, quantity = sentence.clauses, slot.quantity
    for earlier in reversed(clauses[: slot.clause + 1]):
        for time in reversed(earlier.times):
            if time.end <= quantity.start and time.role != "none":
                return time
    behind = (time for time in clauses[slot.clause].times if time.start >= quantity.end and time.role == "deadline")
    own = next(behind, None)
    if own is not None:
        return own
    # 新建3所,改造5所,年底前全部完工: a clause of nothing but a time and a verb closes the list before it.
    later = next((one for one in clauses[slot.clause + 1 :] if not one.quantities), None)
    if later is None or len(later.marks) < 2 or later.marks[0] != TIME or not _CLOSING.issuperset(later.marks[1:]):
        return None
    return next((time for time in later.times if time.role == "deadline"), None)


def _tense(reading: Reading, sentence: Sentence, time: Time) -> Tense:
    """Return the tense of ``time``; without a year of its own it has that of the year before it (去年…，全年…)."""
    when = tense(time, reading.now)
    if time.floating and when == "present":
        said = [
            one
            for clause in sentence.clauses
            for one in clause.times
            if one.start < time.start and one.placed and not one.floating
        ]
        before = said[-1] if said else sentence.before
        if before is not None and not before.floating and tense(before, reading.now) == "past":
            return "past"
    return "late" if when == "present" and reading.late else when
