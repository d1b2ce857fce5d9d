"""A field's value as the text of a cell."""

from __future__ import annotations

import re

Value = str | int | float | tuple[str, ...] | list[str] | None

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def cell(value: Value) -> str:
    """Return ``value`` as text: ``None`` is empty, a list is joined by ``;``, numbers are in full."""
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return ";".join(value)
    return str(value)


def one_line(text: str) -> str:
    """Return ``text`` without newlines and other control characters, which could also command a terminal."""
    return _CONTROL.sub(" ", text).strip()
