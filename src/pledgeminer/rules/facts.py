"""facts.yaml: what a document states of itself, its title, issuer and date; its structure and its compiled form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from msgspec import Meta

from .bodies import Bodies
from .compiler import Compiler
from .field_types import Month, Regex, RuleFileModel, Words
from .patterns import Pattern, any_letter, any_word
from .times import Times, day_piece


class FactRules(RuleFileModel, kw_only=True):
    """What a document states of itself."""

    kinds: Annotated[Words, Meta(description="What the title of an official document ends with.")]
    beside_title: Annotated[Regex, Meta(description="A line at the head that is no part of the title.")]
    named_title: Annotated[Regex, Meta(description="A line that names the title, as group `title`.")]
    no_title: Annotated[Regex, Meta(description="Found in a line that is no title.")]
    published: Annotated[Regex, Meta(description="What stands before the day on which a page was put up.")]
    clock: Annotated[Regex, Meta(description="A time of the day behind such a day.")]
    imprint: Annotated[Regex, Meta(description="The imprint of a newspaper, with {date}.")]
    dated_title: Annotated[Regex, Meta(description="A line of the title with the day ({date}).")]
    not_behind: Annotated[Regex, Meta(description="Behind a day that is not the document's.")]
    not_before: Annotated[Regex, Meta(description="Before a day that is not the document's.")]
    months: Annotated[dict[str, Month], Meta(description="Other words for the number of a month (元月).")]
    name_days: Annotated[list[Regex], Meta(description="Days in names of files: groups year, month and day.")]
    name_year: Annotated[Regex, Meta(description="A year in the name of a file, as group `year`.")]
    plan_heading: Annotated[Regex, Meta(description="A heading over what is to be done in a year: group year.")]
    no_plan_year: Annotated[Regex, Meta(description="Found in a title whose year is reported on.")]
    issuer: Annotated[Regex, Meta(description="What stands before the ending of an issuer's name.")]
    issuer_endings: Annotated[Words, Meta(description="Endings of issuers' names besides those of bodies.yaml.")]
    joint: Annotated[Regex, Meta(description="Between the names of bodies that issue together.")]
    others: Annotated[Regex, Meta(description="Behind the first of several issuers (等4部门).")]
    title_issuer: Annotated[Regex, Meta(description="The issuers at the head of a title, as group `bodies`.")]
    decree: Annotated[Regex, Meta(description="The body by whose order a rule holds, as group `bodies`.")]
    speaks_for: Annotated[Regex, Meta(description="A speaker for a body, the group `bodies`.")]
    stated_issuer: Annotated[Regex, Meta(description="A line that names the issuer, as group `bodies`.")]
    addressee: Annotated[Regex, Meta(description="At the beginning of a name to which a notice is sent.")]
    no_signature: Annotated[Regex, Meta(description="Found in a line that is no signature.")]


@dataclass(frozen=True, slots=True)
class FactPatterns:
    """Patterns over folded lines.

    ``day_line`` is a line that is a day and nothing else, ``issuer`` the whole name of one body, ``signed`` a body and
    a day on one line (group ``bodies``); the others are those of facts.yaml.
    """

    kind: Pattern
    beside_title: Pattern
    named_title: Pattern
    no_title: Pattern
    published: Pattern
    clock: Pattern
    imprint: Pattern
    dated_title: Pattern
    day_line: Pattern
    signed: Pattern
    not_behind: Pattern
    not_before: Pattern
    months: Mapping[str, int]
    name_days: tuple[Pattern, ...]
    name_year: Pattern
    plan_heading: Pattern
    no_plan_year: Pattern
    issuer: Pattern
    joint: Pattern
    others: Pattern
    title_issuer: Pattern
    decree: Pattern
    speaks_for: Pattern
    stated_issuer: Pattern
    addressee: Pattern
    no_signature: Pattern


def compile_facts(rules: FactRules, bodies: Bodies, times: Times, compiler: Compiler) -> FactPatterns:
    """Compile facts.yaml; the faults of its patterns are kept in ``compiler``."""
    day = day_piece(times, compiler)
    year = f"(?:{compiler.piece(times.year, 'times', 'year')})"

    def piece(name: str, text: str = "") -> str:
        return compiler.piece(text or getattr(rules, name), "facts", name, groups=True)

    def whole(text: str) -> Pattern:
        return compiler.pattern(text, "facts")

    def filled(name: str) -> Pattern:
        text = getattr(rules, name).replace("{date}", f"(?:{day})").replace("{year}", year)
        return whole(piece(name, text))

    endings = any_word([*rules.issuer_endings, *bodies.endings, *bodies.plain_endings])
    # A body of the whole country has a name of its own (国务院), or a form like the others.
    issuer = (
        rf"(?:(?:{any_word(bodies.whole)})|(?:{piece('issuer')})(?:{endings})"
        rf"(?![{any_letter(bodies.endings_not_before)}])(?:\([^()]{{2,20}}\))?)"
    )
    return FactPatterns(
        kind=whole(rf"(?:{any_word(rules.kinds)})(?:\s*[(《〈].{{1,24}})?[”\"》]?$"),
        beside_title=whole(piece("beside_title")),
        named_title=whole(piece("named_title")),
        no_title=whole(piece("no_title")),
        published=whole(piece("published")),
        clock=whole(piece("clock")),
        imprint=filled("imprint"),
        dated_title=filled("dated_title"),
        day_line=whole(rf"\W{{0,3}}(?:{day})\W{{0,3}}"),
        signed=whole(rf"(?P<bodies>.{{2,80}}?)\s*(?:{day})\W{{0,3}}"),
        not_behind=whole(piece("not_behind")),
        not_before=whole(rf"(?r){piece('not_before')}"),
        months=MappingProxyType(rules.months),
        name_days=tuple(
            compiler.pattern(compiler.piece(text, "facts", "name_days", number, groups=True), "facts")
            for number, text in enumerate(rules.name_days)
        ),
        name_year=whole(piece("name_year")),
        plan_heading=filled("plan_heading"),
        no_plan_year=whole(piece("no_plan_year")),
        issuer=whole(issuer),
        joint=whole(piece("joint")),
        others=whole(rf"(?:{piece('others')})$"),
        title_issuer=whole(piece("title_issuer")),
        decree=filled("decree"),
        speaks_for=whole(piece("speaks_for")),
        stated_issuer=whole(piece("stated_issuer")),
        addressee=whole(piece("addressee")),
        no_signature=whole(piece("no_signature")),
    )
