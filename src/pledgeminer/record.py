"""The record: one number of a text that states a target, and where it stands."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Literal

import msgspec

Kind = Literal["commitment", "achievement"]
Aim = Literal["reach", "increase", "decrease", "deliver"]
Comparator = Literal[">=", ">", "<=", "<", "=", "~", "range"]
Strength = Literal["firm", "aspire"]
Every = Literal["year", "quarter", "month"]


class Record(msgspec.Struct, frozen=True, gc=False):
    """One number with all that is known about it; the fields stand in the order in which every format shows them.

    ``start`` and ``end`` are offsets in Unicode code points into the decoded, untouched source; ``page`` (1-based) is
    that of a format that has pages. ``value`` and ``value_max`` are in ``unit``, with the multipliers of the text
    worked out. ``confidence`` (0 to 1) is how often records like this one are right; None in what an older version
    saved.
    """

    id: str
    kind: Kind
    indicator: str
    aim: Aim
    comparator: Comparator
    value: int | float
    value_max: int | float | None
    unit: str
    quantity: str
    owners: tuple[str, ...]
    strength: Strength
    deadline: str | None
    deadline_date: str | None
    every: Every | None
    speaker: str | None
    text: str
    source: str
    date: str | None
    line: int
    start: int
    end: int
    rule: str
    page: int | None = None
    confidence: float | None = None


FIELDS: tuple[str, ...] = Record.__struct_fields__
REQUIRED: tuple[str, ...] = FIELDS[: len(FIELDS) - len(Record.__struct_defaults__)]
"""The fields without which a saved record is none; the others may be missing, as in what an older version saved."""


def document_key(text: str) -> bytes:
    """Return the 16-byte key of a document, from its decoded text alone, so that it is the same on every machine."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def record_id(key: bytes, start: int, quantity: str) -> str:
    """Return the 12 characters that name the quantity at code point ``start`` of the document with ``key``.

    They are hexadecimal digits; where a spreadsheet would read a number (1234e567 is one), the first is a letter.
    """
    digest = blake2b(b"%d\0%s" % (start, quantity.encode("utf-8", "surrogatepass")), digest_size=6, key=key).hexdigest()
    return f"{_LETTERS[int(digest[0])]}{digest[1:]}" if _NUMBER.fullmatch(digest) else digest


def same_id(one: str, other: str) -> bool:
    """Return whether two ids name one record; before 0.2, a spreadsheet could take some of them for numbers."""
    if one == other:
        return True
    return one[1:] == other[1:] and any(
        _NUMBER.fullmatch(old) and f"{_LETTERS[int(old[0])]}{old[1:]}" == new
        for old, new in ((one, other), (other, one))
    )


_NUMBER = re.compile("[0-9]+(e[0-9]+)?")
_LETTERS = "abcdefabcd"
