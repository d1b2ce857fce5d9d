"""Plain text and Markdown."""

from __future__ import annotations

from ...errors import DocumentError
from ..content import Content
from ..decode import CERTAIN, decode
from ..file_types import HEAD, stranger
from ..mojibake import repair
from ..sidecar.front_matter import front_matter


def read(data: bytes, name: str, encoding: str | None) -> Content:
    """Decode a plain text; bytes that are no text are refused, unless an encoding is forced on them."""
    kind = stranger(data[:HEAD])
    if kind is not None and encoding is None:
        hint = "save it as plain text first; if it is UTF-16 without a mark, say --encoding utf-16-le"
        raise DocumentError(f"this is not text but {kind}", where=name, hint=hint)
    text, used = decode(data, source=name, encoding=encoding)
    text, repairs = repair(text)
    guess = () if encoding is not None or used in CERTAIN else (_guess(name, used),)
    return plain(text, name, used, guess, repairs)


def plain(
    text: str, name: str, encoding: str | None, warnings: tuple[str, ...] = (), repairs: tuple[str, ...] = ()
) -> Content:
    """Return the content of a decoded ``text``, which messages call ``name``, with what its front matter says."""
    front = front_matter(text, name)
    return Content(
        text,
        "text",
        encoding,
        metadata=front.metadata,
        start=front.start,
        repairs=repairs,
        warnings=(*warnings, *front.warnings),
    )


def _guess(name: str, encoding: str) -> str:
    return f"{name}: read as {encoding}, which is a guess (if the words are wrong, say --encoding NAME)"
