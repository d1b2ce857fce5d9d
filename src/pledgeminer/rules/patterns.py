"""Compiling of patterns, in one place, so that every one has the same flags and the same errors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from ..errors import RulesError

Pattern = regex.Pattern[str]


def compile_pattern(pattern: str, flags: int = 0) -> Pattern:
    """Compile ``pattern``; raise ``RulesError`` that shows where in the pattern the fault is."""
    try:
        return regex.compile(pattern, flags | regex.VERSION0)
    except regex.error as error:
        at = f" at character {error.pos}" if getattr(error, "pos", None) is not None else ""
        raise RulesError(f"the pattern {pattern!r} does not compile{at}: {error.msg}", hint="mend the pattern") from None


def any_of(patterns: Iterable[str]) -> str:
    """Return a pattern that matches what any of ``patterns`` matches."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def any_word(words: Iterable[str]) -> str:
    """Return a pattern that matches any of ``words`` as they stand, the longest first."""
    return "|".join(regex.escape(word, special_only=True) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def split_words(lists: Iterable[Any]) -> list[str]:
    """Return the words of a YAML list whose items hold words parted by spaces, each once, in order."""
    return list(dict.fromkeys(word for item in lists for word in str(item).split()))
