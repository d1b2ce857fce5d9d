"""Patterns put together from words and pieces, and compiled when they are first used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from ..errors import RulesError

Pattern = regex.Pattern[str]

#: What the compiler of patterns raises for one that it does not take.
PATTERN_ERRORS = (regex.error, ValueError, OverflowError, RecursionError, KeyError, TypeError)


class LazyPattern:
    """A pattern that is compiled when it is first used; a short text uses few of those that the rules have.

    ``where`` names the pattern in the error that one of them raises if it does not compile; the patterns of a user's
    own are compiled and checked when they are loaded.
    """

    def __init__(self, pattern: str, flags: int, where: str) -> None:
        self.pattern = pattern
        self._flags = flags
        self._where = where

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            compiled = regex.compile(self.pattern, self._flags)
        except PATTERN_ERRORS as error:
            problem = f"the pattern does not compile: {error}"
            raise RulesError(problem, where=self._where, hint="`pledgeminer rules check` says where") from None
        # From now on a method is found without coming here, as fast as that of the compiled pattern.
        for method in ("match", "fullmatch", "search", "finditer", "findall", "sub", "split", "groupindex", "groups"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_NAMED_GROUP = regex.compile(r"\(\?P?<(\w+)>")


def group_names(pattern: Pattern) -> list[str]:
    """Return the names of the groups of ``pattern`` without compiling it."""
    return list(dict.fromkeys(_NAMED_GROUP.findall(pattern.pattern)))


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


_HALVES = regex.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """Return ``text`` as automata take it: a string that a program made may have halves of characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _HALVES.sub("\ufffd", text)
    return text
