"""Targets that one side names together and the other apart: incomes of town and country, each in a row of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..record import Record
from .deadline import horizon
from .likeness import THRESHOLD, Term
from .owners import lead, same_body
from .units import base_unit
from .words import Words

SHORTEST = 3
"""A part of a joint target has at least so many characters."""

Side = tuple[Sequence[Record], Sequence[Term]]
"""Records and their terms, in one order."""


def joint_pairs(
    joints: Side, parts: Side, partner: Mapping[int, int], words: Words
) -> Iterator[tuple[int, int, float]]:
    """Yield further pairs of a joint target that has a partner: its place, that of another part, and their likeness.

    ``partner`` leads from places in ``joints`` to those in ``parts``. A joint target holds the names of its partner and
    of the other part, one after the other; the other part has no partner, and the same aim, unit and horizon.
    """
    records, terms = parts
    taken = set(partner.values())
    free: dict[str, list[int]] = {}
    for place, term in enumerate(terms):
        if place not in taken and len(term.core) >= SHORTEST and not term.vague:
            free.setdefault(term.core, []).append(place)
    if not free:
        return
    longest = max(map(len, free))
    for place, first in sorted(partner.items()):
        whole, part = joints[1][place].core, terms[first].core
        if len(part) < SHORTEST or len(whole) < len(part) + SHORTEST or part not in whole:
            continue
        rest = whole.replace(part, "\n", 1)
        for core in _pieces(rest, longest):
            for other in free.get(core, ()):
                if other not in taken and _alike(joints[0][place], records[other], words):
                    taken.add(other)
                    yield place, other, THRESHOLD + (1 - THRESHOLD) * len(core) / len(whole)


def _pieces(text: str, longest: int) -> Iterator[str]:
    """Yield the parts of ``text`` from the longest to the shortest."""
    for length in range(min(longest, len(text)), SHORTEST - 1, -1):
        for start in range(len(text) - length + 1):
            yield text[start : start + length]


def _alike(one: Record, other: Record, words: Words) -> bool:
    owners: Iterable[str] = (lead(one.owners), lead(other.owners))
    return (
        (one.kind, one.aim, one.every) == (other.kind, other.aim, other.every)
        and base_unit(one.unit, words) == base_unit(other.unit, words)
        and horizon(one) == horizon(other)
        and (not all(owners) or same_body(*owners))
    )
