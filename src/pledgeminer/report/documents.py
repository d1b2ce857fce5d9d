"""What the documents are, in every format: a row for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..documents.description import Description
from ..run.outcome import Extracted
from .formats import Format
from .headings import Language
from .output import open_stream, row_writer
from .writer import RowWriter, Writer


@contextmanager
def open_description_writer(format: Format, path: str | None, *, language: Language = "en") -> Iterator[Writer]:
    """Open the writer of descriptions in ``format`` to ``path``, or to standard output if that is ``None``.

    It takes the same documents as the writer of commitments, and is ended like it. ``language`` is for the table.
    Raises ``PledgeminerError`` for a file that cannot be written.
    """
    with open_stream(format, path) as stream:
        writer: Writer
        if format is Format.TABLE:
            from .document_table import DocumentTable

            writer = DocumentTable(stream, language)
        else:
            writer = _Descriptions(row_writer(format, stream, Description))
        yield writer
        writer.end()
        stream.flush()


class _Descriptions:
    """Writes a row for each document."""

    def __init__(self, rows: RowWriter) -> None:
        self._rows = rows

    def document(self, extracted: Extracted) -> None:
        """Write the description of one document."""
        self._rows.rows([extracted.document])

    def end(self) -> None:
        """Close the list of rows."""
        self._rows.end()
