"""The best assignment on a sparse graph: the pairs, one to one, whose weights have the largest sum.

Shortest augmenting paths with dual prices, one row after the other, as in Jonker and Volgenant, "A shortest augmenting
path algorithm for dense and sparse linear assignment problems", Computing 38 (1987), 325-340. A row may stay alone,
which weighs nothing; so every search ends at the first of a free column and a row that is as well off alone.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def best_assignment(
    rows: NDArray[np.int64], columns: NDArray[np.int64], weights: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Return the places of the chosen pairs, in the order of their rows.

    Pair ``k`` joins ``rows[k]`` and ``columns[k]`` and weighs ``weights[k]``, more than 0; no two pairs join the same.
    """
    import numpy as np

    if not len(weights):
        return np.zeros(0, np.int64)
    single = (np.bincount(rows)[rows] == 1) & (np.bincount(columns)[columns] == 1)
    rest = np.flatnonzero(~single)
    chosen = _augmented(rows[rest], columns[rest], weights[rest])
    found = np.concatenate([np.flatnonzero(single), rest[chosen]])
    return found[np.argsort(rows[found], kind="stable")]


def _augmented(rows: NDArray[np.int64], columns: NDArray[np.int64], weights: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the places of the chosen pairs of a graph in which few or no pairs stand apart from all others."""
    import numpy as np

    order = np.lexsort((columns, rows))
    _, first, width = np.unique(rows[order], return_index=True, return_counts=True)
    names, column = np.unique(columns[order], return_inverse=True)
    graph = _Graph(column.tolist(), weights[order].tolist(), first.tolist(), (first + width).tolist(), len(names))
    # The heaviest pairs first: most rows then find their column free at once.
    best = np.maximum.reduceat(weights[order], first)
    for row in np.argsort(-best, kind="stable").tolist():
        graph.place(row)
    return order[np.array(sorted(edge for edge in graph.edge_of if edge >= 0), np.int64)]


class _Graph:
    """A matching that grows by one row at a time, and stays the best of the rows placed so far.

    ``edge_of`` has for each row its pair, or -1. Prices keep ``weight - price[column] <= profit[row]`` for every pair,
    with equality for the chosen ones.
    """

    def __init__(self, column: list[int], weight: list[float], first: list[int], last: list[int], width: int) -> None:
        self.column, self.weight, self.first, self.last = column, weight, first, last
        self.edge_of = [-1] * len(first)
        self.row_at = [-1] * width
        self.price = [0.0] * width
        self.profit = [0.0] * len(first)

    def place(self, start: int) -> None:
        """Add the row ``start``: along the path that costs least, rows change their columns or stay alone."""
        column, weight, price, row_at = self.column, self.weight, self.price, self.row_at
        self.profit[start] = max(weight[k] - price[column[k]] for k in range(self.first[start], self.last[start]))
        distance: dict[int, float] = {}
        came: dict[int, tuple[int, int]] = {}
        done: list[tuple[int, float]] = []
        heap: list[tuple[float, int]] = []
        reached = [(start, 0.0)]
        row, so_far = start, 0.0
        # What it costs that a row stays alone is its profit.
        alone, cheapest = start, self.profit[start]
        settled: set[int] = set()
        while True:
            profit = self.profit[row]
            if so_far + profit < cheapest:
                alone, cheapest = row, so_far + profit
            for k in range(self.first[row], self.last[row]):
                there = column[k]
                if there in settled:
                    continue
                length = so_far + profit - weight[k] + price[there]
                if length < cheapest and length < distance.get(there, cheapest):
                    distance[there] = length
                    came[there] = row, k
                    heappush(heap, (length, there))
            target = -1
            while heap:
                length, there = heappop(heap)
                if there not in settled and length == distance[there]:
                    target = there
                    break
            if target < 0 or length >= cheapest:
                self._leave_alone(alone, start, came)
                self._reprice(cheapest, reached, done)
                return
            if row_at[target] < 0:
                self._shift(target, start, came)
                self._reprice(length, reached, done)
                return
            settled.add(target)
            done.append((target, length))
            row, so_far = row_at[target], length
            reached.append((row, so_far))

    def _shift(self, target: int, start: int, came: dict[int, tuple[int, int]]) -> None:
        """Give ``target`` to the row from which the path came, that row's column to the one before, and so on."""
        while True:
            row, edge = came[target]
            before = self.edge_of[row]
            self.edge_of[row], self.row_at[target] = edge, row
            if row == start:
                return
            target = self.column[before]

    def _leave_alone(self, row: int, start: int, came: dict[int, tuple[int, int]]) -> None:
        """Take its column from ``row``, and give it to the row from which the path came."""
        edge = self.edge_of[row]
        self.edge_of[row] = -1
        if row != start:
            self._shift(self.column[edge], start, came)

    def _reprice(self, length: float, reached: list[tuple[int, float]], done: list[tuple[int, float]]) -> None:
        for row, so_far in reached:
            self.profit[row] -= length - so_far
        for target, so_far in done:
            self.price[target] += length - so_far
