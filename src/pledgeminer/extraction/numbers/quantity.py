"""From a number in the text to the quantity that it is, with its unit, its range and its comparator."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..model import Quantity
from ..numerals import exact
from .comparators import compared
from .lists import shared_unit
from .ranges import next_start, range_to, upper_start
from .reading import LONGEST_NUMBER, Number, is_power_alone, value_of
from .signs import sign_before
from .units import Measured, bracketed_unit, measured_at, part_of, unit_at

if TYPE_CHECKING:
    from regex import Match

    from ...record import Comparator
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
    sign = sign_before(text, start, patterns)
    value = -value if sign else value
    measured = _measured(text, end, value, number, patterns)
    number_end = end
    if value_max is None:
        joined = next_start(text, start, end, number) or upper_start(text, measured.end, patterns)
        joined = joined or (measured.end != end and upper_start(text, end, patterns))
        both = range_to(text, joined, measured.value, number, measured.unit, patterns) if joined else None
        if both is not None:
            value_max = both.high
            measured = Measured(both.low, both.unit, both.kind, both.end)
            number_end = measured.end
    if measured.unit == "":
        bare = _unmeasured(text, start, measured, number, patterns)
        if bare is None:
            return None
        measured = bare
        number_end = min(number_end, measured.end)
    begin = start - sign
    comparator, begin, behind = compared(
        text, begin, measured.end, _said_inside(number, patterns), measured.kind, patterns.comparators
    )
    return Quantity(
        start=begin,
        end=behind,
        number_start=start - sign,
        number_end=number_end,
        unit_end=measured.end,
        value=exact(measured.value),
        value_max=None if value_max is None else exact(value_max),
        unit=measured.unit,
        kind=measured.kind,
        comparator=comparator if value_max is None else "range",
        chinese=number.figures is None,
        rounded=number.vague is not None or _is_more(number, patterns),
    )


def may_be_bare(text: str, found: Match[str], patterns: QuantityPatterns) -> bool:
    """Say whether a number without a unit behind it may be a quantity.

    It may as a fraction, as tenths, as the low end of a range, in a list, and behind a unit in brackets.
    """
    if found["whole"] is not None or found["word"] is not None:
        return True
    start, end = found.span()
    behind = text[end : end + 1]
    if behind == patterns.tenths or upper_start(text, end, patterns) > 0 or behind in patterns.list_heads:
        return True
    if bracketed_unit(text, start, Decimal(1), patterns) is not None:
        return True
    return found["figures"] is not None and _is_level(text, start, end, found["figures"], patterns)


def is_unit_named(text: str, found: Match[str], patterns: QuantityPatterns) -> bool:
    """Say whether the number ``found`` is the multiplier of a unit that stands alone: (亿元), 单位:万元."""
    start, end = found.span()
    named = patterns.unit_named.match(text, 0, start) if is_power_alone(found["numeral"], patterns) else None
    unit, behind = unit_at(text, end, patterns) if named is not None else (None, end)
    return unit is not None and named is not None and (named["open"] is None or text.startswith(")", behind))


def _measured(text: str, end: int, value: Decimal, number: Number, patterns: QuantityPatterns) -> Measured:
    """Return ``value`` in the unit of ``number``, which ends at ``end``; in "" where there is none."""
    if number.whole is not None:
        unit, kind, value = part_of(number.whole, value, patterns)
        return Measured(value, unit, kind, end)
    measured = measured_at(text, end, value, patterns)
    if measured is not None and not (measured.kind == "duration" and _ends_with_one(number, patterns)):
        return measured
    if measured is None:
        return Measured(value, "", "none", end)
    # 三千一年 is three thousand a year.
    low, _ = value_of(number._replace(numeral=(number.numeral or "")[:-1]), patterns)
    return measured if low is None else Measured(low, "", "money", end - 1)


def _ends_with_one(number: Number, patterns: QuantityPatterns) -> bool:
    """Say whether the numeral ends with a one behind a power, which may be the article of what follows."""
    numeral = number.numeral or ""
    return len(numeral) > 2 and numeral[-1] in patterns.one and numeral[-2] in patterns.powers and numeral[-2:-1] != ""


def _unmeasured(
    text: str, start: int, measured: Measured, number: Number, patterns: QuantityPatterns
) -> Measured | None:
    """Return a number without a unit behind it in the unit that it has from elsewhere, or bare if it may be so."""
    if measured.kind == "money":
        return measured
    shared = shared_unit(text, start, measured.end, number, measured.value, patterns)
    if shared is not None:
        return shared
    if number.figures is not None:
        named = bracketed_unit(text, start, measured.value, patterns)
        if named is not None:
            value, unit = named
            return Measured(value, unit.name, unit.kind, measured.end)
    return measured if _measures_bare(text, start, measured.end, number, patterns) else None


def _said_inside(number: Number, patterns: QuantityPatterns) -> Comparator:
    """Return the comparator that the number itself says: > for 多, 余 and 几, else that of a vague head."""
    if number.vague:
        return patterns.vague[number.vague]
    return ">" if _is_more(number, patterns) else "="


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


def _is_more(number: Number, patterns: QuantityPatterns) -> bool:
    """Say whether the number says itself that it is more than its figures (90余万, 1亿3千多万, 十几)."""
    within = number.rest is not None and not patterns.more_letters.isdisjoint(number.rest)
    return within or not (number.more is None and number.more_behind is None and number.some is None)


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
        and (follower in patterns.comparators.after_heads or not follower.isalnum())
    )
