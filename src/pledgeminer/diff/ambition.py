"""Whether a target became more or less ambitious, seen from what is desired of its indicator."""

from __future__ import annotations

from fractions import Fraction

from ..record import Record
from ..rules.indicators import Better, IndicatorTable
from .model import Ambition

_CEILINGS = ("<=", "<")
_STRENGTH = {">": 3, ">=": 3, "<": 3, "<=": 3, "=": 2, "range": 1, "~": 1}
"""How much a comparator binds: a target that was a floor and is an approximation now has become weaker."""


def better(record: Record, table: IndicatorTable) -> Better:
    """Return what is desired of the number of ``record``: more, less, or neither.

    A decrease is wanted to be large, and an increase of what is unwanted to be small. Where the table does not know the
    indicator, the comparator speaks: a ceiling is for what is unwanted.
    """
    found = table.find(record.indicator)
    if found is not None and found[1].better == "neither":
        return "neither"
    if record.aim == "decrease":
        return "more"
    if record.comparator in _CEILINGS:
        return "less"
    return found[1].better if found is not None and record.aim != "deliver" else "more"


def ambition(
    old: Record, new: Record, difference: Fraction | int, *, slipped: bool, table: IndicatorTable
) -> Ambition | None:
    """Return what became of the ambition of ``old`` in ``new``; ``difference`` is by how much the number rose.

    The number speaks first; where it stays, a firm target that becomes an aspiration, a deadline that slipped and a
    weaker comparator make it less. ``None`` for an instrument whose number changed.
    """
    desired = better(new, table)
    if difference:
        if desired == "neither":
            return None
        return "more" if (difference > 0) == (desired == "more") else "less"
    steps = [
        (old.strength == "aspire") - (new.strength == "aspire"),
        -int(slipped),
        _STRENGTH[new.comparator] - _STRENGTH[old.comparator],
    ]
    if any(step < 0 for step in steps):
        return "less"
    return "more" if any(step > 0 for step in steps) else "same"
