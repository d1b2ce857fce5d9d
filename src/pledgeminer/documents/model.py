"""What a document is once it has been read."""

from __future__ import annotations

import msgspec


class Document(msgspec.Struct, frozen=True):
    """A decoded document.

    ``text`` is the decoded source, untouched: newlines, carriage returns and odd characters all as they came
    (only a byte order mark is taken off); of a format that is no plain text it is what was extracted from it. The
    text proper begins at ``start``, and its pages at the offsets ``pages`` (none: it has no pages). ``source`` is the
    path as it was given, ``-`` for standard input; ``encoding`` is None for a format that has none of its own.

    ``date`` (ISO) and ``body`` are those that somebody has stated; ``None`` leaves them to the text. ``published`` is
    the day (ISO) on which the page was put up, by its own metadata. ``property_title`` is the title among the file's
    properties, which templates and programs write too. ``repairs`` are phrases that say what was repaired
    before the text was read, ``warnings`` what else the user should know, each with its place.
    ``certain_paragraphs``: each line of ``text`` is a paragraph or a row, as the file itself says; none goes on in the
    next.
    """

    text: str
    source: str
    encoding: str | None = "utf-8"
    date: str | None = None
    body: str | None = None
    format: str = "text"
    pages: tuple[int, ...] = ()
    start: int = 0
    title: str | None = None
    place: str | None = None
    published: str | None = None
    property_title: str | None = None
    repairs: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    certain_paragraphs: bool = False
