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
    tenths_not_before: Annotated[str, Meta(description="Letters before which that word means something else.")]
    decimals_after: Annotated[str, Meta(description="Letters behind which a decimal needs no unit (降至1.25).")]
    range: Annotated[Words, Meta(description="Between the two ends of a range.")]
    words: Annotated[list[NumberWord], Meta(description="Words that are a number with its unit.")]


FIGURES = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.·]\d+)?"


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
    digits_pair = compiler.piece(numerals.digits_pair, "numerals", "digits_pair")
    digit = f"[{digits}{variants}]"
    power = f"{guard}[{powers}{variants}]"
    # 两、三倍: two neighbouring digits name a small range, but at the head of a line the first is the line's number.
    pair = f"(?:(?<![\\n。;；]){digits_pair}(?={digit}))?"
    numeral = f"{pair}(?:{guard}[{digits}{powers}{variants}])+(?:{point}{digit}+)?"
    special = any_of(
        f"{letter}(?={compiler.piece(before, 'numerals', 'powers_before', letter)})"
        for letter, before in numerals.powers_before.items()
    )
    large = any_letter(large_powers(numerals))
    more = f"[{any_letter(numerals.more)}]"
    vague = any_of(_vague(word, numerals) + f"(?!.{part_of})" for word in numerals.vague)
    words = any_word(word.word for word in numerals.words)
    return compiler.pattern(
        rf"(?P<word>{words})"
        rf"|(?:(?P<whole>[{digits}{powers}]+){part_of})?"
        rf"(?:(?P<figures>{FIGURES})|(?P<vague>{vague})?(?P<numeral>{numeral}))"
        rf"(?P<some>[{any_letter(numerals.some)}])?(?P<more>{more})?(?P<multiplier>(?:{power}|{special})*)"
        rf"(?P<rest>(?<=[{large}])(?:(?:{FIGURES})(?:{power})*)+)?"
        rf"(?P<more_behind>{more}(?!{any_word(split_words(numerals.more_not_before))}))?",
        "numerals",
    )


def large_powers(numerals: Numerals) -> frozenset[str]:
    return frozenset(power for power, value in numerals.multipliers.items() if value >= 10_000)


def _vague(word: Vague, numerals: Numerals) -> str:
    variants = (key for key, value in numerals.variants.items() if value in word.powers)
    return f"{regex.escape(word.word)}(?=[{any_letter(word.powers)}{any_letter(variants)}])"
