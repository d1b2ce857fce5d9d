"""comparators.yaml: words around a number that compare; its structure, and the tables that it becomes."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..record import Comparator
from .compiler import Compiler
from .field_types import RuleFileModel, Words
from .patterns import split_words


class Comparators(RuleFileModel, kw_only=True):
    """Words around a number that compare."""

    before: Annotated[dict[Comparator, Words], Meta(description="They stand before the number (不少于).")]
    not_before: Annotated[Words, Meta(description="Words that end like one of them and compare nothing (最近).")]
    reaching: Annotated[Words, Meta(description="Those before a number that name a level (突破).")]
    over: Annotated[Words, Meta(description="Verbs between such a word and its number (最高奖励50万元).")]
    after: Annotated[dict[Comparator, Words], Meta(description="They stand behind the unit (以上).")]


def comparator_words(lists: dict[Comparator, list[str]], where: str, compiler: Compiler) -> dict[str, Comparator]:
    """Return the comparator of each word of ``lists``, the key ``where``; a word in two of them is an error."""
    compiler.one_list_each({("comparators", where, comparator): words for comparator, words in lists.items()})
    return {word: comparator for comparator, words in lists.items() for word in split_words(words)}
