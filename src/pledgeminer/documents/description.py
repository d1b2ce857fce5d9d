"""What a document is, as far as that was stated or detected."""

from __future__ import annotations

import msgspec


class Description(msgspec.Struct, frozen=True):
    """One document in the list of ``--show-documents``; the fields stand in the order in which it shows them.

    ``encoding`` and ``pages`` (how many) are None for a format that has none; ``date`` is ISO. ``characters`` counts
    the Unicode code points of the decoded source, ``numbers`` the quantities that were found in it, whatever became
    of them. ``repairs`` are phrases that say what was repaired.
    """

    source: str
    format: str
    encoding: str | None
    date: str | None
    body: str | None
    title: str | None
    place: str | None
    pages: int | None
    characters: int
    numbers: int
    repairs: tuple[str, ...] = ()
