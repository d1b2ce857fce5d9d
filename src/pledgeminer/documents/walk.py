"""Paths to sources: files as they are named, folders walked to the bottom in the order of their names."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from ..errors import DocumentError
from .file_types import ARCHIVES, ENDINGS, HEAD, format_of
from .problems import left_out_words, unreadable
from .sidecar.listing import NAMES
from .sidecar.lookup import Listings
from .source import BETWEEN, STANDARD_INPUT, Archive, Source, shown

# What is a file in the list of a folder may be a pipe by now, which would be waited for; Windows reads text else.
_OPTIONS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

Identity = tuple[int, int]
"""A file's device and number, which stay the same by whatever links it is reached."""


class Found(msgspec.Struct, frozen=True):
    """What the paths hold, in order: sources, and an error for each path or folder that could not be used.

    An archive is one source; what is in it is seen when it is read. ``left_out`` counts, by reason, the files of
    folders that are no documents. ``listings`` are those that say something of the sources.
    """

    items: list[Source | DocumentError]
    left_out: Counter[str]
    listings: Listings


def find_sources(paths: Iterable[str]) -> Found:
    """Return the sources that ``paths`` (files, folders, ``-``) lead to, each file once."""
    named = list(paths)
    search = _Search(Listings(named))
    for path in named:
        search.add(path)
    if named and not search.items:
        hint = "name the folder that it lies in, or the documents"
        problem = "this is a list of documents, and no document"
        search.items.append(DocumentError(problem, where=shown(named[0]), hint=hint))
    return Found(search.items, search.left_out, search.listings)


class _Search:
    """One search; it remembers what it has seen."""

    def __init__(self, listings: Listings) -> None:
        self.listings = listings
        self.items: list[Source | DocumentError] = []
        self.left_out: Counter[str] = Counter()
        self._seen: set[Identity | str] = set()

    def add(self, path: str) -> None:
        """Add a path that the user named."""
        if path == STANDARD_INPUT:
            self._add_source(Source(path, path), path)
            return
        try:
            status = Path(path).stat()
        except OSError as error:
            inside = _in_archive(path)
            if inside is None:
                self.items.append(unreadable(shown(path), error))
            else:
                self._add_source(inside, path)
            return
        if stat.S_ISDIR(status.st_mode):
            self._add_folder(path)
        elif Path(path).name in NAMES:
            pass  # folder/* names it too
        elif _is_archive(path):
            self._add_source(Archive(path, shown(path), status.st_size, named=True), _identity(status))
        else:
            self._add_source(Source(path, shown(path), status.st_size), _identity(status))

    def _add_source(self, source: Source, identity: Identity | str) -> None:
        if identity in self._seen:
            self.left_out["repeated"] += 1
        else:
            self._seen.add(identity)
            self.items.append(self.listings.with_sidecar(source))

    def _add_folder(self, folder: str) -> None:
        before, left_out = len(self.items), self.left_out.copy()
        for entry in self._files(folder):
            self._add_file(entry)
        left_out = self.left_out - left_out
        if len(self.items) == before and not left_out["repeated"]:
            hint = f"looked for {' '.join((*ENDINGS, *ARCHIVES))}, in folders below too"
            if left_out:
                hint += f"; left out: {left_out_words(left_out)}"
            self.items.append(DocumentError("no documents in this folder", where=shown(folder), hint=hint))

    def _files(self, folder: str) -> Iterator[os.DirEntry[str]]:
        """Yield the entries under ``folder`` that are not folders; a loop of links is walked once."""
        entered: set[Identity] = set()
        levels = [self._entries(folder, Path(folder).stat, entered)]
        while levels:
            entry = next(levels[-1], None)
            if entry is None:
                levels.pop()
            elif entry.name.startswith("."):
                self.left_out["hidden"] += 1
            elif not _is_folder(entry):
                yield entry
            else:
                levels.append(self._entries(entry.path, entry.stat, entered))

    def _entries(
        self, folder: str, status: Callable[[], os.stat_result], entered: set[Identity]
    ) -> Iterator[os.DirEntry[str]]:
        """Return the entries of ``folder``, sorted; none if it is among those ``entered``, or cannot be."""
        try:
            identity = _identity(status())
            if identity in entered:
                return iter(())
            entered.add(identity)
            with os.scandir(folder) as entries:
                return iter(sorted(entries, key=lambda entry: entry.name))
        except OSError as error:
            self.items.append(unreadable(shown(folder), error))
            return iter(())

    def _add_file(self, entry: os.DirEntry[str]) -> None:
        try:
            status = entry.stat()
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ELOOP):
                self.left_out["broken link"] += 1
            else:
                self.items.append(unreadable(shown(entry.path), error))
            return
        if not stat.S_ISREG(status.st_mode):
            self.left_out["pipe or device"] += 1
        elif _is_archive(entry.name):
            self._add_source(Archive(entry.path, shown(entry.path), status.st_size), _identity(status))
        elif entry.name in NAMES:
            pass  # no document, and nothing that was left out either
        elif Path(entry.name).suffix.lower() not in ENDINGS:
            self.left_out["other type"] += 1
        elif _is_binary(entry.path):
            self.left_out["binary"] += 1
        else:
            self._add_source(Source(entry.path, shown(entry.path), status.st_size), _identity(status))


def is_among(path: str, items: Iterable[Source | DocumentError]) -> bool:
    """Say whether ``path`` leads to the same file as one of the sources among ``items``."""
    try:
        identity = _identity(Path(path).stat())
        sources = (item for item in items if isinstance(item, Source) and item.path != STANDARD_INPUT)
        return any(_identity(Path(source.path).stat()) == identity for source in sources)
    except OSError:
        return False  # what is not there yet cannot be among them


def _is_archive(path: str) -> bool:
    return path.lower().endswith(ARCHIVES)


def _in_archive(path: str) -> Archive | None:
    """Return the archive in which ``path``, as records show it (``archive.zip!/inner.txt``), names one document."""
    at = path.find(BETWEEN)
    while at >= 0:
        archive, only = path[:at], path[at + len(BETWEEN) :]
        if only and Path(archive).is_file():
            return Archive(archive, shown(archive), Path(archive).stat().st_size, named=True, only=only)
        at = path.find(BETWEEN, at + 1)
    return None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link to itself, for one; it will be counted as broken


def _identity(status: os.stat_result) -> Identity:
    return status.st_dev, status.st_ino


def _is_binary(path: str) -> bool:
    try:
        # Three calls of the system; a file object makes twice as many, for each file of a folder.
        descriptor = os.open(path, os.O_RDONLY | _OPTIONS)
        try:
            return format_of(os.read(descriptor, HEAD), path) is None
        finally:
            os.close(descriptor)
    except OSError:
        return False  # the reader will say what is wrong with it
