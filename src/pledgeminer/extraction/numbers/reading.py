"""The value of a number: figures or a numeral, with its multipliers and what follows them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ..numerals import few, figures_value, numeral_value

if TYPE_CHECKING:
    from regex import Match

    from ...rules.quantities import QuantityPatterns

#: What is longer, in characters, or larger is no number that anybody means; 64 bits hold what is left.
LONGEST_NUMBER, _LARGEST = 60, 10**18


class Number(NamedTuple):
    """The groups of the number pattern, in its order."""

    word: str | None
    whole: str | None
    figures: str | None
    vague: str | None
    numeral: str | None
    some: str | None
    more: str | None
    multiplier: str | None
    rest: str | None
    more_behind: str | None


def value_of(number: Number, patterns: QuantityPatterns) -> tuple[Decimal | None, Decimal | None]:
    """Return the value, and the upper one of a numeral that names a small range (三五); None for what is too large."""
    low, high = _any_value(number, patterns)
    return (None, None) if max(low or 0, high or 0) > _LARGEST else (low, high)


def is_too_large(found: Match[str], patterns: QuantityPatterns) -> bool:
    """Say whether the number ``found`` is one that nobody means."""
    number = Number(*found.groups())
    return found.end() - found.start() > LONGEST_NUMBER or (
        number.word is None and value_of(number, patterns) == (None, None)
    )


def plain(numeral: str, patterns: QuantityPatterns) -> str:
    """Return ``numeral`` without variant characters (廿, ○)."""
    return numeral if patterns.variant_letters.isdisjoint(numeral) else numeral.translate(patterns.variants)


def power(number: Number, patterns: QuantityPatterns) -> Decimal:
    """Return what the multipliers behind ``number`` multiply it by."""
    return _product(number.multiplier or "", patterns)


def _any_value(number: Number, patterns: QuantityPatterns) -> tuple[Decimal | None, Decimal | None]:
    multiplier = power(number, patterns) if number.multiplier else 1
    if number.rest is not None:
        return _composed(number, multiplier, patterns), None
    if number.figures is not None:
        return figures_value(number.figures) * multiplier, None
    numeral = plain(number.numeral or "", patterns)
    ends = few(numeral, patterns.digits, patterns.powers) if len(numeral) > 1 else None
    if ends is not None:
        low, high = (numeral_value(one, patterns.multipliers) for one in ends)
        if low is not None and high is not None:
            return low * multiplier, high * multiplier
    value = numeral_value(numeral, patterns.multipliers)
    return (None if value is None else value * multiplier), None


def _composed(number: Number, multiplier: Decimal | int, patterns: QuantityPatterns) -> Decimal | None:
    """Return the value of a number with more behind its large power (3亿6,000万), or None if the powers do not fall."""
    head = (
        figures_value(number.figures)
        if number.figures is not None
        else numeral_value(plain(number.numeral or "", patterns), patterns.multipliers)
    )
    if head is None:
        return None
    total, ceiling = head * multiplier, Decimal(multiplier) if multiplier != 1 else head
    for part in patterns.rest.finditer(number.rest or ""):
        value = figures_value(part["figures"]) * _product(part["multiplier"], patterns)
        if value >= ceiling:
            return None
        total, ceiling = total + value, value
    return total


def _product(powers: str, patterns: QuantityPatterns) -> Decimal:
    product = Decimal(1)
    for char in plain(powers, patterns):
        product *= patterns.multipliers[char]
    return product
