"""What became of one document."""

from __future__ import annotations

import msgspec

from ..documents.description import Description
from ..errors import DocumentError
from ..record import Record
from ..rules.slow import Slow


class Extracted(msgspec.Struct, frozen=True):
    """What a document is, and the wanted records of it.

    ``slow`` are the rules that took too long in it, and were given up for the rest of the run. ``warnings`` are lines
    about the document, each with its place.
    """

    document: Description
    records: list[Record]
    slow: tuple[Slow, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """All that the user should be told of the document: the warnings, and what was repaired."""
        document = self.document
        mended = f"{document.source}: repaired: {'; '.join(document.repairs)}"
        return (*self.warnings, mended) if document.repairs else self.warnings


Outcome = Extracted | DocumentError
