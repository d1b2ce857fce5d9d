"""Tags of plans: the bodies that a bracket such as （牵头单位：A，责任单位：B、C） names, the leading one first."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..rules.bodies import BodyPatterns
    from .model import Outline, Paragraph
    from .reading import Reading

#: How many paragraphs behind a task its tag may stand on a line of its own.
_REACH = 6


class Tag(NamedTuple):
    """Where a tag begins, and the bodies that it names, the leading one first."""

    start: int
    bodies: tuple[str, ...]


def tags_of(reading: Reading, outline: Outline, numbers: Iterable[int]) -> Mapping[int, tuple[Tag, ...]]:
    """Return the tags of the paragraphs ``numbers`` and of those behind them where their tags may stand."""
    text, rules = reading.text, reading.rules.bodies
    if rules.tag.search(text) is None and rules.roles_before.search(text) is None:
        return {}
    tags: dict[int, tuple[Tag, ...]] = {}
    for number in numbers:
        for near in range(number, min(number + 1 + _REACH, len(outline.paragraphs))):
            if near not in tags:
                tags[near] = _tags_in(reading, outline.paragraphs[near])
    return tags


def tagged(
    reading: Reading, outline: Outline, tags: Mapping[int, tuple[Tag, ...]], number: int, position: int
) -> tuple[str, ...]:
    """Return the bodies of the next tag behind ``position`` in paragraph ``number``, or on the lines below its task."""
    own = tags.get(number, ())
    behind = bisect_left(own, position, key=itemgetter(0))
    if behind < len(own):
        return own[behind].bodies
    for following in range(number + 1, min(number + 1 + _REACH, len(outline.paragraphs)) if tags else 0):
        paragraph = outline.paragraphs[following]
        if reading.rules.bodies.tag_line.match(reading.text, paragraph.start, paragraph.end):
            return tags[following][0].bodies if tags[following] else ()
        if paragraph.numbered or paragraph.level or tags[following]:
            break
    return ()


def _tags_in(reading: Reading, paragraph: Paragraph) -> tuple[Tag, ...]:
    text, rules = reading.text, reading.rules.bodies
    brackets = rules.tag.finditer(text, paragraph.start, paragraph.end)
    found = [Tag(tag.start(), tag_bodies(tag["tag"], rules)) for tag in brackets]
    line = None if found else rules.tag_line.match(text, paragraph.start, paragraph.end)
    if line is not None:
        found = [Tag(paragraph.start, tag_bodies(line.group(), rules))]
    return tuple(tag for tag in found if tag.bodies)


def tag_bodies(tag: str, rules: BodyPatterns) -> tuple[str, ...]:
    """Return the bodies in ``tag`` (the words inside the bracket, folded), those in a leading role first, each once."""
    ranked: list[tuple[int, str]] = []
    rank = 0
    for part in _parts(tag, rules):
        label = rules.roles_before.match(part)
        if label is not None:
            rank = _rank(label.group(), rules)
            part = part[label.end() :]
        names = [name.strip() for name in rules.separators.split(part)]
        behind = rules.roles_behind.search(part)
        own = _rank(behind.group(), rules) if behind is not None and behind.group() else rank
        if label is not None:
            own = min(own, rank)
        for name in names:
            role = rules.roles_behind.search(name)
            bare = name[: role.start()].strip() if role is not None else name
            if bare:
                ranked.append((own, bare))
    ranked.sort(key=lambda body: body[0])
    return tuple(dict.fromkeys(name for _, name in ranked))


def _rank(role: str, rules: BodyPatterns) -> int:
    """Return the place of ``role`` among the leading ones, the first 0; all others share the last."""
    return next((place for place, lead in enumerate(rules.lead) if lead.search(role)), len(rules.lead))


def _parts(tag: str, rules: BodyPatterns) -> list[str]:
    """Cut ``tag`` where another role begins: at commas and semicolons, and before the label of a role."""
    parts: list[str] = []
    for piece in tag.replace(";", ",").split(","):
        at = 0
        for label in rules.roles_before.finditer(piece):
            if label.start() > at:
                parts.append(piece[at : label.start()])
                at = label.start()
        parts.append(piece[at:])
    return [part.strip(" 。、") for part in parts if part.strip(" 。、")]
