"""A target and a reported figure: whether it is met, by the arithmetic."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ..diff.ambition import better
from ..diff.units import convert, middle
from ..diff.words import Words
from ..record import Record
from ..rules.indicators import IndicatorTable
from .candidates import share_of_target
from .model import Verdict

NEAR = Fraction(1, 10)
"""A target without a direction (=, ~) is met within this part of it."""

HALF = Fraction(1, 2)
"""Of an amount to be done, at least this part has to be reported for a part to be done."""

_SHARES = frozenset({"%", "‰"})


class Judgement(NamedTuple):
    """A verdict, the figure in the target's unit, its ratio to the target, and the arithmetic in one line."""

    verdict: Verdict
    actual: Fraction
    ratio: float | None
    reason: str


def judge(target: Record, actual: Record, words: Words, table: IndicatorTable) -> Judgement:
    """Return whether ``actual`` meets ``target``; their units can be compared."""
    wanted = middle(target)
    if share_of_target(actual, words):
        value = wanted * middle(actual) / 100
    else:
        value = convert(middle(actual), actual.unit, target.unit, words)
    if {target.aim, actual.aim} == {"increase", "decrease"}:
        value = -value
    ratio = float(value / wanted) if wanted else None
    desired = better(target, table)
    if target.comparator in (">=", ">"):
        met = value > wanted or (value == wanted and (target.comparator == ">=" or actual.comparator in (">", ">=")))
        desired = "more"
    elif target.comparator in ("<=", "<"):
        met = value < wanted or (value == wanted and target.comparator == "<=")
        desired = "less"
    else:
        low, high = wanted, wanted
        if target.value_max is not None:
            low, high = Fraction(str(target.value)), Fraction(str(target.value_max))
        room = NEAR * abs(wanted)
        met = low - room <= value <= high + room
        met |= (desired == "more" and value > high) or (desired == "less" and value < low)
    sign = "=" if value == wanted else ">" if value > wanted else "<"
    minus = "-" if value < 0 < middle(actual) else ""
    said = f"{minus}{actual.quantity} {sign} {target.quantity}"
    if share_of_target(actual, words):
        said = f"{actual.quantity} of {target.quantity}"
    if met:
        near = value != wanted and (value > wanted) != (desired == "more") and target.comparator in ("=", "~")
        return Judgement("met", value, ratio, f"{said}, within 10 %" if near and desired != "neither" else said)
    amount = target.aim in ("deliver", "increase") and target.unit not in _SHARES
    if amount and wanted > 0 and HALF <= value / wanted < 1 - NEAR:
        return Judgement("partly", value, ratio, f"{said}: {float(value / wanted):.0%}")
    return Judgement("missed", value, ratio, said)
