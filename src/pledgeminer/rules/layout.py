"""The compiled form of layout.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import regex

from .model import LayoutRules
from .patterns import Pattern, compile_pattern

_HAN = "\u2e80-\u9fff\uf900-\ufaff"


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
    prose: Pattern
    dateline: Pattern
    suspicious: Pattern
    noise_in_prose: Pattern
    noise_in_titles: Pattern
    sentence: Pattern
    clause: Pattern
    aside: int
    traditional: str
    sentence_ends: frozenset[str]
    closing: frozenset[str]
    quotes: str


def compile_layout(rules: LayoutRules) -> Layout:
    """Compile layout.yaml."""
    headings = "|".join(f"(?:{heading.pattern})" for heading in rules.headings)
    items = "|".join(f"(?:{item})" for item in rules.items)
    blank = r"[^\S\r\n]"
    # Between two Han characters, beside a digit, or beside punctuation a blank says nothing in prose.
    stray = rf"(?<=[{_HAN}0-9０-９\W]){blank}+(?=[{_HAN}0-9０-９\W])|(?<=[{_HAN}]){blank}+(?=[A-Za-z])|(?<=[A-Za-z]){blank}+(?=[{_HAN}])"
    # In a title only letters that are spaced out one by one are drawn together: 报 告, 1 9 9 3.
    spaced = rf"(?<=(?<![{_HAN}])[{_HAN}]){blank}(?=[{_HAN}](?:{blank}|$|[^{_HAN}]))|(?<={blank}[{_HAN}]){blank}(?=[{_HAN}](?![{_HAN}]))|(?<=(?<!\d)\d){blank}(?=\d(?!\d))"
    return Layout(
        finished=frozenset(rules.finished),
        joins_back=frozenset(rules.joins_back),
        joins_on=frozenset(rules.joins_on),
        heading=compile_pattern(rf"\s*(?:{headings})"),
        mark=compile_pattern(r"\s*(?:" + "|".join(f"(?P<mark{n}>{one.pattern})" for n, one in enumerate(rules.headings)) + ")"),
        levels=MappingProxyType({f"mark{number}": heading.level for number, heading in enumerate(rules.headings)}),
        item=compile_pattern(rf"\s*(?:{items})"),
        starts=compile_pattern(rf"\s*(?:{headings}|{items}|{'|'.join(rules.captions)})"),
        caption=compile_pattern("|".join(f"(?:{caption})" for caption in rules.captions)),
        introduces=compile_pattern(rules.introduces),
        prose=compile_pattern(rules.prose),
        dateline=compile_pattern(rules.dateline),
        suspicious=compile_pattern(rf"{blank}|{rules.dropped}"),
        noise_in_prose=compile_pattern(rf"{rules.dropped}|{stray}"),
        noise_in_titles=compile_pattern(rf"{rules.dropped}|{spaced}", regex.MULTILINE),
        sentence=compile_pattern(rules.sentence),
        clause=compile_pattern(rules.clause),
        aside=rules.aside,
        traditional=rules.traditional,
        quotes=rules.quotes,
        closing=frozenset(rules.closing),
        sentence_ends=frozenset("。！？!?；;，,、"),
    )
