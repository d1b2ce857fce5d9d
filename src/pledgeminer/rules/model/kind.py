"""What may stand in kind.yaml."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ...record import Comparator
from .common import Regex, RuleFileModel, Strict, Weight, Words


class Cue(Strict):
    """Words that speak for a promise (above 0) or a report (below 0)."""

    words: Words
    clause: Annotated[Weight, Meta(description="The weight in the number's own clause.")]
    sentence: Annotated[Weight, Meta(description="The weight elsewhere in its sentence, before the number.")]


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
    before_verbs: Annotated[Words, Meta(description="Words that count only right before a verb or a number.")]
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
    aspire: Annotated[Words, Meta(description="They make a number an aspiration (力争).")]
    firm: Annotated[Words, Meta(description="They make it firm again (确保).")]
    aspiring_leads: Annotated[Regex, Meta(description="A lead-in with this is an aspiration.")]
    speech: Annotated[int, Meta(ge=1, description="A longer quotation is speech, not a name.")]
