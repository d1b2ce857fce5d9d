"""The document's own date, from its title, its signature, its page, its text and its file's name."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from ..documents.metadata import Candidate
from .issuers import signature
from .numerals import numeral_value
from .times import minguo_year, year_of_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regex import Match

    from ..rules.facts import FactPatterns
    from ..rules.ruleset import RuleSet
    from ..rules.times import TimePatterns
    from .stated_lines import StatedLine, StatedLines

#: How much of a text's beginning is looked through for its date, in code points.
_HEAD = 600
#: Until this month the year that is over is still spoken of most.
_EARLY = 4
#: No line that states a date is longer, in code points; one at the foot that is no signature is shorter.
_LONGEST, _SHORT = 100, 40


class Day(NamedTuple):
    """A day that stands from ``start`` to ``end`` of a text, ISO; ``whole`` says that its year is written too."""

    start: int
    end: int
    iso: str
    whole: bool


def date_candidates(
    text: str, source: str, lines: StatedLines, rules: RuleSet, published: str | None
) -> Iterator[Candidate]:
    """Yield the dates that a document states of itself.

    ``text`` is the folded text, ``source`` the path of the file, ``published`` the day (ISO) on which a page says that
    it was put up; it gives a day in the text the year that it lacks.
    """
    facts = rules.facts
    for found in (lines.beginning, lines.end):
        signed = signature(found, rules)
        day = _first_day(found[signed[0]].text, rules) if signed is not None else None
        if day is not None:
            yield Candidate(day, "signature")
    for line in lines.foot:
        if facts.day_line.fullmatch(line.text) and (day := _first_day(line.text, rules)):
            yield Candidate(day, "signature")
    for line in lines.head:
        if len(line.text) <= _LONGEST and (facts.day_line.fullmatch(line.text) or facts.dated_title.match(line.text)):
            day = _first_day(line.text, rules)
            if day is not None:
                yield Candidate(day, "title")
    if published is not None:
        yield Candidate(published, "page")
    for line in (*lines.head, *lines.foot):
        day = _published(line.text, rules)
        if day is not None:
            yield Candidate(day, "page")
    for line in (*lines.head, *reversed(lines.foot)):
        if len(line.text) <= _SHORT and facts.imprint.search(line.text) and (day := _first_day(line.text, rules)):
            yield Candidate(day, "text")
    days = list(days_in(text[:_HEAD], rules, text, published))
    whole = [day for day in days if day.whole]
    # The month and the day of a whole day are none without its year.
    parts = [day for day in days if not day.whole and not any(one.start <= day.start < one.end for one in whole)]
    for one in (*whole, *parts):
        if not _is_other(text, one, facts):
            yield Candidate(one.iso, "text")
    yield from _in_name(source, rules)


def inexact_date(title: str | None, source: str, lines: StatedLines, rules: RuleSet) -> str | None:
    """Return the first day (ISO) of the month or year that a document is of, where its day is unknown, or None.

    The month stands on a line of its own, the year in the ``title``, in a heading over what is to be done, or in the
    name of the file ``source``.
    """
    facts, times = rules.facts, rules.times
    for form in times.document_months:
        for line in (*lines.head, *lines.foot):
            found = form.fullmatch(line.text)
            if found is not None and (year := _number(found["year"], times)) is not None:
                return _iso(year, _month(found["month"], rules) or 1, 1)
    years = [form.fullmatch(text) for form in times.document_years for text in (title or "", *_texts(lines.head))]
    headings = [
        facts.plan_heading.fullmatch(text)
        for text in _texts(lines.beginning)
        if len(text) <= _SHORT and not facts.no_plan_year.search(text)
    ]
    named = facts.name_year.search(PurePath(source).name)
    found = next((one for one in (*years, *headings, named) if one is not None), None)
    year = _number(found["year"], times) if found is not None else None
    return _iso(year, 1, 1)


def _texts(lines: Sequence[StatedLine]) -> Iterator[str]:
    return (line.text for line in lines)


def days_in(part: str, rules: RuleSet, text: str = "", published: str | None = None) -> Iterator[Day]:
    """Yield the days in ``part``, form by form.

    One without its year has that of ``published``, or the one that ``text`` names most, and is left out if there is
    none.
    """
    patterns = rules.times
    for pattern in patterns.document_dates:
        for found in pattern.finditer(part):
            groups = found.groupdict()
            month = _month(groups.get("last_month") or groups["month"], rules)
            day = _number(groups.get("last_day") or groups["day"], patterns)
            if month is None or day is None:
                continue
            year = _number(groups.get("year"), patterns)
            if groups.get("minguo"):
                year = minguo_year(groups["minguo"], patterns)
            whole = year is not None
            if year is None and published is not None:
                # A page is put up on the day or after it.
                year = int(published[:4]) - ((month, day) > (int(published[5:7]), int(published[8:])))
            if year is None:
                year = _year_of(text, found, patterns)
            iso = _iso(year, month, day)
            if iso is not None:
                yield Day(found.start(), found.end(), iso, whole)


def _first_day(line: str, rules: RuleSet) -> str | None:
    return next((day.iso for day in days_in(line, rules) if day.whole), None)


def _published(line: str, rules: RuleSet) -> str | None:
    """Return the day on which a page was put up, if ``line`` states that: behind a label, or before a time of day."""
    if len(line) > _LONGEST:
        return None
    facts = rules.facts
    for day in days_in(line, rules):
        if not day.whole or _is_other(line, day, facts):
            continue
        before = line[: day.start]
        labelled = any(not before[label.end() :].strip() for label in facts.published.finditer(before))
        if labelled or facts.clock.match(line, day.end):
            return day.iso
    return None


def _is_other(text: str, day: Day, facts: FactPatterns) -> bool:
    """Return whether the day is a birthday, a limit, or another one that is not the document's."""
    if facts.not_behind.match(text, day.end):
        return True
    return facts.not_before.match(text, max(0, day.start - 12), day.start) is not None


def _in_name(source: str, rules: RuleSet) -> Iterator[Candidate]:
    name = PurePath(source).name
    for pattern in rules.facts.name_days:
        for found in pattern.finditer(name):
            iso = _iso(int(found["year"]), int(found["month"]), int(found["day"]))
            if iso is not None:
                yield Candidate(iso, "file name")
    for day in days_in(name, rules):
        if day.whole:
            yield Candidate(day.iso, "file name")


def _iso(year: int | None, month: int, day: int) -> str | None:
    try:
        return None if year is None else date(year, month, day).isoformat()
    except ValueError:
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


def _month(text: str, rules: RuleSet) -> int | None:
    # January has a name of its own.
    return rules.facts.months.get(text) or _number(text, rules.times)


def _number(text: str | None, patterns: TimePatterns) -> int | None:
    if not text:
        return None
    if text in patterns.month_names:
        return patterns.month_names[text]
    if len(text) == 4:
        return year_of_digits(text, patterns.variants)
    value = int(text) if text.isdigit() and text.isascii() else numeral_value(text.translate(patterns.variants), {})
    return None if value is None else int(value)
