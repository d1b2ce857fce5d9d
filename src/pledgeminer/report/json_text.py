"""JSON and JSON Lines."""

from __future__ import annotations

import msgspec

from .writer import RowWriter

_encode = msgspec.json.Encoder().encode


class JsonLinesWriter(RowWriter):
    """One JSON object to a line."""

    def row(self, row: msgspec.Struct) -> None:
        """Write one row."""
        self.stream.write(_encode(row).decode() + "\n")


class JsonWriter(RowWriter):
    """One JSON array of objects, written as the rows come."""

    _before = "[\n"

    def row(self, row: msgspec.Struct) -> None:
        """Write one row."""
        self.stream.write(self._before + _encode(row).decode())
        self._before = ",\n"

    def finish(self) -> None:
        """Close the array."""
        self.stream.write("[]\n" if self._before == "[\n" else "\n]\n")
