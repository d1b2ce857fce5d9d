"""Checks the values that people write down about a document: days in any of the usual forms, names on one line."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from ...errors import DocumentError, PledgeminerError
from ..content import Metadata
from ..metadata import UserMetadata

FIELDS: tuple[str, ...] = Metadata.__struct_fields__
"""What can be stated of a document."""

_LONGEST = 200
"""No name of a body, a place or a document is longer, in code points."""
_DAY = re.compile(r"(\d{4})(?:(\d\d)(\d\d)|[^\d\s](\d{1,2})[^\d\s](\d{1,2})[^\d\s]?)(?:[T\s].*)?", re.DOTALL)


def value_of(field: str, text: str) -> str:
    """Return ``text``, which somebody has written for ``field``, as it is kept: a date is ISO, the rest is one line.

    ``field`` is one of ``FIELDS``, or ``encoding``. Raises ``DocumentError`` without a place.
    """
    if field == "date":
        return _day(text)
    if field == "encoding":
        return _encoding(text)
    name = " ".join(text.split())
    if len(name) > _LONGEST:
        raise DocumentError(f"the {field} has {len(name):,} characters", hint=f"no more than {_LONGEST} are a name")
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in name):
        raise DocumentError(f"the {field} has characters that cannot be shown", hint="write it anew")
    return name


def _day(text: str) -> str:
    written = unicodedata.normalize("NFKC", text).strip()
    found = _DAY.fullmatch(written)
    try:
        if found is not None:
            return date(*(int(part) for part in found.groups() if part is not None)).isoformat()
    except ValueError:
        pass
    shown = written if len(written) <= 40 else f"{written[:37]}..."
    raise DocumentError(f"{shown!r} is not a date", hint="write YYYY-MM-DD, for example 2026-03-24")


def _encoding(text: str) -> str:
    name = text.strip()
    try:
        UserMetadata(encoding=name)
    except PledgeminerError as error:
        raise DocumentError(error.problem, hint=error.hint) from None
    return name
