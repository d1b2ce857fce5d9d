"""The title of a document, from the first lines of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rules.facts import FactPatterns
    from .stated_lines import StatedLine

#: A title has no more code points, in no more lines.
_LONGEST, _MOST_LINES = 120, 6
#: A single line without the form of an official title is one up to this length.
_SHORT = 50
#: A shorter line is a word on a page.
_SHORTEST = 4
#: The title stands among the first lines.
_FIRST = 8


def official_title(lines: Sequence[StatedLine], rules: FactPatterns) -> str | None:
    """Return the title in the form of official ones among the first ``lines``, put together if it is in several."""
    for line in lines:
        named = rules.named_title.match(line.text)
        if named is not None:
            return line.printed[named.start("title") :].strip()
    for first in range(min(len(lines), _FIRST)):
        title = _from(lines, first, rules)
        if title is not None:
            return title
        # Behind the addressees the text has begun.
        if _is_prose(lines[first].text, rules) or lines[first].text.endswith(":"):
            return None
    return None


def first_line_title(lines: Sequence[StatedLine], rules: FactPatterns) -> str | None:
    """Return the first line that may be a title, whatever its form, or None if the text begins with prose."""
    for line in lines[:_FIRST]:
        if _is_beside(line.text, rules):
            continue
        if (
            len(line.text) > _LONGEST
            or rules.no_title.search(line.text)
            or "\t" in line.text
            or rules.speaks_for.search(line.text)
        ):
            return None
        if _SHORTEST <= len(line.text) <= _SHORT:
            return line.printed
    return None


def _from(lines: Sequence[StatedLine], first: int, rules: FactPatterns) -> str | None:
    """Return the title that begins with the line ``first``, if one does that ends as official ones do."""
    if _is_beside(lines[first].text, rules):
        return None
    parts: list[str] = []
    length = 0
    for line in lines[first : first + _MOST_LINES]:
        if parts and _is_beside(line.text, rules):
            continue
        ends = "\t" in line.text or line.text.endswith(":") or rules.speaks_for.search(line.text) is not None
        if ends or (rules.no_title.search(line.text) and not parts):
            return None
        length += len(line.text)
        if length > _LONGEST:
            return None
        parts.append(line.printed)
        if rules.kind.search(line.text):
            return "".join(parts)
        if rules.no_title.search(line.text):
            return None
    return None


def _is_beside(text: str, rules: FactPatterns) -> bool:
    """Return whether a line at the head is no part of the title: a number, a day, an address."""
    return (
        rules.beside_title.fullmatch(text) is not None
        or rules.day_line.fullmatch(text) is not None
        or rules.dated_title.fullmatch(text) is not None
        or rules.published.search(text) is not None
    )


def _is_prose(text: str, rules: FactPatterns) -> bool:
    return len(text) > _LONGEST or (len(text) > _SHORT and rules.no_title.search(text) is not None)
