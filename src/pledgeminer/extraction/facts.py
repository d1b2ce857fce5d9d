"""The facts about a document: its date, its title and the bodies that issue it, decided among all that states them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..documents.metadata import candidates, decide
from ..text.fold import fold, simplify
from .dates import date_candidates, inexact_date
from .issuers import SEPARATOR, issuer_candidates
from .stated_lines import stated_lines
from .titles import first_line_title, official_title

if TYPE_CHECKING:
    from ..documents.metadata import Origin
    from ..documents.model import Document
    from ..rules.ruleset import RuleSet
    from .stated_lines import StatedLines


_SITE = re.compile(r"\s+[-–—|_]{1,2}\s+|_|｜")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a document.

    ``date`` is its own (ISO); ``now`` is the day (ISO) from which its times are counted: of a document of which only
    the month or the year is known, the first. ``issuers`` are the bodies that issue it, the leading one first, folded
    if ``found`` in the text.
    """

    date: str | None = None
    now: str | None = None
    title: str | None = None
    issuers: tuple[str, ...] = ()
    found: bool = False


def facts_of(document: Document, text: str, rules: RuleSet) -> Facts:
    """Return the facts about ``document``, whose folded text is ``text``."""
    lines = stated_lines(document, rules)
    own = official_title(lines.head, rules.facts)
    title = document.title or _property_title(document, lines, rules) or own or document.property_title
    title = title or first_line_title(lines.head, rules.facts)
    folded = simplify(fold(title), rules.layout.letters, whole=True) if title else None
    dates = [
        *candidates(("user", document.date)),
        *date_candidates(text, document.source, lines, rules, document.published),
    ]
    date = decide("date", dates, document.source).value
    now = date
    if now is None:
        now = inexact_date(folded, document.source, lines, rules)
    given: Origin = "user"
    issuer = decide(
        "body", [*candidates((given, document.body)), *issuer_candidates(lines, folded, rules)], document.source
    )
    if issuer.value is None:
        return Facts(date, now, title)
    if issuer.origin == given:
        return Facts(date, now, title, (issuer.value,))
    return Facts(date, now, title, tuple(issuer.value.split(SEPARATOR)), found=True)


def _property_title(document: Document, lines: StatedLines, rules: RuleSet) -> str | None:
    """Return the title among the file's properties if it has the form of an official one and the text has it too."""
    # What is printed from a browser has the site's name behind the title.
    title = _SITE.split(document.property_title or "")[0]
    if not rules.facts.kind.search(fold(title)):
        return None
    printed = "".join(line.printed for line in lines.beginning)
    return title if "".join(title.split()) in "".join(printed.split()) else None
