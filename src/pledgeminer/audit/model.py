"""One row of an audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal, get_args

import msgspec

from ..record import Aim, Comparator, Strength

Verdict = Literal["missed", "partly", "unclear", "not_reported", "claimed", "met", "not_due"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""The verdicts in the order in which every format shows them: first what a reader may worry about."""


class Audited(msgspec.Struct, frozen=True, gc=False):
    """What became of one commitment; the fields stand in the order in which every format shows them.

    ``target_value`` and ``target_max`` are in ``unit``, ``actual_value`` is in ``actual_unit``; ``ratio`` is of actual
    to target. ``reason`` is the arithmetic or the words, in one line. What is not known is ``None``.
    """

    verdict: Verdict
    indicator: str
    aim: Aim
    unit: str
    comparator: Comparator
    target_quantity: str
    target_value: int | float
    target_max: int | float | None
    actual_quantity: str | None
    actual_value: int | float | None
    actual_unit: str | None
    ratio: float | None
    reason: str
    owners: tuple[str, ...]
    strength: Strength
    deadline_date: str | None
    target_text: str
    target_source: str
    target_line: int
    actual_indicator: str | None
    actual_text: str | None
    actual_source: str | None
    actual_line: int | None
    likeness: float | None
    target_id: str
    actual_id: str | None


AUDIT_FIELDS: tuple[str, ...] = Audited.__struct_fields__


def counts(rows: Iterable[Audited]) -> dict[str, int]:
    """Return how many rows have each verdict, in the order of `VERDICTS`, without those that none has."""
    found = Counter(row.verdict for row in rows)
    return {verdict: found[verdict] for verdict in VERDICTS if found[verdict]}


def by_owner(rows: Iterable[Audited]) -> dict[str, dict[str, int]]:
    """Return for each leading body how many of its commitments have each verdict; ``""`` is for those without one."""
    owned: dict[str, list[Audited]] = {}
    for row in rows:
        owned.setdefault(row.owners[0] if row.owners else "", []).append(row)
    return {owner: counts(some) for owner, some in sorted(owned.items())}
