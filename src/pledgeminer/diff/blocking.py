"""Which pairs of records are worth weighing: not so many as the square of the lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .columns import Columns, Shared
from .neighbours import neighbours

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ALL_PAIRS = 400
"""Of two groups of records with like indicators all pairs are weighed if they are no more than these."""

_WINDOW = 6
"""In larger groups a record meets those that stand as far in the list or have as large a value, and so many
on either side of them: once among those of its owner, once among all."""


class Pairs(NamedTuple):
    """Pairs of records: places on the one side, places on the other, and the likeness of their indicators."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    like: NDArray[np.float64]


def likely_pairs(first: Columns, second: Columns, shared: Shared) -> Pairs:
    """Return the pairs of records with like indicators, each once.

    All of them, but for an indicator that stands many times on both sides (one target in the reports of three
    hundred counties): of these only those with the same aim and unit that are near by owner, value or place.
    """
    import numpy as np

    groups, others = _Groups(first), _Groups(second)
    terms = shared.terms.values
    near = neighbours([terms[code] for code in groups.terms], [terms[code] for code in others.terms])
    small = groups.count[near.first] * others.count[near.second] <= _ALL_PAIRS
    found = [_all_pairs(groups, others, Pairs(near.first[small], near.second[small], near.like[small]))]
    for group, other, like in zip(near.first[~small], near.second[~small], near.like[~small], strict=True):
        rows, columns = _likeliest(first, groups.members(group), second, others.members(other))
        found.append(Pairs(rows, columns, np.full(len(rows), like)))
    return Pairs(*(np.concatenate(column) for column in zip(*found, strict=True)))


class _Groups:
    """The records of one side by their indicators: those of one indicator stand together in ``order``."""

    def __init__(self, sheet: Columns) -> None:
        import numpy as np

        self.terms, self.start, self.count = np.unique(np.sort(sheet.term), return_index=True, return_counts=True)
        self.order = np.argsort(sheet.term, kind="stable")

    def members(self, group: int) -> NDArray[np.int64]:
        start = self.start[group]
        return self.order[start : start + self.count[group]]


def _all_pairs(groups: _Groups, others: _Groups, near: Pairs) -> Pairs:
    import numpy as np

    width = others.count[near.second]
    many = groups.count[near.first] * width
    which = np.repeat(np.arange(len(many)), many)
    step = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
    rows = groups.order[groups.start[near.first][which] + step // width[which]]
    columns = others.order[others.start[near.second][which] + step % width[which]]
    return Pairs(rows, columns, near.like[which])


def _likeliest(
    first: Columns, rows: NDArray[np.int64], second: Columns, columns: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    import numpy as np

    pairs = {
        pair
        for by_owner in (True, False)
        for one, other in _shared_blocks(first, rows, second, columns, by_owner=by_owner)
        for by_value in (True, False)
        for pair in _side_by_side(
            sorted(one, key=first.value.__getitem__) if by_value else one,
            sorted(other, key=second.value.__getitem__) if by_value else other,
        )
    }
    found = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _shared_blocks(
    first: Columns, rows: NDArray[np.int64], second: Columns, columns: NDArray[np.int64], *, by_owner: bool
) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the records of either side with one kind, aim and unit, and with one owner if so asked."""
    blocks: list[dict[tuple[int, ...], list[int]]] = []
    for sheet, places in ((first, rows), (second, columns)):
        columns_of_key = (sheet.kind, sheet.aim, sheet.unit, *([sheet.lead] if by_owner else []))
        keys = zip(*(column[places].tolist() for column in columns_of_key), strict=True)
        block: dict[tuple[int, ...], list[int]] = {}
        for key, place in zip(keys, places.tolist(), strict=True):
            block.setdefault(key, []).append(place)
        blocks.append(block)
    one, other = blocks
    return ((one[key], other[key]) for key in one if key in other)


def _side_by_side(one: list[int], other: list[int]) -> Iterator[tuple[int, int]]:
    for rank, place in enumerate(one):
        middle = rank * len(other) // len(one)
        for neighbour in other[max(0, middle - _WINDOW) : middle + _WINDOW + 1]:
            yield place, neighbour
