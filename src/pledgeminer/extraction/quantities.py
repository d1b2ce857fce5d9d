"""Quantities and times: one pass over the text finds every number and says what it is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from .model import Quantity, Time
from .numerals import exact, few, figures_value, numeral_value
from .times import time_at
from .trace import Passed, Why

if TYPE_CHECKING:
    from regex import Match

    from ..record import Comparator
    from ..rules.model import UnitKind
    from ..rules.quantities import QuantityPatterns, Unit
    from ..rules.ruleset import RuleSet
    from ..rules.times import TimeForm
    from .trace import Trace

#: What is longer, in characters, or larger is no number that anybody means; 64 bits hold what is left.
_LONGEST_NUMBER, _LARGEST = 60, 10**18


def find_quantities(text: str, rules: RuleSet, trace: Trace | None = None) -> tuple[list[Quantity], list[Time]]:
    """Return the quantities and the times around numbers in folded ``text``, each in the order of the text.

    A numeral inside a name (三角) is passed over. ``trace`` is told of all that are.
    """
    patterns = rules.quantities
    hides = rules.lexicon.hides
    quantities: list[Quantity] = []
    times: list[Time] = []
    heads, followers = patterns.unit_heads, rules.times.followers
    twofold, pairs = rules.times.twofold, rules.times.pairs
    one, counted = patterns.one, rules.labels.counted_ones | {patterns.tenths}
    held: dict[TimeForm, bool] = {}
    length, at = len(text), 0
    for found in patterns.number.finditer(text):
        start, end = found.span()
        if start < at:
            continue
        follower = text[end] if end < length else "\n"
        if end - start == 1 and text[start] in one and follower not in counted:
            # The article, by far the most frequent numeral.
            if trace is not None:
                trace.passed.append(Passed(start, end, "article"))
            continue
        name = hides(text, start, end)
        # 四平 is a town, but four square kilometres begin with it: a unit that goes on behind the name is a unit.
        if name and unit_at(text, end, patterns)[1] <= name:
            if trace is not None:
                trace.passed.append(Passed(start, end, "name"))
            continue
        if follower in followers and (follower not in twofold or text[end : end + 2] in pairs):
            time = time_at(text, start, follower, rules.times, held)
            if time is not None:
                if _titled(text, start):
                    time.role = "none"
                times.append(time)
                at = time.end
                if trace is not None:
                    trace.passed.append(Passed(start, end, "time"))
                continue
        if follower not in heads and text[end - 1] not in patterns.large and not _goes_on(text, end, found, patterns):
            if trace is not None:
                trace.passed.append(Passed(start, end, "no-measure"))
            continue
        quantity = _read(text, found, patterns)
        label = label_of(text, quantity, rules) if quantity is not None else ""
        if quantity is None or label:
            if trace is not None:
                why: Why = "label" if label else "too-large" if _is_too_large(found, patterns) else "no-measure"
                trace.passed.append(Passed(start, end, why, label))
            continue
        quantities.append(quantity)
        at = quantity.end
    return quantities, times


def _goes_on(text: str, end: int, found: Match[str], patterns: QuantityPatterns) -> bool:
    """Say whether a number without a unit behind it may be a quantity: a fraction, tenths, or a range's low end."""
    if found["whole"] is not None or found["word"] is not None:
        return True
    if text.startswith(patterns.tenths, end) or _range(text, end, patterns) > 0:
        return True
    return found["figures"] is not None and _is_level(text, found.start(), end, found["figures"], patterns)


def _titled(text: str, at: int) -> bool:
    """Say whether ``at`` lies in the title of a document (《规划（2018—2022年）》), whose years set nothing."""
    return text.rfind("《", max(0, at - 40), at) > text.rfind("》", max(0, at - 40), at)


def unit_at(text: str, at: int, patterns: QuantityPatterns) -> tuple[Unit | None, int]:
    """Return the longest unit that stands at ``at`` and where it ends.

    What it is counted by (立方米/日) and its other name in a bracket (台(套)) belong to it.
    """
    units = patterns.units
    if text[at : at + 1] not in patterns.unit_heads:
        return None, at
    for size in range(min(patterns.longest_unit, len(text) - at), 0, -1):
        unit = units.get(text[at : at + size])
        if unit is None:
            continue
        end = at + size
        if (
            text[end - 1].isascii()
            and text[end - 1].isalpha()
            and text[end : end + 1].isascii()
            and text[end : end + 1].isalnum()
        ):
            continue
        other = patterns.other.match(text, end) if text[end : end + 1] == "(" else None
        if other is not None:
            return type(unit)(unit.name + other.group(), unit.kind), other.end()
        per = patterns.per.match(text, end) if text[end : end + 1] in patterns.per_heads else None
        if per is not None:
            return type(unit)(unit.name + per.group(), unit.kind), per.end()
        return unit, end
    return None, at


