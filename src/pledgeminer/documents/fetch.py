"""The bytes of a source: a file, a pipe or standard input, read whole."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

from ..errors import DocumentError
from .problems import unreadable
from .source import STANDARD_INPUT, Source


def fetch(source: Source) -> bytes:
    """Return the bytes of ``source``. A file that somebody writes to meanwhile is read once more.

    Raises ``DocumentError`` for what cannot be read, never ends, or does not stand still.
    """
    if source.data is not None:
        return source.data
    try:
        if source.path == STANDARD_INPUT:
            return _standard_input()
        mode = Path(source.path).stat().st_mode
        # Reading /dev/zero would never end. A pipe may be named: `extract <(curl …)` does so.
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise DocumentError("this is a device, not a document", where=source.name, hint="use - for standard input")
        return _file(source) if stat.S_ISREG(mode) else Path(source.path).read_bytes()
    except OSError as error:
        if error.errno == errno.ENOENT and source.size:
            hint = "it was removed or renamed after the run began"
            raise DocumentError("it is not there any more", where=source.name, hint=hint) from error
        raise unreadable(source.name, error) from error
    except MemoryError:
        raise too_large(source.name) from None


def is_stream(source: Source) -> bool:
    """Say whether ``source`` can be read only once and from its beginning: standard input or a pipe."""
    if source.data is not None or source.size:
        return False
    if source.path == STANDARD_INPUT:
        return True
    try:
        return stat.S_ISFIFO(Path(source.path).stat().st_mode)
    except OSError:
        return False  # whoever reads it will say what is wrong with it


def too_large(name: str) -> DocumentError:
    """Return the error for what is shown as ``name`` and does not fit into the memory."""
    return DocumentError("too large for the memory", where=name, hint="split it into smaller files")


def stands_still(before: os.stat_result, after: os.stat_result) -> bool:
    """Say whether a file was not written to between two looks at it."""
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def unsteady(name: str) -> DocumentError:
    """Return the error for what is shown as ``name`` and changes under the reader's hands."""
    hint = "wait until it is written, or name a copy of it"
    return DocumentError("it changes while it is read", where=name, hint=hint)


def _file(source: Source) -> bytes:
    for _ in range(2):
        with Path(source.path).open("rb") as file:
            before = os.fstat(file.fileno())
            # One that grows as fast as it is read has no end. Those that the system makes up may have no size.
            data = file.read(before.st_size + 1 if before.st_size else -1)
            if stands_still(before, os.fstat(file.fileno())):
                return data
        del data
    raise unsteady(source.name)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise DocumentError("standard input is closed", where=STANDARD_INPUT, hint="pipe a text into it")
    return sys.stdin.buffer.read()
