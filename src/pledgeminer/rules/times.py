"""The compiled form of times.yaml: expressions of time around a number, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from .model import Times
from .patterns import Pattern, compile_pattern


@dataclass(frozen=True, slots=True)
class TimeForm:
    """One form of expression, tried where a numeral stands."""

    id: str
    pattern: Pattern
    role: Literal["deadline", "duration", "none"]
    needs: Pattern | None


@dataclass(frozen=True, slots=True)
class TimePatterns:
    """All forms, and the tables that turn them into dates."""

    before: Pattern
    forms: tuple[TimeForm, ...]
    followers: frozenset[str]
    twofold: frozenset[str]
    pairs: frozenset[str]
    parts: Mapping[str, int]
    past_parts: tuple[str, ...]
    plan_ends: Mapping[int, int]
    plan_base: int
    plan_length: int
    document_dates: tuple[Pattern, ...]
    year: Pattern
    variants: Mapping[int, str]


def compile_times(rules: Times, variants: Mapping[str, str]) -> TimePatterns:
    """Compile times.yaml."""

    def fill(pattern: str) -> Pattern:
        return compile_pattern(pattern.format(year=f"(?:{rules.year})", small=f"(?:{rules.small})"))

    return TimePatterns(
        before=compile_pattern(f"(?r)(?:{rules.before})"),
        forms=tuple(
            TimeForm(form.id, fill(form.pattern), form.role, compile_pattern(form.needs) if form.needs else None) for form in rules.patterns
        ),
        followers=frozenset(word[0] for word in rules.followers),
        twofold=frozenset(word[0] for word in rules.followers if len(word) > 1),
        pairs=frozenset(word for word in rules.followers if len(word) > 1),
        parts=MappingProxyType(rules.parts),
        past_parts=tuple(rules.past_parts),
        plan_ends=MappingProxyType(rules.plan_ends),
        plan_base=rules.plan_base,
        plan_length=rules.plan_length,
        document_dates=tuple(fill(pattern) for pattern in rules.document_dates),
        year=compile_pattern(rf"(?:{rules.year})年|(?:19|20)\d\d"),
        variants=MappingProxyType(str.maketrans(dict(variants))),
    )
