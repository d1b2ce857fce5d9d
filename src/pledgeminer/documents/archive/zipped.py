"""ZIP archives."""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import IO, BinaryIO, cast

from ...errors import DocumentError
from ..problems import unreadable
from .entry import Entry, Reason
from .limits import DIRECTORY_BYTES, ArchiveError, Budget, LimitError, read_member, size
from .names import decoded, escaped, parts

_UTF8, _ENCRYPTED = 0x800, 0x1
_UNICODE_PATH = 0x7075
# What the packed bytes of a damaged archive make zipfile and its decompressors raise.
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, ValueError, IndexError)


class Zipped:
    """An open ZIP archive; its list of contents has been read. Raises ``ArchiveError`` if it has none."""

    def __init__(self, file: BinaryIO, name: str, budget: Budget) -> None:
        self._name, self._budget = name, budget
        try:
            self._zip = zipfile.ZipFile(cast(IO[bytes], _Bounded(file, budget)))
        except LimitError:
            raise
        except (*_DAMAGE, NotImplementedError) as error:
            raise _broken(name, error) from error
        self._named = {info.filename: info for info in self._zip.infolist()}

    @property
    def is_document(self) -> bool:
        """Whether it is an Office or OpenDocument file or an electronic book, which are ZIP archives inside."""
        return "[Content_Types].xml" in self._named or "mimetype" in self._named

    def entries(self) -> Iterator[Entry]:
        """Yield what is in it but the folders, in the order of the names."""
        named = [(name, info) for info in self._zip.infolist() if not (name := _name(info)).endswith("/")]
        passed = 0
        for name, info in sorted(named, key=lambda one: parts(one[0])):
            self._budget.member()
            passed += info.compress_size
            yield Entry(name, _no_file(info), partial(self._read, info), passed)

    def _read(self, info: zipfile.ZipInfo, shown: str) -> bytes:
        try:
            with self._zip.open(info) as stream:
                return read_member(stream, shown, self._budget)
        except NotImplementedError as error:
            hint = "pack it again in the usual way (deflate), or unpack it and name the folder"
            raise DocumentError(f"packed in a way that is not read here: {error}", where=shown, hint=hint) from error
        except _DAMAGE as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise unreadable(shown, error) from error
            hint = "get the archive again"
            raise DocumentError(f"damaged in the archive: {_words(error)}", where=shown, hint=hint) from error
        except RuntimeError as error:  # a way of packing for which this Python was built without the library
            raise DocumentError(f"cannot be unpacked: {error}", where=shown, hint="unpack it first") from error


class _Bounded:
    """The file, which does not read a list of contents that is too long; zipfile reads it at once."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        self._file, self._budget = file, budget
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, count: int = -1, /) -> bytes:
        if count > DIRECTORY_BYTES:
            raise self._budget.limit(f"its list of contents takes more than {size(DIRECTORY_BYTES)}")
        return self._file.read(count)


def _broken(name: str, error: Exception) -> ArchiveError:
    if isinstance(error, OSError) and error.errno is not None:
        read = unreadable(name, error)
        return ArchiveError(read.problem, where=name, hint=read.hint)
    hint = "it may be cut off; get it again"
    return ArchiveError(f"this ZIP archive is damaged: {_words(error)}", where=name, hint=hint)


def _words(error: Exception) -> str:
    if isinstance(error, zipfile.BadZipFile) and "not a zip file" in str(error):
        return "the list of its contents is missing at its end"
    return str(error) or type(error).__name__


def _name(info: zipfile.ZipInfo) -> str:
    """Return the path of an entry. Without a flag for UTF-8 its bytes may be in whatever its writer used."""
    name: str | None = info.orig_filename
    raw = b""
    if not info.flag_bits & _UTF8:
        raw = info.orig_filename.encode("cp437")
        name = _unicode_path(info.extra, raw) or decoded(raw)
    # Some Windows programs write their own separator.
    return escaped(raw) if name is None else name.replace("\\", "/")


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """Return the path in UTF-8 that WinRAR and others add to the one in their own encoding (APPNOTE 4.6.9)."""
    while len(extra) >= 4:
        tag, length = struct.unpack_from("<HH", extra)
        if tag == _UNICODE_PATH and length > 5 and extra[5:9] == struct.pack("<L", zlib.crc32(raw)):
            return extra[9 : 4 + length].decode("utf-8", "replace")
        extra = extra[4 + length :]
    return None


def _no_file(info: zipfile.ZipInfo) -> Reason | None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "link"
    if kind not in (0, stat.S_IFREG):
        return "pipe or device"
    return "encrypted" if info.flag_bits & _ENCRYPTED else None
