from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pledgeminer.documents.metadata import UserMetadata
from pledgeminer.documents.model import Document
from pledgeminer.documents.source import Archive, Source
from pledgeminer.documents.stream import Item
from pledgeminer.errors import DocumentError
from pledgeminer.run.events import Outcome
from pledgeminer.run.task import Task
from pledgeminer.run.workers import extract_documents, suitable_jobs


def told(outcomes: Iterator[Outcome]) -> list[tuple[str, str | None]]:
    """Return of each outcome where it is from, and its encoding or ``None`` for an error."""
    return [
        (one.where, None) if isinstance(one, DocumentError) else (one.document.source, one.document.encoding)
        for one in outcomes
    ]


@pytest.fixture
def items(tmp_path: Path) -> list[Item]:
    made: list[Item] = []
    for number in range(9):
        path = tmp_path / f"{number}.txt"
        path.write_text("新增公共停车位5000个", encoding=("utf-8", "gbk", "utf-16")[number % 3])
        made.append(Source(str(path), path.name))
    made[4] = DocumentError("missing", where="4.txt")
    made[6] = Source(str(tmp_path / "6"), "6.txt")
    made[8] = Document(text="1", source="8.txt")
    return made


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_stand_in_the_order_of_the_items(items: list[Item], jobs: int) -> None:
    assert told(extract_documents(items, Task(UserMetadata(date="2026-03-24")), jobs=jobs)) == [
        ("0.txt", "utf-8"),
        ("1.txt", "gb18030"),
        ("2.txt", "utf-16-le"),
        ("3.txt", "utf-8"),
        ("4.txt", None),
        ("5.txt", "utf-16-le"),
        ("6.txt", None),
        ("7.txt", "gb18030"),
        ("8.txt", "utf-8"),
    ]


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 5)])
def test_items_are_taken_as_they_are_needed(items: list[Item], jobs: int, most: int) -> None:
    taken = 0

    def counted() -> Iterator[Item]:
        nonlocal taken
        for item in items:
            taken += 1
            yield item

    outcomes = extract_documents(counted(), Task(), jobs=jobs)
    next(outcomes)
    assert taken == most


def test_an_error_comes_back_whole_from_another_process(items: list[Item]) -> None:
    (outcome,) = extract_documents([items[6]], Task(), jobs=2)
    assert isinstance(outcome, DocumentError)
    assert (outcome.where, outcome.problem) == ("6.txt", "there is no such file or folder")
    assert outcome.hint.startswith("check the spelling")


@pytest.mark.parametrize(("size", "jobs"), [(0, 1), (10_000_000, 1), (20_000_000, 2), (10**12, 4)])
def test_jobs_are_worth_their_start(monkeypatch: pytest.MonkeyPatch, size: int, jobs: int) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    assert suitable_jobs([*[Source("a", "a", size // 4)] * 4, DocumentError("missing")]) == jobs


def test_one_document_is_not_shared_out_but_an_archive_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    assert suitable_jobs([Source("a", "a", 10**12)]) == 1
    assert suitable_jobs([Archive("a.zip", "a.zip", 6_000_000)]) == 2
