"""What a reader extracts from the bytes of a file."""

from __future__ import annotations

import msgspec


class Metadata(msgspec.Struct, frozen=True):
    """What is stated of a document outside its text: date (ISO), issuing body, title and place; None is not stated."""

    date: str | None = None
    body: str | None = None
    title: str | None = None
    place: str | None = None


class Content(msgspec.Struct, frozen=True):
    """The text extracted from a file, and what is known of it.

    ``text`` is what all offsets count in. ``encoding`` is None for a format that has none of its own (PDF, DOCX).
    ``pages`` are the offsets in ``text`` at which the pages begin, the first 0; empty where there are no pages. The
    text proper begins at ``start``, behind front matter. ``repairs`` are phrases that say what was repaired, each
    with a count; ``warnings`` are lines with what else the user should know and its place, as in an error.
    ``certain_paragraphs``: each line of ``text`` is a paragraph or a row, as the file itself says.
    """

    text: str
    format: str
    encoding: str | None = None
    pages: tuple[int, ...] = ()
    metadata: Metadata = Metadata()
    start: int = 0
    repairs: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    certain_paragraphs: bool = False
