"""A source to a document. The reader is chosen here, by the ending of the file's name."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path

from ..errors import DocumentError
from .binary import HEAD, binary_kind
from .decode import Decoded, decode
from .given import Given
from .model import Document
from .problems import unreadable
from .source import STANDARD_INPUT, Source

Reader = Callable[[bytes, str, str | None], Decoded]
"""From a file's bytes, its shown name and a forced encoding to its text; raises ``DocumentError``."""


def read_text(data: bytes, name: str, encoding: str | None) -> Decoded:
    """Decode a plain text; bytes that are no text are refused, unless an encoding is forced on them."""
    kind = binary_kind(data[:HEAD])
    if kind is not None and encoding is None:
        hint = "save it as plain text first; if it is UTF-16 without a mark, say --encoding utf-16-le"
        raise DocumentError(f"this is not text but {kind}", where=name, hint=hint)
    return decode(data, source=name, encoding=encoding)


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
}
"""The endings that are looked for in folders, and what reads them; a new format is one more line."""


def reader_for(path: str) -> Reader:
    """Return the reader for ``path``; a file with any other ending may still be text."""
    return READERS.get(Path(path).suffix.lower(), read_text)


def read(source: Source, given: Given) -> Document:
    """Read and decode ``source``; what is ``given`` goes along. Raises ``DocumentError``."""
    data = _bytes(source)
    try:
        text, encoding = reader_for(source.path)(data, source.name, given.encoding)
    except MemoryError:
        raise _too_large(source) from None
    return Document(text=text, source=source.name, encoding=encoding, date=given.date, body=given.body)


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
