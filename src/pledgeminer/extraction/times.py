"""Times: expressions around numbers, fixed words, and the last day that each means for a document of a date."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

import msgspec

from .model import Counted, Role, Time
from .numerals import numeral_value

if TYPE_CHECKING:
    from regex import Match

    from ..rules.times import TimeForm, TimePatterns, TimeWords

#: How far before its numeral a time may begin, in code points.
_BEFORE = 8


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
        before = patterns.before.match(text, max(0, start - _BEFORE), start)
        begin = before.start() if before is not None else start
        if form.needs is not None and form.needs.search(text, begin, found.end()) is None:
            continue
        if form.document is not None and not _holds(form, text, held):
            continue
        return _time_of(form, found, begin, patterns)
    return None


def _time_of(form: TimeForm, found: Match[str], begin: int, patterns: TimePatterns) -> Time | None:
    """Return the time that ``form`` ``found``, from ``begin`` on, or None if its numbers are those of no time."""
    groups = found.groupdict()
    part = groups.get("part") or ""
    months = _months_of(groups)
    if months is not None:
        return Time(begin, found.end(), _role(form, part, patterns), counted="to-the-day", count=months)
    year = _year_of(groups, part, patterns)
    span = _few_or_small(groups["span"]) if groups.get("span") else None
    month = _month_of(groups, part, form, patterns)
    if month is not None and not 1 <= month <= 12:
        return None
    return Time(
        start=begin,
        end=found.end(),
        role=_role(form, part, patterns),
        year=year,
        span=span,
        month=month,
        day=_day_of(groups, part, patterns),
        floating=month is not None and year is None and span is None,
    )


def _months_of(groups: Mapping[str, str | None]) -> int | None:
    """Return the months that an expression counts (6个月内, 半年内), or None if it counts none."""
    if groups.get("half"):
        return 6
    months = groups.get("months")
    return _few_or_small(months) if months else None


def _year_of(groups: Mapping[str, str | None], part: str, patterns: TimePatterns) -> int | None:
    """Return the last year that the ``groups`` of an expression name: of our era, of the Republic, or of a plan."""
    nth, plan = groups.get("nth"), groups.get("plan")
    # 十五五 is the fifteenth plan of five years: the last letter is no part of the ordinal.
    ordinal = _small(nth) if nth else _small(plan[:-1]) if plan else None
    if ordinal is not None:
        first = _small(groups["first"] or "") if groups.get("first") else None
        return _plan_end(ordinal, patterns) - (0 if first is None else patterns.plan_length - first)
    more = (_small(groups["run"] or "") or 1) - 1 if groups.get("run") else 0
    if until := groups.get("until"):
        start = year_of_digits(groups["from"] or "", patterns.variants)
        return start and _second(start, int(until) % 100) + more
    if minguo := groups.get("minguo"):
        return minguo_year(minguo, patterns)
    year = year_of_digits(groups["year"] or "", patterns.variants) if groups.get("year") else None
    if year is not None and part in patterns.before_parts and not groups.get("month"):
        return year - 1
    return None if year is None else year + more


def _month_of(groups: Mapping[str, str | None], part: str, form: TimeForm, patterns: TimePatterns) -> int | None:
    """Return the last month that an expression means: its own, else the one of its ``part`` (上半年), else a year's."""
    if month := groups.get("month"):
        return patterns.month_names.get(month) or _small(month)
    named = [month for word, month in patterns.parts.items() if word in part]
    if named:
        return named[-1]
    if groups.get("span") or groups.get("nth") or groups.get("plan"):
        return 12
    if groups.get("until") or groups.get("minguo"):
        return form.month or 12
    return (12 if groups.get("run") else form.month or 12) if groups.get("year") else None


