"""The engine as a test uses it: a text goes in, records come out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record


@pytest.fixture(scope="session")
def mine() -> Callable[..., list[Record]]:
    """A maker of the records of a text: the promises, or all; written on 2026-01-20 if no other ``date`` is given."""
    extractor = Extractor()

    def mine_text(
        text: str, *, date: str | None = "2026-01-20", body: str | None = None, all_kinds: bool = False
    ) -> list[Record]:
        records = extractor.extract(Document(text=text, source="-", date=date, body=body))
        return [record for record in records if all_kinds or record.kind == "commitment"]

    return mine_text
