"""Records: from a number that was judged to what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..record import Record, document_key, record_id
from ..text.fold import fold
from .confidence import confidence, factors
from .model import Judged
from .times import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..record import Kind
    from ..text.clean import CleanText
    from .model import Candidate, Governed, Ownership, Quantity, Sentence, Time, Verdict
    from .reading import Reading


def judged(
    reading: Reading, candidates: Sequence[Candidate], verdicts: Sequence[Verdict], owners: Sequence[Ownership]
) -> list[Judged]:
    """Return each of the ``candidates`` with its verdict, its owners and its record."""
    key, rules = document_key(reading.document.text), reading.rules.confidence
    found: list[Judged] = []
    for candidate, verdict, ownership in zip(candidates, verdicts, owners, strict=True):
        deadline = _deadline(candidate.sentence, candidate.governed, verdict.kind, ownership.due)
        known = factors(reading, candidate, verdict, ownership, rules.most)
        record = _record(reading, key, candidate, verdict.kind, ownership, deadline)
        record = replace(record, confidence=confidence(known, rules))
        found.append(
            Judged(
                candidate.sentence,
                candidate.slot,
                candidate.match,
                candidate.governed,
                verdict.cues,
                deadline,
                ownership,
                record,
                known,
            )
        )
    return found


def _deadline(sentence: Sentence, governed: Governed, kind: Kind, due: Time | None) -> Time | None:
    """Return the time by which it is to be done, or in which it was: of its sentence, of its tag, of a lead-in over it.

    A month that the tag sets (``due``) goes before a year that the sentence names.
    """
    time, ahead = governed.time, governed.tense in ("present", "late", "future")
    if kind == "commitment" and due is not None and (time is None or not ahead or not time.floating):
        return due
    if time is not None and time.role != "start" and (kind == "achievement" or ahead):
        return time
    if kind == "achievement":
        return None
    return next((lead.time for lead in reversed(sentence.leads) if lead.time is not None), None)


def _record(
    reading: Reading, key: bytes, candidate: Candidate, kind: Kind, ownership: Ownership, deadline: Time | None
) -> Record:
    quantity, match, governed = candidate.slot.quantity, candidate.match, candidate.governed
    assert match.fit is not None
    assert match.aim is not None
    clause, shown = candidate.sentence.clauses[candidate.slot.clause], reading.clean.shown
    start, end = reading.clean.offsets.span(quantity.start, quantity.end)
    words = shown[quantity.start : quantity.end]
    own = quantity.comparator
    return Record(
        id=record_id(key, start, words),
        kind=kind,
        indicator=match.indicator.shown,
        aim=match.aim,
        comparator=match.fit.rule.comparator or own if own == "=" else own,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=_unit(reading.clean, quantity),
        quantity=words,
        owners=ownership.owners,
        strength=governed.strength,
        deadline=None if deadline is None else shown[deadline.start : deadline.end],
        deadline_date=None if deadline is None else resolve(deadline, reading.now),
        every=governed.every,
        speaker=ownership.speaker,
        text=shown[clause.start : clause.end].strip(),
        source=reading.document.source,
        date=reading.date,
        line=reading.line(start),
        start=start,
        end=end,
        rule=match.fit.rule.id,
        page=reading.page(start),
    )


def _unit(clean: CleanText, quantity: Quantity) -> str:
    """Return the unit; in traditional text as it is printed there."""
    end = quantity.unit_end
    start = end - len(quantity.unit)
    return fold(clean.shown[start:end]) if clean.match[start:end] == quantity.unit else quantity.unit
