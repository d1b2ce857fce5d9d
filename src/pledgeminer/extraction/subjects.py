"""Subjects: the body that stands at the head of a clause and does what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules.marks import MARKS, PLAIN, TIME
from .body_forms import is_body
from .voices import behind_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model import Clause
    from .reading import Reading

_NAME = frozenset(
    MARKS[name]
    for name in ("n", "work", "bare", "up", "down", "link", "and", "of", "at", "loose", "deliver", "grow", "each")
)
_PASSED = frozenset(MARKS[name] for name in ("T", "Y"))
_ACTS = frozenset(
    MARKS[name]
    for name in (
        "will",
        "adverb",
        "take",
        "deliver",
        "work",
        "new",
        "attain",
        "arrange",
        "give",
        "each",
        "loose",
        "Y",
        "T",
        "keep",
    )
)
#: A body does something at a time (市教育局于2026年…, 教育部自明年起…).
_DATED = frozenset(MARKS[name] for name in ("at", "from"))


def subjects_in(reading: Reading, clauses: Sequence[Clause]) -> list[str | None]:
    """Return, for each of the ``clauses`` of a sentence, its subject: the last body at the head of one so far."""
    subjects: list[str | None] = []
    for clause in clauses:
        subjects.append(_head(reading, clause) or (subjects[-1] if subjects else None))
    return subjects


def _head(reading: Reading, clause: Clause) -> str | None:
    marks, spans, rules = clause.marks, clause.spans, reading.rules.bodies
    first = 0
    while first < len(marks) and marks[first] in _PASSED:
        first += 1
    last = first
    while last < len(marks) and marks[last] in _NAME:
        last += 1
    for behind in range(last, first, -1):
        if behind == len(marks):
            continue
        mark = marks[behind]
        if mark in _ACTS or (mark in _DATED and marks[behind + 1 : behind + 2] == TIME):
            start = max(spans[first][0], behind_number(reading, clause.start, clause.end))
            end = spans[behind - 1][1]
            found = rules.subject.fullmatch(reading.text, start, end)
            if found is None and behind == first + 1 and marks[first] == PLAIN:
                found = rules.place.fullmatch(reading.text, start, end)
            if found is not None and is_body(found.group(), rules):
                return found.group()
    return None
