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
from .field_types import About, Day, Id, IsoDate, Letter, Month, Regex, RuleFileModel, Strict, Words
from .patterns import Pattern, any_of, group_names, split_words
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
    weeks: Annotated[int | None, Meta(description="Counted from the document's week.")] = None
    months: Annotated[int | None, Meta(description="Counted from the document's month.")] = None
    quarters: Annotated[int | None, Meta(description="Counted from the document's quarter.")] = None
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
    part_days: Annotated[dict[str, Day], Meta(description="Parts of a month and their last day.")]
    before_parts: Annotated[Words, Meta(description="Behind a year: its end is the last day before that year.")]
    month_names: Annotated[dict[Letter, Month], Meta(description="Names of months that are no numbers (元月).")]
    past_parts: Annotated[Words, Meta(description="An expression that ends with one of these looks back.")]
    start_parts: Annotated[Words, Meta(description="An expression that ends with one of these begins something.")]
    plan_ends: dict[int, int]
    plan_base: int
    plan_length: Annotated[int, Meta(ge=1)]
    every: Annotated[dict[Every, Words], Meta(description="Words of recurrence (每年).")]
    document_dates: Annotated[list[Regex], Meta(description="The document's own date: groups year, month and day.")]
    document_months: Annotated[list[Regex], Meta(description="Its month, where no day is known.")]
    document_years: Annotated[list[Regex], Meta(description="Its year, where no month is known.")]


#: What the groups of an expression say; `from` is the first year of two, `until` the last two digits of the second,
#: `minguo` a year of the Republic of China.
GROUPS = (
    *("year", "minguo", "month", "day", "part", "plan", "nth", "span", "months"),
    *("first", "run", "half"),
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
    part_days: Mapping[str, int]
    before_parts: frozenset[str]
    month_names: Mapping[str, int]
    past_parts: tuple[str, ...]
    start_parts: tuple[str, ...]
    plan_ends: Mapping[int, int]
    plan_base: int
    plan_length: int
    document_dates: tuple[Pattern, ...]
    document_months: tuple[Pattern, ...]
    document_years: tuple[Pattern, ...]
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

    def dates(name: str, *wanted: str) -> tuple[Pattern, ...]:
        found = []
        for number, text in enumerate(getattr(rules, name)):
            pattern = compiler.pattern(fill(text, name, number), "times", name, number)
            _check_groups(pattern, compiler, "times", name, number, wanted=wanted)
            found.append(pattern)
        return tuple(found)

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
        part_days=MappingProxyType(rules.part_days),
        before_parts=frozenset(split_words(rules.before_parts)),
        month_names=MappingProxyType(rules.month_names),
        past_parts=tuple(split_words(rules.past_parts)),
        start_parts=tuple(split_words(rules.start_parts)),
        plan_ends=MappingProxyType(rules.plan_ends),
        plan_base=rules.plan_base,
        plan_length=rules.plan_length,
        document_dates=dates("document_dates", "month", "day"),
        document_months=dates("document_months", "year", "month"),
        document_years=dates("document_years", "year"),
        year=compiler.pattern(rf"{fillings['{year}']}{regex.escape(rules.year_mark)}|(?:19|20)\d\d", "times", "year"),
        year_mark=rules.year_mark,
        month_mark=rules.month_mark,
        variants=MappingProxyType(str.maketrans(dict(variants))),
        republic=rules.republic,
    )


def day_piece(rules: Times, compiler: Compiler) -> str:
    """Return a pattern of a whole day, as `document_dates` have it, without groups; day and month alone are none."""
    year, small = (compiler.piece(getattr(rules, name), "times", name) for name in ("year", "small"))
    forms = [text for text in rules.document_dates if "{year}" in text or "P<year>" in text]
    return any_of(
        regex.sub(r"\(\?P<\w+>", "(?:", text)
        .replace("{year}", f"(?:{year})")
        .replace("{small}", f"(?:{small})")
        .replace("{{", "{")
        .replace("}}", "}")
        for text in forms
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
