"""Changes to a table, to data, and to what a build service shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TextIO

from ..diff.model import Change, Comparison
from .change_formats import ChangeFormat
from .headings import Language
from .output import open_stream
from .writer import RowWriter


def write_changes(
    comparisons: Sequence[Comparison],
    format: ChangeFormat,
    path: str | None,
    *,
    language: Language = "en",
    stopped: Callable[[Comparison], bool] = lambda _: False,
) -> None:
    """Write ``comparisons`` in ``format`` to the file ``path``, or to standard output if that is ``None``.

    A file appears only whole. ``language`` is for the table; ``stopped`` says which changes a gate
    stops, for the annotations. Raises ``PledgeminerError`` for a file that cannot be written.
    """
    with open_stream(format.file_format, path) as stream:
        _write(stream, comparisons, format, language, stopped)
        stream.flush()


def _write(
    stream: TextIO,
    comparisons: Sequence[Comparison],
    format: ChangeFormat,
    language: Language,
    stopped: Callable[[Comparison], bool],
) -> None:
    """Write in ``format``; each writer is imported on use, so that a pipe needs no table's library."""
    match format:
        case ChangeFormat.TABLE:
            from .change_table import write_change_table

            write_change_table(stream, comparisons, language)
        case ChangeFormat.MARKDOWN:
            from .change_markdown import write_change_markdown

            write_change_markdown(stream, comparisons)
        case ChangeFormat.GITHUB:
            from .github import write_github

            write_github(stream, comparisons, stopped)
        case ChangeFormat.CSV | ChangeFormat.TSV:
            from .delimited import DelimitedWriter

            separator = "," if format is ChangeFormat.CSV else "\t"
            _write_rows(DelimitedWriter(stream, Change, separator), comparisons)
        case ChangeFormat.JSON:
            from .json_text import JsonWriter

            _write_rows(JsonWriter(stream, Change), comparisons)
        case ChangeFormat.JSONL:
            from .json_text import JsonLinesWriter

            _write_rows(JsonLinesWriter(stream, Change), comparisons)


def _write_rows(writer: RowWriter, comparisons: Sequence[Comparison]) -> None:
    writer.rows(comparison.change for comparison in comparisons)
    writer.end()
