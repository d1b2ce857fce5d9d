"""A field's value as the text of a cell, in which nothing commands what reads it."""

from __future__ import annotations

import re

Value = str | int | float | tuple[str, ...] | list[str] | None

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# They turn the order of what stands around them, so that a page shows another text than the file has.
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HALVES = re.compile("[\ud800-\udfff]")
# A runner of GitHub Actions obeys ##[…] wherever it stands in a line.
_IN_A_LINE = re.compile(r"##(?=\[)")
# And ::…:: at the beginning of one; where a table folds a cell, each place may be a beginning.
_AT_A_BEGINNING = re.compile(":(?=:)")


def cell(value: Value) -> str:
    """Return ``value`` as text: ``None`` is empty, a list is joined by ``;``, numbers are in full."""
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return ";".join(value)
    return str(value)


def harmless(text: str) -> str:
    """Return ``text`` without what commands a terminal, a page or a build service; all else stays as it is.

    Control characters, newlines among them, become a blank, and marks that turn the order of writing go.
    """
    text = _HALVES.sub("\ufffd", _TURNS.sub("", _CONTROL.sub(" ", text)))
    return _IN_A_LINE.sub("## ", text)


def one_line(text: str) -> str:
    """Return ``text`` for people, on one line: harmless, also where a line begins with it."""
    return _AT_A_BEGINNING.sub(": ", harmless(text)).strip()
