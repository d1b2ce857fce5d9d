"""The lexicon: every word of the rules in one automaton, so that one pass over a text finds them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

import ahocorasick_rs

from ..record import Every, Strength
from .compiler import Compiler
from .kind import KindRules
from .labels import Labels
from .marks import EVERY, MARKS, TIME, WordClass
from .patterns import split_words, whole
from .times import Times, TimeWords
from .words import WordRules
from .yaml_file import Key


@dataclass(slots=True)
class Word:
    """What is known of one word: its mark ('' for none), its weights as a cue, and what else it says.

    ``before_verb`` marks a word that counts only right before a verb, ``governs`` one that says
    something of the numbers behind it (力争, 每年), ``counts`` one that has a weight or governs, ``name`` a word whose
    numeral counts nothing (三角, 千方百计). ``lead`` is the letter that must stand before it and is no part of it.
    ``stem`` is the verb of change in a word that makes a level of it (提高 of 提高到). ``compound`` marks a verb that
    forms nouns with a head behind it, ``second`` one that shares the object of a verb before it.
    """

    text: str
    lead: str = ""
    mark: str = ""
    stem: str = ""
    clause: float = 0.0
    sentence: float = 0.0
    strength: Strength | None = None
    time: TimeWords | None = None
    every: Every | None = None
    name: bool = False
    before_verb: bool = False
    compound: bool = False
    second: bool = False
    governs: bool = False
    counts: bool = False


Entry = Callable[[str], Word]


@dataclass(frozen=True, slots=True)
class Starts:
    """Words that are looked for at one place of a text, the ``longest`` of them with so many letters."""

    texts: frozenset[str]
    longest: int

    def at(self, text: str, start: int) -> bool:
        """Say whether one of the words stands at ``start`` of ``text``."""
        return any(text[start : start + size] in self.texts for size in range(1, self.longest + 1))


def _starts(texts: list[str]) -> Starts:
    return Starts(frozenset(texts), max(map(len, texts), default=0))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words, and the automaton that finds them: the longest at each place, from left to right, never overlapping.

    ``names`` are those whose numerals count nothing: names (三角) and fixed times (前三季度); ``name_places`` says, for
    each two characters, and each last one, where in names of which lengths they stand. ``marked`` are the words that
    say anything of a number (others only keep shorter words from being seen in them), ``telling`` those that lean or
    are times. ``not_towards``, ``heads`` and ``whole`` (words that begin like one of another class) are in words.yaml.
    """

    words: tuple[Word, ...]
    by_text: Mapping[str, Word] = field(repr=False)
    automaton: ahocorasick_rs.AhoCorasick = field(repr=False)
    names: frozenset[str]
    marked: frozenset[int]
    telling: frozenset[int]
    name_places: Mapping[str, tuple[tuple[int, int], ...]] = field(repr=False)
    not_towards: Starts
    heads: Starts
    whole: Starts

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Return (index into ``words``, start, end) of every word in ``text``, in order; offsets are code points."""
        return self.automaton.find_matches_as_indexes(whole(text))

    def hides(self, text: str, start: int, end: int) -> int:
        """Return where the name ends that the numeral from ``start`` to ``end`` of ``text`` is a part of, else 0."""
        for key in (text[start : start + 2], text[start]):
            for before, length in self.name_places.get(key, ()):
                if length - before >= end - start and text[start - before : start - before + length] in self.names:
                    return start - before + length
        return 0


def compile_lexicon(words: WordRules, times: Times, kind: KindRules, labels: Labels, compiler: Compiler) -> Lexicon:
    """Put the words of all files together; a word in two classes is a fault, which is kept in ``compiler``."""
    lexicon: dict[str, Word] = {}

    def entry(text: str) -> Word:
        return lexicon.setdefault(text, Word(text))

    classes = {
        name: getattr(words, f"{name}_" if name in ("and", "from") else name)
        for name in (*get_args(WordClass), "plain")
    }
    homes = compiler.one_list_each({("words", name): items for name, items in classes.items()})
    for text, (_, name) in homes.items():
        entry(text).mark = MARKS.get(str(name), "")
    for change in split_words([*words.grow, *words.up, *words.shrink, *words.down, *words.new]):
        for to in split_words(words.towards):
            if change + to not in lexicon:
                word = entry(change + to)
                word.mark, word.stem = MARKS["reach"], change
    for verbs in (words.deliver, words.work, words.attain, words.arrange, words.cover, words.keep, words.give):
        for verb in split_words(verbs):
            for ending in split_words(words.noun_endings):
                entry(verb + ending)
            for ending in split_words(words.not_noun_endings):
                entry(verb + ending).mark = lexicon[verb].mark
    _add_times(times, entry, compiler)
    _add_cues(kind, entry, compiler)
    for text in split_words(labels.names):
        entry(text).name = True
    for text in split_words(words.compounds):
        entry(text).compound = True
    for text in split_words(words.seconds):
        entry(text).second = True
    _lead(lexicon, words.behind)
    found = tuple(lexicon.values())
    for word in found:
        word.governs = word.strength is not None or word.every is not None
        word.counts = word.governs or word.clause != 0 or word.sentence != 0
    automaton = _automaton([word.lead + word.text for word in found])
    names = [word.text for word in found if word.name or word.time is not None]
    telling = frozenset(index for index, word in enumerate(found) if word.sentence != 0 or word.time is not None)
    marked = frozenset(index for index, word in enumerate(found) if word.mark or word.counts)
    return Lexicon(
        found,
        lexicon,
        automaton,
        frozenset(names),
        marked,
        telling,
        _places(names),
        _starts(split_words(words.not_towards)),
        _starts(split_words(words.heads)),
        _starts(split_words([*words.plain, *words.not_towards])),
    )


def _lead(lexicon: dict[str, Word], behind: Mapping[str, str]) -> None:
    """Put the letters of ``behind`` before its words; a longer word that begins with one (会同) hides it still."""
    for text, letters in behind.items():
        longer = [word for word in lexicon.values() if word.text.startswith(text) and not word.lead]
        lexicon.pop(text, None)
        for letter in letters:
            for word in longer:
                lexicon.setdefault(letter + word.text, replace(word, lead=letter))


def _automaton(words: list[str]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def _places(names: list[str]) -> Mapping[str, tuple[tuple[int, int], ...]]:
    places: dict[str, set[tuple[int, int]]] = {}
    for name in names:
        for at in range(len(name)):
            places.setdefault(name[at : at + 2], set()).add((at, len(name)))
    return {key: tuple(sorted(found, key=lambda place: -place[1])) for key, found in places.items()}


def _add_times(times: Times, entry: Entry, compiler: Compiler) -> None:
    lists: dict[tuple[Key, ...], list[str]] = {
        ("times", "words", number, "words"): group.words for number, group in enumerate(times.words)
    }
    lists |= {("times", "every", every): texts for every, texts in times.every.items()}
    compiler.one_list_each(lists)
    for group in times.words:
        for text in split_words(group.words):
            word = entry(text)
            word.time, word.mark = group, TIME
    for every, texts in times.every.items():
        for text in split_words(texts):
            word = entry(text)
            word.every, word.mark = every, EVERY


def _add_cues(kind: KindRules, entry: Entry, compiler: Compiler) -> None:
    compiler.one_list_each({("kind", "cues", number, "words"): cue.words for number, cue in enumerate(kind.cues)})
    for cue in kind.cues:
        for text in split_words(cue.words):
            word = entry(text)
            word.clause, word.sentence = cue.clause, cue.sentence
            word.strength, word.before_verb = cue.strength, cue.before_verb
            if cue.will or cue.strength is not None:
                word.mark = word.mark or MARKS["will"]
