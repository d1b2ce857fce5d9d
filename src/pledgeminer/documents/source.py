"""A place from which a document can be read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from .content import Metadata

if TYPE_CHECKING:
    from .sidecar.lookup import Listings

STANDARD_INPUT = "-"
BETWEEN = "!/"
"""What stands between the path of an archive and the path in it, as in the addresses of Java's jar files."""


class Source(msgspec.Struct, frozen=True):
    """A file to read, or standard input.

    ``path`` is what the operating system is asked for, ``-`` for standard input; ``name`` is the same path as
    it is shown and recorded; ``size`` is in bytes, 0 where it is not known beforehand. ``data`` are its bytes, where
    they had to be read already, as those of a file in an archive. ``said`` and ``encoding`` are what a listing beside
    it says of it.
    """

    path: str
    name: str
    size: int = 0
    data: bytes | None = None
    said: Metadata = Metadata()
    encoding: str | None = None


class Archive(Source, frozen=True):
    """A ZIP or tar archive, which stands for the documents in it.

    ``named`` says that the user named it, and did not only name a folder that it lies in. ``only`` is the path of the
    one document in it that is meant, in an archive in it with ``!/`` between the two. ``listings`` may say something of
    the documents in it.
    """

    named: bool = False
    only: str | None = None
    listings: Listings | None = None


def shown(path: str) -> str:
    r"""Return ``path`` as text that can be written anywhere: bytes that are not UTF-8 become ``\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
