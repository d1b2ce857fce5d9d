"""What every writer has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import IO, Any, Protocol

import msgspec

from .headings import Language


class Options(msgspec.Struct, frozen=True):
    """How something is written, for the formats that people read.

    ``language`` is that of the headings. ``kinds`` adds a column that tells promises from reports. ``stopped`` says
    which changes a gate stops. ``evidence`` adds the clauses of both sides to a table of changes.
    """

    language: Language = "en"
    kinds: bool = False
    evidence: bool = False
    stopped: Callable[[Any], bool] = lambda _: False


class Writer(Protocol):
    """Takes what is written one after the other, so that no more than one need be held.

    A class of writers is called with the stream and the `Options`.
    """

    def add(self, item: Any) -> None:
        """Write one more: a document with its records, a comparison, an explanation."""

    def end(self) -> None:
        """Write what stands after the last one; call it once, and not when the run has failed."""


class RowWriter(ABC):
    """A format with one row for each record, or whatever else has rows, and the fields as columns.

    ``row_type`` is the class of the rows, whose fields name the columns.
    """

    def __init__(self, stream: IO[Any], row_type: type[msgspec.Struct]) -> None:
        self.stream = stream
        self.fields: tuple[str, ...] = row_type.__struct_fields__
        self._begun = False

    def rows(self, rows: Iterable[msgspec.Struct]) -> None:
        """Write ``rows``, before the first of which the format may need a beginning."""
        self._begin_once()
        for row in rows:
            self.row(row)

    def end(self) -> None:
        """Close the list of rows."""
        self._begin_once()
        self.finish()

    def _begin_once(self) -> None:
        if not self._begun:
            self._begun = True
            self.begin()

    def begin(self) -> None:  # noqa: B027 - most formats need nothing here
        """Write what stands before the first row."""

    @abstractmethod
    def row(self, row: msgspec.Struct) -> None:
        """Write one row."""

    def finish(self) -> None:  # noqa: B027 - most formats need nothing here
        """Write what stands after the last row."""
