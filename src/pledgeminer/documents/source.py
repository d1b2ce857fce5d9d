"""A place from which a document can be read."""

from __future__ import annotations

import os
from typing import Protocol

import msgspec

from ..errors import DocumentError
from .content import Metadata

STANDARD_INPUT = "-"
BETWEEN = "!/"
"""What stands between the path of an archive and the path in it, as in the addresses of Java's jar files."""


class Source(msgspec.Struct, frozen=True):
    """A file to read, or standard input.

    ``path`` is what the operating system is asked for, ``-`` for standard input; ``name`` is the same path as
    it is shown and recorded; ``size`` is in bytes, 0 where it is not known beforehand. ``data`` are its bytes, where
    they had to be read already, as those of a file in an archive. ``sidecar`` and ``encoding`` are what the lists of
    documents beside it state.
    """

    path: str
    name: str
    size: int = 0
    data: bytes | None = None
    sidecar: Metadata = Metadata()
    encoding: str | None = None


class MemberSidecars(Protocol):
    """What states the metadata of the documents in an archive."""

    def with_member_sidecar(self, archive: Archive, member: Source | DocumentError) -> Source | DocumentError:
        """Return the ``member`` of ``archive`` with what the lists of documents state of it."""
        ...


class Archive(Source, frozen=True):
    """A ZIP or tar archive, which stands for the documents in it.

    ``named`` says that the user named it, and did not only name a folder that it lies in. ``only`` is the path of the
    one document in it that is meant, in an archive in it with ``!/`` between the two. ``sidecars`` state
    the metadata of the documents in it, if there are any.
    """

    named: bool = False
    only: str | None = None
    sidecars: MemberSidecars | None = None


def shown(path: str) -> str:
    r"""Return ``path`` as text that can be written anywhere: bytes that are not UTF-8 become ``\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
