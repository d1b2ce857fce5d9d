"""The words around a number that compare: 不少于, 以上, 左右."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...rules.comparators import STRICT

if TYPE_CHECKING:
    from ...record import Comparator
    from ...rules.comparators import ComparatorPatterns
    from ...rules.field_types import UnitKind

#: How far before a number a word may stand that compares it from a distance, in code points.
_APART = 28
#: So near the number stands a letter of what is between them.
_NEAR = 9


class Compared(NamedTuple):
    """A comparator, and where the quantity begins and ends with the words that say it."""

    comparator: Comparator
    start: int
    end: int


def compared(
    text: str, start: int, end: int, inner: Comparator, kind: UnitKind, patterns: ComparatorPatterns
) -> Compared:
    """Return the comparator of a number that stands with its unit, of ``kind``, from ``start`` to ``end``.

    ``inner`` is what the number itself says (多, 余). Words before it win over those behind it, and these over it. A
    word that stands apart (不低于每月900元) or before a verb (最高奖励50万元) is no part of the quantity.
    """
    comparator, end = _behind(text, end, inner, patterns)
    last = text[start - 1 : start]
    if last in patterns.before_tails:
        word = _word_before(text, start, patterns)
        if word:
            return Compared(patterns.before[word], start - len(word), end)
    if comparator == "=" and last:
        comparator = _from_apart(text, start, kind, patterns)
    return Compared(comparator, start, end)


def _behind(text: str, end: int, inner: Comparator, patterns: ComparatorPatterns) -> tuple[Comparator, int]:
    """Return the comparator that stands at ``end``, else ``inner``, and where it ends.

    A mark of a note, and a bracket that says whether the bound counts (95%(含)以上), may stand before or behind it.
    """
    between = patterns.between.match(text, end) if _may_be_mark(text, end) else None
    at = between.end() if between is not None else end
    word = _word_behind(text, at, patterns)
    if not word:
        return inner, end
    comparator, end = patterns.after[word], at + len(word)
    included = patterns.included.match(text, end) if text.startswith("(", end) else None
    brackets = [found.group() for found in (between, included) if found is not None]
    if included is not None:
        end = included.end()
    if any(bracket.startswith(patterns.excluded, 1) for bracket in brackets):
        comparator = STRICT.get(comparator, comparator)
    return comparator, end


def _may_be_mark(text: str, at: int) -> bool:
    """Say whether what stands at ``at`` is neither a letter nor a common mark, as a note's mark is."""
    char = text[at : at + 1]
    return char in "([〔" or not (char.isalpha() or char.isdecimal() or char in ",，。;；、")


def _word_behind(text: str, end: int, patterns: ComparatorPatterns) -> str:
    """Return the word of comparison that begins at ``end``, the longest one; empty if none does."""
    if text[end : end + 1] not in patterns.after_heads:
        return ""
    for size in range(min(patterns.longest_after, len(text) - end), 0, -1):
        word = text[end : end + size]
        if word in patterns.after:
            return word
    return ""


def _word_before(text: str, start: int, patterns: ComparatorPatterns) -> str:
    """Return the word of comparison that ends at ``start``, the longest one; empty if none does."""
    for size in range(min(patterns.longest_before, start), 0, -1):
        word = text[start - size : start]
        if word in patterns.before:
            return "" if text.endswith(patterns.not_before, 0, start) else word
    return ""


def _from_apart(text: str, start: int, kind: UnitKind, patterns: ComparatorPatterns) -> Comparator:
    """Return the comparator of a word that stands before what is between it and the number at ``start``, else =."""
    verb_start = start
    while text[verb_start - 1 : verb_start] in patterns.over_tails:
        verb = next((verb for verb in patterns.over if text.endswith(verb, 0, verb_start)), "")
        if not verb:
            break
        verb_start -= len(verb)
    if verb_start < start:
        word = _word_before(text, verb_start, patterns)
        if word:
            return patterns.before[word]
    first = max(0, start - _APART)
    if patterns.apart_near.isdisjoint(text[max(0, start - _NEAR) : start]):
        return "="
    for at in range(start - 1, first, -1):
        if text[at - 1] in patterns.before_tails and (word := _word_before(text, at, patterns)):
            ratio = kind == "ratio" and patterns.apart_before_ratio.fullmatch(text, at, start) is not None
            if ratio or patterns.apart.fullmatch(text, at, start) is not None:
                return patterns.before[word]
    return "="
