"""Compiles the patterns of rule files and collects every error with its place, so that all are shown at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import cast

import regex

from ..errors import RulesError
from .marks import NAMES
from .pattern_faults import Fault, captures, faults
from .patterns import PATTERN_ERRORS, LazyPattern, Pattern
from .slow import Slow, Timed
from .yaml_file import Key, Place, RuleFile, Table, place_of

#: Matches nothing; it stands for a pattern with a fault, so that the others can be looked at.
NEVER = "(?!)"
#: So much of a pattern is shown before and behind a fault.
_BEFORE, _BEHIND = 24, 8
#: So many of the known words are named in an error.
_NAMED = 40


def did_you_mean(word: str, known: Iterable[str], what: str) -> str:
    """Return a hint with the known word that is most like ``word``, and all of them where they are few."""
    from difflib import get_close_matches  # an error is no time to save; a good run is

    words = list(dict.fromkeys(known))
    alike = get_close_matches(word, words, 1, 0.6)
    hint = f"did you mean {alike[0]}? " if alike else ""
    return f"{hint}{what}: {', '.join(words)}" if len(words) <= _NAMED else hint.strip() or f"see {what}"


class Compiler:
    """Compiles the patterns of rule files.

    ``problems`` are the faults found so far. ``slow`` is filled while the patterns are used: those of a user's own
    folder are watched, those that are built in are not.
    """

    def __init__(self, files: Mapping[str, Table]) -> None:
        self.problems: list[RulesError] = []
        self.slow: list[Slow] = []
        self._files = files
        self._pieces: dict[str, tuple[Key, ...]] = {}
        self._foreign: dict[str, str] = {}

    def place(self, *keys: Key) -> Place:
        """Return the place of the value at ``keys``: the file's name without its ending, then keys and indexes."""
        return place_of(self._files[str(keys[0])], *keys[1:])

    def wrong(self, problem: str, place: Place, hint: str) -> None:
        """Keep a fault."""
        self.problems.append(RulesError(problem, where=str(place), hint=hint))

    def piece(self, text: str, *keys: Key, groups: bool = False, verbose: bool = False) -> str:
        """Return the pattern ``text``, which stands at ``keys``, to be put into a larger one.

        With a fault, it is one that never matches. It may capture something only where ``groups`` mean something.
        """
        found = faults(text, verbose=verbose)
        if not groups and not found and captures(text):
            found = [Fault(0, "a group that captures", "write (?:…) for (…)")]
        place = self.place(*keys)
        for fault in found:
            self.wrong(f"the pattern has {fault.problem} at {_excerpt(text, fault.at)}", place, fault.hint)
        if found:
            return NEVER
        self._pieces[text] = keys
        if text and not place.file.builtin:
            self._foreign[text] = str(place)
        return text

    def pattern(self, text: str, *keys: Key, flags: int = 0, name: str = "", watched: bool = True) -> Pattern:
        """Compile ``text``, which is made of pieces of the file that ``keys`` begins with.

        ``name`` is that of its rule. One that is ``watched`` gives up when it takes too long, if it is a user's own.
        """
        try:
            pattern = regex.compile(text, flags | regex.VERSION0)
        except PATTERN_ERRORS as error:
            if not self._faulty_pieces(str(keys[0]), flags):
                self._uncompiled(text, error, self.place(*keys))
            return regex.compile(NEVER)
        for piece, place in self._foreign.items() if watched else ():
            if piece in text:
                return cast(Pattern, Timed(pattern, name or place, self.slow))
        return pattern

    def single(self, text: str, *keys: Key, groups: bool = False) -> Pattern:
        """Compile the pattern ``text`` that stands at ``keys``; see `piece` for ``groups``."""
        return self.pattern(self.piece(text, *keys, groups=groups), *keys)

    def one_list_each(self, lists: Mapping[tuple[Key, ...], Sequence[str]]) -> dict[str, tuple[Key, ...]]:
        """Return the list that each word stands in, by their keys; a word in two of them is a fault."""
        homes: dict[str, tuple[Key, ...]] = {}
        for keys, items in lists.items():
            for number, item in enumerate(items):
                for word in item.split():
                    home = homes.setdefault(word, keys)
                    if home != keys:
                        self._in_two(word, home, lists[home], (*keys, number))
        return homes

    def _in_two(self, word: str, home: tuple[Key, ...], items: Sequence[str], again: tuple[Key, ...]) -> None:
        number = next(number for number, item in enumerate(items) if word in item.split())
        first, second = self.place(*home, number).of_word(word), self.place(*again).of_word(word)
        names = ".".join(map(str, home[1:])), ".".join(map(str, again[1:-1]))
        self.wrong(
            f"the word {word} stands in {names[1]} and, at {first}, in {names[0]}", second, "keep it in one of them"
        )

    def _faulty_pieces(self, file: str, flags: int) -> bool:
        """Keep the faults of the pieces of ``file`` that do not compile by themselves; say whether there are any."""
        found = False
        for text, keys in self._pieces.items():
            if keys[0] != file:
                continue
            try:
                regex.compile(text, flags | regex.VERSION0)
            except PATTERN_ERRORS as error:
                self._uncompiled(text, error, self.place(*keys))
                found = True
        return found

    def _uncompiled(self, text: str, error: Exception, place: Place) -> None:
        at = getattr(error, "pos", None)
        near = f" at {_excerpt(text, at)}" if at is not None else ""
        problem = f"the pattern does not compile{near}: {getattr(error, 'msg', None) or error}"
        if not any(known.where == str(place) and known.problem == problem for known in self.problems):
            self.wrong(problem, place, "mend it, or write \\ before a character that is meant as it stands")


class TrustedCompiler(Compiler):
    """Leaves the patterns of rules that are built in for when they are used, without a look at them.

    It knows no places: where ``problems`` turn up, the rules are compiled again to name them.
    """

    def __init__(self) -> None:
        super().__init__({})
        self._nowhere = Place(RuleFile(Path(), builtin=True), 1, 1)

    def place(self, *_keys: Key) -> Place:
        return self._nowhere

    def piece(self, text: str, *_keys: Key, groups: bool = False, verbose: bool = False) -> str:  # noqa: ARG002
        return text

    def pattern(self, text: str, *keys: Key, flags: int = 0, name: str = "", watched: bool = True) -> Pattern:  # noqa: ARG002
        where = f"{keys[0]}.yaml, {'.'.join(map(str, keys[1:]))}"
        return cast(Pattern, LazyPattern(text, flags | regex.VERSION0, where))


def readable(pattern: str) -> str:
    """Return ``pattern`` with the names of its marks in place of the characters that stand for them."""
    return "".join(f"<{NAMES[char]}>" if char in NAMES else char for char in pattern)


def _excerpt(text: str, at: int) -> str:
    head = "…" if at > _BEFORE else ""
    tail = "…" if at + _BEHIND < len(text) else ""
    return f"«{head}{readable(text[max(0, at - _BEFORE) : at])}⟪here⟫{readable(text[at : at + _BEHIND])}{tail}»"
