"""Over which span of time a reported figure was counted: the year that is reviewed, or several years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..diff.words import AuditWords
from ..record import Record

PARAGRAPH = 1500
"""Records of one line are of one paragraph if they stand within so many code points."""


def long_spans(records: Sequence[Record], words: AuditWords) -> list[bool]:
    """Return for each record, in the order of the text, whether its figure may be one of several years.

    A figure is one of several years if its clause says so, if another clause of its paragraph does, or if its paragraph
    stands between two that do.
    """
    marked: dict[tuple[str, int], bool] = {}
    extent: dict[tuple[str, int], tuple[int, int]] = {}
    for record in records:
        key = record.source, record.line
        first, last = extent.get(key, (record.start, record.end))
        extent[key] = min(first, record.start), max(last, record.end)
        marked[key] = marked.get(key, False) or _says_years(record, words)
    keys = sorted(marked)
    whole = {key for key in keys if marked[key] and extent[key][1] - extent[key][0] <= PARAGRAPH}
    between = {
        key
        for before, key, after in zip(keys, keys[1:], keys[2:], strict=False)
        if before in whole and after in whole and before[0] == key[0] == after[0]
    }
    paragraphs = whole | between
    return [
        (record.source, record.line) in paragraphs
        or _says_years(record, words)
        or words.total.search(record.text) is not None
        for record in records
    ]


def _says_years(record: Record, words: AuditWords) -> bool:
    said = f"{record.deadline or ''} {record.text}"
    if words.years.search(said) is not None:
        return True
    written = date.fromisoformat(record.date).year if record.date else None
    since = [int(found.group("year")) for found in words.since.finditer(said)]
    return written is not None and any(year < written - 2 for year in since)
