"""What may stand in layout.yaml."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .common import Letter, Regex, RuleFileModel, Strict


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
    prose: Annotated[Regex, Meta(description="A line is prose if this is found in it.")]
    dateline: Annotated[Regex, Meta(description="A line with a date, a place or a source is no heading.")]
    dropped: Annotated[Regex, Meta(description="Hidden and decorative characters.")]
    sentence: Annotated[Regex, Meta(description="Where a sentence ends.")]
    clause: Annotated[Regex, Meta(description="Where a clause ends.")]
    closing: Annotated[str, Meta(description="At the end of a sentence these belong to no clause.")]
    quotes: Annotated[str, Meta(description="Marks that open a quotation.")]
    quotes_end: Annotated[str, Meta(min_length=1, description="Marks that close a quotation, in the same order.")]
    aside: Annotated[int, Meta(ge=0, description="A bracket with more characters is a clause of its own.")]
    damage: Damage
    traditional: Annotated[str, Meta(description="Letters that only traditional text has.")]
    variants: Annotated[dict[Letter, Letter], Meta(description="Other forms of letters, each with the simplified one.")]
