"""layout.yaml: what lines, headings and captions look like; its structure and its compiled form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

import regex
from msgspec import Meta

from .compiler import NEVER, Compiler
from .field_types import Letter, Regex, RuleFileModel, Strict
from .patterns import Pattern, any_of


class Heading(Strict):
    """A form of heading and its level, 1 the highest."""

    level: Annotated[int, Meta(ge=1, le=8)]
    pattern: Regex


class Damage(Strict):
    """What pages are damaged with, and what must not come of mending them."""

    reading: Annotated[Regex, Meta(description="A reading in Latin letters, as a program put it behind a letter.")]
    unrestored: Annotated[str, Meta(description="Letters that are never restored: the numerals.")]
    filler: Annotated[Regex, Meta(description="A whole item of a list that fills the end of a page.")]
    own_list: Annotated[Regex, Meta(description="A line over a list that belongs to the text.")]


class LayoutRules(RuleFileModel, kw_only=True):
    """How a page is laid out: paragraphs, headings, captions."""

    finished: Annotated[str, Meta(description="A line that ends with one of these is finished.")]
    joins_back: Annotated[str, Meta(description="A line that begins with one of these belongs to the one before.")]
    joins_on: Annotated[str, Meta(description="A line that ends with one of these goes on in the next.")]
    headings: list[Heading]
    items: Annotated[list[Regex], Meta(description="How an item of a list begins.")]
    captions: Annotated[list[Regex], Meta(description="Captions of pictures and marks of the press.")]
    introduces: Annotated[Regex, Meta(description="A short line that introduces the one below.")]
    unit_line: Annotated[Regex, Meta(description="A line that names the unit of a table.")]
    named_unit: Annotated[Regex, Meta(description="The unit that a line above a table names; the group is unit.")]
    prose: Annotated[Regex, Meta(description="A line is prose if this is found in it.")]
    dateline: Annotated[Regex, Meta(description="A line with a date, a place or a source is no heading.")]
    lead_mark: Annotated[Regex, Meta(description="A bullet or an item's number: the blank behind it stays.")]
    lead_number: Annotated[Regex, Meta(description="The same, in a line that is no prose.")]
    hidden: Annotated[str, Meta(min_length=1, description="Characters that nobody sees, ranges with a hyphen.")]
    dropped: Annotated[Regex, Meta(description="Decorative characters and marks of emphasis.")]
    sentence: Annotated[Regex, Meta(description="Where a sentence ends.")]
    clause: Annotated[Regex, Meta(description="Where a clause ends.")]
    closing: Annotated[str, Meta(description="At the end of a sentence these belong to no clause.")]
    quotes: Annotated[str, Meta(description="Marks that open a quotation.")]
    quotes_end: Annotated[str, Meta(min_length=1, description="Marks that close a quotation, in the same order.")]
    aside: Annotated[int, Meta(ge=0, description="A bracket with more characters is a clause of its own.")]
    damage: Damage
    traditional: Annotated[str, Meta(description="Letters that only traditional text has.")]
    variants: Annotated[dict[Letter, Letter], Meta(description="Other forms of letters, each with the simplified one.")]


_HAN = "\u2e80-\u9fff\uf900-\ufaff"


@dataclass(frozen=True, slots=True)
class Letters:
    """``traditional`` finds a letter that is not simplified, ``varied`` one of the ``variants`` of other letters."""

    traditional: re.Pattern[str]
    varied: re.Pattern[str]
    variants: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """What lines, headings and captions look like."""

    finished: frozenset[str]
    joins_back: frozenset[str]
    joins_on: frozenset[str]
    heading: Pattern
    mark: Pattern
    levels: Mapping[str, int]
    item: Pattern
    starts: Pattern
    caption: Pattern
    introduces: Pattern
    unit_line: Pattern
    named_unit: Pattern
    prose: Pattern
    dateline: Pattern
    hidden: re.Pattern[str]
    dropped: Pattern
    blank: Pattern
    noise_in_prose: Pattern
    noise_in_titles: Pattern
    sentence: Pattern
    clause: Pattern
    aside: int
    letters: Letters
    sentence_ends: frozenset[str]
    closing: frozenset[str]
    opened_by: Mapping[str, str]
    quotes: str
    reading: Pattern
    damage: Pattern
    unrestored: frozenset[str]
    filler: Pattern
    own_list: Pattern


def compile_layout(rules: LayoutRules, compiler: Compiler) -> Layout:
    """Compile layout.yaml; the faults of its patterns are kept in ``compiler``."""

    def single(name: str) -> Pattern:
        return compiler.single(getattr(rules, name), "layout", name)

    def whole(text: str, flags: int = 0) -> Pattern:
        return compiler.pattern(text, "layout", flags=flags)

    marks = [
        compiler.piece(heading.pattern, "layout", "headings", number, "pattern")
        for number, heading in enumerate(rules.headings)
    ]
    headings = any_of(marks)
    items = any_of(compiler.piece(item, "layout", "items", number) for number, item in enumerate(rules.items))
    captions = any_of(
        compiler.piece(caption, "layout", "captions", number) for number, caption in enumerate(rules.captions)
    )
    dropped = compiler.piece(rules.dropped, "layout", "dropped")
    reading = compiler.piece(rules.damage.reading, "layout", "damage", "reading")
    blank = r"[^\S\r\n]"
    stray, spaced = _stray_blanks(
        compiler.piece(rules.lead_mark, "layout", "lead_mark"),
        compiler.piece(rules.lead_number, "layout", "lead_number"),
    )
    return Layout(
        finished=frozenset(rules.finished),
        joins_back=frozenset(rules.joins_back),
        joins_on=frozenset(rules.joins_on),
        heading=whole(rf"\s*(?:{headings})"),
        mark=whole(r"\s*(?:" + "|".join(f"(?P<mark{number}>{mark})" for number, mark in enumerate(marks)) + ")"),
        levels=MappingProxyType({f"mark{number}": heading.level for number, heading in enumerate(rules.headings)}),
        item=whole(rf"\s*(?:{items})"),
        starts=whole(rf"\s*(?:{headings}|{items}|{captions})"),
        caption=whole(captions),
        introduces=single("introduces"),
        unit_line=single("unit_line"),
        named_unit=compiler.single(rules.named_unit, "layout", "named_unit", groups=True),
        prose=single("prose"),
        dateline=single("dateline"),
        hidden=_hidden(rules, compiler),
        dropped=whole(dropped),
        blank=whole(blank),
        noise_in_prose=whole(stray),
        noise_in_titles=whole(spaced, regex.MULTILINE),
        sentence=single("sentence"),
        clause=single("clause"),
        aside=rules.aside,
        letters=compile_letters(rules),
        quotes=rules.quotes,
        closing=frozenset(rules.closing),
        opened_by=MappingProxyType(dict(zip(rules.quotes_end, rules.quotes, strict=False))),
        sentence_ends=frozenset("。！？!?；;，,、"),
        reading=whole(rf"\((?P<syllable>{reading})\)"),
        # A full stop and a letter that were torn in two, and a reading behind a whole letter; see text/readings.py.
        damage=whole(rf"(?P<stop>[?\ufffd][!！])|(?:\?|\ufffd\(?)(?P<torn>{reading})\)|\((?P<whole>{reading})\)"),
        unrestored=frozenset(rules.damage.unrestored),
        filler=compiler.single(rules.damage.filler, "layout", "damage", "filler"),
        own_list=compiler.single(rules.damage.own_list, "layout", "damage", "own_list"),
    )


def _stray_blanks(lead_mark: str, lead_number: str) -> tuple[str, str]:
    """Return the patterns of the blanks that say nothing, in prose and in other lines."""
    blank = r"[^\S\r\n]"
    begins = rf"(?:\A|[\r\n]){blank}*"
    listed = rf"(?<!{begins}(?:{lead_mark}){blank}*)"
    # In prose a blank says nothing between two Han characters, beside a digit, or beside punctuation.
    prose = (
        rf"(?<=[{_HAN}\W]){blank}+(?:(?=[{_HAN}])|(?=\W)|(?=\d){listed})"
        rf"|(?<=\d){blank}+(?=[{_HAN}\WA-Za-z])"
        # Digits that a blank parts are one number if they are spaced out one by one or stand in groups of three.
        rf"|(?<=\d){blank}+(?=\d(?!\d))|(?<=(?<!\d)\d{{1,3}}){blank}+(?=\d{{3}}(?!\d))"
        rf"|(?<=[{_HAN}]){blank}+(?=[A-Za-z])|(?<=[A-Za-z]){blank}+(?=[{_HAN}])"
    )
    # In a title or a row only letters that are spaced out one by one are drawn together (报 告, 1 9 9 3 年), and a
    # figure with what stands beside it (新建 12 所, 45 %); two figures stay two.
    title = (
        rf"(?<=(?<![{_HAN}])[{_HAN}]){blank}(?=[{_HAN}](?:{blank}|$|[^{_HAN}]))"
        rf"|(?<={blank}[{_HAN}]){blank}(?=[{_HAN}](?![{_HAN}]))"
        rf"|(?<=(?<!\d)\d){blank}(?=\d(?:{blank}\d(?!\d)){{0,20}}(?!\d){blank}*[{_HAN}])"
        rf"|(?<=[{_HAN}%‰≥≤<>]|\d{blank}*[~—]){blank}+(?=\d){listed}"
        rf"|(?<=\d){blank}+(?=[{_HAN}%‰℃]|[~—]{blank}*\d)(?<!{begins}(?:{lead_number}){blank}*)"
        rf"|(?<=[%‰]){blank}+(?=[{_HAN}])"
    )
    return prose, title


def _hidden(rules: LayoutRules, compiler: Compiler) -> re.Pattern[str]:
    """Return what finds hidden characters; Python's own `re` looks through a text for a set many times as fast."""
    try:
        return re.compile(f"[{rules.hidden}]+")
    except re.error as error:
        compiler.wrong(
            f"no set of characters: {error}", compiler.place("layout", "hidden"), "write characters and ranges"
        )
        return re.compile(NEVER)


def compile_letters(rules: LayoutRules) -> Letters:
    """Compile what layout.yaml says of traditional letters."""
    return Letters(
        _any_of(rules.traditional, *rules.variants), _any_of(*rules.variants), MappingProxyType(rules.variants)
    )


def _any_of(*letters: str) -> re.Pattern[str]:
    """Return what finds any of ``letters``; Python's own `re` looks through a text for a set many times as fast."""
    every = "".join(letters)
    return re.compile(f"[{re.escape(every)}]" if every else NEVER)
