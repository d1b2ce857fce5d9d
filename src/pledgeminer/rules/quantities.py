"""The compiled form of numerals.yaml, units.yaml and comparators.yaml: what a quantity looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..record import Aim, Comparator
from .model import Comparators, Numerals, UnitKind, Units
from .patterns import Pattern, any_of, any_word, compile_pattern, split_words


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word: how it is named in a record, and its kind."""

    name: str
    kind: UnitKind


@dataclass(frozen=True, slots=True)
class WholeWord:
    """A word that is a whole number with its unit."""

    value: int | float
    unit: Unit
    aim: Aim | None


@dataclass(frozen=True, slots=True)
class QuantityPatterns:
    """All that is needed to read quantities. The mappings are by word; their `longest` is the longest word's length."""

    number: Pattern
    multipliers: Mapping[str, int]
    variants: Mapping[int, str]
    variant_letters: frozenset[str]
    one: frozenset[str]
    large: frozenset[str]
    digits: str
    powers: str
    vague: Mapping[str, Comparator]
    tenths: str
    tenths_not_before: frozenset[str]
    range: Pattern
    range_heads: frozenset[str]
    per_heads: frozenset[str]
    after_heads: frozenset[str]
    units: Mapping[str, Unit]
    longest_unit: int
    unit_heads: frozenset[str]
    per: Pattern
    before: Mapping[str, Comparator]
    longest_before: int
    before_tails: frozenset[str]
    not_before: tuple[str, ...]
    after: Mapping[str, Comparator]
    longest_after: int
    words: Mapping[str, WholeWord]


def compile_quantities(numerals: Numerals, units: Units, comparators: Comparators) -> QuantityPatterns:
    """Compile the three files into one set of patterns and tables."""
    table: dict[str, Unit] = {}
    kinds: tuple[tuple[UnitKind, list[str]], ...] = (
        ("count", units.count), ("measure", units.measure), ("money", units.money), ("ratio", units.ratio), ("duration", units.duration),
    )
    for kind, lists in kinds:
        for word in split_words(lists):
            table[word] = Unit(units.named.get(word, word), kind)
    before = {word: comparator for comparator, words in comparators.before.items() for word in words}
    after = {word: comparator for comparator, words in comparators.after.items() for word in words}
    return QuantityPatterns(
        number=_number(numerals, units),
        multipliers=MappingProxyType(numerals.multipliers),
        variant_letters=frozenset(numerals.variants),
        variants=MappingProxyType(str.maketrans(numerals.variants)),
        # Ten thousand and a hundred million: with them a number needs no measure word (3200万农村人口).
        large=frozenset(power for power, value in numerals.multipliers.items() if value >= 10_000),
        one=frozenset(numerals.one),
        digits=numerals.digits,
        powers=numerals.powers,
        vague=MappingProxyType({vague.word: vague.comparator for vague in numerals.vague}),
        tenths=numerals.tenths,
        tenths_not_before=frozenset(numerals.tenths_not_before),
        range=compile_pattern(any_word(numerals.range)),
        range_heads=frozenset(word[0] for word in numerals.range),
        per_heads=frozenset(word[0] for word in units.per),
        after_heads=frozenset(word[0] for word in after),
        units=MappingProxyType(table),
        longest_unit=max(map(len, table)),
        unit_heads=frozenset(word[0] for word in table),
        per=compile_pattern(rf"(?:{any_word(units.per)})(?:{any_word([*table, *split_words(units.per_words)])})"),
        before=MappingProxyType(before),
        longest_before=max(map(len, before)),
        before_tails=frozenset(word[-1] for word in before),
        not_before=tuple(comparators.not_before),
        after=MappingProxyType(after),
        longest_after=max(map(len, after)),
        words=MappingProxyType({word.word: WholeWord(_exact(word.value), table.get(word.unit, Unit(word.unit, "ratio")), word.aim) for word in numerals.words}),
    )


def _exact(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _number(numerals: Numerals, units: Units) -> Pattern:
    """Return the pattern of a number: a fraction's denominator, a vague head, figures or a numeral, more, multipliers.

    A power that begins a whole unit (千 of 千瓦) is not part of the number.
    """
    heads: dict[str, list[str]] = {}
    for word in split_words(units.whole):
        if word[0] in numerals.powers:
            heads.setdefault(word[0], []).append(word[1:])
    guard = "".join(f"(?!{head}(?:{any_word(rests)}))" for head, rests in heads.items())
    variants = "".join(numerals.variants)
    digit = f"[{numerals.digits}{variants}]"
    power = f"{guard}[{numerals.powers}{variants}]"
    # 两、三倍: two neighbouring digits name a small range, but at the head of a line the first is the line's number.
    pair = f"(?:(?<![\\n。;；]){numerals.digits_pair}(?={digit}))?"
    numeral = f"{pair}(?:{guard}[{numerals.digits}{numerals.powers}{variants}])+(?:{numerals.point}{digit}+)?"
    figures = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.·]\d+)?"
    more = f"[{''.join(numerals.more)}]"
    vague = any_of(f"{word.word}(?=[{word.powers}{''.join(key for key, value in numerals.variants.items() if value in word.powers)}])(?!.{numerals.part_of})" for word in numerals.vague)
    words = any_word(word.word for word in numerals.words)
    return compile_pattern(
        rf"(?P<word>{words})"
        rf"|(?:(?P<whole>[{numerals.digits}{numerals.powers}]+){numerals.part_of})?"
        rf"(?:(?P<figures>{figures})|(?P<vague>{vague})?(?P<numeral>{numeral}))"
        rf"(?P<some>[几数])?(?P<more>{more})?(?P<multiplier>(?:{power})*)(?P<more_behind>{more}(?!种|样|元化|方面|式|边|年来))?"
    )
