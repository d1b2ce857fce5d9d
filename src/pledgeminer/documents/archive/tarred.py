"""Tar archives, plain or compressed by gzip, bzip2 or xz."""

from __future__ import annotations

import lzma
import re
import struct
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, BinaryIO, cast

from ..problems import unreadable
from .entry import Entry, Reason
from .limits import HEADER_BYTES, ArchiveError, Budget, read_member, size, skip
from .names import decoded, escaped

_DAMAGE = (
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    RecursionError,
)
_BLOCK = tarfile.BLOCKSIZE
# The parser of tarfile takes a time that grows with the square of such a row, in some versions of Python.
_ABSURD = re.compile(rb"[0-9]{100}")
_GLOBAL_HEADERS = 100
# A header of pax and its records: their length, a name and a value.
_PAX_TYPES = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
_TYPE_AT = 156
_RECORD = re.compile(rb"([0-9]{1,8}) [^=\n]{1,1000}=")


class Tarred:
    """A tar archive to be read once from its beginning: ``unpacked`` are its bytes, ``packed`` the file they are from.

    Both are the same where nothing was compressed. Raises ``ArchiveError`` if there is no tar archive.
    """

    def __init__(self, unpacked: BinaryIO, packed: BinaryIO, name: str, budget: Budget) -> None:
        self._name, self._packed, self._budget = name, packed, budget
        self._stream = _Forward(unpacked, budget, jumps=unpacked is packed)
        try:
            with self._stream.headers():
                self._tar = tarfile.open(  # noqa: SIM115 - the file is closed by whoever opened it
                    fileobj=cast(IO[bytes], self._stream), mode="r:", encoding="utf-8", errors="surrogateescape"
                )
        except _DAMAGE as error:
            raise self._broken(error) from error

    def entries(self) -> Iterator[Entry]:
        """Yield what is in it but the folders, in its own order. Raises ``ArchiveError`` where it is damaged.

        A compressed one is read to its end, where the checksum stands.
        """
        while (info := self._next()) is not None:
            self._budget.member()
            if info.isdir():
                continue

            def read(shown: str, info: tarfile.TarInfo = info) -> bytes:
                return self._read(info, shown)

            raw = info.name.encode("utf-8", "surrogateescape")
            yield Entry(decoded(raw) or escaped(raw), _no_file(info), read, self._packed.tell())

    def _next(self) -> tarfile.TarInfo | None:
        try:
            with self._stream.headers():
                info = self._tar.next()
        except _DAMAGE as error:
            raise self._broken(error) from error
        # Headers for all files that follow are copied for each one of them.
        if len(self._tar.pax_headers) > _GLOBAL_HEADERS:
            raise self._broken(tarfile.HeaderError(f"more than {_GLOBAL_HEADERS} global headers"))
        if info is None and self._stream.last.strip(b"\0"):
            raise self._broken(tarfile.HeaderError("no header stands where the next one should"))
        if info is None and len(self._stream.last) < _BLOCK:
            raise self._broken(EOFError("it ends without the mark of its end"))
        if info is None:
            self._to_the_end()
        # tarfile would keep them all.
        cast(Any, self._tar).members.clear()
        return info

    def _to_the_end(self) -> None:
        try:
            self._stream.finish()
        except _DAMAGE as error:
            raise self._broken(error) from error

    def _read(self, info: tarfile.TarInfo, shown: str) -> bytes:
        try:
            stream = self._tar.extractfile(info)
            assert stream is not None, "only files are read"
            # The holes of a sparse file are read from nowhere, and nobody else counts them.
            return read_member(stream, shown, self._budget if info.issparse() else None)
        except _DAMAGE as error:
            raise self._broken(error) from error

    def _broken(self, error: Exception) -> ArchiveError:
        if isinstance(error, OSError) and error.errno is not None:
            read = unreadable(self._name, error)
            return ArchiveError(read.problem, where=self._name, hint=read.hint)
        problem = f"the rest of this tar archive is cut off or damaged: {error or type(error).__name__}"
        return ArchiveError(problem, where=self._name, hint="get it again")


class _Forward:
    """The unpacked bytes of a tar for tarfile, which may only go forward in them and ask for so much at a time.

    A header that leads back would be read for ever. What is skipped in a compressed archive has to be unpacked too, and
    is counted like what is read. ``last`` is what stood where a header was looked for last.
    """

    def __init__(self, file: BinaryIO, budget: Budget, *, jumps: bool) -> None:
        self._file, self._budget, self._jumps = file, budget, jumps
        self._at = 0
        self._headers: int | None = None
        self.last = b""

    @contextmanager
    def headers(self) -> Iterator[None]:
        """Let only so much be read as the headers of one file may take."""
        self._headers = HEADER_BYTES
        try:
            yield
        finally:
            self._headers = None

    def read(self, count: int) -> bytes:
        if self._headers is not None and count > 1:
            self._headers -= count
            if self._headers < 0:
                raise self._budget.limit(f"the headers of a member take more than {size(HEADER_BYTES)}")
        data = self._file.read(count)
        self._at += len(data)
        self._budget.take(len(data))
        if self._headers is not None and count > 1:
            if count > _BLOCK and _ABSURD.search(data):
                raise tarfile.HeaderError("a number of more than 100 digits in a header")
            if count > _BLOCK and self.last[_TYPE_AT : _TYPE_AT + 1] in _PAX_TYPES:
                _check_records(data)
            self.last = data
        return data

    def seek(self, position: int) -> int:
        if position < self._at:
            raise tarfile.HeaderError("a header leads back")
        if self._jumps:
            self._at = self._file.seek(position)
        else:
            self._at += skip(self._file, position - self._at, self._budget)
        return self._at

    def tell(self) -> int:
        return self._at

    def finish(self) -> None:
        """Read what is left of a compressed archive; what unpacks it checks its sum there."""
        while not self._jumps and skip(self._file, 2**20, self._budget):
            pass


def _check_records(data: bytes) -> None:
    """Raise ``HeaderError`` unless ``data`` is one record after the other, each as long as it says.

    In what is none, tarfile looks for the end of a name from every place on, and keeps all that it passes over.
    """
    at, end = 0, len(data.rstrip(b"\0"))
    while at < end:
        found = _RECORD.match(data, at)
        after = at + int(found[1]) if found is not None else 0
        if found is None or not found.end() < after <= end or data[after - 1 : after] != b"\n":
            raise tarfile.HeaderError("a header that is no list of names and values")
        at = after


def _no_file(info: tarfile.TarInfo) -> Reason | None:
    if info.isreg():
        return None
    if info.issym() or info.islnk():
        return "link"
    return "pipe or device" if info.isdev() else "other type"
