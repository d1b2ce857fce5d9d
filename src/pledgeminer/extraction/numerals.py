"""From the characters of a number to its value."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

import cn2an


def exact(value: Decimal) -> int | float:
    """Return ``value`` as an integer where it is one, else as a float."""
    return int(value) if value == value.to_integral_value() else float(value)


@lru_cache(maxsize=65_536)
def figures_value(figures: str) -> Decimal:
    """Return the value of Arabic ``figures`` with thousands separators and either decimal point."""
    return Decimal(figures.replace(",", "").replace("·", "."))


@lru_cache(maxsize=65_536)
def _plain_numeral(numeral: str) -> Decimal | None:
    try:
        return Decimal(str(cn2an.cn2an(numeral, "smart")))
    except (ValueError, KeyError):  # cn2an stumbles over odd orders of powers with a KeyError
        return None


def numeral_value(numeral: str, multipliers: Mapping[str, int]) -> Decimal | None:
    """Return the value of a Chinese ``numeral`` (read by cn2an), or None if it is none.

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
