"""One entry of an archive, whatever kind of archive it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Reason = Literal["link", "pipe or device", "other type", "encrypted"]


class Entry(NamedTuple):
    """A file in an archive, or what else is there instead of one.

    ``name`` is its path as it stands there, with slashes. ``no_file`` says why it cannot be read, if so; else
    ``read`` returns its bytes, before the next entry is asked for, and raises ``DocumentError``. ``passed`` is how
    many bytes of the packed archive are behind when this entry is done.
    """

    name: str
    no_file: Reason | None
    read: Callable[[str], bytes]
    passed: int
