"""What became of one document."""

from __future__ import annotations

import msgspec

from .errors import DocumentError
from .record import Commitment


class Extracted(msgspec.Struct, frozen=True):
    """The records of one document, with its shown path, its date (ISO, where known) and its encoding."""

    source: str
    date: str | None
    encoding: str
    records: list[Commitment]


Outcome = Extracted | DocumentError
