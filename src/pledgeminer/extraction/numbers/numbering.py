"""The number of a line or a section at its head, which counts nothing though it touches a word (1.3项目建设)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from .units import unit_at

if TYPE_CHECKING:
    from regex import Match

    from ...rules.quantities import QuantityPatterns

_NUMBER = regex.compile(r"\d{1,2}(?:\.\d{1,2})?")
#: A unit with as few letters may as well begin the first word of the line.
_SHORT = 1


def is_numbering(text: str, found: Match[str], patterns: QuantityPatterns) -> bool:
    """Say whether the number ``found``, which opens a line, is that of the line.

    Nothing has 1.3 pieces, and 家政 begins a word.
    """
    start, end = found.span()
    if _NUMBER.fullmatch(text, start, end) is None:
        return False
    if text.startswith(patterns.line_words, end):
        return True
    unit, behind = unit_at(text, end, patterns)
    short = unit is not None and behind - end <= _SHORT
    return "." in found.group() and unit is not None and (unit.kind == "count" or (unit.kind == "measure" and short))


def behind_numbering(text: str, found: Match[str], patterns: QuantityPatterns) -> Match[str]:
    """Return the number behind that of its line, where ``found`` has taken both for one (1.5月底前), else ``found``."""
    start, end = found.span()
    dot = text.find(".", start, end)
    later = patterns.number.match(text, dot + 1) if dot > 0 else None
    return found if later is None or later.end() != end else later
