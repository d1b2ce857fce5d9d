"""Confidence: how often records like one are right, from what is known of how it came about."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..rules.confidence import ConfidenceRules
    from .model import Candidate, Ownership, Verdict
    from .reading import Reading

#: So far around its clause an indicator is looked for again, in code points.
_AROUND = 20_000
#: A short indicator is mostly a general noun, a long one was often cut in the wrong place.
_SHORT, _LONG = 2, 14
#: A smaller margin is close.
_CLOSE = 2.5


def factors(
    reading: Reading, candidate: Candidate, verdict: Verdict, ownership: Ownership, most: float
) -> dict[str, float]:
    """Return what speaks for or against the record of ``candidate``, each by its name in confidence.yaml, and how much
    of it there is: 1, but for the margin between promise and report, which counts up to ``most``.
    """
    match = candidate.match
    assert match.fit is not None
    margin = abs(sum(cue.weight for cue in verdict.cues))
    found = {"base": 1.0, "margin": min(margin, most), f"rule {match.fit.rule.id}": 1.0}
    found[f"owner {ownership.by or 'none'}"] = 1.0
    words = match.indicator.match
    clause = candidate.sentence.clauses[candidate.slot.clause]
    if not words:
        found["no indicator"] = 1.0
    else:
        if len(words) <= _SHORT:
            found["short indicator"] = 1.0
        if len(words) > _LONG:
            found["long indicator"] = 1.0
        if words not in reading.text[clause.start : clause.end]:
            found["indicator from elsewhere"] = 1.0
        if _again(reading.text, words, clause.start, clause.end):
            found["indicator seen again"] = 1.0
    quantity = candidate.slot.quantity
    if margin < _CLOSE:
        found["close"] = 1.0
    if quantity.chinese:
        found["Chinese numeral"] = 1.0
    if len(clause.quantities) > 1:
        found["several numbers"] = 1.0
    found[f"unit {quantity.kind}"] = 1.0
    return found


def _again(text: str, words: str, start: int, end: int) -> bool:
    """Say whether ``words`` stand elsewhere near the clause: what is written again whole is a word."""
    return text.find(words, end, end + _AROUND) >= 0 or text.find(words, max(0, start - _AROUND), start) >= 0


def confidence(found: Mapping[str, float], rules: ConfidenceRules) -> float:
    """Return how sure a record is, from 0 to 1, by its factors."""
    odds = sum(value * rules.weights.get(name, 0.0) for name, value in found.items())
    return round(1 / (1 + exp(-max(-30.0, min(30.0, odds)))), 3)
