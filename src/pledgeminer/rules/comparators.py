"""comparators.yaml: words around a number that compare; its structure, and the tables that it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from msgspec import Meta

from ..record import Comparator
from .compiler import Compiler
from .field_types import Letter, Regex, RuleFileModel, Words
from .patterns import Pattern, split_words


class Comparators(RuleFileModel, kw_only=True):
    """Words around a number that compare."""

    before: Annotated[dict[Comparator, Words], Meta(description="They stand before the number (不少于).")]
    negations: Annotated[Words, Meta(description="They turn a word that compares into its opposite (不应超过).")]
    not_before: Annotated[Words, Meta(description="Words that end like one of them and compare nothing (最近).")]
    reaching: Annotated[Words, Meta(description="Those before a number that name a level (突破).")]
    passing: Annotated[Words, Meta(description="Those that do so of a noun without a verb, and of a level (超过).")]
    over: Annotated[Words, Meta(description="Verbs between such a word and its number (最高奖励50万元).")]
    after: Annotated[dict[Comparator, Words], Meta(description="They stand behind the unit (以上).")]
    included: Annotated[Regex, Meta(description="A bracket at a comparator behind a unit: the bound counts ((含)).")]
    excluded: Annotated[Letter, Meta(description="The letter that such a bracket begins with if it does not count.")]
    notes: Annotated[Regex, Meta(description="Marks of notes between a number and its comparator.")]
    apart_near: Annotated[str, Meta(min_length=1, description="Letters without which it is not looked for.")]
    apart: Annotated[Regex, Meta(description="What may stand between a comparator and its number (每月).")]
    apart_before_ratio: Annotated[Regex, Meta(description="The same before a ratio (低保标准的).")]


#: What a comparison turns into where it is negated, and where its bound itself does not count, or does.
_OPPOSITE: Mapping[Comparator, Comparator] = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
STRICT: Mapping[Comparator, Comparator] = {">=": ">", "<=": "<"}
#: The shortest word that a negation turns: 不超 is one, 不过 a word of its own.
_SHORTEST_NEGATED = 2


@dataclass(frozen=True, slots=True)
class ComparatorPatterns:
    """The words that compare, by word, and what may stand between them and their number."""

    before: Mapping[str, Comparator]
    longest_before: int
    before_tails: frozenset[str]
    not_before: tuple[str, ...]
    reaching: frozenset[str]
    passing: frozenset[str]
    over: tuple[str, ...]
    over_tails: frozenset[str]
    after: Mapping[str, Comparator]
    after_heads: frozenset[str]
    longest_after: int
    between: Pattern
    included: Pattern
    excluded: str
    apart: Pattern
    apart_near: frozenset[str]
    apart_before_ratio: Pattern


def compile_comparators(rules: Comparators, compiler: Compiler) -> ComparatorPatterns:
    """Compile comparators.yaml; what is wrong is kept in ``compiler``."""
    before = _negated(comparator_words(rules.before, "before", compiler), split_words(rules.negations))
    after = comparator_words(rules.after, "after", compiler)
    over = split_words(rules.over)
    included = compiler.piece(rules.included, "comparators", "included")
    notes = compiler.piece(rules.notes, "comparators", "notes")

    def piece(name: str) -> Pattern:
        return compiler.pattern(compiler.piece(getattr(rules, name), "comparators", name), "comparators", name)

    return ComparatorPatterns(
        before=MappingProxyType(before),
        longest_before=max(map(len, before), default=0),
        before_tails=frozenset(word[-1] for word in before),
        not_before=tuple(split_words(rules.not_before)),
        reaching=frozenset(split_words(rules.reaching)),
        passing=frozenset(split_words(rules.passing)),
        over=tuple(sorted(over, key=len, reverse=True)),
        over_tails=frozenset(word[-1] for word in over),
        after=MappingProxyType(after),
        after_heads=frozenset(word[0] for word in after),
        longest_after=max(map(len, after), default=0),
        between=compiler.pattern(f"(?:{included}|{notes})+", "comparators", "notes"),
        included=compiler.pattern(included, "comparators", "included"),
        excluded=rules.excluded,
        apart=piece("apart"),
        apart_near=frozenset(rules.apart_near),
        apart_before_ratio=piece("apart_before_ratio"),
    )


def _negated(words: dict[str, Comparator], negations: list[str]) -> dict[str, Comparator]:
    """Return ``words`` with those that a negation before them turns into their opposites."""
    turned = {
        negation + word: _OPPOSITE[comparator]
        for negation in negations
        for word, comparator in words.items()
        if comparator in (">", "<") and len(word) >= _SHORTEST_NEGATED and not word.startswith(tuple(negations))
    }
    return {**turned, **words}


def comparator_words(lists: dict[Comparator, list[str]], where: str, compiler: Compiler) -> dict[str, Comparator]:
    """Return the comparator of each word of ``lists``, the key ``where``; a word in two of them is an error."""
    compiler.one_list_each({("comparators", where, comparator): words for comparator, words in lists.items()})
    return {word: comparator for comparator, words in lists.items() for word in split_words(words)}
