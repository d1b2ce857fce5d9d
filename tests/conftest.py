"""What several tests need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from pledgeminer.description import Description
from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Commitment
from samples import COMMITMENT, described


@pytest.fixture
def make() -> Callable[..., Commitment]:
    """A maker of records that differ from an ordinary one in the fields that are given."""

    def make_record(**fields: Any) -> Commitment:
        return replace(COMMITMENT, **fields)

    return make_record


@pytest.fixture
def record_per_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extractor that makes a record of every line with a digit.

    The line is the indicator, and the owner is what stands before a colon; with ``done`` it is a report.
    """

    def extract(_: Extractor, document: Document) -> tuple[list[Commitment], Description]:
        records = [
            replace(
                COMMITMENT,
                id=f"{number:012x}",
                kind="achievement" if "done" in line else "commitment",
                indicator=line,
                owners=tuple(line.split(":")[:1]) if ":" in line else (),
                source=document.source,
                date=document.date,
                line=number,
            )
            for number, line in enumerate(document.text.splitlines(), 1)
            if any(map(str.isdigit, line))
        ]
        return records, described(document.source, document.date, document.encoding)

    monkeypatch.setattr(Extractor, "extract_described", extract)
