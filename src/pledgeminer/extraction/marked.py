"""Target rules over marked clauses: which rule fits a number, and which marks its indicator is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..rules.marks import TARGET
from ..rules.required_marks import bits
from ..rules.slow import SECONDS, Slow

if TYPE_CHECKING:
    from ..rules.field_types import UnitKind
    from ..rules.targets import Rule, TargetPatterns


@dataclass(frozen=True, slots=True)
class Fit:
    """The rule that fitted, and the spans of marks (first, behind the last) of the indicator's parts, in order."""

    rule: Rule
    parts: tuple[tuple[int, int], ...]
    verb: int


class Matcher:
    """Tries the rules; since clauses of the same marks are alike, each form of clause is tried only once."""

    def __init__(self, targets: TargetPatterns, slow: list[Slow]) -> None:
        """``slow`` is told of the rules that take too long; they are not tried any more."""
        self._rules = targets.rules
        self.slow = slow
        self._known: dict[tuple[str, int, UnitKind, bool, str], Fit | None] = {}

    def fit(
        self, marks: str, position: int, kind: UnitKind, compared: bool, words: Callable[[], str] = str, below: str = ""
    ) -> Fit | None:
        """Return the first rule that fits the number at ``position`` of ``marks``, or None.

        ``words`` gives the sentence, for the report on a rule that takes too long. ``below`` is the id of a rule that
        fitted and was given up: only those that stand behind it are tried.
        """
        key = (marks, position, kind, compared, below)
        if key in self._known:
            return self._known[key]
        shape = marks[:position] + TARGET + marks[position + 1 :]
        result = None
        rules = iter(self._rules)
        if below:
            next((rule for rule in rules if rule.id == below), None)
        there = bits(shape)
        for rule in rules:
            if kind not in rule.units or (rule.compared and not compared):
                continue
            every, any_of = rule.required
            if there & every != every or not all(map(there.__and__, any_of)):
                continue
            try:
                found = rule.pattern.search(shape, timeout=SECONDS)
            except TimeoutError:
                self._rules = tuple(other for other in self._rules if other is not rule)
                self.slow.append(Slow(rule.id, words()))
                continue
            if found is not None:
                parts = tuple(
                    sorted(span for part in rule.parts if (span := found.span(part)) != (-1, -1) and span[0] < span[1])
                )
                result = Fit(rule, parts, found.start())
                break
        self._known[key] = result
        return result
