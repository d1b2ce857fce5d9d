"""kind.yaml: promise or report; its structure and its compiled form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple, get_args

import ahocorasick_rs
from msgspec import Meta
from msgspec.structs import asdict

from ..record import Comparator, Strength
from .compiler import NEVER, Compiler
from .field_types import About, Id, Regex, RuleFileModel, Strict, Weight, Words
from .patterns import Pattern, any_of, any_word, split_words, whole


class Cue(Strict):
    """Words that speak for a promise (above 0) or a report (below 0)."""

    words: Words
    clause: Annotated[Weight, Meta(description="The weight in the number's own clause.")]
    sentence: Annotated[Weight, Meta(description="The weight elsewhere in its sentence, before the number.")]
    strength: Annotated[
        Strength | None,
        Meta(description="aspire: the numbers behind it are aspirations (力争); firm: no longer (确保)."),
    ] = None
    will: Annotated[bool, Meta(description="A word of intention, which may stand before a verb: the mark <will>.")] = (
        False
    )
    before_verb: Annotated[bool, Meta(description="It counts only right before a verb or a number (计划).")] = False


class Forms(Strict):
    """Weights of the verb's own form."""

    command: Annotated[Weight, Meta(description="The clause opens with a verb of undertaking.")]
    counted: Annotated[Weight, Meta(description="The number is rounded off, as what was counted is.")]


class TimeWeights(Strict):
    """Weights of the time that governs the number."""

    past: Weight
    present: Weight
    late: Weight
    future: Weight
    since: Weight


class Phrase(Strict):
    """Phrases that speak for a promise or a report wherever they stand, also inside other words."""

    words: Words
    clause: Annotated[Weight, Meta(description="The weight in the number's own clause.")]
    sentence: Annotated[Weight, Meta(description="The weight elsewhere in its sentence.")]


class Scopes(Strict):
    """Weights of what stands around the number."""

    heading: Annotated[Weight, Meta(description="A heading names the section a plan, or a review.")]
    section: Annotated[Weight, Meta(description="A lead-in sentence opens a plan, or a review.")]
    paragraph: Annotated[Weight, Meta(description="The words of the paragraph before the sentence.")]
    mood: Annotated[Weight, Meta(description="How far those words must lean to one side to count.")]
    item: Annotated[Weight, Meta(description="A point of a list that nothing calls a review.")]
    remaining: Annotated[Weight, Meta(description="A promise in a later clause, for what is left over.")]
    ahead: Annotated[Weight, Meta(description="The share of its weight that a cue of a clause before keeps.")]
    behind: Annotated[Weight, Meta(description="The share that a cue of a clause behind keeps.")]
    time_in_review: Annotated[
        Weight, Meta(description="The share that a time to come keeps under a heading of a review.")
    ]
    time_before: Annotated[
        Weight, Meta(description="The share of its weight that the time of an earlier sentence keeps.")
    ]


class Turns(Strict):
    """What a turn from promise to report, or back, costs between two numbers that follow each other."""

    clause: Annotated[Weight, Meta(description="Inside a clause.")]
    sentence: Annotated[Weight, Meta(description="From clause to clause of a sentence.")]
    paragraph: Annotated[Weight, Meta(description="From sentence to sentence of a paragraph.")]
    next: Annotated[Weight, Meta(description="From paragraph to paragraph.")]
    heading: Annotated[Weight, Meta(description="Over a heading.")]
    chapter: Annotated[Weight, Meta(description="Over a heading of the highest level.")]
    year: Annotated[Weight, Meta(description="From last year to this one, or the next.")]


class Genre(Strict):
    """What a document is as a whole, how one knows it, and what that says of its numbers."""

    id: Id
    about: About
    weight: Annotated[Weight, Meta(description="It speaks for a promise (above 0) or a report of each number.")]
    start: Annotated[Weight, Meta(description="The same of the first number only, from where turns are counted.")]
    titles: Annotated[Regex, Meta(description="What stands in its title.")] = ""
    openings: Annotated[Regex, Meta(description="What stands in its first paragraphs.")] = ""
    to_plan: Annotated[Weight, Meta(description="A turn to promises costs so much more.")] = 0.0
    to_review: Annotated[Weight, Meta(description="A turn to reports costs so much more.")] = 0.0


class Sections(Strict):
    """Patterns that open a review, and patterns that open a plan."""

    review: list[Regex]
    plan: list[Regex]


class KindRules(RuleFileModel, kw_only=True):
    """Is a number promised or reported?"""

    cues: list[Cue]
    phrases: list[Phrase]
    remaining: Annotated[Words, Meta(description="Words of what is left over (尚存).")]
    forms: Forms
    rules: Annotated[
        dict[str, Weight], Meta(description="What the rule that fits says of the number alone, by the rule's id.")
    ]
    comparators: Annotated[dict[Comparator, Weight], Meta(description="What the comparator says.")]
    times: TimeWeights
    scopes: Scopes
    turns: Turns
    sections: Annotated[Sections, Meta(description="Headings.")]
    leads: Annotated[Sections, Meta(description="Sentences that introduce a list or chapters.")]
    genres: Annotated[
        list[Genre], Meta(description="Kinds of documents; the first that fits holds, the last fits any other.")
    ]
    aspiring_leads: Annotated[Regex, Meta(description="A lead-in with this is an aspiration.")]


