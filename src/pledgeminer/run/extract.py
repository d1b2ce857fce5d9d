"""The functions behind ``pledgeminer.extract`` and ``pledgeminer.describe``."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from ..documents.description import Description
from ..documents.file_types import ENDINGS
from ..documents.formats.text import plain
from ..documents.metadata import UserMetadata
from ..documents.model import Document
from ..documents.reading import as_document, read
from ..documents.source import STANDARD_INPUT, Source, shown
from ..documents.stream import open_archives
from ..documents.walk import find_sources
from ..errors import DocumentError
from ..record import Record
from .driver import raise_or_warn, run
from .events import Extracted
from .task import Folders, Kinds, Selection, Task, folder_paths, user_metadata

TEXT_SOURCE = "<text>"
"""The ``source`` of records whose text came as a string."""


def extract(
    path_or_text: str | os.PathLike[str],
    *,
    kind: Kinds = "commitment",
    date: str | datetime.date | None = None,
    body: str | None = None,
    encoding: str | None = None,
    rules: Folders = (),
    owner: str | Sequence[str] = (),
    simplified: bool = False,
) -> list[Record]:
    """Return the records of a text, a file or a folder, in the order of the text and of the folder's names.

    A ``PathLike`` is a path. A string is a path if it names an existing file or folder, else it is the text;
    but a string of one line that ends like a document (``.txt``, ``.md``, …) or in a slash is taken for a
    path that is wrong, and raises ``DocumentError``.

    ``kind`` chooses promises, reported figures or both. ``date`` (ISO) and ``body`` (the issuer) are what the
    documents may not say themselves; ``encoding`` forces one. ``rules`` are folders of rules on top of the
    built-in ones, ``owner`` keeps the records of owners whose names contain one of these. With ``simplified`` the
    words of the records become simplified characters.

    Raises ``DocumentError`` for the first document that cannot be read, ``RulesError`` for rules that cannot
    be used, and ``PledgeminerError`` for a date or an encoding that does not exist. Warns of a rule that takes
    too long for a sentence (``RulesWarning``), which is left out for the rest, and of what was repaired in a
    document, guessed of it, or not used (``DocumentWarning``).

    >>> extract("今年新增公共停车位5000个以上。", date="2026-01-20")[0].value  # doctest: +SKIP
    5000
    """
    task = Task(
        user_metadata(date, body, encoding),
        Selection(kind, (owner,) if isinstance(owner, str) else tuple(owner)),
        folder_paths(rules),
        simplified=simplified,
    )
    return [record for extracted in _extracted(path_or_text, task) for record in extracted.records]


def describe(
    path_or_text: str | os.PathLike[str],
    *,
    date: str | datetime.date | None = None,
    body: str | None = None,
    encoding: str | None = None,
    rules: Folders = (),
) -> list[Description]:
    """Return what each document of a text, a file or a folder was found to be, as ``--show-documents`` lists it.

    The arguments, what is raised and what is warned of are those of ``extract``.

    >>> describe("speeches/")[0].date  # doctest: +SKIP
    '2026-03-24'
    """
    task = Task(user_metadata(date, body, encoding), rules=folder_paths(rules), describing=True)
    return [extracted.document for extracted in _extracted(path_or_text, task)]


def _extracted(path_or_text: str | os.PathLike[str], task: Task) -> list[Extracted]:
    """Return what came of each document. Raises the first error; warnings go to the caller of the public function."""
    is_text = isinstance(path_or_text, str) and not _is_path(path_or_text)
    found = text_document(str(path_or_text), task.given) if is_text else find_sources([_path(path_or_text)])
    # As a list: in a comprehension, the warnings would be those of another function.
    events = list(raise_or_warn(run(found, task, jobs=1), stacklevel=3))
    return [event for event in events if isinstance(event, Extracted)]


def sole_document(path_or_text: str | os.PathLike[str], given: UserMetadata) -> Document:
    """Return the text, or the document of the one file, that ``extract`` would take; raise ``DocumentError``."""
    if isinstance(path_or_text, str) and not _is_path(path_or_text):
        return text_document(path_or_text, given)
    return sole_document_at(_path(path_or_text), given)


def sole_document_at(path: str, given: UserMetadata) -> Document:
    """Return the document of the one file at ``path``, which may lie in an archive; raise ``DocumentError``."""
    found = find_sources([path])
    for problem in found.listings.problems:
        raise problem
    # Two are enough to see that there is more than one.
    items = list(islice(open_archives(found.items), 2))
    if len(items) != 1:
        hint = "name one of the files in it"
        raise DocumentError("this is a folder or an archive, not a document", where=shown(path), hint=hint)
    (item,) = items
    if isinstance(item, DocumentError):
        raise item
    return read(item, given) if isinstance(item, Source) else item


def text_document(text: str, given: UserMetadata) -> Document:
    """Return the document that ``text`` is, with what its front matter says."""
    return as_document(plain(text, TEXT_SOURCE, "utf-8"), TEXT_SOURCE, given)


def _path(path: str | os.PathLike[str]) -> str:
    path = os.fspath(path)
    # On the command line "-" is standard input; here it can only be a file of that name.
    return f".{os.sep}-" if path == STANDARD_INPUT else path


def _is_path(text: str) -> bool:
    if os.path.exists(text):  # noqa: PTH110 - Path.exists raises where a text is too long for a name
        return True
    return "\n" not in text and (text.endswith(("/", os.sep)) or Path(text).suffix.lower() in ENDINGS)
