"""The same target said twice in one document (in the article and in the box beside it) counts once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from ..record import Record
from .likeness import term
from .owners import lead
from .units import base_unit, in_base, middle
from .words import Words

_Circumstances = tuple[str | None, str | None, str | None]
"""The leading body, the deadline and the interval; what a record leaves open is ``None``."""


def merge_repeated(records: Iterable[Record], words: Words) -> list[Record]:
    """Return ``records`` in a settled order, with one record for each target of each document.

    Records are one target if they have the same indicator (in any order of words), aim, unit and value, and
    no different owner, deadline or interval; a record that leaves one of these open goes with the only
    other one that it can mean. Records that do not say what they measure are never one. The record that says
    the most stands for all of its target, and of those that say as much the first.
    """
    targets: dict[Hashable, list[Record]] = {}
    for record in sorted(records, key=place):
        targets.setdefault(_target(record, words), []).append(record)
    kept = (max(group, key=_says) for said in targets.values() for group in _by_circumstances(said))
    return sorted(kept, key=place)


def place(record: Record) -> tuple[str, int, str, str]:
    """Return the key that puts records in the order of documents and texts, whatever order they came in."""
    return record.source, record.start, record.id, repr(record)


def _target(record: Record, words: Words) -> Hashable:
    prepared = term(record, words)
    if prepared.vague:
        return place(record)
    letters = "".join(sorted(prepared.core))
    value = in_base(middle(record), record.unit, words)
    unit = base_unit(record.unit, words)
    return (
        (record.source, record.kind, record.aim, unit, value, record.value_max is None),
        (letters, prepared.figures, prepared.contrasts),
    )


def _by_circumstances(records: list[Record]) -> Iterator[list[Record]]:
    groups: list[tuple[_Circumstances, list[Record]]] = []
    for record in sorted(records, key=_says, reverse=True):
        mine = _circumstances(record)
        fitting = [k for k, (theirs, _) in enumerate(groups) if _agree(mine, theirs)]
        if len(fitting) == 1:
            theirs, group = groups[fitting[0]]
            group.append(record)
            groups[fitting[0]] = (_joined(mine, theirs), group)
        else:
            groups.append((mine, [record]))
    return (sorted(group, key=place) for _, group in groups)


def _circumstances(record: Record) -> _Circumstances:
    return lead(record.owners) or None, record.deadline_date or record.deadline, record.every


def _says(record: Record) -> int:
    return sum(known is not None for known in _circumstances(record))


def _agree(mine: _Circumstances, theirs: _Circumstances) -> bool:
    return all(one is None or other is None or one == other for one, other in zip(mine, theirs, strict=True))


def _joined(mine: _Circumstances, theirs: _Circumstances) -> _Circumstances:
    owner, deadline, every = (one or other for one, other in zip(mine, theirs, strict=True))
    return owner, deadline, every
