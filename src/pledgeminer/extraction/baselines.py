"""Figures of the past in brackets behind a target, which say from where it starts (新增企业20家（2025年为15家）)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Governed, Sentence, Slot


def is_baseline(text: str, sentence: Sentence, slot: Slot, governed: Governed) -> bool:
    """Say whether the number in ``slot`` stands in brackets behind another one, with a time of its own that is past."""
    clauses, own = sentence.clauses, sentence.clauses[slot.clause]
    opening = text.rfind("(", own.start - 1, slot.quantity.start)
    time = governed.time
    if opening < 0 or governed.tense != "past" or time is None or not opening < time.start < slot.quantity.start:
        return False
    return any(quantity.end <= opening for clause in clauses[: slot.clause + 1] for _, quantity in clause.quantities)
