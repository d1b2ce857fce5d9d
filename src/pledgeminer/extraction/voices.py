"""Voices: who speaks in a document, by the lines that name a speaker or a body."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .body_forms import is_body, is_named_body
from .names import printed

if TYPE_CHECKING:
    from ..rules.bodies import BodyPatterns
    from .model import Outline, Paragraph
    from .reading import Reading

#: A line with a speaker's name is short.
LONGEST_LINE = 80


class Voice(NamedTuple):
    """A body that speaks, and the person who speaks for it."""

    body: str
    speaker: str | None = None


def voices_of(reading: Reading, outline: Outline) -> list[Voice | None]:
    """Return, for each paragraph, the voice of the line above it that names a speaker or a body."""
    text, rules = reading.text, reading.rules.bodies
    voices: list[Voice | None] = []
    current: Voice | None = None
    # The level of the heading that names a body, and the voice before it.
    headed: tuple[int, Voice | None] | None = None
    for paragraph in outline.paragraphs:
        if rules.resets.match(text, paragraph.start, paragraph.end):
            current, headed = None, None
        if headed is not None and 0 < paragraph.level <= headed[0]:
            current, headed = headed[1], None
        body = _body_of_heading(reading, paragraph) if paragraph.level and paragraph.marker else ""
        if body:
            current, headed = Voice(body), (paragraph.level, current)
        elif paragraph.end - paragraph.start <= LONGEST_LINE:
            current = _voice_of_line(reading, paragraph) or current
        voices.append(current)
    return voices


def behind_number(reading: Reading, start: int, end: int) -> int:
    """Return where what begins at ``start`` begins behind the number of a point, which few have."""
    text = reading.text
    first = text[start]
    numbered = first.isnumeric() or first == "("
    mark = reading.rules.layout.starts.match(text, start, end) if numbered else None
    head = start if mark is None else mark.end()
    while text[head : head + 1] == " ":
        head += 1
    return head


def voice_of_titles(reading: Reading, titles: str, name: str | None) -> Voice | None:
    """Return the voice of the holder of ``titles``, whose name is ``name``; None where no body is named."""
    rules = reading.rules.bodies
    body = _headed_by(titles, rules)
    if not body or not is_body(body, rules) or not is_named_body(body, rules):
        return None
    return Voice(body, printed(name.replace(" ", ""), reading) if name else None)


def _body_of_heading(reading: Reading, paragraph: Paragraph) -> str:
    """Return the body that a numbered heading names and nothing else (三、市教育局; 一、财政局报告), or ''."""
    rules = reading.rules.bodies
    start = behind_number(reading, paragraph.start, paragraph.end)
    found = rules.headed.fullmatch(reading.text, start, paragraph.end)
    return found["body"] if found is not None and is_body(found["body"], rules) else ""


def _voice_of_line(reading: Reading, paragraph: Paragraph) -> Voice | None:
    text, rules = reading.text[paragraph.start : paragraph.end], reading.rules.bodies
    if any(mark in text for mark in "。；;!！?？"):
        return None
    named = rules.named.fullmatch(text)
    if named is not None and (named["name"] or text[-1] in ":："):
        return voice_of_titles(reading, named["title"], named["name"])
    alone = rules.alone.fullmatch(text)
    if alone is None or not is_body(alone["body"], rules) or reading.rules.facts.addressee.match(alone["body"]):
        return None
    return Voice(alone["body"])


def _headed_by(titles: str, rules: BodyPatterns) -> str | None:
    """Return the body that the holder of ``titles`` heads: of several the one with an executive post."""
    department: str | None = None
    office: str | None = None
    other: str | None = None
    for holder in rules.holder.finditer(titles):
        body = holder["body"]
        if rules.openings.match(body):
            body = rules.openings.sub("", body, count=1)
        whole = rules.whole_body.match(body)
        body = whole.group() if whole is not None else body
        for post in rules.posts.findall(holder["posts"]):
            government = rules.governments.get(post)
            if post not in rules.executive and government is None:
                other = other or body
                continue
            if government is not None:
                body = _government(body, post, government, rules)
            if rules.party.match(body):
                office = office or body
            else:
                department = department or body
    return department or office or other


def _government(body: str, post: str, government: str, rules: BodyPatterns) -> str:
    """Return the government that the head of ``body`` (a place, or nothing yet of a name) stands for."""
    if body.endswith(tuple(rules.governments.values())):
        return body
    if rules.place.fullmatch(body) is None and is_body(body, rules):
        return body
    return body + (government if body.endswith(post[-2]) else post[-2] + government)
