"""What an archive may ask of the machine. All is counted while it is read; what its headers say is not believed."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO, Protocol

from ...errors import DocumentError

MEMBERS = 100_000
"""Files, folders and others in one archive, with those of the archives in it."""
MEMBER_BYTES = 256 * 2**20
"""One unpacked file."""
TOTAL_BYTES = 4 * 2**30
"""All that is unpacked of one archive, with the archives in it."""
RATIO = 200
"""How many times its own size an archive may unpack to; Chinese texts come to about 3, and to 30 where they repeat."""
FREE_BYTES = 64 * 2**20
"""So much does no harm, whatever the ratio is: a small archive of empty files has a high one too."""
DEPTH = 2
"""Archives in each other: an archive, and those in it."""
DIRECTORY_BYTES = 32 * 2**20
"""The list of contents at the end of a ZIP, which is read at once."""
HEADER_BYTES = 2**20
"""The headers of one file in a tar: long names, and whatever else was put there."""

_PIECE = 2**18


class ArchiveError(DocumentError):
    """The rest of an archive cannot be read."""


class LimitError(ArchiveError):
    """A limit was hit; nothing more is read of the archive, nor of the one that it is in."""


class Budget:
    """Counts what was read of the archive shown as ``name``, which takes ``packed`` bytes, against the limits."""

    def __init__(self, name: str, packed: int) -> None:
        self._name = name
        self._most = min(TOTAL_BYTES, max(FREE_BYTES, packed * RATIO))
        self._bytes = self._members = 0

    def member(self) -> None:
        """Count one more member. Raises ``LimitError``."""
        self._members += 1
        if self._members > MEMBERS:
            raise self.limit(f"it has more than {MEMBERS:,} members")

    def take(self, count: int) -> None:
        """Count ``count`` more bytes that were unpacked. Raises ``LimitError``."""
        self._bytes += count
        if self._bytes <= self._most:
            return
        if self._bytes > TOTAL_BYTES:
            raise self.limit(f"it unpacks to more than {size(TOTAL_BYTES)}")
        raise self.limit(f"it unpacks to more than {RATIO} times its size, as archives do that are made to fill disks")

    def limit(self, reason: str) -> LimitError:
        """Return the error that ends the reading for ``reason``."""
        hint = "if it is sound, unpack it and name the folder"
        return LimitError(f"the rest of this archive is not read: {reason}", where=self._name, hint=hint)


class Reads(Protocol):
    """What gives the bytes of a member."""

    def read(self, size: int, /) -> bytes: ...


def read_member(stream: Reads, name: str, budget: Budget | None) -> bytes:
    """Return the bytes of the member shown as ``name``, counted in ``budget`` where nothing else counts them.

    Raises ``DocumentError`` if they are too many, and what ``stream`` raises.
    """
    whole = BytesIO()  # gives its bytes out without another copy
    while piece := stream.read(_PIECE):
        if budget is not None:
            budget.take(len(piece))
        whole.write(piece)
        if whole.tell() > MEMBER_BYTES:
            hint = "unpack the archive and name the folder"
            raise DocumentError(f"larger than {size(MEMBER_BYTES)} in an archive", where=name, hint=hint)
    return whole.getvalue()


def skip(stream: BinaryIO, count: int, budget: Budget) -> int:
    """Read ``count`` bytes, or up to the end, and forget them; return how many there were."""
    left = count
    while left > 0 and (piece := stream.read(min(left, _PIECE))):
        budget.take(len(piece))
        left -= len(piece)
    return count - left


def size(count: int) -> str:
    """Return ``count`` bytes in words."""
    for unit, factor in (("GB", 2**30), ("MB", 2**20)):
        if count >= factor:
            return f"{count / factor:g} {unit}"
    return f"{count:,} bytes"
