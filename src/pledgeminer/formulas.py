"""Cells that a spreadsheet would run as a formula."""

from __future__ import annotations

import re

# A spreadsheet for Chinese takes the signs of full width for formulas too. A sign alone is none: "=" is a
# comparator, "-" standard input. Apostrophes before the sign count, so that those in the text stay.
_FORMULA = re.compile("'*[=+@\t\r\n＝＋－＠-].", re.DOTALL)


def defuse(text: str) -> str:
    """Return ``text`` with an apostrophe before it, if a spreadsheet would run it."""
    return f"'{text}" if _FORMULA.match(text) else text


def undefuse(text: str) -> str:
    """Return the text that ``defuse`` made into ``text``."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
