"""labels.yaml: numbers that are no quantities; its structure and its compiled form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated

import msgspec
from msgspec import Meta

from .compiler import Compiler
from .field_types import About, Id, Length, Regex, RuleFileModel, Strict, Words
from .patterns import Pattern, any_of, split_words


class Label(Strict):
    """A form of number that is no quantity."""

    id: Id
    about: About = ""
    pattern: Regex = ""
    chinese: Annotated[bool, Meta(description="Only for Chinese numerals.")] = False
    unitless: Annotated[bool, Meta(description="Only for numbers without a unit.")] = False
    max: Annotated[float | None, Meta(description="Only for numbers up to this.")] = None
    value: Annotated[float | None, Meta(description="Only for this number.")] = None
    units: Annotated[Words, Meta(description="Only for numbers with one of these units.")] = msgspec.field(
        default_factory=list
    )
    not_units: Annotated[Words, Meta(description="Not for numbers with one of these units.")] = msgspec.field(
        default_factory=list
    )
    unless: Annotated[Regex | None, Meta(description="Not where this is found before the number.")] = None
    length: Annotated[Length | None, Meta(description="The longest quoted name, in letters.")] = None
    off: bool = False


class Labels(RuleFileModel, kw_only=True):
    """Numbers that are no quantities: names, ordinals, grades, articles."""

    names: Annotated[Words, Meta(description="Words with a numeral in them that count nothing.")]
    before: Annotated[list[Label], Meta(description="Matched up to the number.")]
    after: Annotated[list[Label], Meta(description="Matched from the number's unit on, or from its end.")]
    around: list[Label]


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


def compile_labels(labels: Labels, compiler: Compiler) -> LabelPatterns:
    """Compile labels.yaml; the faults of its patterns are kept in ``compiler``."""
    before = {
        label.id: compiler.piece(label.pattern, "labels", "before", number, "pattern")
        for number, label in enumerate(labels.before)
    }
    return LabelPatterns(
        before=compiler.pattern(f"(?r)(?:{any_of(before.values())})", "labels", "before"),
        after=tuple(_form(label, number, compiler) for number, label in enumerate(labels.after)),
        counted_ones=frozenset(
            unit[0] for label in labels.after if label.value == 1 for unit in label.not_units if unit
        ),
        quoted=next((label.length for label in labels.around if label.length), 0),
        before_forms=MappingProxyType(before),
    )


def _form(label: Label, number: int, compiler: Compiler) -> LabelForm:
    def pattern(name: str, text: str) -> Pattern:
        keys = ("labels", "after", number, name)
        return compiler.pattern(compiler.piece(text, *keys), *keys, name=label.id)

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
