"""A place from which a document can be read."""

from __future__ import annotations

import os

import msgspec

STANDARD_INPUT = "-"


class Source(msgspec.Struct, frozen=True):
    """A file to read, or standard input.

    ``path`` is what the operating system is asked for, ``-`` for standard input; ``name`` is the same path as
    it is shown and recorded; ``size`` is in bytes, 0 where it is not known beforehand. ``data`` are its bytes, where
    they had to be read already, as those of a file in an archive.
    """

    path: str
    name: str
    size: int = 0
    data: bytes | None = None


def shown(path: str) -> str:
    r"""Return ``path`` as text that can be written anywhere: bytes that are not UTF-8 become ``\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
