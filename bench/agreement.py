"""How far the records of two forms of a document say the same, and the lines that show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pledgeminer.record import Record

Key = tuple[str, ...]
"""The fields in which two records must agree, as words."""


class Agreement(NamedTuple):
    """The keys that only the plain text's records have, those that only the other form's have, and how many both have.

    Keys are counted as often as they are found: a promise that a text makes twice must be found twice.
    """

    lost: Counter[Key]
    added: Counter[Key]
    equal: int

    @property
    def plain(self) -> int:
        """The number of records of the plain text."""
        return self.equal + self.lost.total()

    @property
    def other(self) -> int:
        """The number of records of the other form."""
        return self.equal + self.added.total()

    @property
    def recall(self) -> float:
        """The share of the plain text's records that the other form has."""
        return self.equal / self.plain if self.plain else 1.0

    @property
    def precision(self) -> float:
        """The share of the other form's records that the plain text has."""
        return self.equal / self.other if self.other else 1.0

    @property
    def share(self) -> float:
        """The equal records against the larger of the two numbers: the lower of recall and precision."""
        return min(self.recall, self.precision)


def compare(plain: Iterable[Record], other: Iterable[Record], key: Callable[[Record], Key]) -> Agreement:
    """Compare records by their keys, wherever in the texts they stand."""
    ours, theirs = Counter(map(key, plain)), Counter(map(key, other))
    return Agreement(ours - theirs, theirs - ours, (ours & theirs).total())


def total(agreements: Sequence[Agreement]) -> Agreement:
    """Return all ``agreements`` as one."""
    lost, added = Counter[Key](), Counter[Key]()
    for one in agreements:
        lost += one.lost
        added += one.added
    return Agreement(lost, added, sum(one.equal for one in agreements))


def report(kind: str, target: float, agreements: Iterable[tuple[str, Agreement]], *, show: bool) -> bool:
    """Print a table of named ``agreements`` with their total, each line as soon as it is known.

    ``show`` lists the keys that differ. Returns whether the share of the total reaches ``target``.
    """
    print(f"{kind:14}{'plain':>7}{'found':>7}{'equal':>7}{'recall':>9}{'precision':>11}{'share':>9}")
    done = []
    for name, one in agreements:
        done.append(one)
        print(figures(name, one), flush=True)
        for sign, keys in (("-", one.lost), ("+", one.added)) if show else ():
            for key in keys.elements():
                print(f"    {sign} {' | '.join(key)}")
    everything = total(done)
    reached = everything.share >= target
    print(f"{figures('all', everything)}  {'reaches' if reached else 'MISSES'} {target:.0%}\n", flush=True)
    return reached


def figures(name: str, one: Agreement) -> str:
    """Return a line of the table."""
    counts = f"{one.plain:7}{one.other:7}{one.equal:7}"
    return f"  {name:12}{counts}{one.recall:9.1%}{one.precision:11.1%}{one.share:9.1%}"
