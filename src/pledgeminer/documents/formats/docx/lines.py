"""The lines of a text extracted from a DOCX file, and how they are set apart."""

from __future__ import annotations

from statistics import median
from typing import NamedTuple

LONGEST_TEXT = 100_000_000
"""How many characters may be extracted from one file; merged cells can make more of them than the file holds."""

MOST_LINES = 1_000_000
"""How many paragraphs and rows one file may have."""

_FINISHED = "。；：！？…”’）》;:!?)"
_FEWEST_TORN, _SHORTEST_TORN = 12, 15


class TooMuchError(Exception):
    """A document is larger than any that is meant to be read; it says in which way."""


class Line(NamedTuple):
    """A paragraph, in which a break that its writer set is a newline, or a row of a table."""

    text: str
    is_row: bool = False


class Lines(list[Line]):
    """Paragraphs and rows, in order. An empty paragraph stands for a blank line."""

    def __init__(self) -> None:
        super().__init__()
        self._characters = 0

    def add(self, text: str, *, is_row: bool = False) -> None:
        """Add a paragraph or a row; raises ``TooMuchError``."""
        if not is_row:  # whose last cells may be empty
            text = "\n".join(map(str.rstrip, text.split("\n"))).strip("\n")
        self.append(Line(text, is_row))
        self._characters += len(text) + 1
        if self._characters > LONGEST_TEXT:
            raise TooMuchError("its text is too long to read")
        if len(self) > MOST_LINES:
            raise TooMuchError("it has too many paragraphs to read")

    def joined(self) -> str:
        """Return the text: rows on lines of their own, a blank line between paragraphs and around tables.

        A paragraph of Word's is whole, and a blank line says so to what repairs torn ones. But where a file was made
        from a PDF or a scan, each printed line is a paragraph; those are given as they are, without blank lines.
        """
        apart = "\n" if self._are_torn() else "\n\n"
        pieces: list[str] = []
        was_row = blank = False
        for text, is_row in self:
            if not text:
                blank = True
                continue
            if pieces:
                pieces.append("\n\n" if blank or was_row is not is_row else "\n" if is_row else apart)
            pieces.append(text)
            was_row, blank = is_row, False
        return "".join(pieces)

    def _are_torn(self) -> bool:
        """Say whether most longer paragraphs break off at about the same width, and some are indented by a blank.

        Without the blanks that begin its paragraphs nobody could put a torn text together again.
        """
        widths, finished, indented = [], 0, 0
        for text, is_row in self:
            if is_row or len(text) < _SHORTEST_TORN:
                continue
            indented += text[0] == "\u3000"
            if text[-1] in _FINISHED:
                finished += 1
            else:
                widths.append(len(text.encode("gb18030")))  # a Chinese character is two wide, and two bytes
        if len(widths) < max(_FEWEST_TORN, finished) or not indented:
            return False
        middle = median(widths)
        return sum(abs(width - middle) <= middle / 10 for width in widths) * 3 >= len(widths) * 2
