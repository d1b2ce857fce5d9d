"""The bodies that issue a document: by its signature, its title, whom the speaker reports for, or its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..documents.metadata import Candidate
from .body_forms import is_body

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..rules.ruleset import RuleSet
    from .stated_lines import StatedLine, StatedLines

#: Between two bodies in the value of a candidate.
SEPARATOR = "、"
#: So many lines of bodies stand above the day of a signature, each with no more code points.
_MOST_LINES, _LONGEST = 8, 80
#: How many paragraphs an assembly's report has before it says for whom it is given.
_OPENING = 14


def issuer_candidates(lines: StatedLines, title: str | None, rules: RuleSet) -> Iterator[Candidate]:
    """Yield the issuers of a document, the names of joint ones with `SEPARATOR` between them.

    ``title`` is the folded title, if it is known.
    """
    facts = rules.facts
    signed = signature(lines.beginning, rules) or signature(lines.end, rules)
    if signed is not None and signed[1]:
        yield Candidate(SEPARATOR.join(signed[1]), "signature")
    # A report to an assembly may speak of the titles of others.
    for line in lines.beginning[:_OPENING]:
        spoken = facts.speaks_for.search(line.text)
        bodies = bodies_in(spoken["bodies"], rules) if spoken is not None else ()
        if bodies:
            yield Candidate(SEPARATOR.join(bodies), "title")
    for text in (title, *(line.text for line in lines.head)) if title else (line.text for line in lines.head):
        found = facts.title_issuer.match(text) if text else None
        bodies = bodies_in(found["bodies"], rules) if found is not None else ()
        if bodies and (text == title or facts.kind.search(text)):
            yield Candidate(SEPARATOR.join(bodies), "title")
        decree = facts.decree.search(text) if text else None
        bodies = bodies_in(decree["bodies"], rules) if decree is not None else ()
        if bodies:
            yield Candidate(SEPARATOR.join(bodies), "title")
    for line in lines.head:
        stated = facts.stated_issuer.search(line.text)
        bodies = bodies_in(stated["bodies"], rules) if stated is not None else ()
        if bodies:
            yield Candidate(SEPARATOR.join(bodies), "page")


def signature(lines: Sequence[StatedLine], rules: RuleSet) -> tuple[int, tuple[str, ...]] | None:
    """Return the first signature among ``lines``: the number of its line with the day, and the bodies that sign.

    The bodies stand on the lines above the day, on the line below it, or before it on its line.
    """
    facts = rules.facts
    below: tuple[int, tuple[str, ...]] | None = None
    for number, line in enumerate(lines):
        if len(line.text) > _LONGEST or facts.no_signature.search(line.text):
            continue
        if facts.day_line.fullmatch(line.text):
            bodies = _above(lines, number, rules)
            if bodies:
                return number, bodies
            bodies = _bodies_of_line(lines[number + 1].text, rules) if number + 1 < len(lines) else ()
            if bodies and below is None:
                below = number, bodies
            continue
        signed = facts.signed.fullmatch(line.text)
        bodies = bodies_in(signed["bodies"], rules) if signed is not None else ()
        if bodies:
            return number, bodies
    return below


def bodies_in(text: str, rules: RuleSet) -> tuple[str, ...]:
    """Return the bodies that ``text`` names and nothing else, or nothing if a part of it is no body."""
    facts = rules.facts
    names = [facts.others.sub("", name) for name in facts.joint.split(text.strip()) if name]
    if len(names) > 1 and max(map(len, names)) == 1:
        names = ["".join(names)]
    return tuple(dict.fromkeys(names)) if all(_is_issuer(name, rules) for name in names) else ()


def _is_issuer(name: str, rules: RuleSet) -> bool:
    """Return whether ``name`` has the form of a body's; what only looks like one may be one of a place."""
    if rules.facts.issuer.fullmatch(name) is None:
        return False
    return is_body(name, rules.bodies) or (name not in rules.bodies.own and rules.bodies.place.match(name) is not None)


def _above(lines: Sequence[StatedLine], number: int, rules: RuleSet) -> tuple[str, ...]:
    bodies: list[str] = []
    for line in reversed(lines[max(0, number - _MOST_LINES) : number]):
        found = _bodies_of_line(line.text, rules)
        if not found:
            break
        bodies[:0] = found
    return tuple(dict.fromkeys(bodies))


def _bodies_of_line(text: str, rules: RuleSet) -> tuple[str, ...]:
    if len(text) > _LONGEST or rules.facts.no_signature.search(text):
        return ()
    return bodies_in(text, rules)
