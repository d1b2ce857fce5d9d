"""The terms of a list of records, each seen among its neighbours in the text."""

from __future__ import annotations

from collections.abc import Sequence

from ..record import Record
from .likeness import Term, prepare, term
from .words import Words

NEAR = 40
"""A number stands so near behind another one, in code points, if it says more of the same thing."""


def terms_of(records: Sequence[Record], words: Words) -> list[Term]:
    """Return the term of each record; ``records`` are in the order of their texts.

    A record that says nothing of itself belongs to the number just before it: in 市级重点项目260个，计划投资620亿元
    the 620亿元 are the investment in those projects.
    """
    terms = [term(record, words) for record in records]
    for number in range(1, len(records)):
        before, record = records[number - 1], records[number]
        if terms[number].vague and not terms[number - 1].vague and _adjoin(before, record):
            terms[number] = prepare(before.indicator + record.indicator, words)
    return terms


def _adjoin(before: Record, after: Record) -> bool:
    same_line = before.source == after.source and before.line == after.line
    return same_line and 0 <= after.start - before.end <= NEAR
