"""What became of one document."""

from __future__ import annotations

import msgspec

from .errors import DocumentError
from .record import Commitment
from .rules.slow import Slow


class Extracted(msgspec.Struct, frozen=True):
    """The records of one document, with its shown path, its date (ISO, where known) and its encoding.

    ``slow`` are the rules that took too long in it, and were given up for the rest of the run.
    """

    source: str
    date: str | None
    encoding: str
    records: list[Commitment]
    slow: tuple[Slow, ...] = ()


Outcome = Extracted | DocumentError