def _read(text: str, found: Match[str], patterns: QuantityPatterns) -> Quantity | None:
    """Return the quantity of the number ``found``, or None if nothing is measured by it."""
    number = _Number(*found.groups())
    start, end = found.span()
    if end - start > _LONGEST_NUMBER:
        return None
    if number.word is not None:
        word = patterns.words[number.word]
        return Quantity(
            start, end, start, end, end, word.value, None, word.unit.name, word.unit.kind, "=", True, word.aim
        )
    value, value_max = _value(number, patterns)
    if value is None:
        return None
    number_end = end
    unit_name: str = ""
    kind: UnitKind = "none"
    if number.whole is not None:
        unit_name, kind, value = _part(number.whole, value, patterns)
    else:
        unit, end = unit_at(text, end, patterns)
        if unit is not None:
            unit_name, kind = unit.name, unit.kind
        elif (tenths := _tenths(text, end, value, patterns)) is not None:
            unit_name, kind, (value, end) = "%", "ratio", tenths
    if value_max is None:
        joined = _range(text, end, patterns) or (end != number_end and _range(text, number_end, patterns))
        upper = _upper(text, joined, value, number, unit_name, patterns) if joined else None
        if upper is not None:
            value, value_max, unit_name, kind, end = upper
            number_end = end
    if unit_name == "" and not _measures_bare(text, start, end, number, patterns):
        return None
    unit_end = end
    comparator, begin, end = _compare(text, start, end, number, patterns)
    return Quantity(
        begin,
        end,
        start,
        number_end,
        unit_end,
        exact(value),
        None if value_max is None else exact(value_max),
        unit_name,
        kind,
        comparator if value_max is None else "range",
        number.figures is None,
        rounded=number.more is not None
        or number.more_behind is not None
        or number.some is not None
        or number.vague is not None,
    )


class _Number(NamedTuple):
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


def _tenths(text: str, at: int, value: Decimal, patterns: QuantityPatterns) -> tuple[Decimal, int] | None:
    """Return per cent and end of ``value`` tenths, if their word stands at ``at``: 三成 is 30, 四成二 42, 七成半 75."""
    if not text.startswith(patterns.tenths, at):
        return None
    end = at + len(patterns.tenths)
    behind = text[end : end + 1]
    if behind in patterns.tenths_not_before:
        return None
    if behind == patterns.half:
        return value * 10 + 5, end + 1
    if behind and behind in patterns.digits and text[end + 1 : end + 2] not in patterns.numeral_letters:
        return value * 10 + (numeral_value(behind, {}) or 0), end + 1
    return value * 10, end


def _range(text: str, at: int, patterns: QuantityPatterns) -> int:
    """Return where the upper end of a range begins, if a word such as 至 stands at ``at``, else 0."""
    if text[at : at + 1] not in patterns.range_heads:
        return 0
    found = patterns.range.match(text, at)
    return 0 if found is None else found.end()


def _measures_bare(text: str, start: int, end: int, number: _Number, patterns: QuantityPatterns) -> bool:
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


def _is_too_large(found: Match[str], patterns: QuantityPatterns) -> bool:
    """Say whether the number ``found`` is one that nobody means."""
    number = _Number(*found.groups())
    return found.end() - found.start() > _LONGEST_NUMBER or (
        number.word is None and _value(number, patterns) == (None, None)
    )


def _value(number: _Number, patterns: QuantityPatterns) -> tuple[Decimal | None, Decimal | None]:
    """Return the value, and the upper one of a numeral that names a small range (三五); None for what is too large."""
    low, high = _any_value(number, patterns)
    return (None, None) if max(low or 0, high or 0) > _LARGEST else (low, high)


def _any_value(number: _Number, patterns: QuantityPatterns) -> tuple[Decimal | None, Decimal | None]:
    multiplier = _power(number, patterns) if number.multiplier else 1
    if number.rest is not None:
        return _composed(number, multiplier, patterns), None
    if number.figures is not None:
        return figures_value(number.figures) * multiplier, None
    numeral = _plain(number.numeral or "", patterns)
    ends = few(numeral, patterns.digits, patterns.powers) if len(numeral) > 1 else None
    if ends is not None:
        low, high = (numeral_value(one, patterns.multipliers) for one in ends)
        if low is not None and high is not None:
            return low * multiplier, high * multiplier
    value = numeral_value(numeral, patterns.multipliers)
    return (None if value is None else value * multiplier), None


