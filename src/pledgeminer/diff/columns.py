"""Records as columns of codes, so that many pairs of them can be weighed at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from ..record import Record
from .deadline import horizon
from .likeness import Term
from .owners import lead
from .terms import terms_of
from .units import in_base, middle
from .words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Value = TypeVar("Value", bound=Hashable)


class Codes(Generic[Value]):
    """Numbers for values: equal values get equal numbers, on both sides of a comparison."""

    def __init__(self) -> None:
        self._numbers: dict[Value, int] = {}

    def of(self, values: Iterable[Value]) -> NDArray[np.int64]:
        """Return the numbers of ``values``, giving new ones to those not met before."""
        import numpy as np

        return np.array([self._numbers.setdefault(value, len(self._numbers)) for value in values], np.int64)

    @property
    def values(self) -> list[Value]:
        """The values in the order of their numbers."""
        return list(self._numbers)


class Shared:
    """The codes that the two sides of one comparison share."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.terms = Codes[Term]()
        self.units = Codes[str]()
        self.leads = Codes[str]()
        self.aims = Codes[str]()
        self.rest = Codes[Hashable]()


class Columns:
    """One side of a comparison: a column for each thing that two records are weighed by.

    ``horizon`` is in years, and not a number where it is not known; ``due`` is equal for two records that are due on
    one day. ``place`` is where a record stands in its document, from 0 to 1; ``said`` is equal for two records that
    say the same of their targets in the same words.
    """

    def __init__(self, records: Sequence[Record], shared: Shared) -> None:
        import numpy as np

        words = shared.words
        terms = terms_of(records, words)
        self.term = shared.terms.of(terms)
        self.vague = np.array([item.vague for item in terms], np.bool_)
        self.unit = shared.units.of(record.unit for record in records)
        self.lead = shared.leads.of(lead(record.owners) for record in records)
        self.aim = shared.aims.of(record.aim for record in records)
        self.kind = shared.rest.of(record.kind for record in records)
        self.every = shared.rest.of(record.every for record in records)
        self.comparator = shared.rest.of(record.comparator for record in records)
        self.strength = shared.rest.of(record.strength for record in records)
        self.said = shared.rest.of(_said(record) for record in records)
        self.value = np.array([float(in_base(middle(record), record.unit, words)) for record in records], np.float64)
        self.due = shared.rest.of(record.deadline_date for record in records)
        self.horizon = np.array([horizon(record) for record in records], np.float64)
        self.source = Codes[str]().of(record.source for record in records)
        self.place = _places(self.source)


def _said(record: Record) -> tuple[Hashable, ...]:
    due = record.deadline, record.deadline_date
    return (
        record.value,
        record.value_max,
        record.comparator,
        record.strength,
        due,
        record.every,
        record.owners,
    )


def _places(source: NDArray[np.int64]) -> NDArray[np.float64]:
    import numpy as np

    order = np.argsort(source, kind="stable")
    count = np.bincount(source) if len(source) else np.zeros(0, np.int64)
    rank = np.empty(len(source), np.int64)
    rank[order] = np.arange(len(source)) - np.repeat(np.cumsum(count) - count, count)
    return np.asarray(rank / np.maximum(count[source] - 1, 1))