@dataclass(frozen=True, slots=True)
class GenrePatterns:
    """A kind of document: its name, its patterns, and its weights (see ``Genre``)."""

    id: str
    about: str
    titles: Pattern
    openings: Pattern
    weight: float
    start: float
    to_plan: float
    to_review: float


class PhraseHit(NamedTuple):
    """A phrase that was found: where it begins, itself, the number of its list, and that list's weights."""

    start: int
    text: str
    list: int
    clause: float
    sentence: float


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases in one automaton, each with the number of its list and its weights."""

    automaton: ahocorasick_rs.AhoCorasick
    found: tuple[tuple[str, int, float, float], ...]

    def find(self, text: str, start: int, end: int) -> tuple[PhraseHit, ...]:
        """Return the phrases in ``text`` from ``start`` to ``end``, in order; their offsets are those of ``text``."""
        hits = self.automaton.find_matches_as_indexes(whole(text[start:end]))
        return tuple(PhraseHit(start + first, *self.found[index]) for index, first, _ in hits)


@dataclass(frozen=True, slots=True)
class KindPatterns:
    """Patterns of headings and lead-ins, and the weights of what stands around a number."""

    review_section: Pattern
    plan_section: Pattern
    review_lead: Pattern
    plan_lead: Pattern
    aspiring_lead: Pattern
    genres: tuple[GenrePatterns, ...]
    phrases: Phrases
    turns: Mapping[str, float]
    forms: Mapping[str, float]
    rules: Mapping[str, float]
    comparators: Mapping[str, float]
    times: Mapping[str, float]
    scopes: Mapping[str, float]
    remaining: Pattern


def compile_kinds(rules: KindRules, compiler: Compiler) -> KindPatterns:
    """Compile kind.yaml; its cues are in the lexicon. The faults of its patterns are kept in ``compiler``."""

    def single(name: str) -> Pattern:
        return compiler.single(getattr(rules, name), "kind", name)

    def any_pattern(group: Literal["sections", "leads"], kind: Literal["review", "plan"]) -> Pattern:
        patterns: list[str] = getattr(getattr(rules, group), kind)
        pieces = [compiler.piece(pattern, "kind", group, kind, number) for number, pattern in enumerate(patterns)]
        return compiler.pattern(any_of(pieces), "kind", group, kind)

    for comparator in get_args(Comparator):
        if comparator not in rules.comparators:
            compiler.wrong(
                f"the comparator {comparator} is missing",
                compiler.place("kind", "comparators"),
                f'write "{comparator}": 0',
            )
    return KindPatterns(
        review_section=any_pattern("sections", "review"),
        plan_section=any_pattern("sections", "plan"),
        review_lead=any_pattern("leads", "review"),
        plan_lead=any_pattern("leads", "plan"),
        aspiring_lead=single("aspiring_leads"),
        genres=_genres(rules, compiler),
        phrases=_phrases(rules, compiler),
        turns=MappingProxyType(asdict(rules.turns)),
        forms=MappingProxyType(asdict(rules.forms)),
        rules=MappingProxyType(dict(rules.rules)),
        comparators=MappingProxyType({str(name): weight for name, weight in rules.comparators.items()}),
        times=MappingProxyType(asdict(rules.times)),
        scopes=MappingProxyType(asdict(rules.scopes)),
        remaining=compiler.pattern(any_word(split_words(rules.remaining)), "kind", "remaining"),
    )


def _genres(rules: KindRules, compiler: Compiler) -> tuple[GenrePatterns, ...]:
    def pattern(number: int, key: str) -> Pattern:
        return compiler.single(getattr(rules.genres[number], key) or NEVER, "kind", "genres", number, key)

    return tuple(
        GenrePatterns(
            genre.id,
            genre.about,
            pattern(number, "titles"),
            pattern(number, "openings"),
            genre.weight,
            genre.start,
            genre.to_plan,
            genre.to_review,
        )
        for number, genre in enumerate(rules.genres)
    )


def _phrases(rules: KindRules, compiler: Compiler) -> Phrases:
    compiler.one_list_each(
        {("kind", "phrases", number, "words"): one.words for number, one in enumerate(rules.phrases)}
    )
    found = tuple(
        (text, number, one.clause, one.sentence)
        for number, one in enumerate(rules.phrases)
        for text in split_words(one.words)
    )
    longest = ahocorasick_rs.MatchKind.LeftmostLongest
    return Phrases(ahocorasick_rs.AhoCorasick([text for text, *_ in found], matchkind=longest), found)
