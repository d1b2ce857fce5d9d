"""What a quantity looks like: numerals.yaml, units.yaml and comparators.yaml, compiled together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..record import Comparator
from .comparators import ComparatorPatterns, Comparators, compile_comparators
from .compiler import Compiler
from .numerals import Numerals, WholeWord, check_letters, figures_pattern, large_powers, number_pattern, whole_words
from .patterns import Pattern, any_letter, any_word, split_words
from .units import Unit, Units, compile_units


@dataclass(frozen=True, slots=True)
class QuantityPatterns:
    """All that is needed to read quantities. The mappings are by word; their `longest` is the longest word's length."""

    number: Pattern
    rest: Pattern
    multipliers: Mapping[str, int]
    variants: Mapping[int, str]
    zeros: Mapping[int, str]
    variant_letters: frozenset[str]
    one: frozenset[str]
    large: frozenset[str]
    digits: str
    numeral_letters: frozenset[str]
    more_letters: frozenset[str]
    powers: str
    vague: Mapping[str, Comparator]
    tenths: str
    half: str
    half_not_before: frozenset[str]
    tenths_not_before: frozenset[str]
    decimals_after: frozenset[str]
    range: Pattern
    range_heads: frozenset[str]
    range_pairs: tuple[str, ...]
    range_close: tuple[str, ...]
    lists: Pattern
    longest_list: int
    list_letters: frozenset[str]
    numbering: frozenset[str]
    list_heads: frozenset[str]
    signs: tuple[str, ...]
    sign_tails: frozenset[str]
    signs_after: frozenset[str]
    other: Pattern
    per_heads: frozenset[str]
    units: Mapping[str, Unit]
    longest_unit: int
    unit_heads: frozenset[str]
    begun_words: frozenset[str]
    begun_heads: frozenset[str]
    line_words: tuple[str, ...]
    per: Pattern
    bracketed: Pattern
    bracket_gap: Pattern
    unit_named: Pattern
    parts: Mapping[str, Mapping[str, int]]
    numeral_heads: frozenset[str]
    comparators: ComparatorPatterns
    reaching: frozenset[str]
    passing: frozenset[str]
    words: Mapping[str, WholeWord]


def compile_quantities(
    numerals: Numerals, units: Units, comparators: Comparators, compiler: Compiler
) -> QuantityPatterns:
    """Compile the three files into one set of patterns and tables; what is wrong is kept in ``compiler``."""
    table = compile_units(units, compiler)
    range_words, per = split_words(numerals.range), split_words(units.per)
    begun = split_words(units.begun_words)
    check_letters(numerals, compiler)
    closed, lists = split_words(numerals.range_pairs), split_words(numerals.lists)
    signs = split_words(numerals.signs)
    bracket_head = compiler.piece(units.bracket_head, "units", "bracket_head")
    caption = compiler.piece(units.caption, "units", "caption")
    compared = compile_comparators(comparators, compiler)
    return QuantityPatterns(
        number=number_pattern(numerals, units, compiler),
        rest=compiler.pattern(
            rf"(?P<figures>{figures_pattern(numerals)})(?P<multiplier>[{any_letter(numerals.multipliers)}]*)"
            rf"(?:[{any_letter(numerals.more)}](?P<later>[{any_letter(numerals.multipliers)}]+))?",
            "numerals",
        ),
        multipliers=MappingProxyType(numerals.multipliers),
        variant_letters=frozenset([*numerals.variants, *numerals.capitals]),
        variants=MappingProxyType(str.maketrans({**numerals.variants, **numerals.capitals})),
        zeros=MappingProxyType(dict.fromkeys(map(ord, numerals.zeros), "0")),
        # Ten thousand and a hundred million: with them a number needs no measure word (3200万农村人口).
        large=large_powers(numerals),
        one=frozenset(numerals.one),
        digits=numerals.digits,
        numeral_letters=frozenset(numerals.digits + numerals.powers).union(numerals.variants),
        powers=numerals.powers,
        more_letters=frozenset(numerals.more),
        vague=MappingProxyType({vague.word: vague.comparator for vague in numerals.vague}),
        tenths=numerals.tenths,
        half=numerals.half,
        half_not_before=frozenset(numerals.half_not_before),
        tenths_not_before=frozenset(numerals.tenths_not_before),
        decimals_after=frozenset(numerals.decimals_after),
        range=compiler.pattern(any_word(range_words), "numerals", "range"),
        range_heads=frozenset(word[0] for word in [*range_words, *closed]),
        range_pairs=tuple(closed),
        range_close=tuple(split_words(numerals.range_close)),
        longest_list=max(map(len, lists), default=0),
        list_letters=frozenset("".join([*lists, *numerals.multipliers]) + ".,%"),
        numbering=frozenset(numerals.numbering),
        lists=compiler.pattern(any_word(lists), "numerals", "lists"),
        list_heads=frozenset(word[0] for word in lists),
        signs=tuple(signs),
        sign_tails=frozenset(word[-1] for word in signs),
        signs_after=frozenset(numerals.signs_after),
        per_heads=frozenset(word[0] for word in per),
        units=MappingProxyType(table),
        longest_unit=max(map(len, table), default=0),
        unit_heads=frozenset(word[0] for word in table),
        begun_words=frozenset(begun),
        begun_heads=frozenset(word[0] for word in begun),
        line_words=tuple(split_words(units.line_words)),
        other=compiler.pattern(rf"\((?:{any_word([*table])})\)", "units", "count"),
        per=compiler.pattern(
            rf"(?:{any_word(per)})(?:{any_word([*table, *split_words(units.per_words)])})", "units", "per"
        ),
        unit_named=compiler.pattern(rf"(?r)(?P<open>\()(?:{bracket_head})?|(?:{caption})", "units", "caption"),
        bracketed=compiler.pattern(
            rf"(?:{bracket_head})?(?P<power>[{any_letter(numerals.powers)}]*)(?P<unit>[^/()]*)(?P<per>/[^\d()]{{1,8}})?",
            *("units", "bracket_head"),
        ),
        bracket_gap=compiler.pattern(compiler.piece(units.bracket_gap, "units", "bracket_gap"), "units", "bracket_gap"),
        parts=MappingProxyType({unit: MappingProxyType(parts) for unit, parts in units.parts.items()}),
        numeral_heads=frozenset("0123456789" + numerals.digits),
        comparators=compared,
        reaching=compared.reaching,
        passing=compared.passing,
        words=MappingProxyType(whole_words(numerals, table, compiler)),
    )
