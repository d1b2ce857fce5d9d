"""Which record of the one side is which of the other: the best assignment as a whole, one to one.

Each pair that can be meant has a weight; the pairs are chosen so that the sum of their weights is the
largest that any choice has (`assignment`), not by taking the best pair first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..record import Record
from .assignment import best_assignment
from .blocking import Pairs, likely_pairs
from .columns import Columns, Shared
from .joint import joint_pairs
from .likeness import THRESHOLD
from .owners import same_body
from .units import comparability
from .words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORK_OR_LEVEL = 0.9
"""What remains of a likeness when one text has the number for work (`deliver`) and the other for its
effect: a deficit is arranged in one year and stated in the next, parking lots are built in one and added in
the other."""

OTHER_RHYTHM = 0.9
"""What remains when one number recurs and the other does not, or at another interval."""

OTHER_HORIZON = 0.8
"""What remains when the one is due so many years later than the other: this year's part is not the plan's whole."""

FAR = 2
"""The years between two horizons that make them other ones; a deadline that slips moves by less."""

OTHER_OWNER = 0.85
"""What remains when the leading bodies are known and different: a target may be handed over."""

EXACTNESS = 3
"""The power of the likeness in a weight: with it two middling pairs do not outweigh an exact one."""


class Match(NamedTuple):
    """A place in the one list, a place in the other, and the likeness of the two records there, at most 1."""

    first: int
    second: int
    likeness: float


def match(first: Sequence[Record], second: Sequence[Record], words: Words) -> list[Match]:
    """Return the pairs of the best assignment, in the order of ``first``; what has no fellow is in no pair.

    A joint target may be in several pairs, one for each of its parts (`joint`).

    The lists are to be in a settled order, for among assignments of one weight it decides.
    """
    if not first or not second:
        return []
    shared = Shared(words)
    one, other = Columns(first, shared), Columns(second, shared)
    pairs = _comparable(likely_pairs(one, other, shared), one, other, shared)
    chosen = best_assignment(pairs.first, pairs.second, _weights(pairs, one, other, shared)).tolist()
    matches = [
        Match(int(pairs.first[k]), int(pairs.second[k]), min(1.0, round(float(pairs.like[k]), 4))) for k in chosen
    ]
    terms = shared.terms.values
    here = first, [terms[code] for code in one.term.tolist()]
    there = second, [terms[code] for code in other.term.tolist()]
    forward = {match.first: match.second for match in matches}
    back = {match.second: match.first for match in matches}
    matches += [Match(joint, part, round(like, 4)) for joint, part, like in joint_pairs(here, there, forward, words)]
    matches += [Match(part, joint, round(like, 4)) for joint, part, like in joint_pairs(there, here, back, words)]
    return sorted(matches)


def _comparable(pairs: Pairs, one: Columns, other: Columns, shared: Shared) -> Pairs:
    """Lower the likeness for what differs besides the indicator, and keep the pairs that are still alike."""
    import numpy as np

    rows, columns, like = pairs
    like = like * (one.kind[rows] == other.kind[columns])
    units, aims, leads = shared.units.values, shared.aims.values, shared.leads.values
    like *= _for_each_two(
        one.unit[rows], other.unit[columns], lambda a, b: comparability(units[a], units[b], shared.words)
    )
    like *= _for_each_two(one.aim[rows], other.aim[columns], lambda a, b: _same_aim(aims[a], aims[b]))
    like *= np.where(one.every[rows] == other.every[columns], 1.0, OTHER_RHYTHM)
    far = np.abs(one.horizon[rows] - other.horizon[columns]) >= FAR
    like *= np.where(far & (one.due[rows] != other.due[columns]), OTHER_HORIZON, 1.0)
    # Of two clauses that only say "invest", the number alone can tell that the same is meant.
    vague = one.vague[rows] | other.vague[columns]
    like *= ~vague | (one.value[rows] == other.value[columns])
    apart = _for_each_two(one.lead[rows], other.lead[columns], lambda a, b: _different(leads[a], leads[b]))
    like *= np.where(apart > 0, OTHER_OWNER, 1.0)
    like *= ~((apart > 0) & _of_other_documents(pairs, one, other, shared))
    kept = like >= THRESHOLD
    return Pairs(rows[kept], columns[kept], like[kept])


def _weights(pairs: Pairs, one: Columns, other: Columns, shared: Shared) -> NDArray[np.float64]:
    """Weigh the pairs by their likeness; among equals the same owner, value, wording and place decide."""
    import numpy as np

    rows, columns, like = pairs
    leads = shared.leads.values
    owner = _for_each_two(one.lead[rows], other.lead[columns], lambda a, b: _owner_tie(leads[a], leads[b]))
    small = np.minimum(np.abs(one.value[rows]), np.abs(other.value[columns]))
    large = np.maximum(np.abs(one.value[rows]), np.abs(other.value[columns]))
    ties = (
        0.04 * owner
        + 0.03 * (one.value[rows] == other.value[columns])
        + 0.01 * np.where(large > 0, small / np.where(large > 0, large, 1), 1.0)
        + 0.005 * (one.comparator[rows] == other.comparator[columns])
        + 0.005 * (one.strength[rows] == other.strength[columns])
        + 0.005 * (one.said[rows] == other.said[columns])
        + 0.005 * (1 - np.abs(one.place[rows] - other.place[columns]))
    )
    return np.asarray(((like - THRESHOLD) / (1 - THRESHOLD)) ** EXACTNESS + ties + 0.02)


def _of_other_documents(pairs: Pairs, one: Columns, other: Columns, shared: Shared) -> NDArray[np.bool_]:
    """Say for each pair whether its two documents share no body, while there are two that do.

    Such records are those of two counties of which one has no report this year, and no target handed over.
    """
    bodies, others = _bodies(one, shared), _bodies(other, shared)
    some_shared = bool(set().union(*bodies.values()) & set().union(*others.values()))

    def apart(a: int, b: int) -> float:
        return float(some_shared and not bodies[a] & others[b])

    return _for_each_two(one.source[pairs.first], other.source[pairs.second], apart) > 0


def _bodies(sheet: Columns, shared: Shared) -> dict[int, set[int]]:
    """Return for each document the bodies that lead in it, both as codes."""
    leads = shared.leads.values
    bodies: dict[int, set[int]] = {}
    for source, lead in zip(sheet.source.tolist(), sheet.lead.tolist(), strict=True):
        bodies.setdefault(source, set()).update([lead] if leads[lead] else [])
    return bodies


def _for_each_two(
    ones: NDArray[np.int64], others: NDArray[np.int64], weigh: Callable[[int, int], float]
) -> NDArray[np.float64]:
    """Return ``weigh`` of each two codes, calling it once for every two that differ from all before."""
    import numpy as np

    width = int(others.max(initial=0)) + 1
    both, back = np.unique(ones * width + others, return_inverse=True)
    return np.array([weigh(*divmod(code, width)) for code in both.tolist()], np.float64)[back]


def _same_aim(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return WORK_OR_LEVEL if "deliver" in (one, other) else 0.0


def _different(one: str, other: str) -> float:
    return float(bool(one) and bool(other) and not same_body(one, other))


def _owner_tie(one: str, other: str) -> float:
    if not one or not other:
        return 1.0 if one == other else 0.5
    return float(same_body(one, other))
