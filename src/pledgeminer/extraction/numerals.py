"""From the characters of a number to its value."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

#: The one digit that Unicode gives no numeric value.
_TWO = "两"
_MYRIAD, _LARGEST = 10_000, 100_000_000


def exact(value: Decimal) -> int | float:
    """Return ``value`` as an integer where it is one, else as a float."""
    return int(value) if value == value.to_integral_value() else float(value)


@lru_cache(maxsize=65_536)
def figures_value(figures: str) -> Decimal:
    """Return the value of Arabic ``figures`` with thousands separators and either decimal point."""
    return Decimal(figures.replace(",", "").replace("·", "."))


@lru_cache(maxsize=65_536)
def _plain_numeral(numeral: str) -> Decimal | None:
    usual = usual_numeral(numeral)
    if usual is not None:
        return Decimal(usual)
    # Most documents hold none but usual numerals, and to import cn2an takes as long as all other libraries together.
    import cn2an

    try:
        return Decimal(str(cn2an.cn2an(numeral, "smart")))
    except (ValueError, KeyError):  # cn2an stumbles over odd orders of powers with a KeyError
        return None


@dataclass(slots=True)
class _Section:
    """What stands before a large power, or at the end: its ``value``, the last power, and a digit that has none yet.

    ``first`` is said of the one at the head of the numeral.
    """

    first: bool = True
    value: int = 0
    power: int = _MYRIAD
    digit: int | None = None
    gap: bool = False

    def zero(self) -> bool:
        """Read a zero, which may only bridge powers that are left out; return whether it may stand here."""
        usual = self.digit is None and not self.gap and not (self.first and self.power == _MYRIAD)
        self.gap = True
        return usual

    def multiply(self, power: int) -> bool:
        """Read a power below ten thousand; return whether it may stand here."""
        head = self.power == _MYRIAD and not self.gap
        if self.digit is None and not (power == 10 and head and self.first):  # only ten needs no digit
            return False
        skipped = power * 10 < self.power
        if power >= self.power or (not head and skipped != self.gap):
            return False
        self.value += (self.digit or 1) * power
        self.power, self.digit, self.gap = power, None, False
        return True

    def close(self) -> bool:
        """Add the last digit; return whether the section is whole and unambiguous.

        A digit behind a power that is not ten needs a zero before it: three hundred five without one is 350.
        """
        if self.digit is None:
            return self.value > 0 and not self.gap
        self.value += self.digit
        return (self.power == _MYRIAD and self.first) or (self.power == 10) != self.gap


@lru_cache(maxsize=65_536)
def usual_numeral(numeral: str) -> int | None:
    """Return the value of a Chinese ``numeral`` as it is usually written, None if it is none or an unusual one.

    Usual are digits alone (the year 2026), and digits with falling powers and a zero for what is left out between.
    """
    numbers = [2 if letter == _TWO else float(unicodedata.numeric(letter, -1)) for letter in numeral]
    if not numbers or not all(number >= 0 and number % 1 == 0 for number in numbers):
        return None
    values = [int(number) for number in numbers]
    if max(values) < 10:
        return int("".join(map(str, values)))
    total, largest, section = 0, 0, _Section()
    for value in values:
        if value == 0:
            usual = section.zero()
        elif value < 10:
            usual = section.digit is None
            section.digit = value
        elif value in (10, 100, 1000):
            usual = section.multiply(value)
        else:
            usual = value in (_MYRIAD, _LARGEST) and not (largest and value >= largest) and section.close()
            total += section.value * value
            largest, section = value, _Section(first=False)
        if not usual:
            return None
    if section == _Section(first=False):
        return total
    # What follows the largest power without the next is read in several ways.
    return total + section.value if section.close() and largest != _LARGEST else None


def numeral_value(numeral: str, multipliers: Mapping[str, int]) -> Decimal | None:
    """Return the value of a Chinese ``numeral`` (an unusual one is read by cn2an), or None if it is none.

    Powers without a digit before them (千, 万亿) count once; powers behind a decimal (二十三点五亿) multiply it.
    """
    head = numeral
    while head:
        value = _plain_numeral(head)
        if value is not None:
            break
        head = head[:-1]
        if numeral[len(head)] not in multipliers:
            return None
    else:
        value = Decimal(1)
    for power in numeral[len(head) :]:
        value *= multipliers[power]
    return value


def few(numeral: str, digits: str, powers: str) -> tuple[str, str] | None:
    """Return the two ends of a numeral such as 三五 or 七八百, which names a small range, else None."""
    numeral = numeral.replace("、", "")
    if len(numeral) < 2 or numeral[0] not in digits or numeral[1] not in digits:
        return None
    rest = numeral[2:]
    if any(char not in powers for char in rest) or not 0 < digits.index(numeral[1]) - digits.index(numeral[0]) <= 2:
        return None
    return numeral[0] + rest, numeral[1] + rest
