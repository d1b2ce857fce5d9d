"""Pages in which a program put readings behind letters, byte by byte: the readings go, and what they tore is mended.

Such a page was in GBK, which has two bytes for a letter, and the program looked for pairs of bytes without asking
where a letter begins. Behind a whole letter a reading does no harm: it stands there in brackets. Where the pair was the
second byte of one letter and the first of the next, the bracket tears that one in two: its first byte and the bracket
become a ``?``, and what follows is read shifted by one byte, up to a byte that is no half of a letter. The same shift
stands behind a full stop before a quotation mark, where the page has ``?!``. Shifted letters are known as soon as their
bytes are put together again; of a torn one the first byte is known only if its reading tells it, and else it is lost.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import regex

from .offsets import Segments

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from ..rules.layout import Layout

LOST = "\ufffd"
"""Stands for a letter that cannot be known any more."""

#: So many readings, of so many syllables, each not further from the one before, make a damaged stretch.
_FEWEST, _SYLLABLES, _GAP = 8, 5, 1_000
#: How far around its readings a stretch is looked at.
_AROUND = 300
#: What goes on shifted for longer is not shifted.
_LONGEST_SHIFT = 300
#: So far back a quotation that ends may have been opened.
_LONGEST_QUOTATION = 1_000

_ENCODING = "gb18030"
#: What a torn letter may be shown as; a page whose bytes were replaced by a browser has the other one.
_HOLES = "?" + LOST
_OPENING = "(" + _HOLES
_FULL_STOP = "\u3002"
#: The bytes of punctuation and of ASCII in full width begin with these.
_PUNCTUATION, _WIDE = 0xA1, 0xA3
#: The second bytes of dashes, dots, quotation marks and brackets, which stand behind a full stop.
_QUOTING = frozenset((0xAA, 0xAD, *range(0xAE, 0xC0)))
#: A byte below is no second byte of a letter, and one below or above the other two no first byte.
_LEAST_SECOND, _LEAST_FIRST, _LARGEST_FIRST = 0x40, 0x81, 0xFE
_HAN = regex.compile("[\u3400-\u9fff\uf900-\ufaff]")
#: What a shift may turn out to be, where it is not certain that there is one.
_LIKELY = regex.compile("[\u3400-\u9fff\uf900-\ufaff\u2010-\u2026\u3001-\u3017\uff01-\uff1f\u00b7]")
_PRIVATE = regex.compile("[\ue000-\uf8ff]")
#: A tag whose first character was torn off.
_REMNANT = regex.compile(r"/?(?:p|div|h[1-6]|br|strong|span|b|li|td)\s?/?>", regex.IGNORECASE)


class _Stretch(NamedTuple):
    """A damaged part of a text."""

    start: int
    end: int


class _Shift(NamedTuple):
    """Letters that stood shifted, each with its place in the source, and where the text goes on unshifted.

    So many readings, and the rest of a tag, were left out of it.
    """

    letters: list[tuple[str, int]]
    end: int
    readings: int = 0
    remnants: int = 0


def without_readings(text: str, start: int, layout: Layout, done: Counter[str]) -> Segments | None:
    """Return ``text`` from ``start`` on, mended; None if it is not full of readings. ``done`` counts what was done."""
    stretches = list(_stretches(text, start, layout))
    if not stretches:
        return None
    segments = Segments(text, start)
    _Mender(text, stretches, layout, done).mend(segments)
    segments.copy_to(len(text))
    return segments


def _stretches(text: str, start: int, layout: Layout) -> Iterator[_Stretch]:
    """Yield the parts of ``text`` that are full of readings."""
    runs: list[list[regex.Match[str]]] = []
    for reading in layout.reading.finditer(text, start):
        if reading.start() == start or _HAN.match(text, reading.start() - 1) is None:
            continue
        if not runs or reading.start() - runs[-1][-1].end() > _GAP:
            runs.append([])
        runs[-1].append(reading)
    for run in runs:
        if len(run) >= _FEWEST and len({reading["syllable"] for reading in run}) >= _SYLLABLES:
            yield _Stretch(max(start, run[0].start() - _AROUND), min(len(text), run[-1].end() + _AROUND))


class _Mender:
    """Mends the damaged stretches of a text; ``done`` counts what was done."""

    def __init__(self, text: str, stretches: list[_Stretch], layout: Layout, done: Counter[str]) -> None:
        """Learn the readings of the letters that stand whole in ``stretches`` of ``text``."""
        self._done = done
        self._text = text
        self._stretches = stretches
        self._layout = layout
        self._seconds = _second_bytes(text, stretches, layout)
        # Full widths may have been folded since: then ASCII may stand for two bytes.
        self._folded = not any("\uff0c" in text[start:end] for start, end in stretches)
        # Behind a letter with its reading, or one that was restored: where, and its second byte if that matters.
        self._behind: tuple[int, int | None] = (-1, None)

    def mend(self, segments: Segments) -> None:
        """Put the text into ``segments``, mended, up to the last thing that there is to mend."""
        for start, end in self._stretches:
            segments.copy_to(start)
            for place in self._layout.damage.finditer(self._text, start, end):
                # Where letters were shifted the text has been read on.
                if place.start() < segments.read:
                    continue
                if place["stop"] is not None:
                    self._stop(segments, place.start(), end)
                elif place["torn"] is not None:
                    self._torn(segments, place, end)
                else:
                    self._whole(segments, place)

    def _whole(self, segments: Segments, place: regex.Match[str]) -> None:
        """Leave out the reading of a letter that is whole."""
        at = place.start()
        second = None
        if at != self._behind[0]:
            letter = self._text[at - 1 : at]
            if _HAN.match(letter) is None:
                return
            code = _code(letter)
            second = code[1] if len(code) == 2 else None
        segments.copy_to(at)
        segments.skip_to(place.end())
        self._done["readings"] += 1
        self._behind = place.end(), second

    def _torn(self, segments: Segments, place: regex.Match[str], end: int) -> None:
        """Mend a letter whose first byte is torn off; the byte before it and the reading may tell which it was."""
        at = place.start()
        before = _code(self._text[at - 1]) if at else b""
        second = self._behind[1] if at == self._behind[0] else before[1] if len(before) == 2 else None
        first = None if second is None else self._second(place["torn"], second)
        segments.copy_to(at)
        shift = self._shift(place.end(), first, at, end, segments)
        if shift is None and first is not None:
            # Another letter has that reading too.
            shift = self._shift(place.end(), None, at, end, segments)
        self._done["readings"] += 1
        if shift is not None:
            self._put(segments, shift)
            return
        self._put(segments, _Shift([(LOST, at)], place.end()))
        # What follows is not what it was, and a numeral in it none.
        for at in range(place.end(), end):
            letter = self._text[at]
            if letter == "?" or letter in self._layout.unrestored:
                self._put(segments, _Shift([(LOST, at)], at + 1))
            if len(_code(letter)) != 2:
                break
            segments.copy_to(at + 1)

    def _stop(self, segments: Segments, at: int, end: int) -> None:
        """Mend a full stop whose first byte was lost, and what stands shifted behind it, if it is one."""
        segments.copy_to(at)
        shift = self._shift(at + 2, _PUNCTUATION, at + 1, end, segments)
        if shift is None or not all(letter == LOST or _LIKELY.match(letter) for letter, _ in shift.letters):
            return
        first = self._text[at + 2]
        if first == "?":
            # Three marks in a row may be meant. They are not where a tag or a digit was torn, or a quotation is open.
            torn = shift.remnants or shift.letters[0][0] != LOST or self._text[shift.end : shift.end + 1].isdecimal()
        else:
            torn = first == LOST or _code(first)[0] in _QUOTING
        if torn:
            self._put(segments, _Shift([(_FULL_STOP, at), *shift.letters], *shift[1:]))

    def _put(self, segments: Segments, shift: _Shift) -> None:
        for letter, place in shift.letters:
            kept = LOST if letter in self._layout.unrestored else letter
            segments.put(kept, place)
            self._done["lost" if kept == LOST else "restored"] += 1
        segments.skip_to(shift.end)
        self._done["readings"] += shift.readings
        self._done["remnants"] += shift.remnants
        self._behind = shift.end, None

    def _shift(self, at: int, first: int | None, place: int, end: int, segments: Segments) -> _Shift | None:
        """Read the letters from ``at`` on, which are shifted by one byte; None if they cannot be.

        ``first`` is the first byte of the first letter, which stands for what is at ``place``, or None if it is lost.
        ``segments`` is what stands before them.
        """
        letters: list[tuple[str, int]] = []
        readings = 0
        stop = min(end, at + _LONGEST_SHIFT)
        while at < stop:
            char = self._text[at]
            found = self._layout.damage.match(self._text, at, end) if char in _OPENING else None
            if found is not None and found["whole"] is not None:
                readings += 1
                at = found.end()
                continue
            if found is not None and found["torn"] is not None:
                second = None if first is None else self._second(found["torn"], first)
                return _Shift([*letters, (_pair(first, second), place)], found.end(), readings + 1)
            if char in _HOLES:
                last = self._closing(segments) if first == _PUNCTUATION and not letters else LOST
                letters.append((last, place))
                if found is not None:
                    # A full stop of the same kind follows, whose hole this one is too.
                    return _Shift(letters, at, readings)
                rest = _REMNANT.match(self._text, at + 1, end)
                if rest is None and char == "?" and last != LOST:
                    # It took the character behind it along, which may have been a digit.
                    letters.append((LOST, at))
                return _Shift(letters, at + 1 if rest is None else rest.end(), readings, int(rest is not None))
            code = self._bytes(char)
            letter = _pair(first, code[0])
            if code[0] < _LEAST_SECOND or len(code) > 2 or (letter == LOST and first is not None):
                return None
            letters.append((letter, place))
            at += 1
            if len(code) == 1:
                return _Shift(letters, at, readings)
            first, place = code[1], at - 1
            if first < _LEAST_FIRST:
                return _Shift([*letters, (chr(first), place)], at, readings)
            if first > _LARGEST_FIRST:
                return None
        return None

    def _bytes(self, char: str) -> bytes:
        """Return the bytes of ``char``; where widths were folded, those of its full width if it cannot stand there."""
        code = _code(char)
        folded = self._folded and len(code) == 1 and 0x20 < code[0] < _LEAST_SECOND
        return bytes((_WIDE, code[0] + 0x80)) if folded else code

    def _second(self, reading: str, first: int) -> int | None:
        """Return the second byte of the only letter of the page that begins with ``first`` and has this reading."""
        seconds = self._seconds.get((reading, first), ())
        return next(iter(seconds)) if len(seconds) == 1 else None

    def _closing(self, segments: Segments) -> str:
        """Return the mark that ends the quotation in which the last line is."""
        opened: list[str] = []
        for char in segments.last_line(_LONGEST_QUOTATION):
            if char in self._layout.quotes:
                opened.append(char)
            elif opened and self._layout.opened_by.get(char) == opened[-1]:
                opened.pop()
        return next((end for end, begin in self._layout.opened_by.items() if opened[-1:] == [begin]), LOST)


def _second_bytes(text: str, stretches: list[_Stretch], layout: Layout) -> dict[tuple[str, int], set[int]]:
    """Return the second bytes of the letters that have a reading, by the reading and the first byte."""
    known: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for start, end in stretches:
        for reading in layout.reading.finditer(text, start + 1, end):
            code = _code(text[reading.start() - 1])
            if len(code) == 2:
                known[reading["syllable"], code[0]].add(code[1])
    return known


def _code(char: str) -> bytes:
    """Return the bytes of ``char`` in GBK, where its own area is that of GB18030; four for what has none there."""
    try:
        return char.encode(_ENCODING)
    except UnicodeEncodeError:
        return b"????"


def _pair(first: int | None, second: int | None) -> str:
    """Return the letter of two bytes; the mark of a lost one if one is not known or if there is no such letter."""
    if first is None or second is None:
        return LOST
    try:
        letter = bytes((first, second)).decode(_ENCODING)
    except UnicodeDecodeError:
        return LOST
    return LOST if _PRIVATE.match(letter) else letter
