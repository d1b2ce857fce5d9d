"""What kind of file it is: by its first bytes where they tell, else by the ending of its name."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

HEAD = 8192
"""How many of a file's first bytes are looked at."""

ENDINGS: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".dotm": "docx",
    ".doc": "doc",
    ".wps": "doc",
    ".rtf": "rtf",
    ".odt": "odt",
}
"""The endings that are looked for in folders and archives, and the format that each stands for."""

ARCHIVES: tuple[str, ...] = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
"""The endings of archives, which are looked for too, and into."""

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
)
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
_ZIP = b"PK\x03\x04"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PAGE = re.compile(rb"[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_SAVED_PAGE = re.compile(rb"multipart/related|text/html", re.I)
_MAIL_HEADER = re.compile(rb"\s*[A-Za-z-]{2,40}:\s")
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def format_of(head: bytes, path: str) -> str | None:
    """Return the format of a file called ``path`` that begins with ``head``, or None if it holds no document.

    A page that was saved as ``.doc`` is a page: what the bytes say goes before the ending. A ``.txt`` that begins like
    a page is one too.
    """
    ending = ENDINGS.get(Path(path).suffix.lower(), "text")
    for signature, form in _SIGNATURES:
        if head.lstrip(b"\r\n \t\xef\xbb\xbf").startswith(signature):
            return form
    if head.startswith(_ZIP):
        if _ODT in head[:200]:
            return "odt"
        # An office document under a wrong name still names its parts near its beginning.
        return "docx" if ending in ("docx", "doc") or b"word/" in head or b"[Content_Types].xml" in head else None
    if stranger(head) is not None:
        return None
    if _PAGE.match(head):
        return "html"
    if _MAIL_HEADER.match(head) and b"MIME-Version:" in head and _SAVED_PAGE.search(head):
        return "mhtml"
    # What should begin like an office document and does not is for its reader to refuse; a page may begin anyhow.
    return ending


def stranger(head: bytes) -> str | None:
    """Return what a file is that begins with ``head`` and holds no text, in words, or None if it may hold some."""
    for signature, kind in _STRANGERS:
        if head.startswith(signature):
            return kind
    if head.startswith(_ZIP):
        return "a ZIP archive"
    # Zero bytes are no part of any text but one in UTF-16 or UTF-32, and only a byte order mark tells those.
    if b"\0" in head[:HEAD] and not head.startswith(_WIDE_BOMS):
        return "binary data with zero bytes"
    return None
