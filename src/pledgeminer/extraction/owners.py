"""Owners: which bodies answer for a number, and who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..rules.ruleset import RuleSet
    from ..text.clean import CleanText
    from .clauses import Clause
    from .outline import Paragraph


class Owners:
    """Finds the owners of the numbers of one document."""

    def __init__(self, clean: CleanText, paragraphs: list[Paragraph], body: str | None, rules: RuleSet) -> None:
        """``body`` is the issuing body given from outside, or None to take it from the text."""
        self._body = (body,) if body else ()

    def of(self, paragraph: int, position: int, clauses: list[Clause]) -> tuple[tuple[str, ...], str | None]:
        """Return (owners, speaker) for the number at ``position`` of paragraph number ``paragraph``."""
        return self._body, None
