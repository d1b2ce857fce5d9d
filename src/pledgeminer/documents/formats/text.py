"""Plain text and Markdown."""

from __future__ import annotations

from ...errors import DocumentError
from ..content import Content
from ..decode import decode
from ..kinds import HEAD, stranger


def read(data: bytes, name: str, encoding: str | None) -> Content:
    """Decode a plain text; bytes that are no text are refused, unless an encoding is forced on them."""
    kind = stranger(data[:HEAD])
    if kind is not None and encoding is None:
        hint = "save it as plain text first; if it is UTF-16 without a mark, say --encoding utf-16-le"
        raise DocumentError(f"this is not text but {kind}", where=name, hint=hint)
    text, used = decode(data, source=name, encoding=encoding)
    return Content(text, "text", used)
