"""The compiled form of labels.yaml: numbers that are no quantities."""

from __future__ import annotations

from dataclasses import dataclass, field

from .model import Label, Labels
from .patterns import Pattern, any_of, compile_pattern


@dataclass(frozen=True, slots=True)
class LabelForm:
    """A form that is tried from the number on."""

    id: str
    pattern: Pattern
    chinese: bool
    unitless: bool
    max: float
    value: float | None
    units: frozenset[str]
    not_units: frozenset[str]
    unless: Pattern | None


@dataclass(frozen=True, slots=True)
class LabelPatterns:
    """What stands before a number that is none, what behind, how long a quoted name may be, and the first
    letters of the units that 一 may count.
    """

    before: Pattern
    after: tuple[LabelForm, ...]
    quoted: int
    counted_ones: frozenset[str]
    _of_unit: dict[tuple[str, bool], tuple[LabelForm, ...]] = field(default_factory=dict)

    def forms(self, unit: str, chinese: bool) -> tuple[LabelForm, ...]:
        """Return the forms that a number with ``unit``, in Chinese numerals or not, can have at all."""
        key = (unit, chinese)
        found = self._of_unit.get(key)
        if found is None:
            found = self._of_unit[key] = tuple(
                form
                for form in self.after
                if (chinese or not form.chinese)
                and not (unit and form.unitless)
                and (not form.units or unit in form.units)
                and unit not in form.not_units
            )
        return found


def compile_labels(labels: Labels) -> LabelPatterns:
    """Compile labels.yaml."""
    return LabelPatterns(
        before=compile_pattern(f"(?r)(?:{any_of(label.pattern for label in labels.before)})"),
        after=tuple(_form(label) for label in labels.after),
        counted_ones=frozenset(unit[0] for label in labels.after if label.value == 1 for unit in label.not_units),
        quoted=next((label.length for label in labels.around if label.length), 0),
    )


def _form(label: Label) -> LabelForm:
    return LabelForm(
        label.id, compile_pattern(label.pattern), label.chinese, label.unitless, float("inf") if label.max is None else label.max,
        label.value, frozenset(label.units), frozenset(label.not_units), compile_pattern(label.unless) if label.unless else None,
    )
