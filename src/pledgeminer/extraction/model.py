"""The data of the extraction, apart from what makes it: frozen values that one stage hands to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..record import Aim, Comparator
    from ..rules.model import UnitKind

Role = Literal["deadline", "start", "past", "present", "none"]


@dataclass(slots=True)
class Quantity:
    """A number with its unit and comparator in the cleaned text; ``start`` and ``end`` include the comparator words."""

    start: int
    end: int
    number_start: int
    number_end: int
    unit_end: int
    value: int | float
    value_max: int | float | None
    unit: str
    kind: UnitKind
    comparator: Comparator
    chinese: bool
    aim: Aim | None = None
    rounded: bool = False


@dataclass(slots=True)
class Time:
    """An expression of time in the cleaned text, before it is held against a document's date.

    ``year`` is absolute; ``offset`` counts from the document's year, ``span`` is a number of years from then on.
    """

    start: int
    end: int
    role: Role
    year: int | None = None
    offset: int | None = None
    span: int | None = None
    month: int | None = None
    day: int | None = None
    date: str | None = None
    century: bool = False
    floating: bool = False

    @property
    def placed(self) -> bool:
        """Whether it says which year it is in."""
        return self.role != "none" and (self.offset is not None or self.year is not None)
