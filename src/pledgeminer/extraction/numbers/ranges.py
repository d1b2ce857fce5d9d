"""The two ends of a range: 2—3个, 800至1000人, 两至三成, 5、6家, 4%与5%之间."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from .reading import LONGEST_NUMBER, Number, power, value_of
from .signs import sign_at
from .units import measured_at, part_of

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
    if found is not None:
        return found.end()
    return next((at + len(word) for word in patterns.range_pairs if text.startswith(word, at)), 0)


def next_start(text: str, start: int, end: int, number: Number) -> int:
    """Return where the second of two neighbouring digits begins that name a small range (5、6家), else 0.

    At the head of a line the first is the line's own number, and of three or more numbers none is an approximation.
    """
    first, second = text[start:end], text[end + 1 : end + 2]
    if number.figures is None or len(first) != 1 or not text.startswith("、", end) or not second.isdecimal():
        return 0
    if text[start - 1 : start] in ("", "\n", "、") or (text[start - 1 : start].isalnum() and text[start - 1].isascii()):
        return 0
    behind = text[end + 2 : end + 3]
    if behind in ("、", ".", ",") or behind.isdecimal():
        return 0
    return end + 1 if int(second) - int(first) == 1 else 0


def range_to(text: str, at: int, low: Decimal, first: Number, unit: str, patterns: QuantityPatterns) -> Range | None:
    """Return the range from ``low`` ``unit``, read from ``first``, to the number that stands at ``at``, else None."""
    sign = sign_at(text, at, patterns)
    found = patterns.number.match(text, at + sign)
    if found is None:
        return None
    second = Number(*found.groups())
    if second.word is not None or found.end() - at > LONGEST_NUMBER:
        return None
    high, _ = value_of(second, patterns)
    if high is None:
        return None
    high = -high if sign else high
    whole = second.whole or first.whole
    if whole is not None:
        name, kind, high = part_of(whole, high, patterns)
        end = found.end()
    else:
        measured = measured_at(text, found.end(), high, patterns)
        if measured is None:
            return None
        if unit == "" and text.startswith(patterns.tenths, found.end()):
            # 两至三成: the tenths hold for both.
            low *= 10
        high, name, kind, end = measured
    if unit not in ("", name):
        return None
    if unit == "" and not first.multiplier and second.multiplier and abs(low) < abs(high) / power(second, patterns):
        # 2—3万: the multiplier behind the second end holds for both.
        low *= power(second, patterns)
    low, high = (high, low) if high < low < 0 else (low, high)
    end = next((end + len(word) for word in patterns.range_close if text.startswith(word, end)), end)
    return Range(low, high, name, kind, end) if low < high and _is_closed(text, at, end, patterns) else None


def _is_closed(text: str, at: int, end: int, patterns: QuantityPatterns) -> bool:
    """Say whether the word before ``at`` joins the ends of a range that ends at ``end``: 与 needs 之间 behind it."""
    pair = text.endswith(patterns.range_pairs, 0, at)
    return not pair or text.endswith(patterns.range_close, at, end)
