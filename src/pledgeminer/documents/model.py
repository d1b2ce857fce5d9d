"""What a document is once it has been read."""

from __future__ import annotations

import msgspec


class Document(msgspec.Struct, frozen=True):
    """A decoded document.

    ``text`` is the decoded source, untouched: newlines, carriage returns and odd characters all as they came
    (only a byte order mark is taken off). ``source`` is the path as it was given, ``-`` for standard input.
    ``date`` (ISO) and ``body`` are those given from outside; ``None`` leaves them to the text.
    """

    text: str
    source: str
    encoding: str = "utf-8"
    date: str | None = None
    body: str | None = None