def _composed(number: _Number, multiplier: Decimal | int, patterns: QuantityPatterns) -> Decimal | None:
    """Return the value of a number with more behind its large power (3亿6,000万), or None if the powers do not fall."""
    head = (
        figures_value(number.figures)
        if number.figures is not None
        else numeral_value(_plain(number.numeral or "", patterns), patterns.multipliers)
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


def _plain(numeral: str, patterns: QuantityPatterns) -> str:
    """Return ``numeral`` without variant characters (廿, ○)."""
    return numeral if patterns.variant_letters.isdisjoint(numeral) else numeral.translate(patterns.variants)


def _part(whole: str, value: Decimal, patterns: QuantityPatterns) -> tuple[str, UnitKind, Decimal]:
    """Return unit, kind and value of a fraction: 百分之三十 is 30 %, 三分之二 two thirds."""
    denominator = numeral_value(_plain(whole, patterns), patterns.multipliers) or Decimal(1)
    if denominator == 100:
        return "%", "ratio", value
    if denominator == 1000:
        return "‰", "ratio", value
    return "", "ratio", value / denominator


def _upper(
    text: str, at: int, value: Decimal, first: _Number, unit: str, patterns: QuantityPatterns
) -> tuple[Decimal, Decimal, str, UnitKind, int] | None:
    """Return low, high, unit, kind and end of a range whose upper end stands at ``at``, else None."""
    found = patterns.number.match(text, at)
    if found is None:
        return None
    second = _Number(*found.groups())
    if second.word is not None or found.end() - at > _LONGEST_NUMBER:
        return None
    high, _ = _value(second, patterns)
    if high is None:
        return None
    end = found.end()
    whole = second.whole or first.whole
    if whole is not None:
        name, kind, high = _part(whole, high, patterns)
    else:
        counted, behind = unit_at(text, end, patterns)
        if counted is not None:
            name, kind, end = counted.name, counted.kind, behind
        elif unit == "" and (tenths := _tenths(text, end, high, patterns)) is not None:
            # 两至三成: the tenths hold for both.
            name, kind, value, (high, end) = "%", "ratio", value * 10, tenths
        else:
            return None
    if unit not in ("", name):
        return None
    if unit == "" and not first.multiplier and second.multiplier and value < high / _power(second, patterns):
        # 2—3万: the multiplier behind the second end holds for both.
        value *= _power(second, patterns)
    if value >= high:
        return None
    return value, high, name, kind, end


def _power(number: _Number, patterns: QuantityPatterns) -> Decimal:
    return _product(number.multiplier or "", patterns)


def _product(powers: str, patterns: QuantityPatterns) -> Decimal:
    product = Decimal(1)
    for char in _plain(powers, patterns):
        product *= patterns.multipliers[char]
    return product


def _compare(
    text: str, start: int, end: int, number: _Number, patterns: QuantityPatterns
) -> tuple[Comparator, int, int]:
    """Return the comparator, and where the quantity begins and ends with the words that say it."""
    comparator: Comparator = "="
    if number.more or number.more_behind or number.some:
        comparator = ">"
    if number.vague:
        comparator = patterns.vague[number.vague]
    sizes = (
        range(min(patterns.longest_after, len(text) - end), 0, -1)
        if text[end : end + 1] in patterns.after_heads
        else ()
    )
    for size in sizes:
        word = text[end : end + size]
        if word in patterns.after:
            comparator, end = patterns.after[word], end + size
            break
    last = text[start - 1 : start]
    if last in patterns.before_tails:
        word = _compared_before(text, start, patterns)
        if word:
            return patterns.before[word], start - len(word), end
    if last in patterns.over_tails and comparator == "=":
        # 最高奖励50万元: the verb is no part of the quantity, nor then is the word before it.
        verb = next((verb for verb in patterns.over if text.endswith(verb, 0, start)), "")
        word = _compared_before(text, start - len(verb), patterns)
        comparator = patterns.before.get(word, comparator)
    return comparator, start, end


def _compared_before(text: str, start: int, patterns: QuantityPatterns) -> str:
    """Return the word of comparison that ends at ``start``, the longest one; empty if none does."""
    for size in range(min(patterns.longest_before, start), 0, -1):
        word = text[start - size : start]
        if word in patterns.before:
            return "" if text.endswith(patterns.not_before, 0, start) else word
    return ""


_OPENING = frozenset("“‘「『《〈")


def label_of(text: str, quantity: Quantity, rules: RuleSet) -> str:
    """Return the id of the label that the number is: a name, an ordinal, a grade or an article (labels.yaml).

    It is ``before`` for any of those that stand before a number, and empty for a quantity.
    """
    labels = rules.labels
    start = quantity.number_start
    if labels.before.match(text, max(0, start - 12), start) is not None:
        return "before"
    # A range, and a word that is a number (翻一番), count even in Chinese numerals.
    for label in labels.forms(quantity.unit, quantity.chinese and quantity.value_max is None and quantity.aim is None):
        if quantity.value > label.max or (label.value is not None and quantity.value != label.value):
            continue
        if (
            label.pattern.match(
                text, quantity.unit_end if label.units or label.value is not None else quantity.number_end
            )
            is None
        ):
            continue
        if label.unless is None or label.unless.search(text, max(0, start - 24), start) is None:
            return label.id
    return "quoted" if _quoted_name(text, quantity, labels.quoted) else ""


def _quoted_name(text: str, quantity: Quantity, longest: int) -> bool:
    """Say whether the number stands in a short quotation without a break, which is a name (“15分钟健康圈”)."""
    start, end = quantity.number_start, quantity.end
    before = text[max(0, start - longest) : start]
    if _OPENING.isdisjoint(before):
        return False
    opening = max(text.rfind(mark, max(0, start - longest), start) for mark in _OPENING)
    inside = text[opening + 1 : opening + longest + 8]
    closing = min((at for at in (inside.find(mark) for mark in "”’」』》〉") if at >= 0), default=-1)
    if closing < 0 or opening + 1 + closing < end:
        return False
    return closing <= longest and not any(mark in inside[:closing] for mark in ",，。；;：:")
