"""The compiled form of labels.yaml: numbers that are no quantities."""

from __future__ import annotations

from dataclasses import dataclass

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
    """What stands before a number that is none, what behind, and how long a quoted name may be."""

    before: Pattern
    after: tuple[LabelForm, ...]
    quoted: int


def compile_labels(labels: Labels) -> LabelPatterns:
    """Compile labels.yaml."""
    return LabelPatterns(
        before=compile_pattern(f"(?r)(?:{any_of(label.pattern for label in labels.before)})"),
        after=tuple(_form(label) for label in labels.after),
        quoted=next((label.length for label in labels.around if label.length), 0),
    )


def _form(label: Label) -> LabelForm:
    return LabelForm(
        label.id, compile_pattern(label.pattern), label.chinese, label.unitless, float("inf") if label.max is None else label.max,
        label.value, frozenset(label.units), frozenset(label.not_units), compile_pattern(label.unless) if label.unless else None,
    )
