"""numerals.yaml: how a number is written; its structure, and the pattern of a number that it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import regex
from msgspec import Meta

from ..record import Aim, Comparator
from .compiler import Compiler
from .field_types import Letter, Regex, RuleFileModel, Strict, Words
from .patterns import Pattern, any_letter, any_of, any_word, split_words
from .units import Unit, Units


class NumberWord(Strict):
    """A word that is a whole number with its unit."""

    word: str
    value: float
    unit: str
    aim: Aim | None = None


class Vague(Strict):
    """A word that makes a number of the power behind it (数千, 上百)."""

    word: str
    powers: str
    comparator: Comparator


class Numerals(RuleFileModel, kw_only=True):
    """How a number is written."""

    digits: Annotated[str, Meta(min_length=1, description="The Chinese digits.")]
    digit_before_powers: Annotated[
        Letter, Meta(description="A digit that within a numeral is one only before a power.")
    ]
    zeros: Annotated[str, Meta(min_length=1, description="Letters that stand for a 0 among figures (1〇所).")]
    capitals: Annotated[dict[Letter, Letter], Meta(description="The capitals of accounts and what they are read as.")]
    digits_pair: Annotated[Regex, Meta(description="The first of two neighbouring digits (两、三倍).")]
    one: Annotated[str, Meta(min_length=1, description="The digit that is an article more often than a number.")]
    powers: Annotated[str, Meta(min_length=1, description="The powers that a Chinese numeral is built with.")]
    variants: Annotated[dict[Letter, str], Meta(description="Letters read as others (兩: 两).")]
    point: Annotated[str, Meta(min_length=1, description="The decimal point of Chinese numerals.")]
    multipliers: Annotated[
        dict[Letter, Annotated[int, Meta(ge=1)]], Meta(description="What a power behind a number multiplies it by.")
    ]
    powers_before: Annotated[dict[Letter, Regex], Meta(description="Powers that are one only before what this fits.")]
    more: Annotated[list[Letter], Meta(min_length=1, description="Behind a number: more than (90余万).")]
    some: Annotated[str, Meta(min_length=1, description="Digits left open between number and multiplier (十几万).")]
    more_not_before: Annotated[Words, Meta(description="Where one of these follows, 多 is part of a word (多样).")]
    vague: Annotated[list[Vague], Meta(description="Words that stand for a digit before a power.")]
    part_of: Annotated[str, Meta(min_length=1, description="Between denominator and numerator.")]
    tenths: Annotated[Letter, Meta(description="Tenths of a whole (三成).")]
    half: Annotated[Letter, Meta(description="Half of another tenth, behind tenths (七成半).")]
    half_before: Annotated[Regex, Meta(description="Before this, half is a number of its own (半个工作日).")]
    half_not_before: Annotated[str, Meta(description="Letters before which half behind a unit begins a word.")]
    tenths_not_before: Annotated[str, Meta(description="Letters before which that word means something else.")]
    decimals_after: Annotated[str, Meta(description="Letters behind which a decimal needs no unit (降至1.25).")]
    range_pairs: Annotated[Words, Meta(description="They join two ends only with `range_close` behind them.")]
    range_close: Annotated[Words, Meta(description="Behind the two ends of such a range (之间).")]
    lists: Annotated[Words, Meta(description="Between the numbers of a list.")]
    numbering: Annotated[str, Meta(description="Letters before a list of numbers that count nothing (第1、2批).")]
    signs: Annotated[Words, Meta(description="Before a number below zero.")]
    signs_after: Annotated[str, Meta(description="Letters behind which a sign of one letter is a sign.")]
    range: Annotated[Words, Meta(description="Between the two ends of a range.")]
    words: Annotated[list[NumberWord], Meta(description="Words that are a number with its unit.")]


def figures_pattern(numerals: Numerals) -> str:
    """Return the pattern of figures: with thousands separators, either decimal point, letters for a 0 among them."""
    zeros = any_letter(numerals.zeros)
    return rf"\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d(?:\d|[{zeros}])*(?:[.·]\d+)?"


@dataclass(frozen=True, slots=True)
class WholeWord:
    """A word that is a whole number with its unit."""

    value: int | float
    unit: Unit
    aim: Aim | None


def whole_words(numerals: Numerals, table: Mapping[str, Unit], compiler: Compiler) -> dict[str, WholeWord]:
    words = {}
    for number, word in enumerate(numerals.words):
        if word.unit and word.unit not in table:
            compiler.wrong(
                f"there is no unit {word.unit}",
                compiler.place("numerals", "words", number, "unit"),
                "add it to units.yaml",
            )
        words[word.word] = WholeWord(_exact(word.value), table.get(word.unit, Unit(word.unit, "ratio")), word.aim)
    return words


def _exact(value: float) -> int | float:
    return int(value) if value == int(value) else value


def number_pattern(numerals: Numerals, units: Units, compiler: Compiler) -> Pattern:
    """Return the pattern of a number: a fraction's denominator, a vague head, figures or a numeral, more, multipliers.

    Behind a power more may follow (3亿6,000万, 1千零20). A power that begins a whole unit (千 of 千瓦) is not part of
    the number.
    """
    heads: dict[str, list[str]] = {}
    for word in split_words(units.whole):
        if word[0] in numerals.powers:
            heads.setdefault(word[0], []).append(word[1:])
    guard = "".join(f"(?!{head}(?:{any_word(rests)}))" for head, rests in heads.items())
    digits, powers = any_letter(numerals.digits), any_letter(numerals.powers)
    part_of = regex.escape(numerals.part_of)
    power = f"{guard}[{powers}{any_letter(_variants_of(numerals, numerals.powers))}]"
    special = any_of(
        f"{letter}(?={compiler.piece(before, 'numerals', 'powers_before', letter)})"
        for letter, before in numerals.powers_before.items()
    )
    large, behind = any_letter(large_powers(numerals)), any_letter(numerals.multipliers)
    more = f"[{any_letter(numerals.more)}]"
    vague = any_of(_vague(word, numerals) + f"(?!.{part_of})" for word in numerals.vague)
    words = any_word(word.word for word in numerals.words)
    figures, zero = figures_pattern(numerals), f"[{any_letter(_zeros(numerals))}]"
    half = f"{numerals.half}(?={compiler.piece(numerals.half_before, 'numerals', 'half_before')})"
    # Behind a small power a number goes on only with a zero or another power: 3千500 may be two numbers.
    goes_on = rf"(?:(?<=[{large}])|(?={zero})|(?=(?:{figures}){power}))"
    return compiler.pattern(
        rf"(?P<word>{words})"
        rf"|(?:(?P<whole>[{digits}{powers}]+){part_of})?"
        rf"(?:(?P<figures>{figures})|(?P<vague>{vague})?(?P<numeral>{_numeral(numerals, guard, compiler)})"
        rf"|(?P<halved>{half}))"
        rf"(?P<some>[{any_letter(numerals.some)}])?(?P<more>{more})?(?P<multiplier>(?:{power}|{special})*)"
        rf"(?P<rest>(?<=[{behind}]){goes_on}(?:{zero}?(?:{figures})(?:{power})*(?:{more}(?:{power})+)?)+)?"
        rf"(?P<more_behind>{more}(?!{any_word(split_words(numerals.more_not_before))}))?",
        "numerals",
    )


def _numeral(numerals: Numerals, guard: str, compiler: Compiler) -> str:
    """Return the pattern of a numeral in letters: digits and powers, two neighbouring digits, capitals of accounts."""
    digits, powers, late = numerals.digits, numerals.powers, numerals.digit_before_powers
    letters = any_letter([*(digits + powers).replace(late, ""), *numerals.variants])
    variants, point = any_letter(numerals.variants), regex.escape(numerals.point)
    digits_pair = compiler.piece(numerals.digits_pair, "numerals", "digits_pair")
    digit = f"[{any_letter(digits)}{variants}]"
    # 两、三倍: two neighbouring digits name a small range, but at the head of a line the first is the line's number.
    pair = f"(?:(?<![\\n。;；]){digits_pair}(?={digit}))?"
    later = f"{guard}(?:[{letters}]|{late}(?=[{any_letter(powers)}])|(?<=[{any_letter(numerals.one)}]){late})"
    capital = {value: [key for key, read in numerals.capitals.items() if read in value] for value in (digits, powers)}
    first, raised = (
        any_letter(capital[digits]),
        any_letter([*capital[powers], *powers, *_variants_of(numerals, powers)]),
    )
    zero = any_letter(_zeros(numerals))
    capitals = f"[{first}](?:[{raised}]{{1,3}}[{zero}]?[{first}]?)+"
    return f"{capitals}|{pair}{guard}[{late}{letters}](?:{later})*(?:{point}{digit}+)?"


def _variants_of(numerals: Numerals, letters: str) -> list[str]:
    """Return the variants that are read as one of ``letters``."""
    return [key for key, value in numerals.variants.items() if value in letters]


def _zeros(numerals: Numerals) -> list[str]:
    """Return the letters of a zero: those among figures, and what the variants say is one of them."""
    return [*numerals.zeros, *(value for key, value in numerals.variants.items() if key in numerals.zeros)]


def check_letters(numerals: Numerals, compiler: Compiler) -> None:
    """Keep an error for each letter that one list reads as another that no list has, so that no number is lost."""
    known = frozenset(numerals.digits + numerals.powers)
    for key in ("variants", "capitals"):
        for letter, read in getattr(numerals, key).items():
            if not known.issuperset(read):
                place = compiler.place("numerals", key, letter)
                compiler.wrong(f"{letter} is read as {read}, which is no digit or power", place, "add it to digits")
    for power in numerals.powers:
        if power not in numerals.multipliers:
            place = compiler.place("numerals", "powers")
            compiler.wrong(f"the power {power} has no multiplier", place, f"add {power} to multipliers")
    for letter in numerals.zeros:
        if letter not in numerals.variants and letter not in numerals.digits:
            place = compiler.place("numerals", "zeros")
            compiler.wrong(f"{letter} is no digit", place, f"add {letter} to digits or variants")
    if numerals.digit_before_powers not in numerals.digits:
        place = compiler.place("numerals", "digit_before_powers")
        compiler.wrong(f"{numerals.digit_before_powers} is no digit", place, "write one of digits")


def large_powers(numerals: Numerals) -> frozenset[str]:
    return frozenset(power for power, value in numerals.multipliers.items() if value >= 10_000)


def _vague(word: Vague, numerals: Numerals) -> str:
    variants = (key for key, value in numerals.variants.items() if value in word.powers)
    return f"{regex.escape(word.word)}(?=[{any_letter(word.powers)}{any_letter(variants)}])"
