"""The way back from cleaned text to the untouched source."""

from __future__ import annotations

from bisect import bisect_right


class OffsetMap:
    """Maps offsets of cleaned text to offsets of its source; both count Unicode code points.

    The cleaned text is a row of segments, each copied from one stretch of the source. Segments may stand in another
    order than in the source, as where a caption was moved out of a torn sentence.
    """

    __slots__ = ("_clean", "_source")

    def __init__(self, clean_starts: list[int], source_starts: list[int]) -> None:
        """Take, for each segment, where it begins in the cleaned text (ascending, the first 0) and in the source."""
        self._clean = clean_starts
        self._source = source_starts

    def source(self, offset: int) -> int:
        """Return the source offset of the character at ``offset`` of the cleaned text."""
        segment = bisect_right(self._clean, offset) - 1
        return self._source[segment] + offset - self._clean[segment]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of the cleaned span ``start`` to ``end`` (not empty), with what was dropped in it."""
        first, last = self.source(start), self.source(end - 1)
        return (first, last + 1) if first <= last else (last, first + 1)
