"""What became of one document."""

from __future__ import annotations

import msgspec

from .description import Description
from .errors import DocumentError
from .record import Commitment
from .rules.slow import Slow


class Extracted(msgspec.Struct, frozen=True):
    """What a document is, and the wanted records of it.

    ``slow`` are the rules that took too long in it, and were given up for the rest of the run.
    """

    document: Description
    records: list[Commitment]
    slow: tuple[Slow, ...] = ()


Outcome = Extracted | DocumentError
