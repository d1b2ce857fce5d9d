"""Which units can be compared, and what a value is in another unit."""

from __future__ import annotations

from fractions import Fraction

from ..record import Record
from .words import Words

SAME, ALIKE, DIFFERENT = 1.0, 0.95, 0.0


def comparability(one: str, other: str, words: Words) -> float:
    """Return `SAME` for units that are one or convertible, `ALIKE` for measure words that count the same
    things.

    All others are `DIFFERENT`, per cent and percentage points among them.
    """
    if base_unit(one, words) == base_unit(other, words):
        return SAME
    if words.counters.get(one, frozenset()) & words.counters.get(other, frozenset()):
        return ALIKE
    return DIFFERENT


def convert(value: Fraction, unit: str, into: str, words: Words) -> Fraction:
    """Return ``value`` of ``unit`` in ``into``; unchanged where the two only count the same things."""
    if base_unit(unit, words) != base_unit(into, words):
        return value
    return in_base(value, unit, words) / in_base(Fraction(1), into, words)


def in_base(value: Fraction, unit: str, words: Words) -> Fraction:
    """Return ``value`` of ``unit`` in the unit that it and its relatives are converted to."""
    return value * words.base.get(unit, (unit, Fraction(1)))[1]


def base_unit(unit: str, words: Words) -> str:
    """Return the unit that ``unit`` and its relatives are converted to; most are their own."""
    return words.base.get(unit, (unit, Fraction(1)))[0]


def middle(record: Record) -> Fraction:
    """Return the value that a record is compared by, in its own unit: that of a range is its midpoint."""
    value = Fraction(str(record.value))
    return value if record.value_max is None else (value + Fraction(str(record.value_max))) / 2


def as_number(exact: Fraction) -> int | float:
    """Return an exact number as an integer where it is one, else as the nearest float."""
    return exact.numerator if exact.denominator == 1 else float(exact)
