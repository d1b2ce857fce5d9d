"""Words: what the lexicon finds in a text, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rules.lexicon import Lexicon
    from .model import Hit

_hit_start = itemgetter(1)


class Words:
    """The words of a folded text. Those of a paragraph are found when they are first asked for: most have no number."""

    def __init__(self, text: str, paragraphs: Sequence[tuple[int, int]], lexicon: Lexicon) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._lexicon = lexicon
        self._found: dict[int, tuple[list[Hit], list[Hit]]] = {}

    def marked(self, start: int, end: int) -> tuple[int, list[Hit]]:
        """Return the words that say anything of a number and begin in the span, which lies in one paragraph.

        Their offsets count from the offset that is returned with them, where the paragraph begins.
        """
        begin, hits, _ = self._around(start)
        first = bisect_left(hits, start - begin, key=_hit_start)
        return begin, hits[first : bisect_left(hits, end - begin, first, key=_hit_start)]

    def telling(self, start: int, end: int) -> list[Hit]:
        """Return the words in the span, of one paragraph, that lean or are times; their offsets are the text's."""
        begin, _, telling = self._around(start)
        low = bisect_left(telling, start - begin, key=_hit_start)
        high = bisect_left(telling, end - begin, low, key=_hit_start)
        return [(index, begin + first, begin + last) for index, first, last in telling[low:high]]

    def _around(self, start: int) -> tuple[int, list[Hit], list[Hit]]:
        """Return where the paragraph around ``start`` begins, its words that say anything, and its telling ones."""
        begin, end = self._paragraphs[bisect_right(self._paragraphs, start, key=itemgetter(0)) - 1]
        found = self._found.get(begin)
        if found is None:
            lexicon = self._lexicon
            marked = lexicon.marked
            hits = [hit for hit in lexicon.find(self._text[begin:end]) if hit[0] in marked]
            found = self._found[begin] = hits, [hit for hit in hits if hit[0] in lexicon.telling]
        return begin, *found
