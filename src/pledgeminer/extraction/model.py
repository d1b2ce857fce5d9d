"""The data of the extraction, apart from what makes it: frozen values that one stage hands to the next.

All offsets are code points of the cleaned text.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

if TYPE_CHECKING:
    from ..record import Aim, Comparator, Every, Kind, Record, Strength
    from ..rules.field_types import UnitKind
    from ..rules.kind import GenrePatterns, PhraseHit
    from ..rules.lexicon import Word
    from ..rules.patterns import Pattern
    from ..rules.targets import Rule

#: What a time may be counted in from the document's date on; ``to-the-day`` are months.
Counted = Literal["week", "month", "quarter", "to-the-day"]
Role = Literal["deadline", "start", "past", "present", "none"]

#: Why a numeral is no quantity: an article (一), part of a name (三角), part of a time, without a measure, a unit in
#: brackets before its number, the number of its line, or a label.
Why = Literal["article", "name", "time", "no-measure", "unit", "numbering", "too-large", "label"]


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit and comparator; ``start`` and ``end`` include the comparator words.

    ``value`` and ``value_max``, the upper end of a range, are in ``unit``. ``chinese`` says that it is written in a
    Chinese numeral, ``rounded`` that it is said to be more than its figures. ``aim`` is that of a word that is a whole
    number (翻一番).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    unit_end: int
    value: int | float
    value_max: int | float | None
    unit: str
    kind: UnitKind
    comparator: Comparator
    chinese: bool
    aim: Aim | None = None
    rounded: bool = False


class Time(msgspec.Struct, frozen=True, gc=False):
    """An expression of time, before it is held against a document's date.

    ``year`` is absolute; ``offset`` counts from the document's year, ``span`` is a number of years from then on.
    ``counted`` says what ``count`` counts from the document's date on: to the end of its week, month or quarter, or
    months to the day.
    """

    start: int
    end: int
    role: Role
    year: int | None = None
    offset: int | None = None
    span: int | None = None
    month: int | None = None
    day: int | None = None
    date: str | None = None
    century: bool = False
    floating: bool = False
    counted: Counted | None = None
    count: int = 0

    @property
    def placed(self) -> bool:
        """Whether it says which year it is in."""
        return self.role != "none" and (self.offset is not None or self.year is not None)


class Passed(msgspec.Struct, frozen=True, gc=False):
    """A numeral that is no quantity, and why.

    ``by`` is the id of a label, ``before`` for one of those that stand before a number, empty for the other reasons.
    """

    start: int
    end: int
    why: Why
    by: str = ""


class Numbers(msgspec.Struct, frozen=True):
    """All numerals of a text: quantities, times and those passed over, each in the order of the text."""

    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    passed: tuple[Passed, ...]


#: A word that the lexicon found: its index there, where it begins and ends.
Hit = tuple[int, int, int]
#: What a section says: what was done, or what is to be done.
Mode = Literal["review", "plan"]
#: How a time stands to the document's date; ``late`` is this year in a document of its second half.
Tense = Literal["past", "present", "future", "since", "late"]


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """Words as they are ``shown``, and as they are folded to ``match``: of the same length, letter for letter."""

    match: str = ""
    shown: str = ""

    def __bool__(self) -> bool:
        """Whether there are words at all."""
        return bool(self.match)

    def __add__(self, other: Phrase) -> Phrase:
        """Return the two phrases as one."""
        return Phrase(self.match + other.match, self.shown + other.shown)

    def part(self, start: int, end: int | None = None) -> Phrase:
        """Return the letters from ``start`` to before ``end``, or to the last."""
        return Phrase(self.match[start:end], self.shown[start:end])

    def without(self, pattern: Pattern) -> Phrase:
        """Return the phrase without the first place that ``pattern`` matches."""
        found = pattern.search(self.match)
        return self if found is None else self.part(0, found.start()) + self.part(found.end())

    def split(self, pattern: Pattern) -> list[Phrase]:
        """Return what stands between the places that ``pattern`` matches."""
        pieces, at = [], 0
        for found in pattern.finditer(self.match):
            pieces.append(self.part(at, found.start()))
            at = found.end()
        return [*pieces, self.part(at)]


NO_WORDS = Phrase()


class Lead(msgspec.Struct, frozen=True, gc=False):
    """A sentence that introduces a list or chapters; its ``time`` and its aspiration govern the numbers under it."""

    start: int
    end: int
    aspiring: bool
    time: Time | None


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A paragraph of the cleaned text: where it is, its level as a heading (0 for none), and what governs it.

    ``marker`` is the level of the heading mark that it begins with, though it may run on into prose (0 for none);
    ``mode`` says what its section is, and ``named`` that a heading says so.
    """

    start: int
    end: int
    level: int
    item: bool
    marker: int
    mode: Mode | None = None
    named: bool = False
    leads: tuple[Lead, ...] = ()

    @property
    def numbered(self) -> bool:
        """Whether it is a point of a list or a numbered chapter."""
        return self.item or self.marker > 1


