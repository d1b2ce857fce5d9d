"""The two sides of a comparison: documents and folders are extracted, saved extractions are read."""

from __future__ import annotations

import datetime
import os
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from .diff.compare import compare
from .diff.load import is_saved_extraction, load
from .diff.model import Change
from .diff.words import load_words
from .documents.given import Given
from .documents.source import STANDARD_INPUT
from .documents.walk import find_sources
from .errors import DocumentError, RulesWarning
from .outcome import Extracted
from .pipeline import Selection, Task, extract_documents, suitable_jobs
from .record import Commitment
from .rules.slow import Slow

Side = Iterable[Commitment] | str | os.PathLike[str]
"""Records, or the path of a document, a folder or a saved extraction."""


class Read(msgspec.Struct, frozen=True):
    """What a path gave: commitments, what could not be read, and how many files of a folder were left out.

    ``slow`` are the rules that took too long, and were given up.
    """

    records: list[Commitment]
    problems: list[DocumentError]
    left_out: Counter[str]
    slow: tuple[Slow, ...] = ()


def diff(
    old: Side,
    new: Side,
    *,
    old_date: str | datetime.date | None = None,
    new_date: str | datetime.date | None = None,
    body: str | None = None,
    encoding: str | None = None,
    rules: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = (),
) -> list[Change]:
    """Return what became of every commitment of ``old`` in ``new``, one row each, in the order of `KINDS`.

    A side is a list of records, or the path of a document, a folder, or a file that ``extract -o`` has made
    (``.csv .tsv .json .jsonl``). ``old_date`` and ``new_date`` (ISO), ``body`` (the issuer), ``encoding`` and
    ``rules`` (folders on top of the built-in ones) are for documents, as in ``extract``. What is paired, and
    what becomes of a target that one document names twice, `pledgeminer.diff.compare.compare` tells.

    Raises ``DocumentError`` for the first file that cannot be read, with row and column if it is a saved one.

    >>> diff("report-2024.txt", "report-2025.txt")[0].change  # doctest: +SKIP
    'dropped'
    """
    folders = (rules,) if isinstance(rules, str | os.PathLike) else tuple(rules)

    def records(side: Side, date: str | datetime.date | None) -> Iterable[Commitment]:
        if not isinstance(side, str | os.PathLike):
            return side
        given = Given(date.isoformat() if isinstance(date, datetime.date) else date, body, encoding)
        path = os.fspath(side)
        read = read_side(path, Task(given, Selection(), tuple(os.fspath(folder) for folder in folders)))
        for problem in read.problems:
            raise problem
        for slow in read.slow:
            warnings.warn(str(slow), RulesWarning, stacklevel=3)
        return read.records

    words = load_words([os.fspath(folder) for folder in folders])
    return [comparison.change for comparison in compare(records(old, old_date), records(new, new_date), words=words)]


def read_side(path: str, task: Task, *, jobs: int | None = None) -> Read:
    """Return the commitments of a document, a folder, standard input (``-``) or a saved extraction.

    ``task`` and ``jobs`` are for documents; reported figures that a saved extraction holds are left aside.
    """
    if path != STANDARD_INPUT and is_saved_extraction(path):
        try:
            return Read([record for record in load(path) if task.selection.wants(record)], [], Counter())
        except DocumentError as error:
            return Read([], [error], Counter())
    found = find_sources([path])
    outcomes = list(extract_documents(found.items, task, jobs=jobs or suitable_jobs(found.items)))
    extracted = [outcome for outcome in outcomes if isinstance(outcome, Extracted)]
    problems = [outcome for outcome in outcomes if isinstance(outcome, DocumentError)]
    slow = tuple(slow for one in extracted for slow in one.slow)
    return Read([record for one in extracted for record in one.records], problems, found.left_out, slow)
