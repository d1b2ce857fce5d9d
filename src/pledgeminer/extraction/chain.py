"""The chain of a document's numbers: promise or report, decided together.

Each number has a score of its own, above 0 for a promise. To turn from one to the other costs much inside a clause and
little over a heading. The cheapest way through all of them decides (Viterbi's algorithm, from both ends at once, so
that each number also learns by how much).
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model import Candidate, Outline, Tense

Boundary = Literal["clause", "sentence", "paragraph", "next", "heading", "chapter", "year"]


class Turn(NamedTuple):
    """What it costs to turn between two numbers: to promises, and to reports."""

    to_plan: float
    to_review: float


class Link(NamedTuple):
    """What the numbers before and those behind say of a number, above 0 for a promise."""

    before: float
    behind: float


def links(scores: Sequence[float], turns: Sequence[Turn], start: float = 0.0) -> list[Link]:
    """Return what its neighbours say of each number of a chain.

    ``scores`` are the numbers' own, ``turns`` the costs between each and the next (one less), ``start`` what speaks for
    the first before anything is read. A score and its link together are how much better the best way through the chain
    is with a promise here than with a report.
    """
    before = [start] * len(scores)
    for index, turn in enumerate(turns):
        before[index + 1] = _over(before[index] + scores[index], turn.to_plan, turn.to_review)
    behind = [0.0] * len(scores)
    for index in range(len(turns) - 1, -1, -1):
        # Read backwards, a promise here and a report there is a turn to reports.
        turn = turns[index]
        behind[index] = _over(behind[index + 1] + scores[index + 1], turn.to_review, turn.to_plan)
    return [Link(*pair) for pair in zip(before, behind, strict=True)]


def _over(margin: float, to_plan: float, to_review: float) -> float:
    """Return how much of ``margin`` reaches over a turn: no more than it costs to turn."""
    return max(-to_plan, min(to_review, margin))


def boundaries(candidates: Sequence[Candidate], outline: Outline) -> list[Boundary]:
    """Return what lies between each of the ``candidates`` and the next."""
    levels = [(number, one.level) for number, one in enumerate(outline.paragraphs) if one.level]
    numbers = [number for number, _ in levels]
    top = min((level for _, level in levels), default=0)
    found: list[Boundary] = []
    for first, second in pairwise(candidates):
        if not second.carries or _new_time(first, second):
            found.append("year")
        elif first.sentence is second.sentence:
            found.append("clause" if first.slot.clause == second.slot.clause else "sentence")
        elif first.sentence.number == second.sentence.number:
            found.append("paragraph")
        else:
            here, there = (bisect_right(numbers, one.sentence.number) for one in (first, second))
            between = [level for _, level in levels[here:there]]
            found.append("next" if not between else "chapter" if top in between else "heading")
    return found


_PAST: frozenset[Tense | None] = frozenset(("past", "since"))


def _new_time(first: Candidate, second: Candidate) -> bool:
    """Say whether between the two numbers stands a time that looks the other way (已建成38条，今年将打通22条)."""
    time = second.governed.time
    if time is None or not first.slot.quantity.end <= time.start < second.slot.quantity.start:
        return False
    tense = first.governed.tense
    return tense is None or (tense in _PAST) != (second.governed.tense in _PAST)
