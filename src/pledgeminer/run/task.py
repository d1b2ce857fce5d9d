"""What a run is asked to do."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from typing import Literal

import msgspec

from ..documents.metadata import UserMetadata
from ..record import Record

Kinds = Literal["commitment", "achievement", "all"]
Folders = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
"""One folder of rules, or several."""


class Selection(msgspec.Struct, frozen=True):
    """Which records are wanted: the kind, parts of the owners' names (none: all owners), and the least confidence."""

    kind: Kinds = "commitment"
    owners: tuple[str, ...] = ()
    confidence: float = 0.0

    def wants(self, record: Record) -> bool:
        """Return whether ``record`` is wanted."""
        if self.kind not in ("all", record.kind):
            return False
        if record.confidence is not None and record.confidence < self.confidence:
            return False
        return not self.owners or any(name in owner for owner in record.owners for name in self.owners)


class Task(msgspec.Struct, frozen=True):
    """All that a process must know to do its work; ``rules`` are folders on top of the built-in one.

    With ``simplified``, the words of the records become simplified characters. With ``describing``, no records are
    made: the documents are described only.
    """

    given: UserMetadata = UserMetadata()
    selection: Selection = Selection()
    rules: tuple[str, ...] = ()
    simplified: bool = False
    describing: bool = False


def user_metadata(date: str | datetime.date | None, body: str | None, encoding: str | None) -> UserMetadata:
    """Return what a caller says of the documents. Raises ``PledgeminerError`` for what does not exist."""
    return UserMetadata(date.isoformat() if isinstance(date, datetime.date) else date, body, encoding)


def folder_paths(rules: Folders) -> tuple[str, ...]:
    """Return the paths of one folder of rules or of several."""
    folders = [rules] if isinstance(rules, str | os.PathLike) else rules
    return tuple(os.fspath(folder) for folder in folders)
