"""The lists of documents in the folders of a search, and which of them hold for which document."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from ...errors import DocumentError
from ..content import Metadata
from ..source import BETWEEN, STANDARD_INPUT, Archive, Source
from .listing import NAMES, NOTHING, Listing, Stated

_SHOWN = 3
"""So many useless entries are named in a warning."""

Chain = list[tuple[Listing, str]]
"""The listings that hold for a folder, the nearest last, each with the way from its own folder to this one."""


class Listings:
    """The listings that hold for the documents of one search.

    One holds for the folder in which it lies and for all below it. For a document they are looked for from its own
    folder upward, as far as the folder that was named or the working folder, whichever is further up, and no further
    than its own folder if it lies in neither. Where several say the same thing of it, the nearest is right.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        """``paths`` are those that the user named."""
        self._folders = [os.path.abspath(path) for path in paths if os.path.isdir(path)]  # noqa: PTH100, PTH112
        try:
            self._here = os.getcwd()  # noqa: PTH109
        except OSError:
            self._here = ""  # it was removed; what has a whole path can be read all the same
        self._chains: dict[str, Chain] = {}
        self._read: dict[str, list[Listing]] = {}

    def of(self, path: str, member: str = "") -> Stated:
        """Return what is stated of the file at ``path``, or of the ``member`` of the archive there."""
        folder, name = os.path.split(path)
        chain = self._chains.get(folder)
        if chain is None:
            chain = self._chains[folder] = self._chain(os.path.abspath(folder))  # noqa: PTH100
        if not chain:
            return NOTHING
        name = f"{name}{BETWEEN}{member}" if member else name
        values: dict[str, str] = {}
        for listing, way in chain:
            values |= listing.of(f"{way}/{name}")
        encoding = values.pop("encoding", None)
        return Stated(Metadata(**values), encoding)

    def with_sidecar(self, source: Source) -> Source:
        """Return ``source`` with what is stated of it; an archive, with what states the metadata of its members."""
        if source.path == STANDARD_INPUT:
            return source
        stated = self.of(source.path)
        if stated is NOTHING:
            return source
        return replace(source, sidecars=self) if isinstance(source, Archive) else _with(source, stated)

    def with_member_sidecar(self, archive: Archive, member: Source | DocumentError) -> Source | DocumentError:
        """Return the ``member`` of ``archive`` with what is stated of it."""
        if isinstance(member, DocumentError):
            return member
        inside = member.name.removeprefix(archive.name).removeprefix(BETWEEN)
        return _with(member, self.of(archive.path, inside))

    @property
    def problems(self) -> list[DocumentError]:
        """What is wrong with the listings that were read so far."""
        return [problem for listing in self._all() for problem in listing.problems]

    @property
    def warnings(self) -> list[str]:
        """A line for each listing that has entries which fit no document, of those whose folders were walked."""
        return [
            _useless(listing)
            for folder, listings in self._read.items()
            for listing in listings
            if listing.unused and any(_is_in(folder, top) for top in self._folders)
        ]

    def has(self, path: str) -> bool:
        """Say whether ``path`` leads to one of the listings that were read so far."""
        try:
            return any(listing.path.samefile(path) for listing in self._all())
        except OSError:
            return False  # what is missing cannot be one of them

    def _all(self) -> list[Listing]:
        return [listing for listings in self._read.values() for listing in listings]

    def _chain(self, folder: str) -> Chain:
        tops = [top for top in (*self._folders, self._here) if top and _is_in(folder, top)]
        top = min(tops, key=len, default=folder)
        folders = [folder]
        while folders[-1] != top:
            folders.append(os.path.dirname(folders[-1]))  # noqa: PTH120
        chain: Chain = []
        for place in reversed(folders):
            if place not in self._read:
                self._read[place] = self._in(place)
            way = folder[len(place) :].replace(os.sep, "/")
            chain += [(listing, way) for listing in self._read[place]]
        return chain

    def _in(self, folder: str) -> list[Listing]:
        paths = [Path(folder, name) for name in NAMES]
        return [Listing(path, self._shown(path)) for path in paths if os.path.isfile(path)]  # noqa: PTH113

    def _shown(self, path: Path) -> str:
        return str(path.relative_to(self._here) if self._here and path.is_relative_to(self._here) else path)


def _with(source: Source, stated: Stated) -> Source:
    return replace(source, sidecar=stated.metadata, encoding=stated.encoding)


def _is_in(folder: str, top: str) -> bool:
    return folder == top or folder.startswith(top if top.endswith(os.sep) else top + os.sep)


def _useless(listing: Listing) -> str:
    unused = listing.unused
    named = ", ".join(f"{entry.path} ({entry.place})" for entry in unused[:_SHOWN])
    more = f" and {len(unused) - _SHOWN:,} more" if len(unused) > _SHOWN else ""
    entries = "this entry fits" if len(unused) == 1 else f"{len(unused):,} entries fit"
    return f"{listing.name}: {entries} no document: {named}{more}"
