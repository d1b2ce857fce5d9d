"""Whether a deadline moved between two documents that were written at different times."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from ..record import Record
from .words import Words

Move = Literal["same", "moved", "slipped"]


class _Standing(msgspec.Struct, frozen=True):
    """A deadline as a day, as a day relative to the document's year, and whether its words name the year."""

    day: date | None
    relative: tuple[int, int, int] | None
    named: bool
    stated: bool


def compare_deadlines(old: Record, new: Record, words: Words) -> Move:
    """Say whether the deadline of ``new`` is that of ``old``, read from where each document stands.

    今年 stays 今年 though a year has passed, and a number without a deadline holds for the year of its
    document; 2025年底 that became 2026年底 has slipped, for it names its year. The same day is the same
    deadline in any words.
    """
    before, after = _standing(old, words), _standing(new, words)
    if before.day is not None and before.day == after.day:
        return "same"
    both_named = before.named and after.named
    if before.relative is not None and after.relative is not None and not both_named:
        if before.relative == after.relative:
            return "same"
        later = before.relative < after.relative
    elif before.day is not None and after.day is not None:
        later = before.day < after.day
    else:
        return "same" if _bare(old.deadline) == _bare(new.deadline) else "moved"
    return "slipped" if later and before.stated and after.stated else "moved"


def horizon(record: Record) -> int | None:
    """Return in how many years after its document's a record is due; a number without a deadline is due in its year.

    ``None`` if the date of the document or of the deadline is not known.
    """
    written, due = _day(record.date), _day(record.deadline_date)
    if written is None or (due is None and record.deadline is not None):
        return None
    return due.year - written.year if due is not None else 0


def _standing(record: Record, words: Words) -> _Standing:
    written, due = _day(record.date), _day(record.deadline_date)
    stated = record.deadline is not None or due is not None
    wording = _bare(record.deadline)
    own_year = not stated or (due is None and wording in words.this_year)
    if own_year:
        year_end = date(written.year, 12, 31) if written else None
        return _Standing(year_end, (0, 12, 31), False, stated)
    if due is None:
        return _Standing(None, None, False, stated)
    relative = (due.year - written.year, due.month, due.day) if written else None
    if relative is None and wording in words.this_year:
        relative = (0, 12, 31)
    in_its_year = written is not None and due.year == written.year and words.own_year.search(wording) is not None
    return _Standing(due, relative, words.named.search(wording) is not None and not in_its_year, stated)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _bare(wording: str | None) -> str:
    return "".join((wording or "").split())
