"""The function behind ``pledgeminer.audit``."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence

from ..audit.audit import audit as audit_records
from ..audit.model import Audited
from ..diff.words import load_words
from ..record import Record
from ..rules.indicator_loader import load_indicators
from ..saved.results import load_results
from .compare import Side, read_side
from .driver import raise_or_warn
from .task import Folders, Selection, Task, folder_paths, user_metadata


def audit(
    old: Side,
    new: Side,
    *,
    results: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = (),
    old_date: str | datetime.date | None = None,
    new_date: str | datetime.date | None = None,
    body: str | None = None,
    encoding: str | None = None,
    rules: Folders = (),
) -> list[Audited]:
    """Return what became of every commitment of ``old`` by what ``new`` reports, one row each.

    A side is a list of records (of all kinds), or the path of a document, a folder, or a file that ``extract --kind all
    -o`` has made. ``results`` are CSV files of statistics (indicator, period, value, unit) as further
    witnesses. The other arguments are those of ``diff``.

    Raises ``DocumentError`` for the first file that cannot be read.

    >>> audit("report-2024.txt", "report-2025.txt")[0].verdict  # doctest: +SKIP
    'missed'
    """
    folders = folder_paths(rules)

    def records(side: Side, date: str | datetime.date | None) -> Iterable[Record]:
        if not isinstance(side, str | os.PathLike):
            return side
        task = Task(user_metadata(date, body, encoding), Selection("all"), folders)
        # As a list: in a comprehension, the warnings would be those of another function.
        read = list(raise_or_warn(read_side(os.fspath(side), task), stacklevel=3))
        return [record for one in read for record in one.records]

    tables = [results] if isinstance(results, str | os.PathLike) else results
    reported = [*records(new, new_date), *(record for table in tables for record in load_results(table))]
    return audit_records(
        records(old, old_date), reported, words=load_words(folders), indicators=load_indicators(folders)
    )
