"""The two ends of a range: 2—3个, 800至1000人, 两至三成."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from .reading import LONGEST_NUMBER, Number, power, value_of
from .units import part_of, tenths_at, unit_at

if TYPE_CHECKING:
    from ...rules.field_types import UnitKind
    from ...rules.quantities import QuantityPatterns


class Range(NamedTuple):
    """Both ends of a range in its unit, and where it ends with that unit."""

    low: Decimal
    high: Decimal
    unit: str
    kind: UnitKind
    end: int


def upper_start(text: str, at: int, patterns: QuantityPatterns) -> int:
    """Return where the upper end of a range begins, if a word such as 至 stands at ``at``, else 0."""
    if text[at : at + 1] not in patterns.range_heads:
        return 0
    found = patterns.range.match(text, at)
    return 0 if found is None else found.end()


def range_to(text: str, at: int, low: Decimal, first: Number, unit: str, patterns: QuantityPatterns) -> Range | None:
    """Return the range from ``low`` ``unit``, read from ``first``, to the number that stands at ``at``, else None."""
    found = patterns.number.match(text, at)
    if found is None:
        return None
    second = Number(*found.groups())
    if second.word is not None or found.end() - at > LONGEST_NUMBER:
        return None
    high, _ = value_of(second, patterns)
    if high is None:
        return None
    end = found.end()
    whole = second.whole or first.whole
    if whole is not None:
        name, kind, high = part_of(whole, high, patterns)
    else:
        counted, behind = unit_at(text, end, patterns)
        if counted is not None:
            name, kind, end = counted.name, counted.kind, behind
        elif unit == "" and (tenths := tenths_at(text, end, high, patterns)) is not None:
            # 两至三成: the tenths hold for both.
            name, kind, low, (high, end) = "%", "ratio", low * 10, tenths
        else:
            return None
    if unit not in ("", name):
        return None
    if unit == "" and not first.multiplier and second.multiplier and low < high / power(second, patterns):
        # 2—3万: the multiplier behind the second end holds for both.
        low *= power(second, patterns)
    return Range(low, high, name, kind, end) if low < high else None
