"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from ..errors import PledgeminerError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would else write two bytes for a newline
_HINTS = {
    errno.ENOENT: "create the folder first",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.ENOSPC: "make room on the disk, or write to another one",
    errno.EDQUOT: "make room on the disk, or write to another one",
    errno.EFBIG: "the disk allows no larger file",
    errno.EROFS: "this disk can only be read; write to another folder",
    errno.EACCES: "you need permission to write there; choose another folder",
    errno.EPERM: "you need permission to write there; choose another folder",
    errno.ENAMETOOLONG: "choose a shorter name",
}


@contextmanager
def whole_file(path: str, encoding: str | None) -> Iterator[IO[Any]]:
    """Open ``path`` for writing, as bytes if ``encoding`` is ``None``.

    It appears, or replaces the old file, when the block ends without an error.

    On any failure nothing is left, and the old file stays. A device or a pipe is written to as it is. Raises
    ``PledgeminerError`` for what the operating system refuses.
    """
    old = _status(path)
    if old is not None and not stat.S_ISREG(old.st_mode):
        with _opened(path, path, os.O_WRONLY, encoding) as stream:
            yield stream
        return
    # Through links, so that the file that is meant is replaced and not the link to it.
    target = Path(path).resolve()
    temporary = target.with_name(f".pledgeminer-{os.urandom(4).hex()}.tmp")
    try:
        with _opened(temporary, path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, encoding) as stream:
            yield stream
            stream.flush()
            with _named(path):
                os.fsync(stream.fileno())
        with _named(path):
            if old is not None:
                temporary.chmod(stat.S_IMODE(old.st_mode))
            temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _status(path: str) -> os.stat_result | None:
    """Return the status of what is at ``path``, ``None`` if there is nothing yet."""
    with _named(path):
        try:
            status = Path(path).stat()
        except FileNotFoundError:
            return None
        if stat.S_ISDIR(status.st_mode):
            raise PledgeminerError("cannot be written: it is a folder", where=path, hint="name a file in it")
        if not os.access(path, os.W_OK):
            raise PledgeminerError("cannot be written: it is write-protected", where=path, hint="choose another name")
        return status


def _opened(path: str | Path, shown: str, flags: int, encoding: str | None) -> IO[Any]:
    with _named(shown):
        raw = _Raw(os.open(path, flags, 0o666), shown)
    buffer = BufferedWriter(raw, 1 << 16)
    if encoding is None:
        return buffer
    return TextIOWrapper(buffer, encoding, errors="backslashreplace", newline="")


class _Raw(FileIO):
    """An open file whose failures name it, so that no other failure is taken for one of writing."""

    def __init__(self, descriptor: int, shown: str) -> None:
        super().__init__(descriptor, "w")
        self._shown = shown

    def write(self, data: ReadableBuffer, /) -> int:
        with _named(self._shown):
            return super().write(data)


@contextmanager
def _named(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = f"cannot be written: {error.strerror or error}"
        raise PledgeminerError(problem, where=path, hint=_HINTS.get(error.errno or 0, "")) from error
