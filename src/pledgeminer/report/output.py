"""From a format and a place to an open writer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib import import_module
from typing import IO, Any

import msgspec

from .atomic import whole_file
from .formats import Content, Format
from .writer import Options, RowWriter, Writer


@contextmanager
def open_writer(content: Content, format: Format, path: str | None, options: Options | None = None) -> Iterator[Writer]:
    """Open the writer of ``content`` in ``format`` to the file ``path``, or to standard output if that is ``None``.

    It takes `Extracted` for records and documents, `Comparison` for changes, `Explanation` for explanations. The end is
    written when the block ends without an error; a file appears only then. Raises ``PledgeminerError`` for a file that
    cannot be written.
    """
    with open_stream(format, path) as stream:
        writer = writer_to(stream, content, format, options)
        yield writer
        writer.end()
        stream.flush()


def writer_to(stream: IO[Any], content: Content, format: Format, options: Options | None = None) -> Writer:
    """Return the writer of ``content`` in ``format``, which can write it, to ``stream``."""
    name = format.writer_of(content)
    if name is None:
        raise ValueError(f"{format.name} cannot hold {content}")
    if content in format.special:
        special: Writer = _imported(f"{__package__}.{name}")(stream, options or Options())
        return special
    row_type, rows_of = _ROWS[content]
    return _Rows(_imported(f"{__package__}.{name}")(stream, _imported(f"pledgeminer.{row_type}")), rows_of)


def open_stream(format: Format, path: str | None) -> AbstractContextManager[IO[Any]]:
    """Return the file ``path``, which appears only whole, or standard output if that is ``None``."""
    if path is not None:
        return whole_file(path, format.encoding)
    return nullcontext(sys.stdout if format.encoding else sys.stdout.buffer)


class _Rows:
    """A writer of everything that has rows, by a `RowWriter`."""

    def __init__(self, writer: RowWriter, rows_of: Callable[[Any], Iterable[msgspec.Struct]]) -> None:
        self._writer, self._rows_of = writer, rows_of

    def add(self, item: Any) -> None:
        self._writer.rows(self._rows_of(item))

    def end(self) -> None:
        self._writer.end()


_ROWS: dict[Content, tuple[str, Callable[[Any], Iterable[msgspec.Struct]]]] = {
    "records": ("record:Record", lambda extracted: extracted.records),
    "documents": ("documents.description:Description", lambda extracted: [extracted.document]),
    "changes": ("diff.model:Change", lambda comparison: [comparison.change]),
    "verdicts": ("audit.model:Audited", lambda row: [row]),
    "explanations": ("rule_tools.explanation:Explanation", lambda explanation: [explanation]),
}
"""For each content the class of its rows, and the rows of what `Writer.add` takes."""


def _imported(name: str) -> Any:
    # Imported on use, so that a pipe does not wait for the table's library.
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)
