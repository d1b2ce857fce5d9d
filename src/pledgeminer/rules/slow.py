"""Patterns of a user's own: they may not hold up a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import regex

#: A hostile pattern must not hang a run; an honest one needs microseconds.
SECONDS = 1.0


class Slow(NamedTuple):
    """A rule that took longer than ``SECONDS`` for a sentence: its id or place, and the sentence."""

    rule: str
    sentence: str

    def __str__(self) -> str:
        return f"the rule {self.rule} takes longer than {SECONDS:g} s for “{self.sentence}”; the run goes on without it"


class Timed:
    """A compiled pattern that is used like any other until it takes too long; from then on it matches nothing.

    What took too long is added to ``slow``.
    """

    def __init__(self, pattern: regex.Pattern[str], name: str, slow: list[Slow]) -> None:
        self._pattern = pattern
        self._name = name
        self._slow = slow
        self._off = False
        self.pattern = pattern.pattern
        self.groupindex = pattern.groupindex

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        return self._try("match", text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        return self._try("fullmatch", text, pos, endpos)

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        return self._try("search", text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[regex.Match[str]]:
        if self._off:
            return
        try:
            yield from self._pattern.finditer(text, pos, endpos, timeout=SECONDS)
        except TimeoutError:
            self._give_up(text, pos)

    def findall(self, text: str, pos: int = 0, endpos: int | None = None) -> list[Any]:
        found = self.finditer(text, pos, endpos)
        return [
            one.group(1) if self._pattern.groups == 1 else one.groups() if self._pattern.groups else one.group()
            for one in found
        ]

    def sub(self, replacement: str, text: str, count: int = 0) -> str:
        if not self._off:
            try:
                return self._pattern.sub(replacement, text, count=count, timeout=SECONDS)
            except TimeoutError:
                self._give_up(text, 0)
        return text

    def split(self, text: str) -> list[str | Any]:
        if not self._off:
            try:
                return self._pattern.split(text, timeout=SECONDS)
            except TimeoutError:
                self._give_up(text, 0)
        return [text]

    def _try(self, method: str, text: str, pos: int, endpos: int | None) -> regex.Match[str] | None:
        if self._off:
            return None
        try:
            found: regex.Match[str] | None = getattr(self._pattern, method)(text, pos, endpos, timeout=SECONDS)
        except TimeoutError:
            self._give_up(text, pos)
            return None
        return found

    def _give_up(self, text: str, pos: int) -> None:
        self._off = True
        self._slow.append(Slow(self._name, text[max(0, pos - 20) : pos + 60].replace("\n", " ")))
