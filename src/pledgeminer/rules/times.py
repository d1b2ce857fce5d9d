"""times.yaml: expressions of time around a number, and what they mean; its structure and its compiled form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

import regex
from msgspec import Meta

from ..record import Every
from .compiler import NEVER, Compiler, did_you_mean
from .field_types import About, Day, Id, IsoDate, Month, Regex, RuleFileModel, Strict, Words
from .patterns import Pattern, group_names, split_words
from .yaml_file import Key


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
    month_mark: Annotated[str, Meta(min_length=1, description="The word behind the numeral of a month.")]
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


#: What the groups of an expression say; `from` is the first year of two, `until` the last two digits of the second,
#: `minguo` a year of the Republic of China.
GROUPS = (
    *("year", "minguo", "month", "day", "part", "plan", "nth", "span", "months"),
    *("from", "until", "last_month", "last_day"),
)


@dataclass(frozen=True, slots=True)
class TimeForm:
    """One form of expression, tried where a numeral stands."""

    id: str
    pattern: Pattern
    role: Literal["deadline", "duration", "none"]
    needs: Pattern | None
    followers: str
    document: Pattern | None
    month: int | None


@dataclass(frozen=True, slots=True)
class TimePatterns:
    """All forms, by the letter behind the numeral, and the tables that turn them into dates."""

    before: Pattern
    forms: Mapping[str, tuple[TimeForm, ...]]
    followers: frozenset[str]
    twofold: frozenset[str]
    pairs: frozenset[str]
    parts: Mapping[str, int]
    past_parts: tuple[str, ...]
    start_parts: tuple[str, ...]
    plan_ends: Mapping[int, int]
    plan_base: int
    plan_length: int
    document_dates: tuple[Pattern, ...]
    year: Pattern
    year_mark: str
    month_mark: str
    variants: Mapping[int, str]
    republic: int


def compile_times(rules: Times, variants: Mapping[str, str], compiler: Compiler) -> TimePatterns:
    """Compile times.yaml; the faults of its patterns are kept in ``compiler``."""
    fillings = {
        "{part}": compiler.piece(rules.part, "times", "part", groups=True),
        "{minguo_used}": f"(?:{compiler.piece(rules.minguo_used, 'times', 'minguo_used')})",
        "{minguo}": f"(?:{compiler.piece(rules.minguo, 'times', 'minguo')})",
        "{year}": f"(?:{compiler.piece(rules.year, 'times', 'year')})",
        "{small}": f"(?:{compiler.piece(rules.small, 'times', 'small')})",
    }

    def fill(pattern: str, *keys: Key) -> str:
        # Braces may stand twice, as where {year} has to be told from them.
        for name, filling in fillings.items():
            pattern = pattern.replace(name, filling)
        return compiler.piece(pattern.replace("{{", "{").replace("}}", "}"), "times", *keys, groups=True)

    def form(rule: TimePattern, number: int) -> TimeForm:
        keys = ("times", "patterns", number)
        pattern = compiler.pattern(fill(rule.pattern, "patterns", number, "pattern"), *keys, name=rule.id)
        _check_groups(pattern, compiler, *keys, "pattern")
        needs = compiler.single(rule.needs, *keys, "needs") if rule.needs else None
        document = compiler.pattern(fill(rule.document, *keys[1:], "document"), *keys) if rule.document else None
        return TimeForm(rule.id, pattern, rule.role, needs, rule.followers, document, rule.month)

    def document_date(text: str, number: int) -> Pattern:
        keys = ("times", "document_dates", number)
        pattern = compiler.pattern(fill(text, "document_dates", number), *keys)
        _check_groups(pattern, compiler, *keys, wanted=("month", "day"))
        return pattern

    before = compiler.piece(rules.before, "times", "before")
    followers = split_words(rules.followers)
    forms = [form(rule, number) for number, rule in enumerate(rules.patterns)]
    return TimePatterns(
        before=compiler.pattern(f"(?r)(?:{before})", "times", "before"),
        forms=MappingProxyType(
            {
                word[0]: tuple(form for form in forms if not form.followers or word[0] in form.followers)
                for word in followers
            }
        ),
        followers=frozenset(word[0] for word in followers),
        twofold=frozenset(word[0] for word in followers if len(word) > 1),
        pairs=frozenset(word for word in followers if len(word) > 1),
        parts=MappingProxyType(rules.parts),
        past_parts=tuple(split_words(rules.past_parts)),
        start_parts=tuple(split_words(rules.start_parts)),
        plan_ends=MappingProxyType(rules.plan_ends),
        plan_base=rules.plan_base,
        plan_length=rules.plan_length,
        document_dates=tuple(document_date(text, number) for number, text in enumerate(rules.document_dates)),
        year=compiler.pattern(rf"{fillings['{year}']}{regex.escape(rules.year_mark)}|(?:19|20)\d\d", "times", "year"),
        year_mark=rules.year_mark,
        month_mark=rules.month_mark,
        variants=MappingProxyType(str.maketrans(dict(variants))),
        republic=rules.republic,
    )


def _check_groups(pattern: Pattern, compiler: Compiler, *keys: Key, wanted: tuple[str, ...] = ()) -> None:
    """Keep a fault for a group that means nothing, and for one that is missing."""
    place = compiler.place(*keys)
    groups = group_names(pattern)
    for name in groups:
        if name not in GROUPS:
            compiler.wrong(f"the group {name} is unknown", place, did_you_mean(name, GROUPS, "groups are"))
    for name in wanted:
        if name not in groups and pattern.pattern != NEVER:
            compiler.wrong(f"the group {name} is missing", place, f"name the {name} (?P<{name}>…)")
