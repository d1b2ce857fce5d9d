"""diff.yaml: the words by which two documents are compared; its structure."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .field_types import Fraction, Regex, RuleFileModel, Strict, Words


class UnitWords(Strict):
    """Units that measure the same."""

    convert: Annotated[
        dict[str, dict[str, Fraction]], Meta(description="Unit: other unit: how many of the first it is.")
    ]
    count: Annotated[list[list[str]], Meta(description="Measure words that stand for one another.")]


class DeadlineWords(Strict):
    """When a deadline moves on with the document."""

    named: Regex
    own_year: Regex
    this_year: Words


class AuditPatterns(Strict):
    """How reported figures say of which time they are, and that a target was not reached."""

    years: Regex
    since: Annotated[Regex, Meta(description="With a group named year.")]
    total: Regex
    growth: Regex
    of_target: Regex
    claimed: Regex
    failed: Regex


class DiffRules(RuleFileModel, kw_only=True):
    """What the comparison of two years knows about the language."""

    synonyms: Annotated[dict[str, Words], Meta(description="Other names of one thing.")]
    fillers: Annotated[Words, Meta(description="Words that tell two indicators not apart.")]
    contrasts: Annotated[list[str], Meta(description="Words of which two different ones never mean the same.")]
    generic: Annotated[Words, Meta(description="Nouns that say too little alone.")]
    units: UnitWords
    deadlines: DeadlineWords
    audit: AuditPatterns
