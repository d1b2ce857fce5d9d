"""The compiled form of kind.yaml: promise or report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .model import KindRules
from .patterns import Pattern, any_of, any_word, compile_pattern


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
    speech: int
    remaining: Pattern


def compile_kinds(rules: KindRules) -> KindPatterns:
    """Compile kind.yaml; its cues are in the lexicon."""
    return KindPatterns(
        review_section=compile_pattern(any_of(rules.sections.review)),
        plan_section=compile_pattern(any_of(rules.sections.plan)),
        review_lead=compile_pattern(any_of(rules.leads.review)),
        plan_lead=compile_pattern(any_of(rules.leads.plan)),
        aspiring_lead=compile_pattern(rules.aspiring_leads),
        plan_title=compile_pattern(rules.plan_titles),
        plan_opening=compile_pattern(rules.plan_openings),
        report=compile_pattern(rules.reports),
        forms=MappingProxyType(rules.forms),
        comparators=MappingProxyType(dict(rules.comparators)),
        times=MappingProxyType(rules.times),
        scopes=MappingProxyType(rules.scopes),
        speech=rules.speech,
        remaining=compile_pattern(any_word(rules.remaining)),
    )
