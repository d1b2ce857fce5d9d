"""Which changes are looked at, and which of them let a run fail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

import msgspec
import regex

from ..errors import PledgeminerError
from .model import Comparison, Kind

Gate = Kind | Literal["slipped", "weakened"]

SLIPPED: Literal["slipped"] = "slipped"
"""The gate for a deadline that was put off, whatever else became of the target."""

WEAKENED: Literal["weakened"] = "weakened"
"""The gate for a target that became less ambitious, by its number, its wording or its deadline."""

GATES: tuple[str, ...] = (*get_args(Kind), SLIPPED, WEAKENED)


class Scope(msgspec.Struct, frozen=True):
    """The changes that are looked at.

    ``owners`` are parts of the names of bodies of either side (none: all bodies), ``indicator`` is a
    pattern that is searched for in the indicator of either side.
    """

    owners: tuple[str, ...] = ()
    indicator: regex.Pattern[str] | None = None

    def wants(self, comparison: Comparison) -> bool:
        """Return whether ``comparison`` is looked at."""
        records = [record for record in (comparison.old, comparison.new) if record is not None]
        if self.owners and not any(
            part in owner for part in self.owners for record in records for owner in record.owners
        ):
            return False
        pattern = self.indicator
        return pattern is None or any(pattern.search(record.indicator) for record in records)


def scope(owners: Iterable[str] = (), indicator: str | None = None) -> Scope:
    """Return the scope of parts of owners' names and of a regular expression.

    Raises ``PledgeminerError`` for an expression that is none.
    """
    try:
        return Scope(tuple(owners), regex.compile(indicator) if indicator else None)
    except regex.error as error:
        raise PledgeminerError(
            f"{indicator!r} is not a regular expression: {error}",
            where="indicator",
            hint="put a backslash before a sign that is meant as it stands",
        ) from None


def read_gates(text: str) -> frozenset[str]:
    """Return the gates that ``text`` names, with commas between. Raises ``PledgeminerError``."""
    named = [name.strip().lower() for name in text.split(",") if name.strip()]
    unknown = [name for name in named if name not in GATES]
    if unknown or not named:
        problem = f"{', '.join(unknown)} is no gate" if unknown else "no gate is named"
        raise PledgeminerError(problem, where="fail-on", hint=f"name one or more of {','.join(GATES)}")
    return frozenset(named)


def fires(comparison: Comparison, gates: Iterable[str]) -> bool:
    """Return whether one of ``gates`` stops ``comparison``."""
    return any(_is(comparison, gate) for gate in gates)


def _is(comparison: Comparison, gate: str) -> bool:
    if gate == WEAKENED:
        return comparison.change.ambition == "less"
    return comparison.slipped if gate == SLIPPED else comparison.change.change == gate
