"""JSON and JSON Lines."""

from __future__ import annotations

import json
import re

import msgspec

from .writer import RowWriter

_encode = msgspec.json.Encoder().encode
# What turns the order of writing, ends a line for some programs, commands a terminal, or, as ##[, a build service.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|(?<=#)#(?=\\[)")


def _json(row: msgspec.Struct) -> str:
    """Return ``row`` as JSON on one line; what might command whoever shows it is escaped, which changes no value."""
    try:
        text = _encode(row).decode()
    except UnicodeEncodeError:
        # Half a pair of surrogates, which only JSON's escapes can hold.
        text = json.dumps(msgspec.to_builtins(row), separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class JsonLinesWriter(RowWriter):
    """One JSON object to a line."""

    def row(self, row: msgspec.Struct) -> None:
        """Write one row."""
        self.stream.write(_json(row) + "\n")


class JsonWriter(RowWriter):
    """One JSON array of objects, written as the rows come."""

    _before = "[\n"

    def row(self, row: msgspec.Struct) -> None:
        """Write one row."""
        self.stream.write(self._before + _json(row))
        self._before = ",\n"

    def finish(self) -> None:
        """Close the array."""
        self.stream.write("[]\n" if self._before == "[\n" else "\n]\n")
