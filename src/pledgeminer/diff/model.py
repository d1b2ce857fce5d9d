"""One row of a comparison, and the pair of records that it was made from."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from ..record import Aim, Record

Kind = Literal["dropped", "lowered", "reworded", "raised", "added", "running", "unchanged"]
Ambition = Literal["more", "less", "same"]
Reworded = Literal["comparator", "strength", "deadline", "owners"]

KINDS: tuple[Kind, ...] = get_args(Kind)
"""The kinds of change in the order in which every format shows them: first what a reader may worry about."""


class Change(msgspec.Struct, frozen=True, gc=False):
    """What became of one commitment; the fields stand in the order in which every format shows them.

    ``old_value``, ``new_value`` and ``difference`` are in ``unit`` (a range counts by its midpoint),
    ``percent`` is the difference in per cent of the old value. What one side lacks is ``None``. ``ambition`` is
    seen from what is desired; it is ``None`` for instruments of policy, and where a side is missing.
    """

    change: Kind
    indicator: str
    aim: Aim
    unit: str
    old_quantity: str | None
    new_quantity: str | None
    old_value: int | float | None
    new_value: int | float | None
    difference: int | float | None
    percent: int | float | None
    reworded: tuple[Reworded, ...]
    owners: tuple[str, ...]
    old_source: str | None
    old_line: int | None
    new_source: str | None
    new_line: int | None
    likeness: float | None
    old_id: str | None
    new_id: str | None
    old_indicator: str | None = None
    new_indicator: str | None = None
    ambition: Ambition | None = None


CHANGE_FIELDS: tuple[str, ...] = Change.__struct_fields__


class Comparison(msgspec.Struct, frozen=True):
    """A change with the two records behind it; ``slipped`` says that the deadline was put off."""

    change: Change
    old: Record | None
    new: Record | None
    slipped: bool = False
