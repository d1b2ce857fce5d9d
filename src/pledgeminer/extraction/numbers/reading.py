"""The value of a number: figures or a numeral, with its multipliers and what follows them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..numerals import figures_value, numeral_value

if TYPE_CHECKING:
    from regex import Match

    from ...rules.quantities import QuantityPatterns

#: Half of one, and how far apart the two digits of an approximation are at most (三五百).
HALF, _FEW = Decimal("0.5"), 2
#: From here on a power may stand behind another one (千万).
_LARGE = 10_000
#: What is longer, in characters, or larger is no number that anybody means; 64 bits hold what is left.
LONGEST_NUMBER, _LARGEST = 60, 10**18


class Number(NamedTuple):
    """The groups of the number pattern, in its order."""

    word: str | None
    whole: str | None
    figures: str | None
    vague: str | None
    numeral: str | None
    halved: str | None
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
    return product(number.multiplier or "", patterns)


def _any_value(number: Number, patterns: QuantityPatterns) -> tuple[Decimal | None, Decimal | None]:
    multiplier = power(number, patterns) if number.multiplier else 1
    if number.rest is not None:
        return _composed(number, multiplier, patterns), None
    if number.figures is not None:
        return _figured(number.figures, patterns) * multiplier, None
    if number.halved is not None:
        return HALF * multiplier, None
    numeral = plain(number.numeral or "", patterns)
    ends = approximation(numeral, patterns) if len(numeral) > 1 else None
    if ends is not None:
        low, high = (numeral_value(one, patterns.multipliers) for one in ends)
        if low is not None and high is not None:
            return low * multiplier, high * multiplier
    if numeral[:1] in patterns.powers and _is_no_numeral(numeral, patterns):
        return None, None
    value = numeral_value(numeral, patterns.multipliers)
    return (None if value is None else value * multiplier), None


def _composed(number: Number, multiplier: Decimal | int, patterns: QuantityPatterns) -> Decimal | None:
    """Return the value of a number with more behind its large power (3亿6,000万), or None if the powers do not fall."""
    head = (
        _figured(number.figures, patterns)
        if number.figures is not None
        else numeral_value(plain(number.numeral or "", patterns), patterns.multipliers)
    )
    if head is None:
        return None
    total, ceiling = head * multiplier, Decimal(multiplier) if multiplier != 1 else head
    for part in patterns.rest.finditer(number.rest or ""):
        value = _figured(part["figures"], patterns) * product(part["multiplier"] + (part["later"] or ""), patterns)
        if value >= ceiling:
            return None
        total, ceiling = total + value, value
    return total


def approximation(numeral: str, patterns: QuantityPatterns) -> tuple[str, str] | None:
    """Return the two ends of a numeral with two neighbouring digits, which names a small range, else None.

    三五 is 3 to 5, 七八百 700 to 800, 一百二三十 120 to 130, 二十二三 22 to 23. Behind a power the digits are next to
    each other, and behind them only powers stand.
    """
    numeral = numeral.replace("、", "")
    at = next((at for at in range(len(numeral) - 1) if _are_digits(numeral[at : at + 2], patterns)), -1)
    if at < 0:
        return None
    head, first, second, rest = numeral[:at], numeral[at], numeral[at + 1], numeral[at + 2 :]
    if any(char not in patterns.powers for char in rest) or (head and head[-1] not in patterns.powers):
        return None
    low, high = numeral_value(first, {}), numeral_value(second, {})
    if not low or high is None or not 0 < high - low <= (1 if head else _FEW):
        return None
    return head + first + rest, head + second + rest


def _are_digits(pair: str, patterns: QuantityPatterns) -> bool:
    return pair[0] in patterns.digits and pair[1] in patterns.digits


def is_power_alone(numeral: str | None, patterns: QuantityPatterns) -> bool:
    """Say whether ``numeral`` has no digit, only powers (亿)."""
    return bool(numeral) and all(char in patterns.powers for char in plain(numeral or "", patterns))


def _is_no_numeral(numeral: str, patterns: QuantityPatterns) -> bool:
    """Say whether ``numeral`` has no digit and its powers do not make a number together (百千万, 千千万万)."""
    powers = [patterns.multipliers.get(char, 0) for char in numeral]
    if len(powers) < 2 or not all(powers):
        return False
    large = powers[1:] if powers[0] < _LARGE else powers
    return any(power < _LARGE for power in large) or any(high <= low for low, high in pairwise(large))


def _figured(figures: str, patterns: QuantityPatterns) -> Decimal:
    """Return the value of ``figures``, in which letters may stand for a 0 (1〇)."""
    return figures_value(figures if figures.isascii() else figures.translate(patterns.zeros))


def product(powers: str, patterns: QuantityPatterns) -> Decimal:
    """Return what ``powers`` (万亿) multiply a number by."""
    value = Decimal(1)
    for char in plain(powers, patterns):
        value *= patterns.multipliers[char]
    return value


def simple_value(number: str, patterns: QuantityPatterns) -> Decimal | None:
    """Return the value of figures, or of one Chinese digit; None for anything else."""
    if not number:
        return None
    if number[0].isdecimal():
        return _figured(number, patterns) if number.replace(".", "").replace(",", "").isdecimal() else None
    return numeral_value(number, {}) if number in patterns.digits else None
