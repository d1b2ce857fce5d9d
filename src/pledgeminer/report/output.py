"""From a format and a place to an open writer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TextIO

import msgspec

from ..record import Record
from .atomic import whole_file
from .formats import Format
from .headings import Language
from .writer import RowWriter, Writer


@contextmanager
def open_writer(
    format: Format, path: str | None, *, language: Language = "en", kinds: bool = False
) -> Iterator[Writer]:
    """Open the writer of commitments in ``format`` to ``path``, or to standard output if that is ``None``.

    The end is written when the block ends without an error; a file appears only then. ``language`` and
    ``kinds`` (a column that tells promises from reports) are for the table. Raises ``PledgeminerError`` for a
    file that cannot be written.
    """
    with open_stream(format, path) as stream:
        writer = _writer(format, stream, language, kinds)
        yield writer
        writer.end()
        stream.flush()


def open_stream(format: Format, path: str | None) -> AbstractContextManager[TextIO]:
    """Return the file ``path``, which appears only whole, or standard output if that is ``None``."""
    if path is None:
        return nullcontext(sys.stdout)
    # Excel takes a CSV file for UTF-8 only if it begins with the mark; to other programs it is a nuisance.
    return whole_file(path, "utf-8-sig" if format is Format.CSV else "utf-8")


def _writer(format: Format, stream: TextIO, language: Language, kinds: bool) -> Writer:
    if format is Format.TABLE:
        # Imported on use, so that a pipe does not wait for the table's library.
        from .table import TableWriter

        return TableWriter(stream, language, kinds=kinds)
    return row_writer(format, stream, Record)


def row_writer(format: Format, stream: TextIO, row_type: type[msgspec.Struct]) -> RowWriter:
    """Return the writer of rows of ``row_type`` in ``format``, which is not that of the table."""
    match format:
        case Format.CSV | Format.TSV:
            from .delimited import DelimitedWriter

            return DelimitedWriter(stream, row_type, "," if format is Format.CSV else "\t")
        case Format.JSON:
            from .json_text import JsonWriter

            return JsonWriter(stream, row_type)
        case Format.JSONL:
            from .json_text import JsonLinesWriter

            return JsonLinesWriter(stream, row_type)
        case Format.MARKDOWN:
            from .markdown import MarkdownWriter

            return MarkdownWriter(stream, row_type)
        case Format.TABLE:
            raise ValueError("the table has no rows")
