"""Reads a source into a document. The reader is chosen by the type of the file (``file_types``)."""

from __future__ import annotations

from importlib import import_module

from .content import Content, Metadata
from .fetch import fetch, too_large
from .file_types import BY_NAME, HEAD, format_of
from .metadata import Origin, UserMetadata, candidates, decide
from .model import Document
from .source import Source

_NOTHING = Metadata()
_TITLED = frozenset(("text", "html", "mhtml"))
"""Formats whose title was written for this document."""


def read(source: Source, given: UserMetadata) -> Document:
    """Return the document that ``source`` holds, with what the user has ``given``. Raises ``DocumentError``."""
    data = fetch(source)
    try:
        content = extract_content(data, source.path, source.name, given.encoding or source.encoding)
    except MemoryError:
        raise too_large(source.name) from None
    return as_document(content, source.name, given, source.sidecar)


def as_document(content: Content, name: str, given: UserMetadata, sidecar: Metadata = _NOTHING) -> Document:
    """Return the document with ``content`` that is shown as ``name``.

    ``sidecar`` is what the lists of documents beside it state; which source of a fact wins is decided in ``metadata``.
    """
    own = content.metadata
    # A title among the properties of a file may be its template's.
    titled = content.format in _TITLED
    # Whoever writes the head of a plain text says what the document is; a page states when it was put up.
    own_origin: Origin = "front matter" if content.format == "text" else "page"
    stated = {
        fact: candidates(
            ("user", getattr(given, fact, None)),
            ("sidecar", getattr(sidecar, fact)),
            (own_origin, getattr(own, fact) if fact != "title" or titled else None),
        )
        for fact in ("date", "body", "title", "place")
    }
    date = decide("date", [one for one in stated["date"] if one.origin != "page"], name)
    published = next((one.value for one in stated["date"] if one.origin == "page"), None)
    others = [decide(fact, stated[fact], name) for fact in ("body", "title", "place")]
    return Document(
        text=content.text,
        source=name,
        encoding=content.encoding,
        date=date.value,
        body=others[0].value,
        format=content.format,
        pages=content.pages,
        start=content.start,
        title=others[1].value,
        place=others[2].value,
        published=published,
        property_title=None if titled else own.title,
        repairs=content.repairs,
        certain_paragraphs=content.certain_paragraphs,
        warnings=(*content.warnings, *date.warnings, *(line for one in others for line in one.warnings)),
    )


def extract_content(data: bytes, path: str, name: str, encoding: str | None) -> Content:
    """Return the text of the file called ``path`` with the bytes ``data``; ``name`` is how messages show it.

    ``encoding`` forces one on a format that has one. Raises ``DocumentError``.
    """
    form = format_of(data[:HEAD], path) or "text"
    # The reader of a format costs its import, which a run without such a file does not pay.
    reader = import_module(f"{__package__}.formats.{BY_NAME[form].reader}")
    content: Content = reader.read(data, name, encoding)
    return content
