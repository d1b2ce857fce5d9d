"""What several tests need."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from msgspec.structs import replace

from pledgeminer.documents.description import Description
from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record
from samples import COMMITMENT, described

# The same inputs at each run, so that a run says of a change what it is; `--hypothesis-profile default` looks further.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

#: No test may take longer, in seconds, on the slowest machine.
PATIENCE = 120


#: The documents that the project is measured by. They lie beside the checkout and belong to no copy of it.
SHARED = Path(__file__).parents[2] / "shared"
#: `.ci/run` sets it where they are there: then what needs them may not be skipped.
GOLD = "PLEDGEMINER_GOLD"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs the documents beside the checkout where they are not, or fail it where they are wanted."""
    if item.get_closest_marker("gold") is None or (SHARED / "gold" / "manifest.json").is_file():
        return
    reason = "the gold documents are not there (../shared)"
    if os.environ.get(GOLD) == "required":
        pytest.fail(f"{reason}, and {GOLD} says that they are wanted", pytrace=False)
    pytest.skip(reason)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name files by their number: their bytes may hold the time, and the processes of xdist must have the same ids."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def shared() -> Path:
    """The folder of the gold documents; a test that asks for it is marked `gold`."""
    return SHARED


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """End a test that hangs, or that takes time with the square of its input."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def give_up(*_: object) -> None:
        pytest.fail(f"it goes on after {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def make() -> Callable[..., Record]:
    """A maker of records that differ from an ordinary one in the fields that are given."""

    def make_record(**fields: Any) -> Record:
        return replace(COMMITMENT, **fields)

    return make_record


@pytest.fixture
def record_per_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extractor that makes a record of every line with a digit.

    The line is the indicator, and the owner is what stands before a colon; with ``done`` it is a report.
    """

    def extract(_: Extractor, document: Document) -> tuple[list[Record], Description]:
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
