"""The lexicon: every word of the rules in one automaton, so that one pass over a text finds them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import ahocorasick_rs

from ..errors import RulesError
from ..record import Every, Strength
from .marks import EVERY, MARKS, TIME
from .model import KindRules, Labels, Times, TimeWords, WordRules
from .patterns import split_words


@dataclass(slots=True)
class Word:
    """What is known of one word: its mark ('' for none), its weights as a cue, and what else it says.

    ``before_verb`` marks a word that counts only right before a verb, ``governs`` one that says
    something of the numbers behind it (力争, 每年), ``name`` a word whose numeral counts nothing (三角, 千方百计).
    """

    text: str
    mark: str = ""
    clause: float = 0.0
    sentence: float = 0.0
    strength: Strength | None = None
    time: TimeWords | None = None
    every: Every | None = None
    name: bool = False
    before_verb: bool = False
    governs: bool = False


Entry = Callable[[str], Word]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words, and the automaton that finds them: the longest at each place, from left to right, never overlapping.

    ``names`` are those whose numerals count nothing: names (三角) and fixed times (前三季度); ``name_places`` says, for each
    character, where in names of which lengths it stands.
    """

    words: tuple[Word, ...]
    automaton: ahocorasick_rs.AhoCorasick = field(repr=False)
    names: frozenset[str]
    name_places: Mapping[str, tuple[tuple[int, int], ...]] = field(repr=False)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Return (index into ``words``, start, end) of every word in ``text``, in order; offsets are code points."""
        return self.automaton.find_matches_as_indexes(text)

    def hides(self, text: str, start: int, end: int) -> bool:
        """Say whether the numeral from ``start`` to ``end`` of ``text`` is part of a name that counts nothing."""
        for before, length in self.name_places.get(text[start], ()):
            if length - before >= end - start and text[start - before : start - before + length] in self.names:
                return True
        return False


def compile_lexicon(words: WordRules, times: Times, kind: KindRules, labels: Labels) -> Lexicon:
    """Put the words of all files together; raise ``RulesError`` where a word stands in two classes."""
    lexicon: dict[str, Word] = {}

    def entry(text: str) -> Word:
        return lexicon.setdefault(text, Word(text))

    for name, mark in MARKS.items():
        attribute = f"{name}_" if name in ("and", "from") else name
        for text in split_words(getattr(words, attribute, ())):
            word = entry(text)
            if word.mark:
                other = next(key for key, value in MARKS.items() if value == word.mark)
                raise RulesError(f"the word {text} stands in the classes {other} and {name}", where="words.yaml", hint="keep it in one of them")
            word.mark = mark
    changes = split_words([*words.grow, *words.up, *words.shrink, *words.down, *words.new])
    for change in changes:
        for to in split_words(words.towards):
            if change + to not in lexicon:
                entry(change + to).mark = MARKS["reach"]
    for text in split_words(words.plain):
        if entry(text).mark:
            raise RulesError(f"the word {text} is plain and has a class too", where="words.yaml", hint="keep one of the two")
    _add_times(times, entry)
    _add_cues(kind, entry)
    for text in split_words(labels.names):
        entry(text).name = True
    found = tuple(lexicon.values())
    for word in found:
        word.governs = word.strength is not None or word.every is not None
    automaton = _automaton([word.text for word in found])
    names = [word.text for word in found if word.name or word.time is not None]
    return Lexicon(found, automaton, frozenset(names), _places(names))


def _automaton(words: list[str]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def _places(names: list[str]) -> Mapping[str, tuple[tuple[int, int], ...]]:
    places: dict[str, set[tuple[int, int]]] = {}
    for name in names:
        for at, char in enumerate(name):
            places.setdefault(char, set()).add((at, len(name)))
    return {char: tuple(sorted(found, key=lambda place: -place[1])) for char, found in places.items()}


def _add_times(times: Times, entry: Entry) -> None:
    for group in times.words:
        for text in group.words:
            word = entry(text)
            word.time, word.mark = group, TIME
    for every, texts in times.every.items():
        for text in texts:
            word = entry(text)
            word.every, word.mark = every, EVERY


def _add_cues(kind: KindRules, entry: Entry) -> None:
    for cue in kind.cues:
        for text in cue.words:
            word = entry(text)
            word.clause, word.sentence = cue.clause, cue.sentence
    strengths: tuple[tuple[list[str], Literal["aspire", "firm"]], ...] = ((kind.aspire, "aspire"), (kind.firm, "firm"))
    for texts, strength in strengths:
        for text in texts:
            word = entry(text)
            word.strength = strength
            word.mark = word.mark or MARKS["will"]
    for text in kind.before_verbs:
        entry(text).before_verb = True

