"""What every format has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Protocol, TextIO

import msgspec

from ..run.outcome import Extracted


class Writer(Protocol):
    """Takes documents one after the other, so that no more than one is held."""

    def document(self, extracted: Extracted) -> None:
        """Write the records of one document."""

    def end(self) -> None:
        """Write what stands after the last document; call it once, and not when the run has failed."""


class RowWriter(ABC):
    """A format with one row for each record and the record's fields as columns.

    ``row_type`` is the class of the rows, whose fields name the columns; it need not be that of commitments.
    """

    def __init__(self, stream: TextIO, row_type: type[msgspec.Struct]) -> None:
        self.stream = stream
        self.fields: tuple[str, ...] = row_type.__struct_fields__
        self._begun = False

    def document(self, extracted: Extracted) -> None:
        """Write the records of one document."""
        self.rows(extracted.records)

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
