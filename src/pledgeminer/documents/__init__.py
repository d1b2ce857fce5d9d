"""Paths to documents: walking folders, reading files, decoding their bytes. It knows no Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Document


def read(path: str) -> Document:
    """Return the document in the file at ``path``, with the text as offsets count it. Raises ``DocumentError``."""
    from .metadata import UserMetadata
    from .reading import read as read_source
    from .source import Source, shown

    return read_source(Source(path, shown(path)), UserMetadata())
