"""Recognizes archives by their first bytes, at no cost for the many files that are no archives."""

from __future__ import annotations

from typing import Literal

Kind = Literal["zip", "tar", "gzip", "bzip2", "xz"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # the second begins one without members
_COMPRESSED: tuple[tuple[bytes, Kind], ...] = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"))
_MAGIC = slice(257, 262)


def kind_of(head: bytes) -> Kind | None:
    """Return what kind of archive a file is that begins with ``head``; None if that is not recognized.

    What is compressed need not have an archive in it, and a ZIP may be an office document.
    """
    if head.startswith(_ZIP):
        return "zip"
    for signature, kind in _COMPRESSED:
        if head.startswith(signature):
            return kind
    return "tar" if head[_MAGIC] == b"ustar" else None
