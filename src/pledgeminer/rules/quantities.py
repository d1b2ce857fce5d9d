"""What a quantity looks like: numerals.yaml, units.yaml and comparators.yaml, compiled together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..record import Comparator
from .comparators import Comparators, comparator_words
from .compiler import Compiler
from .numerals import FIGURES, Numerals, WholeWord, large_powers, number_pattern, whole_words
from .patterns import Pattern, any_letter, any_word, split_words
from .units import Unit, Units, compile_units


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


def compile_quantities(
    numerals: Numerals, units: Units, comparators: Comparators, compiler: Compiler
) -> QuantityPatterns:
    """Compile the three files into one set of patterns and tables; what is wrong is kept in ``compiler``."""
    table = compile_units(units, compiler)
    before = comparator_words(comparators.before, "before", compiler)
    after = comparator_words(comparators.after, "after", compiler)
    over = split_words(comparators.over)
    range_words, per = split_words(numerals.range), split_words(units.per)
    for power in numerals.powers:
        if power not in numerals.multipliers:
            compiler.wrong(
                f"the power {power} has no multiplier",
                compiler.place("numerals", "powers"),
                f"add {power} to multipliers",
            )
    return QuantityPatterns(
        number=number_pattern(numerals, units, compiler),
        rest=compiler.pattern(
            rf"(?P<figures>{FIGURES})(?P<multiplier>[{any_letter(numerals.multipliers)}]*)", "numerals"
        ),
        multipliers=MappingProxyType(numerals.multipliers),
        variant_letters=frozenset(numerals.variants),
        variants=MappingProxyType(str.maketrans(numerals.variants)),
        # Ten thousand and a hundred million: with them a number needs no measure word (3200万农村人口).
        large=large_powers(numerals),
        one=frozenset(numerals.one),
        digits=numerals.digits,
        numeral_letters=frozenset(numerals.digits + numerals.powers).union(numerals.variants),
        powers=numerals.powers,
        vague=MappingProxyType({vague.word: vague.comparator for vague in numerals.vague}),
        tenths=numerals.tenths,
        half=numerals.half,
        tenths_not_before=frozenset(numerals.tenths_not_before),
        decimals_after=frozenset(numerals.decimals_after),
        range=compiler.pattern(any_word(range_words), "numerals", "range"),
        range_heads=frozenset(word[0] for word in range_words),
        per_heads=frozenset(word[0] for word in per),
        after_heads=frozenset(word[0] for word in after),
        units=MappingProxyType(table),
        longest_unit=max(map(len, table), default=0),
        unit_heads=frozenset(word[0] for word in table),
        other=compiler.pattern(rf"\((?:{any_word([*table])})\)", "units", "count"),
        per=compiler.pattern(
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
        words=MappingProxyType(whole_words(numerals, table, compiler)),
    )
