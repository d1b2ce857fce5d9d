"""Why a number is a record, or why it is none: the function behind ``pledgeminer.explain``."""

from __future__ import annotations

import datetime
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from ..documents.metadata import UserMetadata
from ..documents.model import Document
from ..errors import DocumentWarning
from ..extraction.extractor import Extractor
from ..extraction.matcher import Matcher, form_of
from ..extraction.model import About, Cue, Judged, Lead, Passed
from ..extraction.reading import Reading
from ..record import Record
from ..rules.marks import NAMES, OTHER
from ..rules.slow import SECONDS
from ..run.extract import sole_document
from .explanation import Explanation, Mark, Origin, Outcome, Reason, Tried


def explain(
    path_or_text: str | os.PathLike[str],
    line: int | None = None,
    *,
    date: str | datetime.date | None = None,
    body: str | None = None,
    encoding: str | None = None,
    rules: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = (),
) -> list[Explanation]:
    """Return what became of every number of a text or a file, or of those on ``line`` (1-based), in their order.

    The arguments are those of ``extract``. Raises ``DocumentError`` for a file that cannot be read, or is a folder,
    and ``RulesError`` for rules that cannot be used; warns of what was guessed of the document or not used
    (``DocumentWarning``).

    >>> explain("今年新增公共停车位5000个以上。", date="2026-01-20")[1].rule  # doctest: +SKIP
    'new-noun'
    """
    given = UserMetadata(date.isoformat() if isinstance(date, datetime.date) else date, body, encoding)
    folders = [rules] if isinstance(rules, str | os.PathLike) else rules
    document = sole_document(path_or_text, given)
    for warning in document.warnings:
        warnings.warn(warning, DocumentWarning, stacklevel=2)
    return explain_document(document, Extractor(tuple(os.fspath(folder) for folder in folders)), line)


def explain_document(document: Document, extractor: Extractor, line: int | None = None) -> list[Explanation]:
    """Return what became of every number of ``document``, or of those on ``line``, in their order."""
    judgement = extractor.judge(document)
    reading = judgement.reading
    found = [(one.start, _passed(reading, one)) for one in reading.numbers.passed]
    found += [(one.slot.quantity.start, _judged(reading, one, extractor.matcher)) for one in judgement.judged]
    found.sort(key=itemgetter(0))
    return [explanation for _, explanation in found if line in (None, explanation.line)]


_LEFT_OUT = {
    "article": "it is an article here, and counts nothing",
    "name": "it is part of a name or of a fixed word of time",
    "time": "it is part of an expression of time",
    "no-measure": "nothing is measured by it: there is no measure word behind it",
    "unit": "it is the unit, in brackets, of the number behind it",
    "numbering": "it is the number of its line or section",
    "too-large": "it is larger than any number that is meant",
}
_ABOUT: dict[About, str] = {
    "word": "a word in its clause",
    "ahead": "a word in a clause before",
    "behind": "a word in a clause behind",
    "phrase": "a phrase in its clause",
    "phrase around": "a phrase elsewhere in its sentence",
    "remaining": "a word in a clause behind, of what is left over",
    "item": "a point of a list that nothing calls a review",
    "command": "its clause opens with a verb of undertaking",
    "counted": "it is rounded off, as what was counted is",
    "comparator": "its comparator",
    "paragraph": "the words before it in its paragraph",
    "rule": "the rule that fits says so of the number alone",
    "numbers before": "the numbers before it, as far as they reach",
    "numbers behind": "the numbers behind it, as far as they reach",
}
_TENSES = {
    "past": "a time that has passed",
    "present": "this year",
    "late": "this year, in a document of its second half",
    "future": "a time to come",
    "since": "a time that looks back",
}
_OWNER = {
    "tag": "the tag that closes the task",
    "attribution": "to whom the words are attributed",
    "subject": "the subject of the sentence",
    "section": "the line above that names a speaker or a body",
    "given": "the issuer that was given",
    "": "the text names nobody",
}


def _passed(reading: Reading, passed: Passed) -> Explanation:
    by = passed.by or passed.why
    if by == "before":
        by = _label_before(reading, passed.start)
    start, end = reading.clean.offsets.span(passed.start, passed.end)
    return Explanation(
        quantity=reading.clean.shown[passed.start : passed.end],
        source=reading.document.source,
        line=reading.line(start),
        start=start,
        end=end,
        sentence=_sentence(reading, passed.start, passed.end),
        outcome="left out",
        because=_LEFT_OUT.get(passed.why) or f"the label {by} fits (labels.yaml)",
        left_out_by=by,
    )


def _label_before(reading: Reading, start: int) -> str:
    """Return the id of the label that fits before the number at ``start``."""
    import regex

    for name, pattern in reading.rules.labels.before_forms.items():
        found = regex.compile(f"(?r)(?:{pattern})").match(reading.text, max(0, start - 12), start, timeout=SECONDS)
        if found is not None:
            return name
    return "before"


def _sentence(reading: Reading, start: int, end: int) -> str:
    text, ends = reading.text, reading.rules.layout.sentence
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    for found in ends.finditer(text, begin, stop):
        if found.end() <= start:
            begin = found.end()
        elif found.start() >= end:
            stop = found.end()
            break
    return reading.clean.shown[begin:stop].strip()


