"""Blocks of text that no straight line parts, in the order in which they are read.

The order is that of the two rules of Breuel, "High Performance Document Layout Analysis" (2003).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from .pieces import Piece, rows_of
from .shapes import Box

_MOST = 300


def is_tangled(pieces: Sequence[Piece]) -> bool:
    """Say whether ``pieces``, which no straight line parts, are more than one row."""
    rows = list(rows_of(pieces, 0.35))
    return len(rows) > 2 and len(pieces) <= _MOST


def untangled(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Yield the blocks of ``pieces`` in the order of Breuel's two rules.

    Of two blocks that overlap in x the upper one is read first; else the left one, unless between their heights stands
    a third that overlaps both.
    """
    blocks = [(block, _box(block)) for block in _blocks(pieces)]
    before: list[set[int]] = [set() for _ in blocks]
    for i, (_, one) in enumerate(blocks):
        for j, (_, other) in enumerate(blocks):
            if i != j and _goes_before(one, other, [box for _, box in blocks]):
                before[j].add(i)
    left = set(range(len(blocks)))
    while left:
        # Contradictions are left to the block with the fewest others before it.
        first = min(left, key=lambda k: (len(before[k] & left), blocks[k][1][0], blocks[k][1][1]))
        left.remove(first)
        yield blocks[first][0]


def _goes_before(one: Box, other: Box, boxes: Iterable[Box]) -> bool:
    if one[0] < other[2] and other[0] < one[2]:
        return one[1] < other[1]
    if one[2] > other[0]:
        return False
    upper, lower = min(one[1], other[1]), max(one[3], other[3])
    return not any(
        box[0] < one[2] and one[0] < box[2] and box[0] < other[2] and other[0] < box[2] and upper < box[1] < lower
        for box in boxes
    )


def _blocks(pieces: list[Piece]) -> list[list[Piece]]:
    """Return chains of pieces of which each stands alone under the one before and close to it."""
    ordered = sorted(pieces, key=lambda piece: piece.top)
    under: list[list[int]] = []
    for i, upper in enumerate(ordered):
        near = [
            j
            for j in range(i + 1, len(ordered))
            if upper.x0 < ordered[j].x1 and ordered[j].x0 < upper.x1 and ordered[j].top > upper.top + 1
        ]
        first = min((ordered[j].top for j in near), default=0.0)
        under.append([j for j in near if ordered[j].top < first + 0.5 * upper.size])
    times = Counter(j for below in under for j in below)
    chains: dict[int, list[Piece]] = {}
    for i, upper in enumerate(ordered):
        chain = chains.setdefault(i, [upper])
        if len(under[i]) == 1 and times[under[i][0]] == 1 and _is_next_line(upper, ordered[under[i][0]]):
            chains[under[i][0]] = chain
            chain.append(ordered[under[i][0]])
    return list({id(chain): chain for chain in chains.values()}.values())


def _is_next_line(upper: Piece, lower: Piece) -> bool:
    return (
        not upper.solid
        and not lower.solid
        and lower.top - upper.bottom <= 1.5 * lower.size
        and abs(upper.size - lower.size) <= 0.1 * lower.size
    )


def _box(pieces: Iterable[Piece]) -> Box:
    parts = list(pieces)
    left, right = min(piece.x0 for piece in parts), max(piece.x1 for piece in parts)
    return left, min(piece.top for piece in parts), right, max(piece.bottom for piece in parts)
