from __future__ import annotations

import pytest

from pledgeminer.report.headings import HEADINGS, Language


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_heading_is_there_in_every_language(language: Language) -> None:
    assert all(HEADINGS[language])
    assert all(word.isascii() for word in HEADINGS[language]) == (language == "en")
