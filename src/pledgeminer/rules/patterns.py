"""Compiling of patterns, in one place, so that every one is looked at in the same way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

Pattern = regex.Pattern[str]


def any_of(patterns: Iterable[str]) -> str:
    """Return a pattern that matches what any of ``patterns`` matches, and nothing if there are none."""
    return "|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)"


def any_word(words: Iterable[str]) -> str:
    """Return a pattern that matches any of ``words`` as they stand, the longest first."""
    return (
        "|".join(
            regex.escape(word, special_only=True) for word in sorted(set(words), key=lambda word: (-len(word), word))
        )
        or "(?!)"
    )


def any_letter(letters: Iterable[str]) -> str:
    """Return a set of ``letters`` for a pattern, without its brackets."""
    return "".join(regex.escape(letter) for letter in letters)


def split_words(lists: Iterable[Any]) -> list[str]:
    """Return the words of a YAML list whose items hold words parted by spaces, each once, in order."""
    return list(dict.fromkeys(word for item in lists for word in str(item).split()))
