"""Which indicators of two long lists are alike, without a matrix of all pairs of them.

A bag of characters is a row of a sparse matrix; the product of two such matrices has, for each pair that
shares a character at all, how many they share. It is made a few rows at a time, most pairs fall by that
count alone, and only what remains is compared in order. Nothing that is alike is lost by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .likeness import LEAST_DICE, THRESHOLD, Term, Terms, likenesses

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

_AT_ONCE = 4_000_000
"""About so many shared characters are counted at a time."""

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
        dice = 2 * shared / (terms.length[rows] + others.length[columns])
        near = _nearest(rows, dice)
        rows, columns, shared = rows[near], columns[near], shared[near]
        like = likenesses(terms, others, rows, columns, shared)
        kept = like >= THRESHOLD
        found.append(Neighbours(rows[kept], columns[kept], like[kept]))
    return Neighbours(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _nearest(rows: NDArray[np.int64], dice: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return which pairs can be alike at all, of each row's at most `MOST`; ``rows`` is in order."""
    import numpy as np

    near = np.flatnonzero(dice >= LEAST_DICE - 1e-9)
    starts = np.flatnonzero(np.diff(rows[near], prepend=-1))
    counts = np.diff(starts, append=len(near))
    if counts.max(initial=0) <= MOST:
        return near
    near = near[np.lexsort((-dice[near], rows[near]))]
    rank = np.arange(len(near)) - np.repeat(starts, counts)
    return np.sort(near[rank < MOST])


def _shared(
    first: Sequence[Term], second: Sequence[Term]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]:
    """Yield pairs of places with the number of characters that they share, in the order of the places."""
    import numpy as np

    known: dict[_Token, int] = {}
    bags, others = (
        [[known.setdefault(token, len(known)) for token in _tokens(item.core)] for item in side]
        for side in (first, second)
    )
    left, right = _matrix(bags, len(known)), _matrix(others, len(known)).T.tocsr()
    work = np.cumsum(left @ np.diff(right.indptr))
    start = 0
    while start < len(bags):
        done = work[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(work, done + _AT_ONCE, side="right")))
        product = (left[start:stop] @ right).tocsr()
        product.sort_indices()
        pairs = product.tocoo()
        yield pairs.row.astype(np.int64) + start, pairs.col.astype(np.int64), pairs.data.astype(np.int64)
        start = stop


def _matrix(bags: list[list[int]], width: int) -> csr_array:
    import numpy as np
    from scipy.sparse import csr_array

    starts = np.cumsum([0, *map(len, bags)])
    tokens = np.array([token for bag in bags for token in bag], np.int64)
    return csr_array((np.ones(len(tokens), np.int32), tokens, starts), shape=(len(bags), width))


def _tokens(letters: str) -> Iterator[_Token]:
    seen = Counter[str]()
    for letter in letters:
        seen[letter] += 1
        yield letter, seen[letter]
