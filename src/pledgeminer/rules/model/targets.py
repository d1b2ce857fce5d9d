"""What may stand in targets.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ...record import Aim, Comparator
from .common import About, Id, Regex, RuleFileModel, Strict, UnitFilter


class Example(Strict):
    """A text and what a rule makes of a number in it; ``quantity`` says which number where there are several."""

    text: str
    quantity: str | None = None
    indicator: str | None = None
    aim: Aim | None = None


class TargetRule(Strict):
    """One way to say a target."""

    id: Id
    about: About = ""
    pattern: Annotated[
        Regex,
        Meta(
            description="Over marks: <Q> the number, <q> another one, <n> plain text, <T> a time, "
            "<Y> a recurrence, the classes of words.yaml, and the macros."
        ),
    ] = ""
    aim: Annotated[
        Aim | Literal["inherit", "level"],
        Meta(
            description="inherit: that of the number before; level: reach for a level, else that of the number before."
        ),
    ] = "inherit"
    comparator: Annotated[
        Comparator | None, Meta(description="The comparator of a number that has no word for it.")
    ] = None
    unit: Annotated[
        list[UnitFilter], Meta(description="The kinds of units that it is for; without it all but duration.")
    ] = msgspec.field(default_factory=list)
    compared: Annotated[bool, Meta(description="Only for numbers with a comparator.")] = False
    skip: Annotated[bool, Meta(description="The number is left out.")] = False
    awaits: Annotated[bool, Meta(description="What is done may stand behind a comma.")] = False
    unless_level: Annotated[bool, Meta(description="Not where the indicator turns out to be a level.")] = False
    fallback: Annotated[bool, Meta(description="A rule of last resort; `rules coverage` lists what it takes.")] = False
    examples: list[Example] = msgspec.field(default_factory=list)
    counterexamples: Annotated[list[str], Meta(description="Texts of which the rule must claim no number.")] = (
        msgspec.field(default_factory=list)
    )
    off: bool = False


class Trim(Strict):
    """What is cut off the ends of an indicator."""

    leading: Regex
    trailing: Regex


class Targets(RuleFileModel, kw_only=True):
    """How a number is said to be a target: rules over marked clauses."""

    macros: Annotated[dict[str, Regex], Meta(description="Pieces of patterns, put in as <name>.")]
    trim: Trim
    level_nouns: Annotated[Regex, Meta(description="Nouns that name a level.")]
    dependent: Annotated[Regex, Meta(description="Nouns that are nothing without the one before.")]
    rates: Annotated[Regex, Meta(description="Ends that name a rate of change.")]
    replaced: Annotated[Regex, Meta(description="The end of the one before that such a noun replaces.")]
    modifier: Annotated[Regex, Meta(description="A modifier before a shared head.")]
    unowed: Annotated[Regex, Meta(description="What nobody undertakes.")]
    joint: Annotated[Regex, Meta(description="Between two indicators that share a predicate.")]
    shared: Annotated[Regex, Meta(description="What the last of them says for all.")]
    rules: Annotated[list[TargetRule], Meta(description="Tried from top to bottom; the first that fits wins.")]
