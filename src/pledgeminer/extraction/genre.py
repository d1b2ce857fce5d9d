"""Genre: what a document is as a whole, from its title, its first lines and its first paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.fold import fold, simplify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..rules.kind import GenrePatterns
    from .model import Paragraph
    from .reading import Reading

#: The title stands among so many lines, and is not longer.
_LINES, _LONGEST_TITLE = 6, 60
#: No title has one of these.
_ENDS = "。；;"
#: So many paragraphs, and code points of them, open a document.
_OPENINGS, _OPENING = 8, 2500


def genre_of(reading: Reading, paragraphs: Sequence[Paragraph]) -> GenrePatterns:
    """Return what the document is: the first genre of the rules whose title or opening it has, else the last.

    A line nearer to the top is looked at first: an article on a plan quotes the plan's title below its own.
    """
    genres = reading.rules.kinds.genres
    for title in _titles(reading, paragraphs):
        for genre in genres:
            if genre.titles.search(title):
                return genre
    opening = _opening(reading.text, paragraphs)
    for genre in genres:
        if genre.openings.search(opening):
            return genre
    return genres[-1]


def _titles(reading: Reading, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield what may be the document's title: what its file says, then its first short lines but for its chapters."""
    said = reading.document.title
    title = simplify(fold(said), reading.rules.layout.letters) if said else ""
    if 0 < len(title) <= _LONGEST_TITLE:
        yield title
    for paragraph in paragraphs[:_LINES]:
        line = reading.text[paragraph.start : paragraph.end]
        if paragraph.marker <= 1 and len(line) <= _LONGEST_TITLE and not any(end in line for end in _ENDS):
            yield line


def _opening(text: str, paragraphs: Sequence[Paragraph]) -> str:
    if not paragraphs:
        return ""
    start, end = paragraphs[0].start, paragraphs[:_OPENINGS][-1].end
    return text[start : min(end, start + _OPENING)]
