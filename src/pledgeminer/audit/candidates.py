"""Which reported figures can speak of a target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..diff.letters import letters_only
from ..diff.likeness import Term
from ..diff.neighbours import neighbours
from ..diff.owners import lead, same_body
from ..diff.terms import terms_of
from ..diff.units import DIFFERENT, comparability
from ..diff.words import Words
from ..record import Record
from ..rules.indicators import IndicatorTable
from .span import long_spans

OTHER_OWNER = 0.85
"""What remains of a likeness when the leading bodies are known and different."""


SHORTEST_CLAIMED = 4
"""A name has at least so many characters if a clause that holds it is about its thing."""


class Candidate(NamedTuple):
    """A reported figure that may speak of a target, and how like their indicators are."""

    actual: Record
    term: Term
    likeness: float


class Reported:
    """The reported figures of the new side, ready to be asked for those that speak of targets."""

    def __init__(self, records: Sequence[Record], words: Words, table: IndicatorTable) -> None:
        """``records`` are of all kinds, in the order of the text."""
        self._words, self.table = words, table
        self._claims = [
            (letters_only(record.text), record)
            for record in records
            if record.kind == "achievement" and words.audit.claimed.search(record.text) is not None
        ]
        terms = terms_of(records, words)
        spans = long_spans(records, words.audit)
        kept = [k for k, record in enumerate(records) if record.kind == "achievement" and not terms[k].vague]
        self._records = [records[k] for k in kept]
        self._terms = [terms[k] for k in kept]
        self._long = [spans[k] for k in kept]

    def of(self, targets: Sequence[Record]) -> list[list[Candidate]]:
        """Return for each target, in the order of the text, the figures that may speak of it, the likest first."""
        terms = terms_of(targets, self._words)
        found: list[list[Candidate]] = [[] for _ in targets]
        if not targets or not self._records:
            return found
        pairs = neighbours(terms, self._terms)
        for place, other, like in zip(pairs.first.tolist(), pairs.second.tolist(), pairs.like.tolist(), strict=True):
            target, actual = targets[place], self._records[other]
            if terms[place].vague or self._long[other] != self._of_years(target):
                continue
            if not self._comparable(target, actual) or not _of_its_year(target, actual):
                continue
            if like < 1 and self._other_indicator(target, actual):
                continue
            one, two = lead(target.owners), lead(actual.owners)
            if one and two and not same_body(one, two):
                like *= OTHER_OWNER
            found[place].append(Candidate(actual, self._terms[other], like))
        return [sorted(some, key=lambda one: (-one.likeness, one.actual.start)) for some in found]

    def claim(self, target: Record) -> Record | None:
        """Return the first clause that says of the thing of ``target`` that it was done, without its figure."""
        name = letters_only(target.indicator)
        if len(name) < SHORTEST_CLAIMED:
            return None
        return next((record for text, record in self._claims if name in text), None)

    def _other_indicator(self, target: Record, actual: Record) -> bool:
        """Return whether both are known indicators, and not the same one."""
        one, other = self.table.find(target.indicator), self.table.find(actual.indicator)
        return one is not None and other is not None and one[0] != other[0]

    def _of_years(self, target: Record) -> bool:
        return self._words.audit.years.search(f"{target.deadline or ''} {target.text}") is not None

    def _comparable(self, target: Record, actual: Record) -> bool:
        """Return whether the two count the same: a level is no change, and shares of change are named as such."""
        words = self._words
        if share_of_target(actual, words):
            return target.every == actual.every
        if comparability(target.unit, actual.unit, words) == DIFFERENT or target.every != actual.every:
            return False
        changes = {"increase", "decrease"}
        if target.unit in ("%", "‰"):
            if (target.aim in changes) == (actual.aim in changes):
                return True
            level = target if target.aim not in changes else actual
            return words.audit.growth.search(level.indicator) is not None
        if target.aim == actual.aim or {target.aim, actual.aim} == changes:
            return target.aim == actual.aim
        return {target.aim, actual.aim} != {"reach", "increase"} and {target.aim, actual.aim} != {"reach", "decrease"}


def share_of_target(actual: Record, words: Words) -> bool:
    """Return whether the figure is the part of a target that was done, in per cent of it."""
    return actual.unit == "%" and words.audit.of_target.search(actual.text) is not None


def _of_its_year(target: Record, actual: Record) -> bool:
    """Return whether the figure is of the year in which the target is due, as far as either says so."""
    if actual.deadline_date is None or actual.date is None:
        return True
    year, written = (date.fromisoformat(day).year for day in (actual.deadline_date, actual.date))
    due = date.fromisoformat(target.deadline_date).year if target.deadline_date else written - 1
    # 全年 in a review is the year before, though it is read as that of the document.
    return year in (due, written)
