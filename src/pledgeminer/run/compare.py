"""The two sides of a comparison: documents and folders are extracted, saved extractions are read."""

from __future__ import annotations

import datetime
import os
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from ..diff.compare import compare
from ..diff.model import Change
from ..diff.words import load_words
from ..documents.metadata import UserMetadata
from ..documents.source import STANDARD_INPUT
from ..documents.stream import Tally
from ..documents.walk import find_sources
from ..errors import DocumentError, DocumentWarning, RulesWarning
from ..record import Record
from ..rules.ruleset import load_rules
from ..rules.slow import Slow
from ..saved.load import is_saved_extraction, load
from .driver import Selection, Task, extract_documents, suitable_jobs
from .outcome import Extracted
from .simplified import simplified

Side = Iterable[Record] | str | os.PathLike[str]
"""Records, or the path of a document, a folder or a saved extraction."""


class Read(msgspec.Struct, frozen=True):
    """What a path gave: commitments, what could not be read, and how many files of a folder were left out.

    ``slow`` are the rules that took too long, and were given up; ``remarks`` are lines about documents that were read.
    """

    records: list[Record]
    problems: list[DocumentError]
    left_out: Counter[str]
    slow: tuple[Slow, ...] = ()
    remarks: tuple[str, ...] = ()


def diff(
    old: Side,
    new: Side,
    *,
    old_date: str | datetime.date | None = None,
    new_date: str | datetime.date | None = None,
    body: str | None = None,
    encoding: str | None = None,
    rules: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = (),
    simplified: bool = False,
) -> list[Change]:
    """Return what became of every commitment of ``old`` in ``new``, one row each, in the order of `KINDS`.

    A side is a list of records, or the path of a document, a folder, or a file that ``extract -o`` has made
    (``.csv .tsv .json .jsonl``). ``old_date`` and ``new_date`` (ISO), ``body`` (the issuer), ``encoding`` and
    ``rules`` (folders on top of the built-in ones) are for documents, as in ``extract``. With ``simplified`` the words
    of both sides become simplified characters before they are compared. What is paired, and
    what becomes of a target that one document names twice, `pledgeminer.diff.compare.compare` tells.

    Raises ``DocumentError`` for the first file that cannot be read, with row and column if it is a saved one.

    >>> diff("report-2024.txt", "report-2025.txt")[0].change  # doctest: +SKIP
    'dropped'
    """
    given_folders = (rules,) if isinstance(rules, str | os.PathLike) else rules
    folders = tuple(os.fspath(folder) for folder in given_folders)

    def records(side: Side, date: str | datetime.date | None) -> Iterable[Record]:
        if not isinstance(side, str | os.PathLike):
            return _simplified(side, folders) if simplified else side
        given = UserMetadata(date.isoformat() if isinstance(date, datetime.date) else date, body, encoding)
        read = read_side(os.fspath(side), Task(given, Selection(), folders, simplified))
        for problem in read.problems:
            raise problem
        for slow in read.slow:
            warnings.warn(str(slow), RulesWarning, stacklevel=3)
        for remark in read.remarks:
            warnings.warn(remark, DocumentWarning, stacklevel=3)
        return read.records

    words = load_words(folders)
    return [comparison.change for comparison in compare(records(old, old_date), records(new, new_date), words=words)]


def read_side(path: str, task: Task, *, jobs: int | None = None) -> Read:
    """Return the commitments of a document, a folder, standard input (``-``) or a saved extraction.

    ``task`` and ``jobs`` are for documents; reported figures that a saved extraction holds are left aside.
    """
    if path != STANDARD_INPUT and is_saved_extraction(path):
        try:
            records = load(path)
        except DocumentError as error:
            return Read([], [error], Counter())
        if task.simplified:
            records = _simplified(records, task.rules)
        return Read([record for record in records if task.selection.wants(record)], [], Counter())
    found = find_sources([path])
    jobs = jobs or suitable_jobs(found.items)
    outcomes = list(extract_documents(found.items, task, jobs=jobs, tally=Tally(found.left_out)))
    extracted = [outcome for outcome in outcomes if isinstance(outcome, Extracted)]
    problems = [outcome for outcome in outcomes if isinstance(outcome, DocumentError)]
    return Read(
        [record for one in extracted for record in one.records],
        [*found.listings.problems, *problems],
        found.left_out,
        tuple(slow for one in extracted for slow in one.slow),
        (*(remark for one in extracted for remark in one.remarks), *found.listings.warnings),
    )


def _simplified(records: Iterable[Record], rules: tuple[str, ...]) -> list[Record]:
    letters = load_rules(rules).layout.letters
    return [simplified(record, letters) for record in records]
