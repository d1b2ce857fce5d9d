"""A source to a document. The reader is chosen here, by what kind of file it is."""

from __future__ import annotations

import stat
import sys
from importlib import import_module
from pathlib import Path

from ..errors import DocumentError
from .content import Content
from .given import Given
from .kinds import HEAD, format_of
from .model import Document
from .problems import unreadable
from .source import STANDARD_INPUT, Source

_MODULES = {"rtf": "office", "odt": "office", "doc": "office"}
"""The module of ``formats`` that reads a format, where its name is another."""


def read(source: Source, given: Given) -> Document:
    """Read and decode ``source``; what is ``given`` goes along. Raises ``DocumentError``."""
    data = source.data if source.data is not None else _bytes(source)
    try:
        content = take_out(data, source.path, source.name, given.encoding)
    except MemoryError:
        raise _too_large(source) from None
    said = content.metadata
    # Whoever writes the head of a plain text says what the document is; a page says when it was put up.
    plain = content.format == "text"
    return Document(
        text=content.text,
        source=source.name,
        encoding=content.encoding,
        date=given.date or (said.date if plain else None),
        body=given.body or said.body,
        format=content.format,
        pages=content.pages,
        start=content.start,
        title=said.title,
        place=said.place,
        published=None if plain else said.date,
        repairs=content.repairs,
    )


def take_out(data: bytes, path: str, name: str, encoding: str | None) -> Content:
    """Return the text of the file called ``path`` with the bytes ``data``; ``name`` is how messages show it.

    ``encoding`` forces one on a format that has one. Raises ``DocumentError``.
    """
    form = format_of(data[:HEAD], path) or "text"
    # The reader of a format costs its import, which a run without such a file does not pay.
    reader = import_module(f"{__package__}.formats.{_MODULES.get(form, form)}")
    content: Content = reader.read(data, name, encoding)
    return content


def _bytes(source: Source) -> bytes:
    try:
        if source.path == STANDARD_INPUT:
            return _standard_input()
        path = Path(source.path)
        mode = path.stat().st_mode
        # Reading /dev/zero would never end. A pipe may be named: `extract <(curl …)` does so.
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise DocumentError("this is a device, not a document", where=source.name, hint="use - for standard input")
        return path.read_bytes()
    except OSError as error:
        raise unreadable(source.name, error) from error
    except MemoryError:
        raise _too_large(source) from None


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise DocumentError("standard input is closed", where=STANDARD_INPUT, hint="pipe a text into it")
    return sys.stdin.buffer.read()


def _too_large(source: Source) -> DocumentError:
    return DocumentError("too large for the memory", where=source.name, hint="split it into smaller files")
