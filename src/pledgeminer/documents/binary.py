"""Telling files that are not text, by their first bytes."""

from __future__ import annotations

import codecs

HEAD = 8192
"""How many of a file's first bytes are looked at."""

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file (7z)"),
    (b"Rar!\x1a\x07", "a compressed file (RAR)"),
)
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def binary_kind(head: bytes) -> str | None:
    """Return what a file is that begins with ``head`` and is not text, or ``None`` if it may be text."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    # Zero bytes are no part of any text but one in UTF-16 or UTF-32, and only a byte order mark tells those.
    if b"\0" in head[:HEAD] and not head.startswith(_WIDE_BOMS):
        return "binary data with zero bytes"
    return None