def _day_of(groups: Mapping[str, str | None], part: str, patterns: TimePatterns) -> int | None:
    """Return the day that an expression names, or the last one of its part of a month (上旬)."""
    if day := groups.get("day"):
        return _small(day)
    if not groups.get("month"):
        return None
    return next((day for word, day in patterns.part_days.items() if word in part), None)


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
        start=start,
        end=end,
        role=words.role,
        offset=words.year,
        month=words.month,
        day=words.day,
        date=words.date,
        century=words.century,
        floating=words.floating,
        counted=next((name for name, count in _counts(words) if count is not None), None),
        count=next((count for _, count in _counts(words) if count is not None), 0),
    )


def _counts(words: TimeWords) -> tuple[tuple[Counted, int | None], ...]:
    return ("week", words.weeks), ("month", words.months), ("quarter", words.quarters)


def without_role(time: Time) -> Time:
    """Return ``time`` as one that sets nothing."""
    return msgspec.structs.replace(time, role="none")


def begun_at(time: Time, start: int) -> Time:
    """Return ``time`` without its words before ``start``."""
    return msgspec.structs.replace(time, start=start)


def merge(first: Time, second: Time) -> Time:
    """Return one time for two that stand side by side (今年 and 10月底前)."""
    year, offset = (second.year, second.offset) if second.year is not None else (first.year, first.offset)
    if year is None and offset is None:
        offset = second.offset
    return Time(
        start=first.start,
        end=second.end,
        role=second.role,
        year=year,
        offset=offset,
        span=second.span or first.span,
        month=second.month or first.month,
        day=second.day,
        date=second.date or first.date,
        floating=first.floating and second.floating,
        counted=second.counted or first.counted,
        count=second.count if second.counted else first.count,
    )


def joined(times: Iterable[Time]) -> list[Time]:
    """Return ``times`` in the order of the text, those that touch (今年 and 10月底前) as one."""
    result: list[Time] = []
    for time in sorted(times, key=lambda time: time.start):
        if result and result[-1].end == time.start:
            result[-1] = merge(result[-1], time)
        elif not result or result[-1].end < time.start:
            result.append(time)
    return result


def resolve(time: Time, date: str | None) -> str | None:
    """Return the last day of ``time`` as an ISO date, for a document of ``date``; None if it cannot be worked out."""
    if time.date is not None:
        return time.date
    if time.counted is not None:
        return None if date is None else _counted_from(date, time.counted, time.count)
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


def _counted_from(date: str, counted: Counted, count: int) -> str | None:
    """Return the last day that is ``count`` weeks, months or quarters behind those of ``date``."""
    day = datetime.date.fromisoformat(date)
    try:
        if counted == "week":
            return (day + datetime.timedelta(days=6 - day.weekday() + 7 * count)).isoformat()
        months = day.month - 1 + (3 * count + 2 - (day.month - 1) % 3 if counted == "quarter" else count)
        year, month = day.year + months // 12, months % 12 + 1
        last = monthrange(year, month)[1]
        return datetime.date(year, month, min(day.day, last) if counted == "to-the-day" else last).isoformat()
    except (ValueError, OverflowError):  # behind the year 9999 there is no date
        return None


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
    if time.counted is not None:
        last = resolve(time, date)
        return "present" if last is not None and date is not None and last[:4] == date[:4] else "future"
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


def _few_or_small(text: str) -> int | None:
    """Return the value of a small number, the upper one of two neighbouring digits (两三年)."""
    if len(text) == 2 and not text.isascii():
        low, high = _small(text[0]), _small(text[1])
        if low is not None and high is not None and 0 < high - low <= 2 and high < 10:
            return high
    return _small(text)


def year_of_digits(text: str, variants: Mapping[int, str]) -> int | None:
    """Return the year of four digits in figures, in Chinese digits or in both (202〇, 二0二六)."""
    if text.isascii():
        return int(text)
    digits = [char if char.isascii() else numeral_value(char.translate(variants), {}) for char in text]
    if any(digit is None for digit in digits):
        return None
    value = int("".join(str(digit) for digit in digits))
    return value if 1000 <= value <= 2999 else None


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
