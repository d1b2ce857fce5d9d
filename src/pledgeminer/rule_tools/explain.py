"""Why a number is a record, or why it is none: the function behind ``pledgeminer.explain``."""

from __future__ import annotations

import datetime
import os
import warnings
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from ..documents.metadata import Given
from ..documents.model import Document
from ..errors import DocumentWarning
from ..extraction.extractor import Extractor
from ..extraction.model import Passed
from ..extraction.trace import Judged, Trace
from ..record import Record
from ..rules.marks import NAMES, OTHER, TARGET
from ..rules.slow import SECONDS
from ..run.extract import sole_document

Outcome = Literal["commitment", "achievement", "left out"]


class Mark(msgspec.Struct, frozen=True):
    """A mark of a clause by its name in the rules, and the text that it stands for; the number itself is ``Q``."""

    name: str
    text: str


class Tried(msgspec.Struct, frozen=True):
    """A rule that was tried for the number, and what came of it."""

    rule: str
    result: Literal[
        "fits", "does not fit", "not for this kind of unit", "needs a comparator", "given up", "takes too long"
    ]


class Reason(msgspec.Struct, frozen=True):
    """A cue, its weight (above 0 for a promise), and what it is: a word, or what stands around the number."""

    found: str
    weight: float
    about: str


class Origin(msgspec.Struct, frozen=True):
    """Where the value of a field came from; ``text`` are the words that say so, if there are any."""

    value: str | None
    by: str
    text: str = ""


class Explanation(msgspec.Struct, frozen=True):
    """What became of one number.

    ``line`` (1-based), ``start`` and ``end`` (code points) say where it stands in the decoded source. ``because`` is
    the reason in a line; ``left_out_by`` is the id of the label or the rule that left it out, or ``article``,
    ``name``, ``time``, ``no-measure``, ``too-large`` or ``no-rule``. ``marks`` are those of its sentence, clause by
    clause. What is not known of a number that was left out is empty.
    """

    quantity: str
    source: str
    line: int
    start: int
    end: int
    sentence: str
    outcome: Outcome
    because: str
    left_out_by: str | None = None
    marks: tuple[tuple[Mark, ...], ...] = ()
    rule: str | None = None
    tried: tuple[Tried, ...] = ()
    cues: tuple[Reason, ...] = ()
    weight: float = 0.0
    owner: Origin | None = None
    strength: Origin | None = None
    deadline: Origin | None = None
    every: Origin | None = None
    record: Record | None = None


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
    given = Given(date.isoformat() if isinstance(date, datetime.date) else date, body, encoding)
    folders = [rules] if isinstance(rules, str | os.PathLike) else rules
    document = sole_document(path_or_text, given)
    for warning in document.warnings:
        warnings.warn(warning, DocumentWarning, stacklevel=2)
    return explain_document(document, Extractor(tuple(os.fspath(folder) for folder in folders)), line)


def explain_document(document: Document, extractor: Extractor, line: int | None = None) -> list[Explanation]:
    """Return what became of every number of ``document``, or of those on ``line``, in their order."""
    teller = _Teller(extractor.trace(document))
    return [one for one in teller.explanations() if line in (None, one.line)]


_LEFT_OUT = {
    "article": "it is an article here, and counts nothing",
    "name": "it is part of a name or of a fixed word of time",
    "time": "it is part of an expression of time",
    "no-measure": "nothing is measured by it: there is no measure word behind it",
    "too-large": "it is larger than any number that is meant",
}
_ABOUT = {
    "past": "a time that has passed governs it",
    "present": "this year governs it",
    "late": "this year, in a document of its second half",
    "future": "a time to come governs it",
    "since": "a time that looks back governs it",
    "item": "a point of a list that nothing calls a review",
    "plan": "its section is a plan",
    "review": "its section is a review",
    "commitment": "the number before it is promised",
    "achievement": "the number before it is reported",
    "command": "its clause opens with a verb of undertaking",
    "counted": "it is rounded off, as what was counted is",
    "paragraph": "the words before it in its paragraph",
    "document": "the document is a plan",
    "report": "the document is a report to an assembly",
    "nothing": "the document is neither a plan nor a report",
}


