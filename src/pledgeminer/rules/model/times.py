"""What may stand in times.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from ...record import Every
from .common import About, Day, Id, IsoDate, Month, Regex, RuleFileModel, Strict, Words


class TimeWords(Strict):
    """Fixed words of time and the last day that they mean."""

    words: Words
    role: Annotated[
        Literal["deadline", "past", "present"], Meta(description="Whether it may set a target's date, or looks back.")
    ]
    year: Annotated[int | None, Meta(description="Counted from the document's year: 0 is this year.")] = None
    floating: Annotated[bool, Meta(description="It belongs to the year that the paragraph speaks of.")] = False
    month: Month | None = None
    day: Day | None = None
    date: IsoDate | None = None
    century: bool = False


class TimePattern(Strict):
    """An expression of time around a numeral."""

    id: Id
    about: About = ""
    pattern: Annotated[
        Regex, Meta(description="Tried where a numeral stands; {year} and {small} stand for numbers.")
    ] = ""
    role: Literal["deadline", "duration", "none"] = "deadline"
    needs: Annotated[
        Regex | None, Meta(description="It holds only if this is found in it and the words before it.")
    ] = None
    followers: Annotated[str, Meta(description="It is tried only where one of these letters follows the numeral.")] = ""
    document: Annotated[Regex | None, Meta(description="It holds only in a text in which this is found.")] = None
    month: Annotated[Month | None, Meta(description="The last month of a year that is none of the calendar's.")] = None
    off: bool = False


class Times(RuleFileModel, kw_only=True):
    """Expressions of time and the last day that each means."""

    words: Annotated[list[TimeWords], Meta(description="Fixed words (今年, 去年).")]
    before: Annotated[Regex, Meta(description="What may stand before the numeral and belongs to the expression.")]
    patterns: Annotated[list[TimePattern], Meta(description="Expressions around a numeral, tried in this order.")]
    followers: Annotated[Words, Meta(description="A numeral may be a time only before one of these.")]
    year_mark: Annotated[str, Meta(min_length=1, description="The word behind the numeral of a year.")]
    year: Annotated[Regex, Meta(description="What {year} stands for.")]
    republic: Annotated[int, Meta(description="The year before the first of the Republic of China.")]
    minguo: Annotated[Regex, Meta(description="What {minguo} stands for.")]
    minguo_used: Annotated[Regex, Meta(description="What {minguo_used} stands for.")]
    part: Annotated[Regex, Meta(description="What {part} stands for, with its group.")]
    small: Annotated[Regex, Meta(description="What {small} stands for.")]
    parts: Annotated[dict[str, Month], Meta(description="Parts of a year and their last month.")]
    past_parts: Annotated[Words, Meta(description="An expression that ends with one of these looks back.")]
    start_parts: Annotated[Words, Meta(description="An expression that ends with one of these begins something.")]
    plan_ends: dict[int, int]
    plan_base: int
    plan_length: Annotated[int, Meta(ge=1)]
    every: Annotated[dict[Every, Words], Meta(description="Words of recurrence (每年).")]
    document_dates: Annotated[list[Regex], Meta(description="The document's own date: groups year, month and day.")]