def _judged(reading: Reading, judged: Judged, matcher: Matcher) -> Explanation:
    quantity, record, fit = judged.slot.quantity, judged.record, judged.match.fit
    start, end = reading.clean.offsets.span(quantity.start, quantity.end)
    rule = fit.rule.id if fit is not None else None
    total = round(sum(round(cue.weight, 2) for cue in judged.cues), 2)
    genres = {genre.id: genre.about for genre in reading.rules.kinds.genres}
    outcome: Outcome = "left out" if record is None else record.kind
    return Explanation(
        quantity=reading.clean.shown[quantity.start : quantity.end],
        source=reading.document.source,
        line=reading.line(start),
        start=start,
        end=end,
        sentence=_sentence(reading, quantity.start, quantity.end),
        outcome=outcome,
        because=_because(judged, total),
        left_out_by=(rule or "no-rule") if record is None else None,
        marks=tuple(_marks(reading, judged, index) for index in range(len(judged.sentence.clauses))),
        rule=rule,
        tried=tuple(_tried(judged, matcher)),
        cues=tuple(_reason(cue, genres) for cue in judged.cues),
        weight=total,
        owner=_owner(judged, record) if record is not None else None,
        strength=_strength(reading, judged, record) if record is not None else None,
        deadline=_deadline(reading, judged, record) if record is not None else None,
        every=_every(judged, record) if record is not None else None,
        record=record,
        factors=tuple(_factors(reading, judged)),
    )


def _marks(reading: Reading, judged: Judged, index: int) -> tuple[Mark, ...]:
    clause, shown = judged.sentence.clauses[index], reading.clean.shown
    return tuple(
        Mark(
            "Q" if (index, at) == judged.slot[:2] else "q" if mark == OTHER else NAMES[mark],
            shown[start:end],
        )
        for at, (mark, (start, end)) in enumerate(zip(clause.marks, clause.spans, strict=True))
    )


def _tried(judged: Judged, matcher: Matcher) -> Iterator[Tried]:
    """Yield the rules down to the one that matched, with what came of each."""
    fit = judged.match.fit
    for rule, result in matcher.tried(form_of(judged.clause, judged.slot)):
        if fit is not None and rule.id == fit.rule.id:
            yield Tried(rule.id, "fits")
            return
        yield Tried(rule.id, "given up" if result == "fits" else result)


def _factors(reading: Reading, judged: Judged) -> Iterator[Reason]:
    """Yield what makes the record sure or unsure, in log-odds."""
    weights = reading.rules.confidence.weights
    for name, value in judged.factors.items():
        if weights.get(name):
            yield Reason(name, round(value * weights[name], 2), "of its confidence")


def _reason(cue: Cue, genres: Mapping[str, str]) -> Reason:
    if cue.about == "time":
        about = f"{_TENSES[cue.found]} governs it"
    elif cue.about == "time before":
        about = f"{_TENSES[cue.found]} stands in a sentence before"
    elif cue.about == "section":
        about = f"its section is a {cue.found}"
    elif cue.about == "document":
        about = f"the document: {genres[cue.found]}"
    else:
        about = _ABOUT[cue.about]
    return Reason(cue.found, round(cue.weight, 2), about)


def _owner(judged: Judged, record: Record) -> Origin:
    by = judged.ownership.by if judged.ownership is not None and record.owners else ""
    return Origin(";".join(record.owners) or None, _OWNER[by])


def _strength(reading: Reading, judged: Judged, record: Record) -> Origin:
    by = judged.governed.strength_by if judged.governed is not None else ""
    if by == "lead-in":
        return Origin(record.strength, "lead-in", _lead_text(reading, judged.sentence.leads[-1]))
    return Origin(record.strength, "word" if by else "nothing else is said", by)


def _every(judged: Judged, record: Record) -> Origin | None:
    by = judged.governed.every_by if judged.governed is not None else ""
    return Origin(record.every, "word", by) if record.every else None


def _deadline(reading: Reading, judged: Judged, record: Record) -> Origin:
    value = record.deadline_date or record.deadline
    if judged.deadline is None:
        return Origin(None, "no time governs it")
    if judged.ownership is not None and judged.ownership.due is judged.deadline:
        return Origin(value, "the tag that closes the task", record.deadline or "")
    lead = next((lead for lead in judged.sentence.leads if lead.time is judged.deadline), None)
    if lead is None:
        return Origin(value, "in its sentence", record.deadline or "")
    return Origin(value, "lead-in", _lead_text(reading, lead))


def _lead_text(reading: Reading, lead: Lead) -> str:
    return reading.clean.shown[lead.start : lead.end].strip()


def _because(judged: Judged, total: float) -> str:
    fit = judged.match.fit
    if judged.record is None:
        return "no rule fits" if fit is None else f"the rule {fit.rule.id} leaves it out"
    if judged.record.kind == "achievement" and total > 0:
        return "nobody undertakes what it measures (unowed in targets.yaml)"
    return f"the cues come to {total:+.1f}: above 0 a promise, else a report"
