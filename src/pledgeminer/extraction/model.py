"""The data of the extraction, apart from what makes it: frozen values that one stage hands to the next.

All offsets are code points of the cleaned text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from ..record import Aim, Comparator
    from ..rules.field_types import UnitKind

Role = Literal["deadline", "start", "past", "present", "none"]

#: Why a numeral is no quantity: an article (一), part of a name (三角), part of a time, without a measure, or a label.
Why = Literal["article", "name", "time", "no-measure", "too-large", "label"]


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit and comparator; ``start`` and ``end`` include the comparator words.

    ``value`` and ``value_max``, the upper end of a range, are in ``unit``. ``chinese`` says that it is written in a
    Chinese numeral, ``rounded`` that it is said to be more than its figures. ``aim`` is that of a word that is a whole
    number (翻一番).
    """

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


class Time(msgspec.Struct, frozen=True, gc=False):
    """An expression of time, before it is held against a document's date.

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


class Passed(msgspec.Struct, frozen=True, gc=False):
    """A numeral that is no quantity, and why.

    ``by`` is the id of a label, ``before`` for one of those that stand before a number, empty for the other reasons.
    """

    start: int
    end: int
    why: Why
    by: str = ""


class Numbers(msgspec.Struct, frozen=True):
    """All numerals of a text: quantities, times and those passed over, each in the order of the text."""

    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    passed: tuple[Passed, ...]
