"""Target rules over marked clauses: which rule matches a number, and which marks its indicator is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..rules.marks import TARGET
from ..rules.required_marks import bits
from ..rules.slow import SECONDS, Slow
from .model import Fit

if TYPE_CHECKING:
    from regex import Match

    from ..rules.field_types import UnitKind
    from ..rules.targets import Rule, TargetPatterns
    from .model import Clause, Slot

#: What came of a rule that was tried.
Result = Literal["fits", "does not fit", "not for this kind of unit", "needs a comparator", "takes too long"]
_FITS: Result = "fits"


class Form(NamedTuple):
    """All of a number that the rules look at: the marks of its clause and where it stands in them, its kind of unit,
    and whether it has a comparator.
    """

    marks: str
    position: int
    kind: UnitKind
    compared: bool

    @property
    def shape(self) -> str:
        """The marks with that of the number in question at its place."""
        return self.marks[: self.position] + TARGET + self.marks[self.position + 1 :]


def form_of(clause: Clause, slot: Slot) -> Form:
    """Return the form of the number in ``slot`` of ``clause``."""
    quantity = slot.quantity
    return Form(clause.marks, slot.position, quantity.kind, quantity.comparator != "=")


class Matcher:
    """Tries the rules in their order; since clauses of the same marks are alike, each form is tried only once."""

    def __init__(self, targets: TargetPatterns, slow: list[Slow]) -> None:
        """``slow`` gets the rules that take too long; they are not tried any more."""
        self.rules = targets.rules
        self.slow = slow
        self._known: dict[tuple[Form, str], Fit | None] = {}

    def fit(self, form: Form, words: Callable[[], str] = str, below: str = "") -> Fit | None:
        """Return the first rule that matches ``form``, or None.

        ``words`` gives the sentence, for the report on a rule that takes too long. ``below`` is the id of a rule that
        matched and was given up: only those that stand behind it are tried.
        """
        key = (form, below)
        if key in self._known:
            return self._known[key]
        rules = iter(self.rules)
        if below:
            next((rule for rule in rules if rule.id == below), None)
        result = None
        shape, there = form.shape, bits(form.shape)
        for rule in rules:
            tried, found = self._try(rule, form, shape, there, words)
            if tried == _FITS and found is not None:
                spans = (found.span(part) for part in rule.parts)
                result = Fit(rule, tuple(sorted(span for span in spans if span != (-1, -1) and span[0] < span[1])))
                break
        self._known[key] = result
        return result

    def tried(self, form: Form) -> Iterator[tuple[Rule, Result]]:
        """Yield every rule in its order with what comes of it for ``form``."""
        shape, there = form.shape, bits(form.shape)
        for rule in self.rules:
            yield rule, self._try(rule, form, shape, there, str)[0]

    def _try(
        self, rule: Rule, form: Form, shape: str, there: int, words: Callable[[], str]
    ) -> tuple[Result, Match[str] | None]:
        if form.kind not in rule.units:
            return "not for this kind of unit", None
        if rule.compared and not form.compared:
            return "needs a comparator", None
        every, any_of = rule.required
        if there & every != every or not all(map(there.__and__, any_of)):
            return "does not fit", None
        if self.slow and any(slow.rule == rule.id for slow in self.slow):
            return "takes too long", None
        try:
            found = rule.pattern.search(shape, timeout=SECONDS)
        except TimeoutError:
            self.slow.append(Slow(rule.id, words()))
            return "takes too long", None
        return ("does not fit", None) if found is None else (_FITS, found)
