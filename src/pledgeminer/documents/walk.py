"""Paths to sources: files as they are named, folders walked to the bottom in the order of their names."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ..errors import DocumentError
from .kinds import ENDINGS, HEAD, format_of
from .problems import unreadable
from .source import STANDARD_INPUT, Source, shown

Identity = tuple[int, int]
"""A file's device and number, which stay the same by whatever links it is reached."""


class Found(msgspec.Struct, frozen=True):
    """What the paths hold, in order: sources, and an error for each path or folder that could not be used.

    ``left_out`` counts, by reason, the files of folders that are no documents.
    """

    items: list[Source | DocumentError]
    left_out: Counter[str]


def find_sources(paths: Iterable[str]) -> Found:
    """Return the sources that ``paths`` (files, folders, ``-``) lead to, each file once."""
    search = _Search()
    for path in paths:
        search.add(path)
    return Found(search.items, search.left_out)


class _Search:
    """One search; it remembers what it has seen."""

    def __init__(self) -> None:
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
            if stat.S_ISDIR(status.st_mode):
                self._add_folder(path)
            else:
                self._add_source(Source(path, shown(path), status.st_size), _identity(status))
        except OSError as error:
            self.items.append(unreadable(shown(path), error))

    def _add_source(self, source: Source, identity: Identity | str) -> None:
        if identity in self._seen:
            self.left_out["repeated"] += 1
        else:
            self._seen.add(identity)
            self.items.append(source)

    def _add_folder(self, folder: str) -> None:
        before, left_out = len(self.items), self.left_out.copy()
        for entry in self._files(folder):
            self._add_file(entry)
        left_out = self.left_out - left_out
        if len(self.items) == before and not left_out["repeated"]:
            hint = f"looked for {' '.join(ENDINGS)}, in folders below too"
            if left_out:
                hint += f"; left out: {describe(left_out)}"
            self.items.append(DocumentError("no documents in this folder", where=shown(folder), hint=hint))

    def _files(self, folder: str) -> Iterator[os.DirEntry[str]]:
        """Yield the entries under ``folder`` that are not folders; a loop of links is walked once."""
        entered = {_identity(Path(folder).stat())}
        levels = [iter(_entries(folder))]
        while levels:
            entry = next(levels[-1], None)
            if entry is None:
                levels.pop()
            elif entry.name.startswith("."):
                self.left_out["hidden"] += 1
            elif not _is_folder(entry):
                yield entry
            elif (identity := _identity(entry.stat())) not in entered:
                entered.add(identity)
                try:
                    levels.append(iter(_entries(entry.path)))
                except OSError as error:
                    self.items.append(unreadable(shown(entry.path), error))

    def _add_file(self, entry: os.DirEntry[str]) -> None:
        try:
            status = entry.stat()
        except OSError:
            self.left_out["broken link"] += 1
            return
        if not stat.S_ISREG(status.st_mode):
            self.left_out["pipe or device"] += 1
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


def describe(left_out: Counter[str]) -> str:
    """Return the counts of files left out as words, such as ``2 hidden, 1 binary``."""
    return ", ".join(f"{count} {reason}" for reason, count in sorted(left_out.items()))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link to itself, for one; it will be counted as broken


def _identity(status: os.stat_result) -> Identity:
    return status.st_dev, status.st_ino


def _is_binary(path: str) -> bool:
    try:
        with Path(path).open("rb") as file:
            return format_of(file.read(HEAD), path) is None
    except OSError:
        return False  # the reader will say what is wrong with it
