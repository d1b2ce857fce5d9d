"""The compiled form of numerals.yaml, units.yaml and comparators.yaml: what a quantity looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import regex

from ..record import Aim, Comparator
from .model import Comparators, Numerals, UnitKind, Units, Vague
from .patterns import Pattern, any_letter, any_of, any_word, split_words
from .workshop import Workshop


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
    rest: Pattern
    multipliers: Mapping[str, int]
    variants: Mapping[int, str]
    variant_letters: frozenset[str]
    one: frozenset[str]
    large: frozenset[str]
    digits: str
    numeral_letters: frozenset[str]
    powers: str
    vague: Mapping[str, Comparator]
    tenths: str
    half: str
    tenths_not_before: frozenset[str]
    decimals_after: frozenset[str]
    range: Pattern
    range_heads: frozenset[str]
    other: Pattern
    per_heads: frozenset[str]
    after_heads: frozenset[str]
    units: Mapping[str, Unit]
    longest_unit: int
    unit_heads: frozenset[str]
    per: Pattern
    before: Mapping[str, Comparator]
    longest_before: int
    reaching: frozenset[str]
    before_tails: frozenset[str]
    not_before: tuple[str, ...]
    over: tuple[str, ...]
    over_tails: frozenset[str]
    after: Mapping[str, Comparator]
    longest_after: int
    words: Mapping[str, WholeWord]


def compile_quantities(numerals: Numerals, units: Units, comparators: Comparators, shop: Workshop) -> QuantityPatterns:
    """Compile the three files into one set of patterns and tables; what is wrong is kept in ``shop``."""
    table = _units(units, shop)
    before = _compared(comparators.before, "before", shop)
    after = _compared(comparators.after, "after", shop)
    over = split_words(comparators.over)
    range_words, per = split_words(numerals.range), split_words(units.per)
    for power in numerals.powers:
        if power not in numerals.multipliers:
            shop.wrong(
                f"the power {power} has no multiplier", shop.place("numerals", "powers"), f"add {power} to multipliers"
            )
    return QuantityPatterns(
        number=_number(numerals, units, shop),
        rest=shop.pattern(rf"(?P<figures>{_FIGURES})(?P<multiplier>[{any_letter(numerals.multipliers)}]*)", "numerals"),
        multipliers=MappingProxyType(numerals.multipliers),
        variant_letters=frozenset(numerals.variants),
        variants=MappingProxyType(str.maketrans(numerals.variants)),
        # Ten thousand and a hundred million: with them a number needs no measure word (3200万农村人口).
        large=_large(numerals),
        one=frozenset(numerals.one),
        digits=numerals.digits,
        numeral_letters=frozenset(numerals.digits + numerals.powers).union(numerals.variants),
        powers=numerals.powers,
        vague=MappingProxyType({vague.word: vague.comparator for vague in numerals.vague}),
        tenths=numerals.tenths,
        half=numerals.half,
        tenths_not_before=frozenset(numerals.tenths_not_before),
        decimals_after=frozenset(numerals.decimals_after),
        range=shop.pattern(any_word(range_words), "numerals", "range"),
        range_heads=frozenset(word[0] for word in range_words),
        per_heads=frozenset(word[0] for word in per),
        after_heads=frozenset(word[0] for word in after),
        units=MappingProxyType(table),
        longest_unit=max(map(len, table), default=0),
        unit_heads=frozenset(word[0] for word in table),
        other=shop.pattern(rf"\((?:{any_word([*table])})\)", "units", "count"),
        per=shop.pattern(
            rf"(?:{any_word(per)})(?:{any_word([*table, *split_words(units.per_words)])})", "units", "per"
        ),
        before=MappingProxyType(before),
        longest_before=max(map(len, before), default=0),
        reaching=frozenset(split_words(comparators.reaching)),
        before_tails=frozenset(word[-1] for word in before),
        not_before=tuple(split_words(comparators.not_before)),
        over=tuple(sorted(over, key=len, reverse=True)),
        over_tails=frozenset(word[-1] for word in over),
        after=MappingProxyType(after),
        longest_after=max(map(len, after), default=0),
        words=MappingProxyType(_whole_words(numerals, table, shop)),
    )


def _units(units: Units, shop: Workshop) -> dict[str, Unit]:
    kinds: dict[UnitKind, list[str]] = {
        "count": units.count,
        "measure": units.measure,
        "money": units.money,
        "ratio": units.ratio,
        "duration": units.duration,
    }
    shop.one_list_each({("units", kind): lists for kind, lists in kinds.items()})
    return {
        word: Unit(units.named.get(word, word), kind) for kind, lists in kinds.items() for word in split_words(lists)
    }


def _compared(lists: dict[Comparator, list[str]], where: str, shop: Workshop) -> dict[str, Comparator]:
    shop.one_list_each({("comparators", where, comparator): words for comparator, words in lists.items()})
    return {word: comparator for comparator, words in lists.items() for word in split_words(words)}


def _whole_words(numerals: Numerals, table: Mapping[str, Unit], shop: Workshop) -> dict[str, WholeWord]:
    words = {}
    for number, word in enumerate(numerals.words):
        if word.unit and word.unit not in table:
            shop.wrong(
                f"there is no unit {word.unit}", shop.place("numerals", "words", number, "unit"), "add it to units.yaml"
            )
        words[word.word] = WholeWord(_exact(word.value), table.get(word.unit, Unit(word.unit, "ratio")), word.aim)
    return words


def _exact(value: float) -> int | float:
    return int(value) if value == int(value) else value


_FIGURES = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.·]\d+)?"


def _number(numerals: Numerals, units: Units, shop: Workshop) -> Pattern:
    """Return the pattern of a number: a fraction's denominator, a vague head, figures or a numeral, more, multipliers.

    Behind a large power more may follow (3亿6,000万). A power that begins a whole unit (千 of 千瓦) is not part of the
    number.
    """
    heads: dict[str, list[str]] = {}
    for word in split_words(units.whole):
        if word[0] in numerals.powers:
            heads.setdefault(word[0], []).append(word[1:])
    guard = "".join(f"(?!{head}(?:{any_word(rests)}))" for head, rests in heads.items())
    variants = any_letter(numerals.variants)
    digits, powers = any_letter(numerals.digits), any_letter(numerals.powers)
    point, part_of = regex.escape(numerals.point), regex.escape(numerals.part_of)
    digits_pair = shop.piece(numerals.digits_pair, "numerals", "digits_pair")
    digit = f"[{digits}{variants}]"
    power = f"{guard}[{powers}{variants}]"
    # 两、三倍: two neighbouring digits name a small range, but at the head of a line the first is the line's number.
    pair = f"(?:(?<![\\n。;；]){digits_pair}(?={digit}))?"
    numeral = f"{pair}(?:{guard}[{digits}{powers}{variants}])+(?:{point}{digit}+)?"
    special = any_of(
        f"{letter}(?={shop.piece(before, 'numerals', 'powers_before', letter)})"
        for letter, before in numerals.powers_before.items()
    )
    large = any_letter(_large(numerals))
    more = f"[{any_letter(numerals.more)}]"
    vague = any_of(_vague(word, numerals) + f"(?!.{part_of})" for word in numerals.vague)
    words = any_word(word.word for word in numerals.words)
    return shop.pattern(
        rf"(?P<word>{words})"
        rf"|(?:(?P<whole>[{digits}{powers}]+){part_of})?"
        rf"(?:(?P<figures>{_FIGURES})|(?P<vague>{vague})?(?P<numeral>{numeral}))"
        rf"(?P<some>[{any_letter(numerals.some)}])?(?P<more>{more})?(?P<multiplier>(?:{power}|{special})*)"
        rf"(?P<rest>(?<=[{large}])(?:(?:{_FIGURES})(?:{power})*)+)?"
        rf"(?P<more_behind>{more}(?!{any_word(split_words(numerals.more_not_before))}))?",
        "numerals",
    )


def _large(numerals: Numerals) -> frozenset[str]:
    return frozenset(power for power, value in numerals.multipliers.items() if value >= 10_000)


def _vague(word: Vague, numerals: Numerals) -> str:
    variants = (key for key, value in numerals.variants.items() if value in word.powers)
    return f"{regex.escape(word.word)}(?=[{any_letter(word.powers)}{any_letter(variants)}])"
