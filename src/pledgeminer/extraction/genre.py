"""Genre: what a document is as a whole, from its title and its first paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.fold import fold, simplify

if TYPE_CHECKING:
    from .model import Genre
    from .reading import Reading

#: A plan says that it is one in its title, or at the end of its first paragraphs.
_TITLES, _OPENINGS, _LONGEST_TITLE = 4, 3, 60
#: A report addresses its assembly near its beginning.
_ADDRESS = 1500


def genre_of(reading: Reading) -> Genre:
    """Return what the document is: a plan, a report to an assembly, or anything else."""
    text, paragraphs, kinds = reading.text, reading.clean.paragraphs, reading.rules.kinds
    said = reading.document.title
    title = simplify(fold(said), reading.rules.layout.letters) if said else ""
    titles = (span for span in paragraphs[:_TITLES] if span[1] - span[0] <= _LONGEST_TITLE)
    if kinds.report.search(text, 0, _ADDRESS):
        return "report"
    if len(title) <= _LONGEST_TITLE and kinds.plan_title.search(title):
        return "document"
    openings = paragraphs[:_OPENINGS]
    if any(kinds.plan_title.search(text, *span) for span in titles) or any(
        kinds.plan_opening.search(text, *span) for span in openings
    ):
        return "document"
    return "nothing"
