"""The two sides of a comparison: documents and folders are extracted, saved extractions are read."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator

from ..diff.compare import compare
from ..diff.model import Change
from ..diff.words import load_words
from ..documents.source import STANDARD_INPUT
from ..documents.walk import find_sources
from ..errors import DocumentError
from ..extraction.simplified import simplified as in_simplified
from ..record import Record
from ..rules.indicator_loader import load_indicators
from ..rules.ruleset import load_rules
from ..saved.load import is_saved_extraction, load
from .driver import raise_or_warn, run
from .events import Event, Failed, Loaded
from .task import Folders, Selection, Task, folder_paths, user_metadata

Side = Iterable[Record] | str | os.PathLike[str]
"""Records, or the path of a document, a folder or a saved extraction."""


def diff(
    old: Side,
    new: Side,
    *,
    old_date: str | datetime.date | None = None,
    new_date: str | datetime.date | None = None,
    body: str | None = None,
    encoding: str | None = None,
    rules: Folders = (),
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
    folders = folder_paths(rules)

    def records(side: Side, date: str | datetime.date | None) -> Iterable[Record]:
        if not isinstance(side, str | os.PathLike):
            return _simplified(side, folders) if simplified else side
        task = Task(user_metadata(date, body, encoding), Selection(), folders, simplified)
        # As a list: in a comprehension, the warnings would be those of another function.
        read = list(raise_or_warn(read_side(os.fspath(side), task), stacklevel=3))
        return [record for one in read for record in one.records]

    words = load_words(folders)
    comparisons = compare(
        records(old, old_date), records(new, new_date), words=words, indicators=load_indicators(folders)
    )
    return [comparison.change for comparison in comparisons]


def read_side(path: str, task: Task, *, jobs: int | None = None) -> Iterator[Event]:
    """Yield what happens while the records of a document, a folder, standard input or a saved extraction are read.

    ``task`` and ``jobs`` are for documents; of a saved extraction, records that ``task`` does not want are left aside.
    """
    if path == STANDARD_INPUT or not is_saved_extraction(path):
        yield from run(find_sources([path]), task, jobs=jobs)
        return
    try:
        records = load(path)
    except DocumentError as error:
        yield Failed(error)
        return
    if task.simplified:
        records = _simplified(records, task.rules)
    yield Loaded(path, [record for record in records if task.selection.wants(record)])


def _simplified(records: Iterable[Record], rules: tuple[str, ...]) -> list[Record]:
    letters = load_rules(rules).layout.letters
    return [in_simplified(record, letters) for record in records]