class Outline(msgspec.Struct, frozen=True, gc=False):
    """How a document is built: its paragraphs in order, and what it is as a whole."""

    paragraphs: tuple[Paragraph, ...]
    genre: GenrePatterns


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a sentence without a comma. ``marks`` has a character for each of ``spans``, from left to right.

    ``quantities`` stand with the indexes of their marks, ``words`` (those that count) with their offsets.
    """

    start: int
    end: int
    marks: str
    spans: tuple[tuple[int, int], ...]
    quantities: tuple[tuple[int, Quantity], ...]
    words: tuple[tuple[int, Word], ...]
    times: tuple[Time, ...]


class Slot(NamedTuple):
    """A quantity in its sentence: the index of its clause, and that of its mark in the clause."""

    clause: int
    position: int
    quantity: Quantity


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence with numbers, in paragraph ``number``; ``leads`` are the lead-ins over it, the nearest last.

    Of what stands before it in its paragraph ``mood`` says how far the words lean (above 0 to a promise), and
    ``before`` is the last time that says which year it is in. ``phrases`` are those found in it.
    """

    number: int
    paragraph: Paragraph
    clauses: tuple[Clause, ...]
    slots: tuple[Slot, ...]
    leads: tuple[Lead, ...]
    mood: float
    before: Time | None
    phrases: tuple[PhraseHit, ...] = ()


class Fit(msgspec.Struct, frozen=True, gc=False):
    """The rule that matched, and the spans of marks (first, behind the last) of the indicator's parts, in order."""

    rule: Rule
    parts: tuple[tuple[int, int], ...]


class Match(msgspec.Struct, frozen=True, gc=False):
    """What a rule makes of a number; ``given_up`` is the id of a rule that matched first, ``aim`` None without a rule
    or with one that leaves the number out.
    """

    fit: Fit | None
    indicator: Phrase = NO_WORDS
    aim: Aim | None = None
    given_up: str = ""


class Governed(msgspec.Struct, frozen=True, gc=False):
    """What governs a number: the words before it (``strength_by`` and ``every_by`` say which), and a time.

    ``tense`` is that of the time, ``earlier`` that of the last time in the sentences before.
    """

    strength: Strength
    every: Every | None
    strength_by: str
    every_by: str
    time: Time | None
    tense: Tense | None
    earlier: Tense | None


#: What a cue is: a word in the number's own clause, in one before or behind it, a phrase in its clause or elsewhere in
#: its sentence, a promise behind what remains, its time or that of a sentence before, its section, a point of a list,
#: the form of its clause, its rounding, its comparator, the words of its paragraph, its document, its rule, and the
#: numbers around it.
About = Literal[
    "word",
    "ahead",
    "behind",
    "phrase",
    "phrase around",
    "remaining",
    "time",
    "time before",
    "section",
    "item",
    "command",
    "counted",
    "comparator",
    "paragraph",
    "document",
    "rule",
    "numbers before",
    "numbers behind",
]


class Cue(NamedTuple):
    """One reason for the decision: what was found, its weight (above 0 for a promise), and what it is."""

    found: str
    weight: float
    about: About


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A number that becomes a record, with its own cues for promise or report.

    ``carries`` is false where the text turns from last year to this one, ``unowed`` is true where nobody undertakes
    what it measures.
    """

    sentence: Sentence
    slot: Slot
    match: Match
    governed: Governed
    cues: tuple[Cue, ...]
    carries: bool
    unowed: bool


class Verdict(NamedTuple):
    """The kind of a number, and all the cues that spoke for it or against it."""

    kind: Kind
    cues: tuple[Cue, ...]


class Ownership(NamedTuple):
    """The bodies that answer for a number, the person who speaks, and what named them (see ``owners.py``).

    ``due`` is the time that the tag of its task sets.
    """

    owners: tuple[str, ...]
    speaker: str | None
    by: str
    due: Time | None = None


#: No factors.
EMPTY: Mapping[str, float] = MappingProxyType({})


class Judged(msgspec.Struct, frozen=True, gc=False):
    """A quantity with all that was found out about it; without a record a rule has left it out, or none matched."""

    sentence: Sentence
    slot: Slot
    match: Match
    governed: Governed | None = None
    cues: tuple[Cue, ...] = ()
    deadline: Time | None = None
    ownership: Ownership | None = None
    record: Record | None = None
    factors: Mapping[str, float] = EMPTY

    @property
    def clause(self) -> Clause:
        """The clause of the number."""
        return self.sentence.clauses[self.slot.clause]
