"""Tags of plans: the bodies and the time in a bracket such as （牵头单位：A，责任单位：B；完成时限：9月底）."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from .times import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..rules.bodies import BodyPatterns
    from .model import Outline, Paragraph, Time
    from .reading import Reading

#: How many paragraphs behind a task its tag may stand on a line of its own.
_REACH = 6
#: Stands for a time in the words of a tag.
_TIME = "\t"


class Tag(NamedTuple):
    """Where a tag begins, the bodies that it names, the leading one first, and the time that it sets, if it does."""

    start: int
    bodies: tuple[str, ...]
    due: Time | None


class Duty(NamedTuple):
    """What the tags of a number say: the bodies of the next that names any, and the time of the next that sets one."""

    bodies: tuple[str, ...] = ()
    due: Time | None = None


def tags_of(reading: Reading, outline: Outline, numbers: Iterable[int]) -> Mapping[int, tuple[Tag, ...]]:
    """Return the tags of the paragraphs ``numbers`` and of those behind them where their tags may stand."""
    text, rules = reading.text, reading.rules.bodies
    if all(tag.search(text) is None for tag in (rules.tag, rules.roles_before, rules.dues)):
        return {}
    tags: dict[int, tuple[Tag, ...]] = {}
    for number in numbers:
        for near in range(number, min(number + 1 + _REACH, len(outline.paragraphs))):
            if near not in tags:
                tags[near] = _tags_in(reading, outline.paragraphs[near])
    return tags


def duty_of(
    reading: Reading, outline: Outline, tags: Mapping[int, tuple[Tag, ...]], number: int, position: int
) -> Duty:
    """Return what the tags behind ``position`` in paragraph ``number`` say, or those on the lines below its task."""
    own = tags.get(number, ())
    duty = _duty(own[bisect_left(own, position, key=itemgetter(0)) :])
    if duty != Duty() or not tags:
        return duty
    below: list[Tag] = []
    for following in range(number + 1, min(number + 1 + _REACH, len(outline.paragraphs))):
        paragraph = outline.paragraphs[following]
        if reading.rules.bodies.tag_line.match(reading.text, paragraph.start, paragraph.end):
            below += tags[following]
        elif below or paragraph.numbered or paragraph.level or tags[following]:
            break
    return _duty(below)


def _duty(tags: Sequence[Tag]) -> Duty:
    """Return the duty of the first of ``tags``, with what it lacks from one that has nothing else."""
    if not tags:
        return Duty()
    bodies, due = tags[0].bodies, tags[0].due
    if len(tags) > 1 and not bodies:
        bodies = tags[1].bodies
    elif len(tags) > 1 and not tags[1].bodies:
        due = due or tags[1].due
    return Duty(bodies, due)


def _tags_in(reading: Reading, paragraph: Paragraph) -> tuple[Tag, ...]:
    text, rules = reading.text, reading.rules.bodies
    found = [_tag(reading, *tag.span("tag")) for tag in rules.tag.finditer(text, paragraph.start, paragraph.end)]
    if not found and rules.tag_line.match(text, paragraph.start, paragraph.end) is not None:
        found = [_tag(reading, paragraph.start, paragraph.end)]
    return tuple(tag for tag in found if tag.bodies or tag.due is not None)


def _tag(reading: Reading, start: int, end: int) -> Tag:
    """Return the tag of the words from ``start`` to ``end``; what is a time in it is no body."""
    times = joined(reading.all_times(start, end))
    words, at = [], start
    for time in times:
        words += [reading.text[at : time.start], _TIME]
        at = max(at, min(time.end, end))
    due = next((time for time in reversed(times) if time.role == "deadline"), None)
    return Tag(start, tag_bodies("".join([*words, reading.text[at:end]]), reading.rules.bodies), due)


def tag_bodies(tag: str, rules: BodyPatterns) -> tuple[str, ...]:
    """Return the bodies in ``tag`` (the words inside the bracket, folded), those in a leading role first, each once.

    Times stand in it as tabs.
    """
    ranked: list[tuple[int, str]] = []
    rank = 0
    for part in _parts(tag, rules):
        if _TIME in part or rules.dues.match(part) is not None or rules.people.match(part) is not None:
            continue
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
        labels = [*rules.roles_before.finditer(piece), *rules.dues.finditer(piece), *rules.people.finditer(piece)]
        for label in sorted(labels, key=lambda label: label.start()):
            if label.start() > at:
                parts.append(piece[at : label.start()])
                at = label.start()
        parts.append(piece[at:])
    return [part.strip(" 。、") for part in parts if part.strip(" 。、")]
