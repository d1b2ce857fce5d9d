"""What may stand in numerals.yaml."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ...record import Aim, Comparator
from .common import Letter, Regex, RuleFileModel, Strict, Words


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
