"""What happens in a run, as the values that it yields."""

from __future__ import annotations

from collections import Counter

import msgspec

from ..documents.description import Description
from ..errors import DocumentError
from ..record import Record
from ..rules.slow import Slow


class Extracted(msgspec.Struct, frozen=True):
    """What a document is, and the wanted records of it.

    ``slow`` are the rules that took too long in it, and were given up for the rest of the run. ``warnings`` are lines
    about the document, each with its place.
    """

    document: Description
    records: list[Record]
    slow: tuple[Slow, ...] = ()
    warnings: tuple[str, ...] = ()


Outcome = Extracted | DocumentError
"""What became of one document."""


class Loaded(msgspec.Struct, frozen=True):
    """The wanted records of a saved extraction, and its path."""

    source: str
    records: list[Record]


class Failed(msgspec.Struct, frozen=True):
    """A document, or a sidecar file if not ``document``, that could not be used."""

    error: DocumentError
    document: bool = True


class Warned(msgspec.Struct, frozen=True):
    """A line about a document or a sidecar file that was read, with its place."""

    message: str


class RuleTooSlow(msgspec.Struct, frozen=True):
    """A rule that took too long for a sentence, and is left out for the rest of the run; said once of each rule."""

    slow: Slow


class Undated(msgspec.Struct, frozen=True):
    """The documents whose date is unknown and which lost deadlines by that (今年); said once, behind all documents."""

    sources: tuple[str, ...]


class LeftOut(msgspec.Struct, frozen=True):
    """How many files of folders and archives are no documents, by reason; the last event, if there are any."""

    counts: Counter[str]


Event = Extracted | Loaded | Failed | Warned | RuleTooSlow | Undated | LeftOut
"""What a run yields. Of one document come first the warnings, then the slow rules, then the records."""
