"""What may stand in labels.yaml."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from .common import About, Id, Length, Regex, RuleFileModel, Strict, Words


class Label(Strict):
    """A form of number that is no quantity."""

    id: Id
    about: About = ""
    pattern: Regex = ""
    chinese: Annotated[bool, Meta(description="Only for Chinese numerals.")] = False
    unitless: Annotated[bool, Meta(description="Only for numbers without a unit.")] = False
    max: Annotated[float | None, Meta(description="Only for numbers up to this.")] = None
    value: Annotated[float | None, Meta(description="Only for this number.")] = None
    units: Annotated[Words, Meta(description="Only for numbers with one of these units.")] = msgspec.field(
        default_factory=list
    )
    not_units: Annotated[Words, Meta(description="Not for numbers with one of these units.")] = msgspec.field(
        default_factory=list
    )
    unless: Annotated[Regex | None, Meta(description="Not where this is found before the number.")] = None
    length: Annotated[Length | None, Meta(description="The longest quoted name, in letters.")] = None
    off: bool = False


class Labels(RuleFileModel, kw_only=True):
    """Numbers that are no quantities: names, ordinals, grades, articles."""

    names: Annotated[Words, Meta(description="Words with a numeral in them that count nothing.")]
    before: Annotated[list[Label], Meta(description="Matched up to the number.")]
    after: Annotated[list[Label], Meta(description="Matched from the number's unit on, or from its end.")]
    around: list[Label]
