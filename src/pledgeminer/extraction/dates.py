"""The document's own date, from its text or its file's name."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from .numerals import numeral_value
from .times import minguo_year, year_of_digits

if TYPE_CHECKING:
    from regex import Match

    from ..rules.patterns import Pattern
    from ..rules.times import TimePatterns

#: How much of a text's beginning and end is looked through for its date, in code points.
_HEAD, _TAIL = 600, 400
#: Until this month the year that is over is still spoken of most.
_EARLY = 4


def document_date(text: str, source: str, patterns: TimePatterns, published: str | None = None) -> str | None:
    """Return the ISO date in the head or the tail of folded ``text``, else in the name of ``source``, else None.

    Of a document that only says its month, or in its title its year, it is the first day.

    The day on which the text was ``published`` (ISO, where a page tells) gives a day in it the year that it lacks, and
    goes before the name.
    """
    head, tail = text[:_HEAD], text[-_TAIL:]
    for part in (head, tail):
        found = _first(part, text, patterns, published)
        if found is not None:
            return found
    if published is not None:
        return published
    name = PurePath(source).name
    days = _first(name, text, patterns, None) or _inexact(name, patterns.document_names[:1], patterns)
    months = (_inexact(part, patterns.document_months, patterns) for part in (head, tail))
    years = _inexact(head, patterns.document_years, patterns) or _inexact(name, patterns.document_names, patterns)
    return days or next((month for month in months if month is not None), None) or years


def _inexact(part: str, forms: tuple[Pattern, ...], patterns: TimePatterns) -> str | None:
    """Return the first day of the month or the year that one of ``forms`` finds in ``part``, else None."""
    for form in forms:
        for found in form.finditer(part):
            groups = found.groupdict()
            year = _number(groups["year"], patterns)
            month = _number(groups.get("month"), patterns) if groups.get("month") else 1
            day = _number(groups.get("day"), patterns) if groups.get("day") else 1
            try:
                return date(year or 0, month or 0, day or 0).isoformat()
            except ValueError:
                continue
    return None


def _first(part: str, text: str, patterns: TimePatterns, published: str | None) -> str | None:
    for pattern in patterns.document_dates:
        for found in pattern.finditer(part):
            groups = found.groupdict()
            month, day = (
                _number(groups.get("last_month") or groups["month"], patterns),
                _number(groups.get("last_day") or groups["day"], patterns),
            )
            year = _number(groups.get("year"), patterns)
            if groups.get("minguo"):
                year = minguo_year(groups["minguo"], patterns)
            if year is None and published is not None and month is not None and day is not None:
                # A page is put up on the day or after it.
                year = int(published[:4]) - ((month, day) > (int(published[5:7]), int(published[8:])))
            if year is None:
                year = _year_of(text, found, patterns)
            if year is None or month is None or day is None:
                continue
            try:
                return date(year, month, day).isoformat()
            except ValueError:
                continue
    return None


def _year_of(text: str, found: Match[str], patterns: TimePatterns) -> int | None:
    """Return the year of a day that has none: the one that the text names most.

    In the first months a report speaks more of the year that is over: then the one behind it is meant, if it is named.
    """
    named = [found.group() for found in patterns.year.finditer(text)]
    # 2000 alone may be a number of anything.
    words = [word for word in named if word.endswith(patterns.year_mark)] or named
    years = [year for word in words if (year := _number(word.removesuffix(patterns.year_mark), patterns)) is not None]
    most = max(set(years), key=years.count, default=None)
    month = _number(found.groupdict().get("last_month") or found["month"], patterns)
    early = month is not None and month <= _EARLY
    return most + 1 if most is not None and early and most + 1 in years else most


def _number(text: str | None, patterns: TimePatterns) -> int | None:
    if not text:
        return None
    if text in patterns.month_names:
        return patterns.month_names[text]
    if len(text) == 4:
        return year_of_digits(text, patterns.variants)
    value = int(text) if text.isdigit() and text.isascii() else numeral_value(text.translate(patterns.variants), {})
    return None if value is None else int(value)
