"""The lines of a block of text."""

from __future__ import annotations

from collections.abc import Iterator


def lines_between(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines of ``source`` from ``start`` to ``end``, without their newlines."""
    at = start
    while at <= end:
        stop = source.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1
