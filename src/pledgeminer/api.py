"""The function behind ``pledgeminer.extract``."""

from __future__ import annotations

import datetime
import os
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path

from .documents.given import Given
from .documents.kinds import ENDINGS
from .documents.model import Document
from .documents.read import read
from .documents.source import STANDARD_INPUT, Source
from .documents.walk import find_sources
from .errors import DocumentError, RulesWarning
from .pipeline import Item, Kinds, Selection, Task, extract_documents
from .record import Commitment

TEXT_SOURCE = "<text>"
"""The ``source`` of records whose text came as a string."""


def extract(
    path_or_text: str | os.PathLike[str],
    *,
    kind: Kinds = "commitment",
    date: str | datetime.date | None = None,
    body: str | None = None,
    encoding: str | None = None,
    rules: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = (),
    owner: str | Sequence[str] = (),
) -> list[Commitment]:
    """Return the records of a text, a file or a folder, in the order of the text and of the folder's names.

    A ``PathLike`` is a path. A string is a path if it names an existing file or folder, else it is the text;
    but a string of one line that ends like a document (``.txt``, ``.md``, …) or in a slash is taken for a
    path that is wrong, and raises ``DocumentError``.

    ``kind`` chooses promises, reported figures or both. ``date`` (ISO) and ``body`` (the issuer) are what the
    documents may not say themselves; ``encoding`` forces one. ``rules`` are folders of rules on top of the
    built-in ones, ``owner`` keeps the records of owners whose names contain one of these.

    Raises ``DocumentError`` for the first document that cannot be read, ``RulesError`` for rules that cannot
    be used, and ``PledgeminerError`` for a date or an encoding that does not exist. Warns of a rule that takes
    too long for a sentence (``RulesWarning``); it is left out for the rest.

    >>> extract("今年新增公共停车位5000个以上。", date="2026-01-20")[0].value  # doctest: +SKIP
    5000
    """
    folders = [rules] if isinstance(rules, str | os.PathLike) else rules
    task = Task(
        Given(date.isoformat() if isinstance(date, datetime.date) else date, body, encoding),
        Selection(kind, (owner,) if isinstance(owner, str) else tuple(owner)),
        tuple(os.fspath(folder) for folder in folders),
    )
    records: list[Commitment] = []
    for outcome in extract_documents(_items(path_or_text, task.given), task):
        if isinstance(outcome, DocumentError):
            raise outcome
        for slow in outcome.slow:
            warnings.warn(str(slow), RulesWarning, stacklevel=2)
        records += outcome.records
    return records


def sole_document(path_or_text: str | os.PathLike[str], given: Given) -> Document:
    """Return the text, or the document of the one file, that ``extract`` would take; raise ``DocumentError``."""
    items = list(_items(path_or_text, given))
    if len(items) != 1:
        hint = "name one of the files in it"
        raise DocumentError("this is a folder, not a document", where=os.fspath(path_or_text), hint=hint)
    if isinstance(items[0], DocumentError):
        raise items[0]
    return read(items[0], given) if isinstance(items[0], Source) else items[0]


def _items(path_or_text: str | os.PathLike[str], given: Given) -> Iterable[Item]:
    if isinstance(path_or_text, str) and not _is_path(path_or_text):
        return [Document(text=path_or_text, source=TEXT_SOURCE, date=given.date, body=given.body)]
    path = os.fspath(path_or_text)
    # On the command line "-" is standard input; here it can only be a file of that name.
    return find_sources([f".{os.sep}-" if path == STANDARD_INPUT else path]).items


def _is_path(text: str) -> bool:
    if os.path.exists(text):  # noqa: PTH110 - Path.exists raises where a text is too long for a name
        return True
    return "\n" not in text and (text.endswith(("/", os.sep)) or Path(text).suffix.lower() in ENDINGS)
