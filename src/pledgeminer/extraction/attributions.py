"""Attributions: words that a sentence gives to a speaker, before them or after them."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from .body_forms import is_body
from .voices import LONGEST_LINE, Voice, voice_of_titles

if TYPE_CHECKING:
    from ..rules.layout import Layout
    from .model import Paragraph
    from .reading import Reading

#: How far before its verb an attribution can begin.
_LONGEST_TITLES = 90
#: How far back the opening of a quotation is looked for, in characters.
_LONGEST_QUOTATION = 4000
#: How far the next quotation opens behind the end of the one that it goes on with.
_SIDE_BY_SIDE = 2


class Attribution(NamedTuple):
    """Words attributed to a voice: where the attribution stands, where the quotation before it opens (None if it
    follows none), and whether it leads what is said behind it.
    """

    start: int
    end: int
    quote: int | None
    leads: bool
    voice: Voice


def attributions_in(reading: Reading, paragraph: Paragraph) -> list[Attribution]:
    """Return the attributions of ``paragraph``, in their order."""
    found = (
        _attribution(reading, paragraph, *says.span())
        for says in reading.rules.bodies.says.finditer(reading.text, paragraph.start, paragraph.end)
    )
    return [one for one in found if one is not None]


def voice_at(reading: Reading, said: list[Attribution], position: int) -> Voice | None:
    """Return the voice to which the words at ``position`` are attributed in their paragraph, or None.

    ``said`` are the attributions of the paragraph.
    """
    if not said:
        return None
    index = bisect_left(said, position, key=attrgetter("start"))
    quote = said[index].quote if index < len(said) else None
    if quote is not None and quote <= position:
        return said[index].voice
    for before in reversed(said[:index]):
        if before.end <= position and (before.leads or _goes_on(reading, before, position)):
            return before.voice
    return None


def _goes_on(reading: Reading, one: Attribution, position: int) -> bool:
    """Say whether a quotation that holds ``position`` opens right behind the attribution (…，”局长说。“…)."""
    text, layout = reading.text, reading.rules.layout
    opens = layout.opened_by.values()
    opening = next((at for at in range(one.end, one.end + 3) if text[at : at + 1] in opens), None)
    return opening is not None and _opened_at(text, position, opening, layout) == opening


def _opened_at(text: str, position: int, first: int, layout: Layout) -> int | None:
    """Return where the outermost quotation opens that is open at ``position``, reading from ``first``.

    Quotations side by side (“…”“…”) are one.
    """
    opens, closes = frozenset(layout.opened_by.values()), layout.opened_by.keys()
    depth, opening, end = 0, None, first - _LONGEST_QUOTATION
    for at in range(max(first, position - _LONGEST_QUOTATION), position):
        if text[at] in opens:
            opening = at if depth == 0 and at - end > _SIDE_BY_SIDE else opening
            depth += 1
        elif text[at] in closes and depth:
            depth -= 1
            end = at
    return opening if depth else None


def _attribution(reading: Reading, paragraph: Paragraph, start: int, end: int) -> Attribution | None:
    """Return the attribution whose verb stands from ``start`` to ``end``, if a body or its head is its subject."""
    text, rules = reading.text, reading.rules.bodies
    colon = text[start] == ":"
    if colon and rules.said.search(text, max(paragraph.start, start - LONGEST_LINE // 4), start) is not None:
        # 局长李明华说:“…”: the verb has said it.
        return None
    manner = rules.manner.match(text, max(paragraph.start, start - 24), start)
    start = manner.start() if manner is not None else start
    first = max(paragraph.start, start - _LONGEST_TITLES)
    begin = max(first, *(text.rfind(mark, first, start) + 1 for mark in "。;；!！?？:：”’…"))
    if begin == start or (colon and start - begin > LONGEST_LINE // 2):
        return None
    voice = _voice(reading, begin, start, end if colon else None)
    if voice is None:
        return None
    ended = text[end : end + 1] in ("", "。", "\n", "!", "！") or end >= paragraph.end
    quote = _quotation_before(reading, paragraph, begin, ended)
    return Attribution(begin, end, quote, not ended or quote is None, voice)


def _voice(reading: Reading, begin: int, end: int, colon_end: int | None) -> Voice | None:
    """Return the voice that the words from ``begin`` to ``end`` name; ``colon_end`` is where a colon behind them ends.

    A verb of attribution stands there where it is None.
    """
    text, rules = reading.text, reading.rules.bodies
    titles = text[begin:end]
    if rules.posts.search(titles) is not None:
        named = rules.named.fullmatch(titles) or (rules.named.match(titles) if colon_end is None else None)
        if named is not None and len(titles) - named.end("title") <= 12:
            rest = titles[named.end("title") :].strip()
            voice = voice_of_titles(reading, named["title"], rest if 2 <= len(rest) <= 4 else None)
            if voice is not None:
                return voice
    if colon_end is not None:
        # 市教育局:新增…; other words before a colon are no speaker.
        found = rules.alone.match(text, begin, colon_end)
    else:
        found = rules.speaker.search(rules.openings.sub("", titles, count=1))
    return Voice(found["body"]) if found is not None and is_body(found["body"], rules) else None


def _quotation_before(reading: Reading, paragraph: Paragraph, begin: int, ended: bool) -> int | None:
    """Return where the quotation opens that ends before an attribution at ``begin``, or None if none does.

    ``ended`` says that the attribution ends its sentence.
    """
    text, layout = reading.text, reading.rules.layout
    behind = begin
    while behind > paragraph.start and text[behind - 1] == "…":
        behind -= 1
    if behind - 1 <= paragraph.start or text[behind - 1] not in layout.opened_by:
        return None
    if ended or behind < begin or not text[behind - 2].isalnum():
        return _opened_at(text, behind - 1, paragraph.start, layout)
    return None
