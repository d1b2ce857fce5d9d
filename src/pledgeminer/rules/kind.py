"""kind.yaml: promise or report; its structure and its compiled form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from msgspec import Meta
from msgspec.structs import asdict

from ..record import Comparator, Strength
from .compiler import Compiler
from .field_types import Regex, RuleFileModel, Strict, Weight, Words
from .patterns import Pattern, any_of, any_word, split_words


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


class Scopes(Strict):
    """Weights of what stands around the number."""

    heading: Annotated[Weight, Meta(description="A heading names the section a plan, or a review.")]
    section: Annotated[Weight, Meta(description="A lead-in sentence opens a plan, or a review.")]
    sentence: Annotated[Weight, Meta(description="The number before it in the sentence.")]
    before: Annotated[Weight, Meta(description="The number before it in the paragraph.")]
    paragraph: Annotated[Weight, Meta(description="The words of the paragraph before the sentence.")]
    item: Annotated[Weight, Meta(description="A point of a list that nothing calls a review.")]
    remaining: Annotated[
        Weight, Meta(description="How many times the cues of a later clause count for what is left over.")
    ]
    time_in_review: Annotated[
        Weight, Meta(description="The share that a time to come keeps under a heading of a review.")
    ]
    time_before: Annotated[
        Weight, Meta(description="The share of its weight that the time of an earlier sentence keeps.")
    ]
    document: Annotated[Weight, Meta(description="The document is a plan.")]
    report: Annotated[Weight, Meta(description="The document is a report to an assembly.")]
    nothing: Annotated[Weight, Meta(description="The document is anything else.")]


class Sections(Strict):
    """Patterns that open a review, and patterns that open a plan."""

    review: list[Regex]
    plan: list[Regex]


class KindRules(RuleFileModel, kw_only=True):
    """Is a number promised or reported?"""

    cues: list[Cue]
    remaining: Annotated[Words, Meta(description="Words of what is left over (尚存).")]
    forms: Forms
    comparators: Annotated[dict[Comparator, Weight], Meta(description="What the comparator says.")]
    times: TimeWeights
    scopes: Scopes
    sections: Annotated[Sections, Meta(description="Headings.")]
    leads: Annotated[Sections, Meta(description="Sentences that introduce a list or chapters.")]
    plan_titles: Annotated[Regex, Meta(description="A plan's title.")]
    plan_openings: Annotated[Regex, Meta(description="A plan's first paragraph.")]
    reports: Annotated[Regex, Meta(description="How a report addresses its assembly.")]
    aspiring_leads: Annotated[Regex, Meta(description="A lead-in with this is an aspiration.")]


@dataclass(frozen=True, slots=True)
class KindPatterns:
    """Patterns of headings and lead-ins, and the weights of what stands around a number."""

    review_section: Pattern
    plan_section: Pattern
    review_lead: Pattern
    plan_lead: Pattern
    aspiring_lead: Pattern
    plan_title: Pattern
    plan_opening: Pattern
    report: Pattern
    forms: Mapping[str, float]
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
        plan_title=single("plan_titles"),
        plan_opening=single("plan_openings"),
        report=single("reports"),
        forms=MappingProxyType(asdict(rules.forms)),
        comparators=MappingProxyType({str(name): weight for name, weight in rules.comparators.items()}),
        times=MappingProxyType(asdict(rules.times)),
        scopes=MappingProxyType(asdict(rules.scopes)),
        remaining=compiler.pattern(any_word(split_words(rules.remaining)), "kind", "remaining"),
    )
