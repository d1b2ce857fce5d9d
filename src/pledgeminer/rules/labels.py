"""The compiled form of labels.yaml: numbers that are no quantities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .model import Label, Labels
from .patterns import Pattern, any_of, split_words
from .workshop import Workshop


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
    letters of the units that 一 may count; ``before_forms`` are the patterns of ``before`` by their ids.
    """

    before: Pattern
    after: tuple[LabelForm, ...]
    quoted: int
    counted_ones: frozenset[str]
    before_forms: Mapping[str, str] = field(default_factory=dict)
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


def compile_labels(labels: Labels, shop: Workshop) -> LabelPatterns:
    """Compile labels.yaml; the faults of its patterns are kept in ``shop``."""
    before = {
        label.id: shop.piece(label.pattern, "labels", "before", number, "pattern")
        for number, label in enumerate(labels.before)
    }
    return LabelPatterns(
        before=shop.pattern(f"(?r)(?:{any_of(before.values())})", "labels", "before"),
        after=tuple(_form(label, number, shop) for number, label in enumerate(labels.after)),
        counted_ones=frozenset(
            unit[0] for label in labels.after if label.value == 1 for unit in label.not_units if unit
        ),
        quoted=next((label.length for label in labels.around if label.length), 0),
        before_forms=MappingProxyType(before),
    )


def _form(label: Label, number: int, shop: Workshop) -> LabelForm:
    def pattern(name: str, text: str) -> Pattern:
        keys = ("labels", "after", number, name)
        return shop.pattern(shop.piece(text, *keys), *keys, name=label.id)

    return LabelForm(
        label.id,
        pattern("pattern", label.pattern),
        label.chinese,
        label.unitless,
        float("inf") if label.max is None else label.max,
        label.value,
        frozenset(split_words(label.units)),
        frozenset(split_words(label.not_units)),
        pattern("unless", label.unless) if label.unless else None,
    )
