"""Tags and character references of HTML that were left in a plain text."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import regex

from .offsets import Segments

if TYPE_CHECKING:
    from collections import Counter

    from ..rules.layout import Layout

#: Tags that part paragraphs and cells; those inside a sentence are hidden characters, which cleaning drops.
_REMNANT = regex.compile(
    r"</?(?P<tag>p|div|h[1-6]|br|hr|li|[uo]l|t[drh]|table|tbody|thead|center|section|article)\b[^<>\n]{0,200}>"
    r"|&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});",
    regex.IGNORECASE,
)
_ENDS = "\r\n"


def without_html_remnants(text: str, start: int, layout: Layout, done: Counter[str]) -> Segments | None:
    """Return ``text`` from ``start`` on without remnants of HTML, which are counted in ``done``; None without any.

    A tag inside a line ends it, or its cell. A character reference becomes the character, unless that is a numeral.
    """
    if "<" not in text and "&" not in text:
        return None
    segments, count = Segments(text, start), 0
    for remnant in _REMNANT.finditer(text, start):
        at, end = remnant.span()
        tag = remnant["tag"]
        if tag is not None:
            segments.copy_to(at)
            if at > start and text[at - 1] not in _ENDS and text[end : end + 1] not in ("", *_ENDS):
                segments.put(_parting(tag.lower(), text, at), at)
        else:
            char = html.unescape(remnant.group())
            if len(char) != 1 or char in layout.unrestored:
                continue
            segments.copy_to(at)
            segments.put(char, at)
        segments.skip_to(end)
        count += 1
    if not count:
        return None
    done["remnants"] += count
    segments.copy_to(len(text))
    return segments


def _parting(tag: str, text: str, at: int) -> str:
    """Return what parts the words on both sides of ``tag``: in a row of Markdown, a break stays in its cell."""
    if tag in ("td", "th"):
        return "\t"
    in_row = tag == "br" and text[text.rfind("\n", 0, at) + 1 : at].lstrip().startswith("|")
    return " " if in_row else "\n"
