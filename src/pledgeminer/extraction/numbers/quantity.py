"""From a number in the text to the quantity that it is, with its unit, its range and its comparator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Quantity
from ..numerals import exact
from .comparators import compared
from .ranges import range_to, upper_start
from .reading import LONGEST_NUMBER, Number, value_of
from .units import part_of, tenths_at, unit_at

if TYPE_CHECKING:
    from regex import Match

    from ...rules.field_types import UnitKind
    from ...rules.quantities import QuantityPatterns


def quantity_of(text: str, found: Match[str], patterns: QuantityPatterns) -> Quantity | None:
    """Return the quantity of the number ``found`` in folded ``text``, or None if nothing is measured by it."""
    number = Number(*found.groups())
    start, end = found.span()
    if end - start > LONGEST_NUMBER:
        return None
    if number.word is not None:
        return _whole_word(start, end, number.word, patterns)
    value, value_max = value_of(number, patterns)
    if value is None:
        return None
    number_end = end
    unit: str = ""
    kind: UnitKind = "none"
    if number.whole is not None:
        unit, kind, value = part_of(number.whole, value, patterns)
    else:
        counted, end = unit_at(text, end, patterns)
        if counted is not None:
            unit, kind = counted.name, counted.kind
        elif (tenths := tenths_at(text, end, value, patterns)) is not None:
            unit, kind, (value, end) = "%", "ratio", tenths
    if value_max is None:
        joined = upper_start(text, end, patterns) or (end != number_end and upper_start(text, number_end, patterns))
        both = range_to(text, joined, value, number, unit, patterns) if joined else None
        if both is not None:
            value, value_max, unit, kind, end = both
            number_end = end
    if unit == "" and not _measures_bare(text, start, end, number, patterns):
        return None
    comparator, begin, behind = compared(text, start, end, number, patterns)
    return Quantity(
        start=begin,
        end=behind,
        number_start=start,
        number_end=number_end,
        unit_end=end,
        value=exact(value),
        value_max=None if value_max is None else exact(value_max),
        unit=unit,
        kind=kind,
        comparator=comparator if value_max is None else "range",
        chinese=number.figures is None,
        rounded=_is_rounded(number),
    )


def may_be_bare(text: str, found: Match[str], patterns: QuantityPatterns) -> bool:
    """Say whether a number without a unit behind it may be a quantity: a fraction, tenths, or a range's low end."""
    if found["whole"] is not None or found["word"] is not None:
        return True
    end = found.end()
    if text.startswith(patterns.tenths, end) or upper_start(text, end, patterns) > 0:
        return True
    return found["figures"] is not None and _is_level(text, found.start(), end, found["figures"], patterns)


def _whole_word(start: int, end: int, word: str, patterns: QuantityPatterns) -> Quantity:
    """Return the quantity of a ``word`` that is a number with its unit (翻一番)."""
    known = patterns.words[word]
    return Quantity(
        start=start,
        end=end,
        number_start=start,
        number_end=end,
        unit_end=end,
        value=known.value,
        value_max=None,
        unit=known.unit.name,
        kind=known.unit.kind,
        comparator="=",
        chinese=True,
        aim=known.aim,
    )


def _is_rounded(number: Number) -> bool:
    return not (number.more is None and number.more_behind is None and number.some is None and number.vague is None)


def _measures_bare(text: str, start: int, end: int, number: Number, patterns: QuantityPatterns) -> bool:
    """Without a measure word a number counts if it is multiplied (3200万农村人口), a fraction, or a decimal level."""
    if number.whole is not None:
        return True
    follower = text[end : end + 1]
    if number.numeral is not None:
        # 千亿, 一亿 and 八千万 count; 万 alone is too often a part of a word, and a bare 三十 of a name.
        return len(number.numeral) > 1 and number.numeral[-1] in patterns.large and not follower.isascii()
    if _is_level(text, start, end, number.figures or "", patterns):
        return True
    multiplied = number.multiplier or ""
    return multiplied[-1:] in patterns.large and multiplied != "" and not (follower.isascii() and follower.isalnum())


def _is_level(text: str, start: int, end: int, figures: str, patterns: QuantityPatterns) -> bool:
    """Say whether the decimal ``figures`` needs no unit: behind a word of reaching, before a pause or a comparator."""
    follower = text[end : end + 1]
    return (
        "." in figures
        and text[start - 1 : start] in patterns.decimals_after
        and (follower in patterns.after_heads or not follower.isalnum())
    )
