"""The file types that are read, one line each, and how a file's type is found: by its first bytes, else by its ending.

A new type is one line in ``FILE_TYPES`` and one module of ``formats`` with the function
``read(data, name, encoding) -> Content``.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

HEAD = 8192
"""How many of a file's first bytes are looked at."""


class FileType(NamedTuple):
    """A type of file.

    ``name`` is the format that ``--show-documents`` shows and ``reader`` the module of ``formats`` that reads it;
    ``endings`` are those that are looked for in folders and archives. ``begins`` matches the first bytes of such a
    file, whatever its name is: ``binary`` ones are tried first, those that are text once the rest is known to be text.
    ``zipped`` is the type of a ZIP file with one of these endings (``""``: that is no document). ``extra`` is the extra
    of the package that brings the libraries which the reader needs.
    """

    name: str
    reader: str
    endings: tuple[str, ...]
    begins: re.Pattern[bytes] | None = None
    binary: bool = True
    zipped: str = ""
    extra: str = ""


_BLANKS = rb"[\r\n \t\xef\xbb\xbf]*"
_ZIP = b"PK\x03\x04"
_OLE = rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = rb"PK\x03\x04.{,149}mimetypeapplication/vnd\.oasis\.opendocument\.text"
# An office document under a wrong name still names its parts near its beginning.
_DOCX = rb"PK\x03\x04(?!.{26}mimetype).*(?:word/|\[Content_Types\]\.xml)"
# Possessive, each part: comments without an end, one after the other, would be tried in every combination.
_PAGE = rb"[\s\xef\xbb\xbf]*+(?:<\?xml[^>]*+>\s*+)?+(?:(?><!--.*?-->)\s*+)*+<(?:!doctype\s++html|html)\b"
_SAVED_PAGE = rb"(?=\s*[A-Za-z-]{2,40}:\s)(?=.*MIME-Version:)(?=.*(?i:multipart/related|text/html))"


def _begins(pattern: bytes, flags: re.RegexFlag = re.S) -> re.Pattern[bytes]:
    return re.compile(pattern, flags)


FILE_TYPES = (
    FileType("text", "text", (".txt", ".text", ".md", ".markdown"), binary=False),
    FileType(
        "html",
        "html",
        (".html", ".htm", ".shtml", ".xhtml"),
        _begins(_PAGE, re.I | re.S),
        binary=False,
        extra="html",
    ),
    FileType("mhtml", "mhtml", (".mhtml", ".mht"), _begins(_SAVED_PAGE), binary=False, extra="html"),
    FileType("pdf", "pdf", (".pdf",), _begins(_BLANKS + b"%PDF-"), extra="pdf"),
    FileType("docx", "docx", (".docx", ".docm", ".dotx", ".dotm"), _begins(_DOCX), zipped="docx", extra="docx"),
    FileType("doc", "office", (".doc", ".wps"), _begins(_BLANKS + _OLE), zipped="docx", extra="docx"),
    FileType("rtf", "office", (".rtf",), _begins(_BLANKS + rb"\{\\rtf"), extra="docx"),
    FileType("odt", "office", (".odt",), _begins(_ODT), extra="docx"),
)
"""All types, in the order in which their first bytes are tried and their endings are listed."""

BY_NAME: dict[str, FileType] = {one.name: one for one in FILE_TYPES}
_BY_ENDING: dict[str, FileType] = {ending: one for one in FILE_TYPES for ending in one.endings}

ENDINGS: tuple[str, ...] = tuple(_BY_ENDING)
"""The endings that are looked for in folders and archives."""

ARCHIVES: tuple[str, ...] = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
"""The endings of archives, which are looked for too, and into."""

_STRANGERS = (
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\0", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file (7z)"),
    (b"Rar!\x1a\x07", "a compressed file (RAR)"),
)
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def format_of(head: bytes, path: str) -> str | None:
    """Return the format of a file called ``path`` that begins with ``head``, or None if it holds no document.

    A page that was saved as ``.doc`` is a page: what the bytes say goes before the ending. A ``.txt`` that begins like
    a page is one too.
    """
    for one in FILE_TYPES:
        if one.binary and one.begins is not None and one.begins.match(head):
            return one.name
    named = _BY_ENDING.get(Path(path).suffix.lower(), BY_NAME["text"])
    if head.startswith(_ZIP):
        return named.zipped or None
    if stranger(head) is not None:
        return None
    for one in FILE_TYPES:
        if not one.binary and one.begins is not None and one.begins.match(head):
            return one.name
    # What should begin like an office document and does not is for its reader to refuse; a page may begin anyhow.
    return named.name


def stranger(head: bytes) -> str | None:
    """Return what a file is that begins with ``head`` and holds no text, in words, or None if it may hold some."""
    for signature, kind in _STRANGERS:
        if head.startswith(signature):
            return kind
    if head.startswith(_ZIP):
        return "a ZIP archive"
    # Zero bytes are no part of any text except one in UTF-16 or UTF-32, which only a byte order mark shows.
    if b"\0" in head[:HEAD] and not head.startswith(_WIDE_BOMS):
        return "binary data with zero bytes"
    return None
