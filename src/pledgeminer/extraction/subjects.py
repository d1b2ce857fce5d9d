"""Subjects: the body that stands at the head of a clause and does what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules.marks import MARKS, PLAIN, TIME
from .body_forms import is_body
from .voices import behind_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rules.bodies import BodyPatterns
    from .model import Clause
    from .reading import Reading

_NAME = frozenset(
    MARKS[name]
    for name in ("n", "work", "bare", "up", "down", "link", "and", "of", "at", "loose", "deliver", "grow", "each")
)
_PASSED = frozenset(MARKS[name] for name in ("T", "Y", "from"))
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
#: The names of the bodies at the head of a clause have no more letters together.
_LONGEST = 60
#: A body does something at a time (市教育局于2026年…, 教育部自明年起…).
_DATED = frozenset(MARKS[name] for name in ("at", "from"))


def subjects_in(reading: Reading, clauses: Sequence[Clause]) -> list[tuple[str, ...]]:
    """Return, for each of the ``clauses`` of a sentence, its subject: the last bodies at the head of one so far."""
    subjects: list[tuple[str, ...]] = []
    for clause in clauses:
        subjects.append(_head(reading, clause) or (subjects[-1] if subjects else ()))
    return subjects


def _head(reading: Reading, clause: Clause) -> tuple[str, ...]:
    marks, spans = clause.marks, clause.spans
    first = 0
    while first < len(marks) and marks[first] in _PASSED:
        first += 1
    last = first
    while last < len(marks) and marks[last] in _NAME:
        last += 1
    for behind in range(last, first, -1):
        acts = behind < len(marks) and (
            marks[behind] in _ACTS or (marks[behind] in _DATED and marks[behind + 1 : behind + 2] == TIME)
        )
        if not acts and behind < len(marks):
            continue
        start = max(spans[first][0], behind_number(reading, clause.start, clause.end))
        place = behind == first + 1 and marks[first] == PLAIN
        bodies = _bodies(reading.text[start : spans[behind - 1][1]], acts, place, reading.rules.bodies)
        if bodies:
            return bodies
    return ()


def _bodies(name: str, acts: bool, place: bool, rules: BodyPatterns) -> tuple[str, ...]:
    """Return the bodies that ``name`` at the head of a clause lists, or () if it is anything else.

    Where the clause ends behind it (``acts`` is false) it must say what they do (由市园林局牵头). ``place`` allows the
    name of a place.
    """
    if len(name) > _LONGEST:
        return ()
    if acts and rules.subject.fullmatch(name) is not None:
        return (name,) if is_body(name, rules) else ()
    role = rules.roles_behind.search(name)
    if role is None and not acts:
        return ()
    bodies = tuple(rules.separators.split(name[: role.start()] if role is not None else name))
    if (role is not None or len(bodies) > 1) and all(
        rules.subject.fullmatch(body) is not None and is_body(body, rules) for body in bodies
    ):
        return bodies
    return (name,) if acts and place and rules.place.fullmatch(name) is not None and is_body(name, rules) else ()
