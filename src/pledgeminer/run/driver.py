"""One run over what paths lead to: everything that happens, as events that the callers show or raise."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator

from ..documents.model import Document
from ..documents.stream import Tally
from ..documents.walk import Found
from ..errors import DocumentError, DocumentWarning, RulesWarning
from .events import Event, Extracted, Failed, LeftOut, Loaded, Outcome, RuleTooSlow, Undated, Warned
from .task import Task
from .workers import extract_documents, suitable_jobs


def run(found: Found | Document, task: Task, *, jobs: int | None = None, tally: Tally | None = None) -> Iterator[Event]:
    """Yield what happens while ``task`` is done for one document, or for all of ``found`` in their order.

    ``jobs`` are the processes side by side (``None``: as many as the size is worth); the events are the same with any
    number. ``tally`` counts how far the run is. Raises ``RulesError`` for rules that cannot be used, and
    ``PledgeminerError`` when a process dies.
    """
    seen: set[str] = set()
    if isinstance(found, Document):
        for outcome in extract_documents([found], task):
            yield from _events(outcome, seen)
        return
    for problem in found.listings.problems:
        yield Failed(problem, document=False)
    tally = tally or Tally(found.left_out)
    undated: list[str] = []
    for outcome in extract_documents(found.items, task, jobs=jobs or suitable_jobs(found.items), tally=tally):
        yield from _events(outcome, seen)
        if isinstance(outcome, Extracted) and _lost_deadlines(outcome):
            undated.append(outcome.document.source)
    if undated:
        yield Undated(tuple(undated))
    # Which entries of a sidecar file are of no use is known when all documents have been read.
    for warning in found.listings.warnings:
        yield Warned(warning)
    if found.left_out:
        yield LeftOut(found.left_out)


def _events(outcome: Outcome, seen: set[str]) -> Iterator[Event]:
    if isinstance(outcome, DocumentError):
        yield Failed(outcome)
        return
    document = outcome.document
    yield from map(Warned, outcome.warnings)
    if document.repairs:
        yield Warned(f"{document.source}: repaired: {'; '.join(document.repairs)}")
    for slow in outcome.slow:
        if slow.rule not in seen:
            seen.add(slow.rule)
            yield RuleTooSlow(slow)
    yield outcome


def _lost_deadlines(extracted: Extracted) -> bool:
    """Return whether a record has a deadline that could not be placed because the document's date is unknown."""
    return extracted.document.date is None and any(
        record.deadline is not None and record.deadline_date is None for record in extracted.records
    )


def raise_or_warn(events: Iterable[Event], *, stacklevel: int) -> Iterator[Extracted | Loaded]:
    """Yield what was extracted or loaded; raise the first error, and warn of all else, as Python callers expect it.

    ``stacklevel`` is that of ``warnings.warn``, counted from the function that asks for the next value.
    """
    for event in events:
        match event:
            case Extracted() | Loaded():
                yield event
            case Failed():
                raise event.error
            case Warned():
                warnings.warn(event.message, DocumentWarning, stacklevel=stacklevel + 1)
            case RuleTooSlow():
                warnings.warn(str(event.slow), RulesWarning, stacklevel=stacklevel + 1)
