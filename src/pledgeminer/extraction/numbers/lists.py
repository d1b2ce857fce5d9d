"""Numbers in a list: the last one's unit serves all (50万、30万、10万元), and so does what compares the first one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from ..model import Quantity
from .reading import Number, power
from .units import Measured, unit_at

if TYPE_CHECKING:
    from ...rules.quantities import QuantityPatterns

#: How many numbers a list has at most, and how far before one its first may stand, in code points.
_MOST, _BACK = 12, 60
#: From here on a number is not meant in the multiplier that only the last one writes (5000、3万元).
_GREAT = 1000


def shared_unit(
    text: str, start: int, end: int, number: Number, value: Decimal, patterns: QuantityPatterns
) -> Measured | None:
    """Return ``value`` in the unit that the last number of its list has, or None where the list shares none.

    ``number`` stands from ``start`` to ``end`` without a unit of its own. The multiplier that only the last number
    writes holds for it too.
    """
    if text[end : end + 1] not in patterns.list_heads or _is_numbering(text, start, patterns):
        return None
    at = end
    for _ in range(_MOST):
        between = patterns.lists.match(text, at)
        found = patterns.number.match(text, between.end()) if between is not None else None
        if found is None:
            return None
        last = Number(*found.groups())
        if last.word is not None or last.whole is not None:
            return None
        at = found.end()
        unit, _ = unit_at(text, at, patterns)
        if unit is not None:
            if unit.kind == "duration" or (unit.kind == "count" and number.figures is None):
                return None
            if last.multiplier and not number.multiplier and number.figures is not None and value < _GREAT:
                value *= power(last, patterns)
            return Measured(value, unit.name, unit.kind, end)
    return None


def _is_numbering(text: str, start: int, patterns: QuantityPatterns) -> bool:
    """Say whether the list that the number at ``start`` is in stands behind a letter of numbering, or opens a line."""
    at = start
    while at > max(0, start - _BACK) and (text[at - 1].isdecimal() or text[at - 1] in patterns.list_letters):
        at -= 1
    before = text[at - 1 : at] if at > 0 else ""
    return before in ("", "\n") or before in patterns.numbering or (before.isascii() and before.isalnum())


def compared_alike(text: str, quantities: list[Quantity], patterns: QuantityPatterns) -> list[Quantity]:
    """Return ``quantities``, those of a list with the comparator of the word before its first (不低于60%、55%)."""
    result: list[Quantity] = []
    for quantity in quantities:
        before = result[-1] if result else None
        if (
            before is not None
            and quantity.comparator == "="
            and before.comparator not in ("=", "range")
            and (before.unit == quantity.unit)
            and 0 < quantity.start - before.end <= patterns.longest_list
            and patterns.lists.fullmatch(text, before.end, quantity.start) is not None
            and _is_compared_before(text, before, result, patterns)
        ):
            quantity = msgspec.structs.replace(quantity, comparator=before.comparator)
        result.append(quantity)
    return result


def _is_compared_before(text: str, first: Quantity, found: list[Quantity], patterns: QuantityPatterns) -> bool:
    """Say whether ``first``, the last of ``found``, has its comparator from a word before it or its list."""
    if first.rounded or first.end > first.unit_end:
        return False
    if first.start < first.number_start or text[first.start - 1 : first.start] not in patterns.list_letters:
        return True
    earlier = found[-2] if len(found) > 1 else None
    return earlier is not None and earlier.comparator == first.comparator
