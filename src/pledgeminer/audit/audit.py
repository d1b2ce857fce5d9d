"""Two lists of records to what became of every commitment of the first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from ..diff.repeated import merge_repeated, place
from ..diff.units import as_number, middle
from ..diff.words import Words, load_words
from ..record import Record
from ..rules.indicator_loader import load_indicators
from ..rules.indicators import IndicatorTable
from .candidates import Candidate, Reported
from .judge import Judgement, judge
from .model import VERDICTS, Audited, Verdict

SURE = 0.72
"""From this likeness on a figure is taken to be of the target; under it the verdict is `unclear`."""

NEAR = 0.06
"""Figures whose likenesses differ by less are both candidates: where they say different things, nothing is decided."""


def audit(
    old: Iterable[Record],
    new: Iterable[Record],
    *,
    words: Words | None = None,
    indicators: IndicatorTable | None = None,
) -> list[Audited]:
    """Return one row for every commitment of ``old``, by what ``new`` reports.

    Records of all kinds may be in both; commitments of ``old`` and achievements of ``new`` are looked at. Within a
    document, records that say one target more than once are one. The rows come in the order of `VERDICTS`, and among
    one verdict in the order of the text.
    """
    words, table = words or load_words(), indicators or load_indicators()
    targets = merge_repeated((record for record in old if record.kind == "commitment"), words)
    reported = sorted(new, key=place)
    written = max((record.date for record in reported if record.date), default="")
    figures = Reported(reported, words, table)
    rows = [
        _row(target, some, written, figures, words) for target, some in zip(targets, figures.of(targets), strict=True)
    ]
    return sorted(rows, key=lambda row: VERDICTS.index(row.verdict))


def _row(target: Record, candidates: Sequence[Candidate], written: str, figures: Reported, words: Words) -> Audited:
    if written and target.deadline_date is not None and target.deadline_date > written:
        return _audited(target, "not_due", f"due on {target.deadline_date}, after {written}")
    if not candidates:
        claim = figures.claim(target)
        if claim is None:
            return _audited(target, "not_reported", "no figure for it")
        row = _audited(target, "claimed", "it is said to be done, without a figure")
        return msgspec.structs.replace(
            row, actual_text=claim.text, actual_source=claim.source, actual_line=claim.line, actual_id=claim.id
        )
    judged = [(one, _judged(target, one.actual, words, figures.table)) for one in candidates]
    best = judged[0][0].likeness
    near = [(one, said) for one, said in judged if one.likeness >= best - NEAR]
    parts = [(one, said) for one, said in near if one.term.core != near[0][0].term.core]
    verdicts = {said.verdict for _, said in near}
    one, said = min(near, key=lambda pair: (_goodness(pair[1]), -pair[0].likeness))
    if len(verdicts) > 1 and not parts:
        several = ", ".join(f"{other.actual.quantity} ({other.actual.line})" for other, _ in near)
        return _audited(target, "unclear", f"several figures: {several}", one, None)
    if best < SURE and said.actual != middle(target):
        return _audited(target, "unclear", f"{one.actual.indicator} may be another thing: {said.reason}", one, said)
    return _audited(target, said.verdict, said.reason, one, said)


def _judged(target: Record, actual: Record, words: Words, table: IndicatorTable) -> Judgement:
    if words.audit.failed.search(actual.text) is not None:
        said = judge(target, actual, words, table)
        return said._replace(verdict="missed", reason=f"{said.reason}; the text says that it was not reached")
    return judge(target, actual, words, table)


def _goodness(said: Judgement) -> tuple[int, float]:
    """Return a key by which the weakest figure comes first."""
    order: tuple[Verdict, ...] = ("missed", "partly", "met")
    return order.index(said.verdict), said.ratio if said.ratio is not None else 0.0


def _audited(
    target: Record,
    verdict: Verdict,
    reason: str,
    candidate: Candidate | None = None,
    said: Judgement | None = None,
) -> Audited:
    actual = candidate.actual if candidate is not None else None
    return Audited(
        verdict=verdict,
        indicator=target.indicator,
        aim=target.aim,
        unit=target.unit,
        comparator=target.comparator,
        target_quantity=target.quantity,
        target_value=target.value,
        target_max=target.value_max,
        actual_quantity=actual.quantity if actual else None,
        actual_value=as_number(middle(actual)) if actual else None,
        actual_unit=actual.unit if actual else None,
        ratio=round(said.ratio, 4) if said is not None and said.ratio is not None else None,
        reason=reason,
        owners=target.owners,
        strength=target.strength,
        deadline_date=target.deadline_date,
        target_text=target.text,
        target_source=target.source,
        target_line=target.line,
        actual_indicator=actual.indicator if actual else None,
        actual_text=actual.text if actual else None,
        actual_source=actual.source if actual else None,
        actual_line=actual.line if actual else None,
        likeness=round(min(1.0, candidate.likeness), 4) if candidate is not None else None,
        target_id=target.id,
        actual_id=actual.id if actual else None,
    )
