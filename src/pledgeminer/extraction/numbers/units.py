"""What a number counts: the measure word behind it, half of one more, tenths, parts of a whole, a unit in brackets."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ..numerals import numeral_value
from .reading import HALF, plain, product, simple_value

if TYPE_CHECKING:
    from ...rules.field_types import UnitKind
    from ...rules.quantities import QuantityPatterns
    from ...rules.units import Unit

#: How far before a number its unit may stand in brackets, in code points.
_BRACKET = 24


class Measured(NamedTuple):
    """A value in its unit, and where both end."""

    value: Decimal
    unit: str
    kind: UnitKind
    end: int


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
        if size == 1 and _begins_word(text, at, patterns):
            return None, at
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


def _begins_word(text: str, at: int, patterns: QuantityPatterns) -> bool:
    """Say whether the letter at ``at`` begins a word of its own (道路) and is no unit."""
    words = patterns.begun_words
    return text[at] in patterns.begun_heads and (text[at : at + 2] in words or text[at : at + 3] in words)


def measured_at(text: str, at: int, value: Decimal, patterns: QuantityPatterns) -> Measured | None:
    """Return ``value`` in the unit that stands at ``at`` behind it, or in per cent for tenths; None without a unit.

    Half of a unit more (两公里半), and smaller units behind it (2元3角), are counted in.
    """
    unit, end = unit_at(text, at, patterns)
    if unit is None:
        tenths = _tenths_at(text, at, value, patterns)
        return None if tenths is None else Measured(tenths[0], "%", "ratio", tenths[1])
    behind = text[end : end + 1]
    if behind == patterns.half and text[end + 1 : end + 2] not in patterns.half_not_before:
        return _with_half(text, Measured(value, unit.name, unit.kind, end), patterns)
    if unit.name in patterns.parts and behind in patterns.numeral_heads:
        return _with_parts(text, Measured(value, unit.name, unit.kind, end), patterns)
    return Measured(value, unit.name, unit.kind, end)


def _with_half(text: str, whole: Measured, patterns: QuantityPatterns) -> Measured:
    """Return ``whole`` and half of its unit; where a unit of time follows, it is that one's half (一个半小时)."""
    end = whole.end + 1
    longer, behind = unit_at(text, end, patterns)
    if longer is not None and longer.kind == "duration":
        return Measured(whole.value + HALF, longer.name, longer.kind, behind)
    if longer is not None:
        return whole
    return Measured(whole.value + HALF, whole.unit, whole.kind, end)


def _with_parts(text: str, whole: Measured, patterns: QuantityPatterns) -> Measured:
    """Return ``whole`` with the smaller units that stand behind it, each a number and a part of its unit."""
    value, end = whole.value, whole.end
    parts = patterns.parts[whole.unit]
    while True:
        found = patterns.rest.match(text, end)
        number = found.group() if found is not None else text[end : end + 1]
        small = simple_value(number, patterns)
        at = end + len(number)
        part = next((part for part in parts if text.startswith(part, at)), None)
        if small is None or part is None or not number:
            return Measured(value, whole.unit, whole.kind, end)
        value, end = value + small / parts[part], at + len(part)


def _tenths_at(text: str, at: int, value: Decimal, patterns: QuantityPatterns) -> tuple[Decimal, int] | None:
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


def bracketed_unit(text: str, start: int, value: Decimal, patterns: QuantityPatterns) -> tuple[Decimal, Unit] | None:
    """Return ``value`` at ``start`` and its unit, which stands in brackets before it (财政收入(亿元)35.6), else None.

    What the unit is multiplied by is worked out.
    """
    first = max(0, start - _BRACKET)
    closing = text.rfind(")", first, start)
    opening = text.rfind("(", first, closing) if closing >= 0 else -1
    if opening < 0 or patterns.bracket_gap.fullmatch(text, closing + 1, start) is None:
        return None
    found = patterns.bracketed.fullmatch(text, opening + 1, closing)
    if found is None:
        return None
    powers, rest = found["power"], found["unit"]
    for size in range(len(powers) + 1):
        # 千瓦 is a unit, not a thousand of another.
        unit = patterns.units.get(powers[size:] + rest)
        if unit is not None:
            per = found["per"] or ""
            return value * product(powers[:size], patterns), type(unit)(unit.name + per, unit.kind)
    return None
