"""The way back from cleaned text to the untouched source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


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

    def through(self, inner: OffsetMap) -> OffsetMap:
        """Return the map to the source of ``inner``, where this one leads to the text that ``inner`` was made for."""
        clean_starts: list[int] = []
        source_starts: list[int] = []
        ends = [*self._clean[1:], None]
        for start, end, middle in zip(self._clean, ends, self._source, strict=True):
            clean_starts.append(start)
            source_starts.append(inner.source(middle))
            # A segment of this map may lie over several of the inner one.
            first = bisect_right(inner._clean, middle)
            last = len(inner._clean) if end is None else bisect_left(inner._clean, middle + end - start)
            clean_starts += [start + begin - middle for begin in inner._clean[first:last]]
            source_starts += inner._source[first:last]
        return OffsetMap(clean_starts, source_starts)


class Segments:
    """A text that is put together from stretches of a ``source``, read from ``read`` on, with its map of offsets."""

    def __init__(self, source: str, read: int = 0) -> None:
        self.read = read
        self._source = source
        self._pieces: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._source_starts: list[int] = []

    def copy_to(self, end: int) -> None:
        """Take the source as it is up to ``end``; nothing if that has been read."""
        if end > self.read:
            self._add(self._source[self.read : end], self.read)
            self.read = end

    def put(self, letter: str, place: int) -> None:
        """Add one ``letter`` that stands for what the source has at ``place``."""
        self._add(letter, place)

    def skip_to(self, end: int) -> None:
        """Leave out the source up to ``end``."""
        self.read = max(self.read, end)

    def last_line(self, most: int) -> str:
        """Return the end of the text from the last line break on, or its last ``most`` characters."""
        pieces: list[str] = []
        length = 0
        for piece in reversed(self._pieces):
            pieces.append(piece[-most:])
            length += len(pieces[-1])
            if length >= most or "\n" in pieces[-1]:
                break
        return "".join(reversed(pieces)).rpartition("\n")[2][-most:]

    def done(self) -> tuple[str, OffsetMap]:
        """Return the text and its map."""
        return "".join(self._pieces), OffsetMap(self._starts or [0], self._source_starts or [0])

    def _add(self, piece: str, place: int) -> None:
        self._pieces.append(piece)
        self._starts.append(self._length)
        self._source_starts.append(place)
        self._length += len(piece)
