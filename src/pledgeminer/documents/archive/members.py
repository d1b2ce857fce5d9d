"""The documents in an archive, read one at a time as they are asked for."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from ...errors import DocumentError
from ..fetch import stands_still, too_large, unsteady
from ..file_types import ARCHIVES, ENDINGS, HEAD, format_of, stranger
from ..problems import left_out_words, unreadable
from ..source import BETWEEN, Archive, Source
from .entry import Entry
from .kind import Kind, kind_of
from .limits import DEPTH, ArchiveError, Budget, LimitError
from .names import is_hidden, label, leads_outside
from .tarred import Tarred
from .zipped import Zipped

_BLOCK = 512


class Members:
    """The documents of one archive; to be iterated once.

    ``left_out`` counts, by reason, what is in the archive and no document; ``passed`` are the bytes of the archive that
    are behind, and ``found`` how many documents and errors there were so far.
    """

    def __init__(self, archive: Archive, left_out: Counter[str]) -> None:
        self.passed = 0
        self._archive = archive
        self._left_out = left_out
        self.found = 0
        self._reported: set[str] = set()

    def __iter__(self) -> Iterator[Source | DocumentError]:
        """Yield a source for each document, with its bytes, and an error for what cannot be read."""
        before = self._left_out.copy()
        for item in self._all():
            self.found += 1
            yield item
            del item  # or it would be held while the next one is read
        if not self.found and self._archive.only is not None:
            hint = "the path in the archive is written as in its list of contents, with slashes"
            self.found += 1
            yield DocumentError("there is no such file in the archive", where=self._archive.name, hint=hint)
        elif not self.found and self._archive.named:
            self.found += 1
            yield nothing_in(self._archive, self._left_out - before)

    def _all(self) -> Iterator[Source | DocumentError]:
        archive = self._archive
        try:
            with BytesIO(archive.data) if archive.data is not None else Path(archive.path).open("rb") as file:
                status = None if archive.data is not None else os.fstat(file.fileno())
                budget = Budget(archive.name, len(archive.data or b"") if status is None else status.st_size)
                try:
                    yield from self._inside(file, archive, "", budget, 1)
                except ArchiveError as error:
                    yield error
                if status is not None and not stands_still(status, os.fstat(file.fileno())):
                    yield unsteady(archive.name)
        except OSError as error:
            yield unreadable(archive.name, error)
        except MemoryError:
            yield too_large(archive.name)

    def _inside(
        self, file: BinaryIO, itself: Source, path: str, budget: Budget, depth: int
    ) -> Iterator[Source | DocumentError]:
        """Yield the documents in ``file``, which is the archive ``itself``; it stands at ``path`` in the outermost."""
        name = itself.name
        head = file.read(HEAD)
        file.seek(0)
        opened = _opened(file, itself, head, budget)
        if isinstance(opened, Zipped) and opened.is_document:
            yield _as_document(itself, head)
            return
        for entry in opened.entries():
            if depth == 1:
                self.passed = entry.passed
            yield from self._entry(entry, name, path, budget, depth)

    def _entry(
        self, entry: Entry, archive: str, folder: str, budget: Budget, depth: int
    ) -> Iterator[Source | DocumentError]:
        """Yield the document that ``entry`` of the archive shown as ``archive`` is, or those in it."""
        inner = label(entry.name)
        path = folder + inner
        only = self._archive.only
        if only is not None and path != only and not only.startswith(path + BETWEEN):
            return
        shown = f"{archive}{BETWEEN}{inner}"
        nested = inner.lower().endswith(ARCHIVES)
        reason = _left_out(entry, nested) if only is None else entry.no_file
        if reason == "encrypted":
            yield from self._encrypted(archive, inner)
            return
        if reason is not None:
            self._left_out[reason] += 1
            return
        if nested and depth == DEPTH:
            hint = "unpack the outer archive and name this one"
            yield DocumentError(f"archives are opened {DEPTH} deep, and this one lies deeper", where=shown, hint=hint)
            return
        try:
            data = entry.read(shown)
        except ArchiveError:
            raise
        except DocumentError as error:
            yield error
            return
        if nested:
            try:
                source = Source(inner, shown, len(data), data)
                yield from self._inside(BytesIO(data), source, path + BETWEEN, budget, depth + 1)
            except LimitError:
                raise
            except ArchiveError as error:
                yield error
        elif only is None and format_of(data[:HEAD], inner) is None:
            self._left_out["binary"] += 1
        else:
            yield Source(inner, shown, len(data), data)

    def _encrypted(self, archive: str, inner: str) -> Iterator[DocumentError]:
        """Report the first encrypted document in an archive, where most often all of them are."""
        if archive not in self._reported:
            self._reported.add(archive)
            problem = f"there are encrypted documents in it, which are not read (the first is {inner})"
            yield DocumentError(problem, where=archive, hint="unpack it with its password and name the folder")


def is_archive(head: bytes) -> bool:
    """Say whether a file is an archive that begins with ``head``, of some kilobytes; office documents are none."""
    kind = kind_of(head)
    if kind == "zip":
        return format_of(head, "") is None
    if kind is None or kind == "tar":
        return kind is not None
    try:
        return kind_of(_unpacking(BytesIO(head), kind).read(_BLOCK)) == "tar"
    except (OSError, EOFError, ValueError, lzma.LZMAError):
        return False


def nothing_in(archive: Source, left_out: Counter[str]) -> DocumentError:
    """Return the error for an archive in which there is no document."""
    hint = f"looked for {' '.join(ENDINGS)}, in archives in it too"
    if left_out:
        hint += f"; left out: {left_out_words(left_out)}"
    return DocumentError("no documents in this archive", where=archive.name, hint=hint)


def _opened(file: BinaryIO, itself: Source, head: bytes, budget: Budget) -> Zipped | Tarred:
    """Open the archive ``itself``, which begins with ``head``. Raises ``ArchiveError``."""
    kind = kind_of(head)
    try:
        # A ZIP may begin with a program that unpacks it, and an old tar has no mark.
        if kind == "zip" or (kind is None and itself.path.lower().endswith(".zip")):
            return Zipped(file, itself.name, budget)
        return Tarred(_unpacking(file, kind), file, itself.name, budget)
    except LimitError:
        raise
    except ArchiveError as error:
        if kind is not None or file.seek(0, os.SEEK_END) == 0:
            raise
        problem = f"this is no ZIP or tar archive but {stranger(head) or 'something else'}"
        raise ArchiveError(problem, where=itself.name, hint="get it again, or unpack it and name the folder") from error


def _unpacking(file: BinaryIO, kind: Kind | None) -> BinaryIO:
    """Return the file of which ``file`` is a compressed form, or itself."""
    match kind:
        case "gzip":
            return cast(BinaryIO, gzip.GzipFile(fileobj=file, mode="rb"))
        case "bzip2":
            return cast(BinaryIO, bz2.BZ2File(file))
        case "xz":
            return cast(BinaryIO, lzma.LZMAFile(file))
    return file


def _left_out(entry: Entry, nested: bool) -> str | None:
    """Return why ``entry`` is no document, or None if it looks like one."""
    if is_hidden(entry.name):
        return "hidden"
    if leads_outside(entry.name):
        return "leading out of their archive"
    if not nested and Path(label(entry.name)).suffix.lower() not in ENDINGS:
        return "other type"
    return entry.no_file


def _as_document(source: Source, head: bytes) -> Source | DocumentError:
    """Return what looks like an archive and is a document, for the reader of its format."""
    if format_of(head, source.path) is not None:
        return Source(source.path, source.name, source.size, source.data)
    problem = "this is an Office or OpenDocument file, or an electronic book, of a kind that is not read"
    return DocumentError(problem, where=source.name, hint="save it as DOCX or as plain text")
