"""Tags of plans: the bodies that a bracket such as （牵头单位：A，责任单位：B、C） names, the leading one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..rules.bodies import BodyPatterns


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
