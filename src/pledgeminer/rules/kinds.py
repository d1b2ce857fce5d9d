"""The compiled form of kind.yaml: promise or report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from msgspec.structs import asdict

from ..record import Comparator
from .model import KindRules
from .patterns import Pattern, any_of, any_word, split_words
from .workshop import Workshop


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


def compile_kinds(rules: KindRules, shop: Workshop) -> KindPatterns:
    """Compile kind.yaml; its cues are in the lexicon. The faults of its patterns are kept in ``shop``."""

    def single(name: str) -> Pattern:
        return shop.single(getattr(rules, name), "kind", name)

    def any_pattern(group: Literal["sections", "leads"], kind: Literal["review", "plan"]) -> Pattern:
        patterns: list[str] = getattr(getattr(rules, group), kind)
        pieces = [shop.piece(pattern, "kind", group, kind, number) for number, pattern in enumerate(patterns)]
        return shop.pattern(any_of(pieces), "kind", group, kind)

    for comparator in get_args(Comparator):
        if comparator not in rules.comparators:
            shop.wrong(
                f"the comparator {comparator} is missing", shop.place("kind", "comparators"), f'write "{comparator}": 0'
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
        speech=rules.speech,
        remaining=shop.pattern(any_word(split_words(rules.remaining)), "kind", "remaining"),
    )
