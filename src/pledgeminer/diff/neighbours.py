"""Which indicators of two long lists are alike, without a matrix of all pairs of them.

For a few rows at a time it is counted how many characters each pair shares; most pairs fall by that count alone, and
only what remains is compared in order. Nothing that is alike is lost by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .likeness import LEAST_DICE, THRESHOLD, Term, Terms, likenesses

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE = 2_000_000
"""So many pairs of indicators are counted at a time."""

_COMMON = 1 / 50
"""A character is common if more than this part of the indicators has it."""

MOST = 100
"""Of an indicator's neighbours only so many are looked at: those that share the most characters with it."""

_Token = tuple[str, int]
"""A character, and for the how many-th time it stands in its string: so a bag becomes a set."""


class Neighbours(NamedTuple):
    """Pairs of indicators that are alike: places in the first list, in the second, and their likeness."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    like: NDArray[np.float64]


def neighbours(first: Sequence[Term], second: Sequence[Term]) -> Neighbours:
    """Return the pairs with a likeness of at least `THRESHOLD`; empty indicators are like one another.

    Nothing that is alike is lost, except where an indicator has more than `MOST` neighbours.
    """
    import numpy as np

    terms, others = Terms(first), Terms(second)
    empty, blank = np.flatnonzero(terms.length == 0), np.flatnonzero(others.length == 0)
    pairs = len(empty) * len(blank)
    found = [Neighbours(np.repeat(empty, len(blank)), np.tile(blank, len(empty)), np.ones(pairs))]
    for rows, columns, shared in _shared(first, second):
        like = likenesses(terms, others, rows, columns, shared)
        kept = like >= THRESHOLD
        found.append(Neighbours(rows[kept], columns[kept], like[kept]))
    return Neighbours(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _shared(
    first: Sequence[Term], second: Sequence[Term]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]:
    """Yield pairs of places with the number of characters that they share, in the order of the places.

    Left out are pairs that share too few to be alike, and of each row all but the `MOST` that share the most for their
    length. Characters that stand in many of the indicators are counted by a product of matrices, the others by the
    lists of the indicators in which they stand.
    """
    import numpy as np

    known: dict[_Token, int] = {}
    bags, others = (
        [[known.setdefault(token, len(known)) for token in _tokens(item.core)] for item in side]
        for side in (first, second)
    )
    length, other_length = (np.array([len(bag) for bag in side], np.float32) for side in (bags, others))
    index = _Index(others, len(known))
    step = max(1, _AT_ONCE // max(1, len(others)))
    for start in range(0, len(bags), step):
        count = index.shared(bags[start : start + step])
        both = length[start : start + step, None] + other_length
        rows, columns = np.nonzero(_nearest(2 * count / np.maximum(both, 1)))
        yield rows + start, columns, count[rows, columns].astype(np.int64)


def _nearest(dice: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return which pairs can be alike at all, of each row's at most `MOST`; among equals the first ones."""
    import numpy as np

    near = dice >= LEAST_DICE - 1e-6
    crowded = np.flatnonzero(near.sum(axis=1) > MOST)
    if len(crowded):
        rows = dice[crowded]
        least = np.partition(rows, -MOST, axis=1)[:, -MOST, None]
        above, level = rows > least, rows == least
        room = MOST - above.sum(axis=1, keepdims=True)
        near[crowded] = above | (level & (level.cumsum(axis=1, dtype=np.int32) <= room))
    return near


class _Index:
    """For each token the bags that hold it; of the tokens that many bags hold, a matrix with a row for each token."""

    def __init__(self, bags: list[list[int]], width: int) -> None:
        import numpy as np

        self._bags = len(bags)
        token = np.array([token for bag in bags for token in bag], np.int64)
        bag = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
        self._order = bag[np.argsort(token, kind="stable")]
        self._count = np.bincount(token, minlength=width)
        self._start = np.cumsum(self._count) - self._count
        common = np.flatnonzero(self._count > _COMMON * len(bags))
        self._line = np.full(width, -1)
        self._line[common] = np.arange(len(common))
        self._matrix = np.zeros((len(common), len(bags)), np.float32)
        held = self._line[token] >= 0
        self._matrix[self._line[token[held]], bag[held]] = 1

    def shared(self, bags: list[list[int]]) -> NDArray[np.float32]:
        """Return how many tokens each of ``bags`` shares with each bag of the index."""
        import numpy as np

        token = np.array([token for bag in bags for token in bag], np.int64)
        bag = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
        line = self._line[token]
        common = np.zeros((len(bags), len(self._matrix)), np.float32)
        common[bag[line >= 0], line[line >= 0]] = 1
        count = common @ self._matrix
        token, bag = token[line < 0], bag[line < 0]
        many = self._count[token]
        which = np.repeat(np.arange(len(token)), many)
        step = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
        cells = bag[which] * self._bags + self._order[self._start[token][which] + step]
        count += np.bincount(cells, minlength=count.size).reshape(count.shape)
        return count


def _tokens(letters: str) -> Iterator[_Token]:
    seen = Counter[str]()
    for letter in letters:
        seen[letter] += 1
        yield letter, seen[letter]
