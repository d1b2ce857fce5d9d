"""A cell of a saved extraction back to the value of a field, as tolerant as can be without guessing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any, get_args

from .. import record
from ..formulas import undefuse

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LARGEST = 1e300
_EXACT = 2**53
_DATE = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})(?:\D.*)?")
_OTHER_SIGNS = {"≥": ">=", "≤": "<=", "≧": ">=", "≦": "<=", "≈": "~"}
_BETWEEN_OWNERS = re.compile("[;；]")


class CellError(ValueError):
    """A cell that cannot be read: what is wrong, and what to write instead."""

    def __init__(self, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.problem, self.hint = problem, hint


def _text(cell: object) -> str:
    """Return a cell as text: that of a spreadsheet is text already, that of JSON may be a number or null."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return undefuse(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return repr(cell)
    raise CellError(f"{_short(repr(cell))} is neither text nor a number")


def _text_or_none(cell: object) -> str | None:
    return _text(cell) or None


def _id(cell: object) -> str:
    # A spreadsheet takes an id of digits alone for a number and drops the zeros before it.
    text = _text(cell).strip()
    return text.zfill(12) if text.isdecimal() else text


def number_of(cell: object) -> int | float:
    text = unicodedata.normalize("NFKC", _text(cell)).strip().lstrip("'")
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    if not _NUMBER.fullmatch(text):
        raise CellError(f"{_short(text)!r} is not a number" if text else "a number is missing", "write it as 1234.5")
    number = float(text)
    if abs(number) > _LARGEST:
        raise CellError(f"{_short(text)} is too large a number")
    if text.lstrip("+-").isdecimal():
        return int(text)
    # A spreadsheet writes 1.3E+12 and 5000.0; above this size a float holds no exact integer any more.
    return int(number) if number.is_integer() and abs(number) < _EXACT else number


def _number_or_none(cell: object) -> int | float | None:
    return number_of(cell) if _text(cell).strip() else None


def _count(cell: object) -> int:
    number = number_of(cell)
    if not isinstance(number, int) or number < 0:
        raise CellError(f"{number} is not a whole number from 0 on")
    return number


def _count_or_none(cell: object) -> int | None:
    return _count(cell) if _text(cell).strip() else None


def _date_or_none(cell: object) -> str | None:
    text = unicodedata.normalize("NFKC", _text(cell)).strip()
    if not text:
        return None
    found = _DATE.fullmatch(text)
    try:
        return date(*map(int, found.groups())).isoformat() if found else _no_date(text)
    except ValueError:
        return _no_date(text)


def _no_date(text: str) -> str:
    raise CellError(f"{_short(text)!r} is not a date", "write it as 2026-12-31, the year first")


def _owners(cell: object) -> tuple[str, ...]:
    names = [_text(name) for name in cell] if isinstance(cell, list) else _BETWEEN_OWNERS.split(_text(cell))
    return tuple(name.strip() for name in names if name.strip())


def _one_of(choices: Any, *, or_none: bool = False) -> Callable[[object], str | None]:
    allowed = get_args(choices)

    def parse(cell: object) -> str | None:
        text = unicodedata.normalize("NFKC", _text(cell)).strip().lstrip("'").lower()
        text = _OTHER_SIGNS.get(text, text)
        if not text and or_none:
            return None
        if text not in allowed:
            problem = f"{_short(text)!r} is not known here" if text else "a word is missing"
            raise CellError(problem, f"write one of {' '.join(allowed)}")
        return text

    return parse


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


PARSERS: dict[str, Callable[[object], Any]] = {
    "id": _id,
    "kind": _one_of(record.Kind),
    "indicator": _text,
    "aim": _one_of(record.Aim),
    "comparator": _one_of(record.Comparator),
    "value": number_of,
    "value_max": _number_or_none,
    "unit": _text,
    "quantity": _text,
    "owners": _owners,
    "strength": _one_of(record.Strength),
    "deadline": _text_or_none,
    "deadline_date": _date_or_none,
    "every": _one_of(record.Every, or_none=True),
    "speaker": _text_or_none,
    "text": _text,
    "source": _text,
    "date": _date_or_none,
    "line": _count,
    "start": _count,
    "end": _count,
    "rule": _text,
    "page": _count_or_none,
    "confidence": _number_or_none,
}
"""For each field of a record the function that reads it; it raises `CellError`."""
