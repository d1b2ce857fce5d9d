"""Times: expressions around numbers, fixed words, and the last day that each means for a document of a date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from .model import Role, Time
from .numerals import numeral_value

if TYPE_CHECKING:
    from ..rules.model import TimeWords
    from ..rules.times import TimeForm, TimePatterns


def time_at(text: str, start: int, follower: str, patterns: TimePatterns, held: dict[TimeForm, bool]) -> Time | None:
    """Return the time whose numeral begins at ``start`` of folded ``text``, with the words before that belong to it.

    ``follower`` is the letter behind the numeral. ``held`` is to be one dictionary for all of the text: it remembers
    which forms hold in it.
    """
    for form in patterns.forms[follower]:
        found = form.pattern.match(text, start)
        if found is None:
            continue
        if form.role == "duration":
            return None
        before = patterns.before.match(text, max(0, start - 8), start)
        begin = before.start() if before is not None else start
        if form.needs is not None and form.needs.search(text, begin, found.end()) is None:
            continue
        if form.document is not None and not _holds(form, text, held):
            continue
        groups = found.groupdict()
        part = groups.get("part") or ""
        time = Time(begin, found.end(), _role(form, part, patterns))
        if groups.get("year"):
            time.year = _year(groups["year"], patterns.variants)
            time.month = 12
        if groups.get("minguo"):
            time.year, time.month = minguo_year(groups["minguo"], patterns), form.month or 12
        if groups.get("until"):
            first = _year(groups["from"], patterns.variants)
            time.year, time.month = first and _second(first, int(groups["until"])), form.month or 12
        # 十五五 is the fifteenth plan of five years: the last letter is no part of the ordinal.
        ordinal = (
            _small(groups["nth"]) if groups.get("nth") else _small(groups["plan"][:-1]) if groups.get("plan") else None
        )
        if ordinal is not None:
            time.year, time.month = _plan_end(ordinal, patterns), 12
        if groups.get("span"):
            time.span = _small(groups["span"])
            time.month = 12
        if groups.get("months"):
            return None
        if groups.get("month"):
            time.month = _small(groups["month"])
        if groups.get("day"):
            time.day = _small(groups["day"])
        for word, month in patterns.parts.items():
            if word in part:
                time.month = month
        time.floating = time.month is not None and time.year is None and time.span is None
        if time.month is not None and not 1 <= time.month <= 12:
            return None
        return time
    return None


def _holds(form: TimeForm, text: str, held: dict[TimeForm, bool]) -> bool:
    if form not in held:
        held[form] = form.document is None or form.document.search(text) is not None
    return held[form]


def _role(form: TimeForm, part: str, patterns: TimePatterns) -> Role:
    if form.role == "none":
        return "none"
    if part.endswith(patterns.start_parts):
        return "start"
    return "past" if part.endswith(patterns.past_parts) else "deadline"


def word_time(start: int, end: int, words: TimeWords) -> Time:
    """Return the time that a fixed word means."""
    return Time(
        start,
        end,
        words.role,
        None,
        words.year,
        None,
        words.month,
        words.day,
        words.date,
        words.century,
        words.floating,
    )


def merge(first: Time, second: Time) -> Time:
    """Return one time for two that stand side by side (今年 and 10月底前)."""
    year, offset = (second.year, second.offset) if second.year is not None else (first.year, first.offset)
    if year is None and offset is None:
        offset = second.offset
    return Time(
        first.start,
        second.end,
        second.role,
        year,
        offset,
        second.span or first.span,
        second.month or first.month,
        second.day,
        second.date or first.date,
        False,
        first.floating and second.floating,
    )


def resolve(time: Time, date: str | None) -> str | None:
    """Return the last day of ``time`` as an ISO date, for a document of ``date``; None if it cannot be worked out."""
    if time.date is not None:
        return time.date
    now = int(date[:4]) if date else None
    if time.century and now is not None:
        return f"{now // 100 * 100 + 100 if now % 100 else now}-12-31"
    year = time.year
    if year is None and now is not None:
        if time.span is not None:
            year = now + time.span - 1
        elif time.offset is not None:
            year = now + time.offset
        elif time.month is not None:
            year = now
    if year is None or not 1 <= year <= 9999:
        return None
    month = time.month or 12
    last = monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{min(time.day or last, last):02d}"


def tense(time: Time, date: str | None) -> Literal["past", "present", "future", "since"]:
    """Say how ``time`` stands to the document's ``date``: before its year, in it, after it, or looking back."""
    now = int(date[:4]) if date else None
    if time.role == "past" and time.year is not None:
        # 2023年以来 looks back from now, whatever the year.
        return "since"
    if (time.offset is not None and time.offset < 0) or (time.year is not None and now is not None and time.year < now):
        return "past"
    if time.role == "past" or (time.role == "start" and (now is None or not time.placed)):
        return "since"
    unplaced = time.year is None and time.offset is None and time.month is None
    if time.date is not None or time.century or time.span is not None or unplaced:
        return "future"
    if time.offset is not None:
        return "present" if time.offset == 0 else "future"
    return "future" if time.year is not None and now is not None and time.year > now else "present"


def _small(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    value = numeral_value(text, {})
    return None if value is None else int(value)


def _year(text: str, variants: Mapping[int, str]) -> int | None:
    if text.isdigit() and text.isascii():
        return int(text)
    value = numeral_value(text.translate(variants), {})
    return None if value is None or not 1000 <= value <= 2999 else int(value)


def minguo_year(text: str, patterns: TimePatterns) -> int | None:
    """Return the year of our era that a year of the Republic of China is, in figures or a Chinese numeral."""
    year = int(text) if text.isdigit() and text.isascii() else numeral_value(text.translate(patterns.variants), {})
    return None if year is None else patterns.republic + int(year)


def _second(first: int, last_digits: int) -> int:
    """Return the year with these last two digits that follows ``first`` (1999-00, 2026-27)."""
    year = first // 100 * 100 + last_digits
    return year if year > first else year + 100


def _plan_end(ordinal: int, patterns: TimePatterns) -> int:
    """Return the last year of the five-year plan of this ordinal."""
    return patterns.plan_ends.get(ordinal, patterns.plan_base + patterns.plan_length * ordinal)
