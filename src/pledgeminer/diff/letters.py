"""Text reduced to what two writings of the same words have in common."""

from __future__ import annotations

import unicodedata

import regex

_NOISE = regex.compile(r"[\p{Z}\p{C}\p{P}\p{S}]")


def letters_only(text: str) -> str:
    """Return ``text`` in one width and one case, without spaces, punctuation and symbols."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).upper())
