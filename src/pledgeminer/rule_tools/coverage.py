"""Which rules a corpus uses, and which numbers only a rule of last resort took: there the next rule suggests itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from ..documents.model import Document
from ..extraction.extractor import Extractor
from ..extraction.model import Judged
from ..extraction.reading import Reading
from ..rules.marks import NAMES, OTHER

NO_RULE = "no-rule"
"""Stands for a rule where none fits."""
_BEFORE, _BEHIND = 4, 3
"""So many marks before and behind the number make up its surroundings."""
_SHOWN = 3
"""So many places of each surroundings are kept."""


class Fired(msgspec.Struct, frozen=True):
    """How often a rule took a number, and what became of it."""

    rule: str
    commitments: int
    achievements: int
    left_out: int
    fallback: bool

    @property
    def total(self) -> int:
        """How often in all."""
        return self.commitments + self.achievements + self.left_out


class Example(msgspec.Struct, frozen=True):
    """A number in its clause, and where it stands."""

    source: str
    line: int
    quantity: str
    clause: str


class Shape(msgspec.Struct, frozen=True):
    """The marks around numbers that only a rule of last resort took, or none; how often, and some of them."""

    rule: str
    marks: str
    count: int
    examples: tuple[Example, ...]


class Coverage(msgspec.Struct, frozen=True):
    """The rules in their order with how often each fired; the most frequent shapes first; why numerals were passed."""

    documents: int
    numbers: int
    rules: tuple[Fired, ...]
    shapes: tuple[Shape, ...]
    passed: dict[str, int]


def coverage(documents: Iterable[Document], extractor: Extractor) -> Coverage:
    """Return what the rules of ``extractor`` did in ``documents``."""
    counts: Counter[tuple[str, str]] = Counter()
    passed: Counter[str] = Counter()
    shapes: Counter[tuple[str, str]] = Counter()
    places: defaultdict[tuple[str, str], list[Example]] = defaultdict(list)
    fallback = {rule.id for rule in extractor.rules.targets.rules if rule.fallback} | {NO_RULE}
    number = 0
    for number, document in enumerate(documents, 1):  # noqa: B007 - how many there were
        judgement = extractor.judge(document)
        reading = judgement.reading
        passed.update("labels.before" if one.by == "before" else one.by or one.why for one in reading.numbers.passed)
        for judged in judgement.judged:
            rule = judged.match.fit.rule.id if judged.match.fit is not None else NO_RULE
            counts[rule, judged.record.kind if judged.record is not None else "left out"] += 1
            if rule in fallback:
                key = rule, _shape(judged)
                shapes[key] += 1
                if len(places[key]) < _SHOWN:
                    places[key].append(_example(judged, reading))
    fired = [_fired(rule.id, counts, rule.fallback) for rule in extractor.rules.targets.rules]
    if any(rule == NO_RULE for rule, _ in counts):
        fired.append(_fired(NO_RULE, counts, True))
    return Coverage(
        documents=number,
        numbers=counts.total(),
        rules=tuple(fired),
        shapes=tuple(Shape(*key, count, tuple(places[key])) for key, count in shapes.most_common()),
        passed=dict(passed.most_common()),
    )


def _fired(rule: str, counts: Counter[tuple[str, str]], fallback: bool) -> Fired:
    return Fired(rule, counts[rule, "commitment"], counts[rule, "achievement"], counts[rule, "left out"], fallback)


def _shape(judged: Judged) -> str:
    """Return the marks around the number as a pattern would name them."""
    marks, position = judged.clause.marks, judged.slot.position
    first, last = max(0, position - _BEFORE), position + _BEHIND + 1
    names = ["Q" if at == position else "q" if mark == OTHER else NAMES[mark] for at, mark in enumerate(marks)]
    shown = " ".join(f"<{name}>" for name in names[first:last])
    return f"{'' if first else '^ '}{shown}{' $' if last >= len(marks) else ''}"


def _example(judged: Judged, reading: Reading) -> Example:
    clause, quantity = judged.clause, judged.slot.quantity
    start, _ = reading.clean.offsets.span(quantity.start, quantity.end)
    shown = reading.clean.shown
    return Example(
        reading.document.source,
        reading.line(start),
        shown[quantity.start : quantity.end],
        shown[clause.start : clause.end].strip(),
    )
