"""A plain text as the pages and documents that it might have come as; the templates lie in templates/."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from typing import NamedTuple

from gold import Gold

TEMPLATES = Path(__file__).parent / "templates"
UNTITLED = "政策文件"
"""The title of a text that begins with a sentence."""
NEWSPAPER = "澜滨日报"
"""What pages name as their source where the document's issuing body is not known."""
EMPHASIS = re.compile(r"\*\*(.+?)\*\*")
ENDS = "。；，：！？;,:!?"
# Headings by their marks, the deepest first: （一）, 一、, the number signs of Markdown.
LEVELS = ((3, re.compile("（[一二三四五六七八九十]+）")), (2, re.compile("[一二三四五六七八九十]+、|#+ ")))
LONGEST_HEADING = 40
WEEKDAYS = "一二三四五六日"


class Line(NamedTuple):
    """A line of the text: its words, and its level as a heading, 0 if it is none."""

    words: str
    level: int


class Layout(NamedTuple):
    """A template, how the lines are put into it, and the encoding of the file."""

    template: str
    body: Callable[[list[list[Line]]], str]
    encoding: str = "utf-8"


def rendered(document: Gold, layout: Layout) -> bytes:
    """Return ``document`` as ``layout`` has it; what the encoding lacks is written as character references."""
    groups = groups_of_lines(document.text)
    title = take_title(groups)
    day = datetime.date.fromisoformat(document.date or "2020-01-06")
    page = Template((TEMPLATES / layout.template).read_text("utf-8")).substitute(
        title=markup(title),
        running=markup(title[:20]),
        source=document.body or NEWSPAPER,
        date=day.isoformat(),
        slashed=f"{day:%Y-%m/%d}",
        weekday=f"{day.year}年{day.month}月{day.day}日 星期{WEEKDAYS[day.weekday()]}",
        body=layout.body(groups),
    )
    return page.encode(layout.encoding, "xmlcharrefreplace")


def groups_of_lines(text: str) -> list[list[Line]]:
    """Return the lines of ``text`` that are not blank, together those without a blank line between them."""
    lines = (line.strip() for line in text.splitlines())
    return [[line_of(line) for line in group] for filled, group in groupby(lines, bool) if filled]


def line_of(words: str) -> Line:
    """Return a line with its level; the signs that Markdown puts before a heading are taken off."""
    short = len(words) <= LONGEST_HEADING and words[-1] not in ENDS
    level = next((level for level, mark in LEVELS if short and mark.match(words)), 0)
    return Line(re.sub("^#+ +", "", words), level)


def take_title(groups: list[list[Line]]) -> str:
    """Take the first line out of ``groups`` and return it, if it is a title; else return one that says nothing."""
    first = groups[0][0].words if groups else ""
    if not first or len(first) > LONGEST_HEADING or first[-1] in ENDS:
        return UNTITLED
    del groups[0][0]
    return first


def markup(words: str) -> str:
    """Return ``words`` for XML, without the asterisks of Markdown."""
    return escape(EMPHASIS.sub(r"\1", words))


def strong(words: str, tag: str = "strong") -> str:
    """Return ``words`` for HTML, with elements where Markdown has asterisks."""
    return EMPHASIS.sub(rf"<{tag}>\1</{tag}>", escape(words))


def all_lines(groups: list[list[Line]]) -> Iterator[Line]:
    """Yield the lines of all groups."""
    for group in groups:
        yield from group


def headed(groups: list[list[Line]]) -> str:
    """Return every line as a paragraph or heading, as in a page made to be printed."""
    return "\n".join(
        f"<h{line.level}>{strong(line.words)}</h{line.level}>" if line.level else f"<p>{strong(line.words)}</p>"
        for line in all_lines(groups)
    )


def portal_body(groups: list[list[Line]]) -> str:
    """Return indented paragraphs as an editor pastes them; up to three lines that stand together share one."""
    pieces = (group[start : start + 3] for group in groups for start in range(0, len(group), 3))
    return "\n".join(f'<p style="text-align: justify;">{"<br>".join(map(portal_line, piece))}</p>' for piece in pieces)


def portal_line(line: Line) -> str:
    """Return a line with the indent that official pages write out; a heading is merely bold."""
    words = strong(line.words)
    return f"&emsp;&emsp;{f'<strong>{words}</strong>' if line.level else f'<span>{words}</span>'}"


def news_body(groups: list[list[Line]]) -> str:
    """Return every line as a block of its own, without paragraphs."""
    return "\n".join(
        f'<div class="{"subhead" if line.level else "text"}"><span>{strong(line.words, "b")}</span></div>'
        for line in all_lines(groups)
    )


def broken_body(groups: list[list[Line]]) -> str:
    """Return one block in which lines are only broken, indented by wide spaces, as pages of the 2000s were."""
    return "<br>\n<br>\n".join(f"　　{strong(line.words, 'b')}" for line in all_lines(groups))


def writer_body(groups: list[list[Line]]) -> str:
    """Return the lines as paragraphs and headings of a text document (ODF)."""
    return "\n".join(map(writer_line, all_lines(groups)))


def writer_line(line: Line) -> str:
    """Return a paragraph or heading of ODF."""
    words = EMPHASIS.sub(r'<text:span text:style-name="Strong">\1</text:span>', escape(line.words))
    if not line.level:
        return f'<text:p text:style-name="Text_20_body">{words}</text:p>'
    level = line.level - 1
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>'
