"""The words around a number that compare: 不少于, 以上, 左右."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ...record import Comparator
    from ...rules.quantities import QuantityPatterns
    from .reading import Number


class Compared(NamedTuple):
    """A comparator, and where the quantity begins and ends with the words that say it."""

    comparator: Comparator
    start: int
    end: int


def compared(text: str, start: int, end: int, number: Number, patterns: QuantityPatterns) -> Compared:
    """Return the comparator of ``number``, which stands with its unit from ``start`` to ``end``.

    Words before the number win over those behind it, and these over the ones in it (多, 余).
    """
    comparator: Comparator = "="
    if number.more or number.more_behind or number.some:
        comparator = ">"
    if number.vague:
        comparator = patterns.vague[number.vague]
    word = _word_behind(text, end, patterns)
    if word:
        comparator, end = patterns.after[word], end + len(word)
    last = text[start - 1 : start]
    if last in patterns.before_tails:
        word = _word_before(text, start, patterns)
        if word:
            return Compared(patterns.before[word], start - len(word), end)
    if last in patterns.over_tails and comparator == "=":
        # 最高奖励50万元: the verb is no part of the quantity, nor then is the word before it.
        verb = next((verb for verb in patterns.over if text.endswith(verb, 0, start)), "")
        word = _word_before(text, start - len(verb), patterns)
        comparator = patterns.before.get(word, comparator)
    return Compared(comparator, start, end)


def _word_behind(text: str, end: int, patterns: QuantityPatterns) -> str:
    """Return the word of comparison that begins at ``end``, the longest one; empty if none does."""
    if text[end : end + 1] not in patterns.after_heads:
        return ""
    for size in range(min(patterns.longest_after, len(text) - end), 0, -1):
        word = text[end : end + size]
        if word in patterns.after:
            return word
    return ""


def _word_before(text: str, start: int, patterns: QuantityPatterns) -> str:
    """Return the word of comparison that ends at ``start``, the longest one; empty if none does."""
    for size in range(min(patterns.longest_before, start), 0, -1):
        word = text[start - size : start]
        if word in patterns.before:
            return "" if text.endswith(patterns.not_before, 0, start) else word
    return ""