class _Teller:
    """Tells what a trace holds."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._context = trace.context
        self._clean = trace.context.clean

    def explanations(self) -> Iterator[Explanation]:
        """Yield the explanations in the order of the text."""
        told = [(passed.start, self._passed(passed)) for passed in self._trace.passed]
        told += [(judged.quantity.start, self._judged(judged)) for judged in self._trace.judged]
        yield from (explanation for _, explanation in sorted(told, key=lambda pair: pair[0]))

    def _passed(self, passed: Passed) -> Explanation:
        by = passed.by or passed.why
        if by == "before":
            by = self._label_before(passed.start)
        because = _LEFT_OUT.get(passed.why) or f"the label {by} fits (labels.yaml)"
        start, end = self._clean.offsets.span(passed.start, passed.end)
        return Explanation(
            quantity=self._clean.shown[passed.start : passed.end],
            source=self._context.source,
            line=self._context.line(start),
            start=start,
            end=end,
            sentence=self._sentence(passed.start, passed.end),
            outcome="left out",
            because=because,
            left_out_by=by,
        )

    def _label_before(self, start: int) -> str:
        """Return the id of the label that fits before the number at ``start``."""
        import regex

        for name, pattern in self._context.rules.labels.before_forms.items():
            found = regex.compile(f"(?r)(?:{pattern})").match(
                self._clean.match, max(0, start - 12), start, timeout=SECONDS
            )
            if found is not None:
                return name
        return "before"

    def _sentence(self, start: int, end: int) -> str:
        text, ends = self._clean.match, self._context.rules.layout.sentence
        begin = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        stop = len(text) if stop < 0 else stop
        for found in ends.finditer(text, begin, stop):
            if found.end() <= start:
                begin = found.end()
            elif found.start() >= end:
                stop = found.end()
                break
        return self._clean.shown[begin:stop].strip()

    def _judged(self, judged: Judged) -> Explanation:
        quantity, record = judged.quantity, judged.record
        start, end = self._clean.offsets.span(quantity.start, quantity.end)
        rule = judged.fit.rule.id if judged.fit is not None else None
        total = sum(cue.weight for cue in judged.cues)
        outcome: Outcome = "left out" if record is None else record.kind
        return Explanation(
            quantity=self._clean.shown[quantity.start : quantity.end],
            source=self._context.source,
            line=self._context.line(start),
            start=start,
            end=end,
            sentence=self._sentence(quantity.start, quantity.end),
            outcome=outcome,
            because=_because(judged, total),
            left_out_by=(rule or "no-rule") if record is None else None,
            marks=tuple(self._marks(judged, index) for index in range(len(judged.clauses))),
            rule=rule,
            tried=tuple(self._tried(judged)),
            cues=tuple(self._reason(judged, cue.found, cue.weight) for cue in judged.cues),
            weight=total,
            owner=_owner(judged) if record is not None else None,
            strength=self._strength(judged) if record is not None else None,
            deadline=self._deadline(judged) if record is not None else None,
            every=Origin(record.every, "word", judged.every_by) if record is not None and record.every else None,
            record=record,
        )

    def _marks(self, judged: Judged, index: int) -> tuple[Mark, ...]:
        clause = judged.clauses[index]
        shown = self._clean.shown
        return tuple(
            Mark(
                "Q" if index == judged.index and at == judged.position else "q" if mark == OTHER else NAMES[mark],
                shown[start:end],
            )
            for at, (mark, (start, end)) in enumerate(zip(clause.marks, clause.spans, strict=True))
        )

    def _tried(self, judged: Judged) -> Iterator[Tried]:
        """Try the rules again, as the matcher did."""
        marks = judged.clauses[judged.index].marks
        shape = marks[: judged.position] + TARGET + marks[judged.position + 1 :]
        for rule in self._context.rules.targets.rules:
            if judged.fit is not None and rule.id == judged.fit.rule.id:
                yield Tried(rule.id, "fits")
                return
            if judged.quantity.kind not in rule.units:
                yield Tried(rule.id, "not for this kind of unit")
            elif rule.compared and judged.quantity.comparator == "=":
                yield Tried(rule.id, "needs a comparator")
            elif rule.id == judged.given_up:
                yield Tried(rule.id, "given up")
            elif any(slow.rule == rule.id for slow in self._context.matcher.slow):
                yield Tried(rule.id, "takes too long")
            else:
                fits = rule.pattern.search(shape, timeout=SECONDS) is not None
                yield Tried(rule.id, "given up" if fits else "does not fit")

    def _reason(self, judged: Judged, found: str, weight: float) -> Reason:
        if found in _ABOUT:
            return Reason(found, weight, _ABOUT[found])
        if found == judged.quantity.comparator:
            return Reason(found, weight, "its comparator")
        own = any(word.text == found for _, word in judged.clauses[judged.index].words)
        return Reason(found, weight, "a word in its clause" if own else "a word in another clause of its sentence")

    def _strength(self, judged: Judged) -> Origin:
        assert judged.record is not None
        by = judged.strength_by
        if by == "lead-in":
            return Origin(judged.record.strength, "lead-in", self._lead_text(judged, -1))
        return Origin(judged.record.strength, "word" if by else "nothing else is said", by)

    def _deadline(self, judged: Judged) -> Origin:
        assert judged.record is not None
        value = judged.record.deadline_date or judged.record.deadline
        if judged.deadline is None:
            return Origin(None, "no time governs it")
        if judged.deadline is judged.time:
            return Origin(value, "in its sentence", judged.record.deadline or "")
        lead = next(
            number for number, lead in enumerate(judged.leads) if self._context.lead_time(lead) is judged.deadline
        )
        return Origin(value, "lead-in", self._lead_text(judged, lead))

    def _lead_text(self, judged: Judged, number: int) -> str:
        lead = judged.leads[number]
        return self._clean.shown[lead.start : lead.end].strip()


_OWNER = {
    "tag": "the tag that closes the task",
    "attribution": "to whom the words are attributed",
    "subject": "the subject of the sentence",
    "section": "the line above that names a speaker or a body",
    "given": "the issuer that was given",
    "": "the text names nobody",
}


def _owner(judged: Judged) -> Origin:
    assert judged.record is not None
    owners = judged.record.owners
    return Origin(";".join(owners) or None, _OWNER[judged.owner_by if owners else ""])


def _because(judged: Judged, total: float) -> str:
    if judged.record is None:
        return "no rule fits" if judged.fit is None else f"the rule {judged.fit.rule.id} leaves it out"
    if judged.record.kind == "achievement" and total > 0:
        return "nobody undertakes what it measures (unowed in targets.yaml)"
    return f"the cues come to {total:+.1f}: above 0 a promise, else a report"
