"""A source to a document. The reader is chosen here, by what kind of file it is."""

from __future__ import annotations

from importlib import import_module

from .content import Content, Metadata
from .fetch import fetch, too_large
from .file_types import HEAD, format_of
from .metadata import Given
from .model import Document
from .source import Source

_MODULES = {"rtf": "office", "odt": "office", "doc": "office"}
"""The module of ``formats`` that reads a format, where its name is another."""

_NOTHING = Metadata()


def read(source: Source, given: Given) -> Document:
    """Read and decode ``source``; what is ``given`` goes along. Raises ``DocumentError``."""
    data = fetch(source)
    try:
        content = take_out(data, source.path, source.name, given.encoding or source.encoding)
    except MemoryError:
        raise too_large(source.name) from None
    return as_document(content, source.name, given, source.said)


def as_document(content: Content, name: str, given: Given, listed: Metadata = _NOTHING) -> Document:
    """Return the document with ``content`` that is shown as ``name``.

    What is ``given`` goes before what is ``listed`` beside it, and that before what it says itself.
    """
    said = content.metadata
    # Whoever writes the head of a plain text says what the document is; a page says when it was put up.
    plain = content.format == "text"
    return Document(
        text=content.text,
        source=name,
        encoding=content.encoding,
        date=given.date or listed.date or (said.date if plain else None),
        body=given.body or listed.body or said.body,
        format=content.format,
        pages=content.pages,
        start=content.start,
        title=listed.title or said.title,
        place=listed.place or said.place,
        published=None if plain else said.date,
        repairs=content.repairs,
        warnings=content.warnings,
    )


def take_out(data: bytes, path: str, name: str, encoding: str | None) -> Content:
    """Return the text of the file called ``path`` with the bytes ``data``; ``name`` is how messages show it.

    ``encoding`` forces one on a format that has one. Raises ``DocumentError``.
    """
    form = format_of(data[:HEAD], path) or "text"
    # The reader of a format costs its import, which a run without such a file does not pay.
    reader = import_module(f"{__package__}.formats.{_MODULES.get(form, form)}")
    content: Content = reader.read(data, name, encoding)
    return content
