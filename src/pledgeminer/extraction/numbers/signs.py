"""Numbers below zero: -5%, 负1.2%, 零下15摄氏度."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...rules.quantities import QuantityPatterns


def sign_before(text: str, start: int, patterns: QuantityPatterns) -> int:
    """Return how long the sign is that stands before the number at ``start``, 0 if none does.

    A sign of one letter is one only behind letters that a level follows: elsewhere it is a dash or part of a word.
    """
    if text[start - 1 : start] not in patterns.sign_tails or start == 0:
        return 0
    for sign in patterns.signs:
        begin = start - len(sign)
        if text.endswith(sign, 0, start) and (len(sign) > 1 or text[begin - 1 : begin] in patterns.signs_after):
            return len(sign) if begin > 0 else 0
    return 0


def sign_at(text: str, at: int, patterns: QuantityPatterns) -> int:
    """Return how long the sign is that stands at ``at``, 0 if none does."""
    return next((len(sign) for sign in patterns.signs if text.startswith(sign, at)), 0)
