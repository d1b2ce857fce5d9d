"""What a number counts: the measure word behind it, tenths, and parts of a whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..numerals import numeral_value
from .reading import plain

if TYPE_CHECKING:
    from ...rules.field_types import UnitKind
    from ...rules.quantities import QuantityPatterns
    from ...rules.units import Unit


def unit_at(text: str, at: int, patterns: QuantityPatterns) -> tuple[Unit | None, int]:
    """Return the longest unit that stands at ``at`` and where it ends.

    What it is counted by (立方米/日) and its other name in a bracket (台(套)) belong to it.
    """
    units = patterns.units
    if text[at : at + 1] not in patterns.unit_heads:
        return None, at
    for size in range(min(patterns.longest_unit, len(text) - at), 0, -1):
        unit = units.get(text[at : at + size])
        if unit is None:
            continue
        end = at + size
        if (
            text[end - 1].isascii()
            and text[end - 1].isalpha()
            and text[end : end + 1].isascii()
            and text[end : end + 1].isalnum()
        ):
            continue
        other = patterns.other.match(text, end) if text[end : end + 1] == "(" else None
        if other is not None:
            return type(unit)(unit.name + other.group(), unit.kind), other.end()
        per = patterns.per.match(text, end) if text[end : end + 1] in patterns.per_heads else None
        if per is not None:
            return type(unit)(unit.name + per.group(), unit.kind), per.end()
        return unit, end
    return None, at


def tenths_at(text: str, at: int, value: Decimal, patterns: QuantityPatterns) -> tuple[Decimal, int] | None:
    """Return per cent and end of ``value`` tenths, if their word stands at ``at``: 三成 is 30, 四成二 42, 七成半 75."""
    if not text.startswith(patterns.tenths, at):
        return None
    end = at + len(patterns.tenths)
    behind = text[end : end + 1]
    if behind in patterns.tenths_not_before:
        return None
    if behind == patterns.half:
        return value * 10 + 5, end + 1
    if behind and behind in patterns.digits and text[end + 1 : end + 2] not in patterns.numeral_letters:
        return value * 10 + (numeral_value(behind, {}) or 0), end + 1
    return value * 10, end


def part_of(whole: str, value: Decimal, patterns: QuantityPatterns) -> tuple[str, UnitKind, Decimal]:
    """Return unit, kind and value of a fraction: 百分之三十 is 30 %, 三分之二 two thirds."""
    denominator = numeral_value(plain(whole, patterns), patterns.multipliers) or Decimal(1)
    if denominator == 100:
        return "%", "ratio", value
    if denominator == 1000:
        return "‰", "ratio", value
    return "", "ratio", value / denominator
