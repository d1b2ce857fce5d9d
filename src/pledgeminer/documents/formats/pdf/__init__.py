"""PDF with a text layer, read with PDFium in a process of its own.

Columns, paragraphs and tables are found from where the characters stand on the page: see the modules ``page`` (what
stands where), ``pieces``, ``tables``, ``furniture``, ``columns``, ``paragraphs`` and ``text``, which puts them
together. PDFium is a library in C++: a file that is damaged, or made to do harm, may end the process that reads it or
keep it busy for hours. So another one reads it (``worker``), with a limit on time and memory, which goes on to the next
document and ends with this one.
"""

from __future__ import annotations

import sys

from ...content import Content


def read(data: bytes, name: str, encoding: str | None) -> Content:  # noqa: ARG001 - a PDF says its encoding itself
    """Return the text of the PDF ``data``, shown as ``name``, with the offsets at which its pages begin.

    Raises ``DocumentError`` if PDFium cannot read it or takes too long, if it opens only with a password, and if there
    is no text in it, as in scans.
    """
    # What is packed into one program has no Python to start.
    if not sys.executable or getattr(sys, "frozen", False):
        from .reading import content_of

        return content_of(data, name)
    from .worker import ask

    return ask(data, name)
