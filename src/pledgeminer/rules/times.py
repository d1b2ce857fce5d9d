"""The compiled form of times.yaml: expressions of time around a number, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import regex

from .check import did_you_mean
from .model import TimePattern, Times
from .patterns import Pattern, split_words
from .workshop import NEVER, Workshop
from .yaml_file import Key

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
    variants: Mapping[int, str]
    republic: int


def compile_times(rules: Times, variants: Mapping[str, str], shop: Workshop) -> TimePatterns:
    """Compile times.yaml; the faults of its patterns are kept in ``shop``."""
    fillings = {
        "{part}": shop.piece(rules.part, "times", "part", groups=True),
        "{minguo_used}": f"(?:{shop.piece(rules.minguo_used, 'times', 'minguo_used')})",
        "{minguo}": f"(?:{shop.piece(rules.minguo, 'times', 'minguo')})",
        "{year}": f"(?:{shop.piece(rules.year, 'times', 'year')})",
        "{small}": f"(?:{shop.piece(rules.small, 'times', 'small')})",
    }

    def fill(pattern: str, *keys: Key) -> str:
        # Braces may stand twice, as where {year} has to be told from them.
        for name, filling in fillings.items():
            pattern = pattern.replace(name, filling)
        return shop.piece(pattern.replace("{{", "{").replace("}}", "}"), "times", *keys, groups=True)

    def form(rule: TimePattern, number: int) -> TimeForm:
        keys = ("times", "patterns", number)
        pattern = shop.pattern(fill(rule.pattern, "patterns", number, "pattern"), *keys, name=rule.id)
        _check_groups(pattern, shop, *keys, "pattern")
        needs = shop.single(rule.needs, *keys, "needs") if rule.needs else None
        document = shop.pattern(fill(rule.document, *keys[1:], "document"), *keys) if rule.document else None
        return TimeForm(rule.id, pattern, rule.role, needs, rule.followers, document, rule.month)

    def document_date(text: str, number: int) -> Pattern:
        keys = ("times", "document_dates", number)
        pattern = shop.pattern(fill(text, "document_dates", number), *keys)
        _check_groups(pattern, shop, *keys, wanted=("month", "day"))
        return pattern

    before = shop.piece(rules.before, "times", "before")
    followers = split_words(rules.followers)
    forms = [form(rule, number) for number, rule in enumerate(rules.patterns)]
    return TimePatterns(
        before=shop.pattern(f"(?r)(?:{before})", "times", "before"),
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
        year=shop.pattern(rf"{fillings['{year}']}{regex.escape(rules.year_mark)}|(?:19|20)\d\d", "times", "year"),
        year_mark=rules.year_mark,
        variants=MappingProxyType(str.maketrans(dict(variants))),
        republic=rules.republic,
    )


def _check_groups(pattern: Pattern, shop: Workshop, *keys: Key, wanted: tuple[str, ...] = ()) -> None:
    """Keep a fault for a group that means nothing, and for one that is missing."""
    place = shop.place(*keys)
    for name in pattern.groupindex:
        if name not in GROUPS:
            shop.wrong(f"the group {name} is unknown", place, did_you_mean(name, GROUPS, "groups are"))
    for name in wanted:
        if name not in pattern.groupindex and pattern.pattern != NEVER:
            shop.wrong(f"the group {name} is missing", place, f"name the {name} (?P<{name}>…)")
