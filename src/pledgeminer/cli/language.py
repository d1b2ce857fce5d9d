"""The user's language."""

from __future__ import annotations

import locale
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..report.headings import Language


def locale_language() -> Language:
    """Return the language for the headings: Chinese where the locale is a Chinese one, else English."""
    # The C library's order: the first of these that is set decides about messages.
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
