"""Texts and files that nobody means, and that a program must get over."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.documents.source import Source
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.run.events import Extracted
from pledgeminer.run.task import Task
from pledgeminer.run.workers import extract_documents


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("piece", "records"),
    [
        ("今年新增公共停车位5000个改造老旧小区30个", 2),
        ("增长5%", 1),
        ("5000个", 1),
        ("新建3所、", 1),
        ("（责任单位：市教育局、市财政局）今年新建学校5所", 1),
        ("全市经济社会发展", 0),
        ("5\t", 0),
        ("|5", 0),
        ("\n", 0),
        ("1", 0),
        ("一二三四五六七八九十百千万亿", 0),
        ("“", 0),
        ("（", 0),
        ("局长李明表示", 0),
    ],
)
def test_what_is_repeated_without_an_end_costs_no_more_than_its_length(
    extractor: Extractor, piece: str, records: int
) -> None:
    count = 30_000 // len(piece)
    found = extractor.extract(Document(piece * count, "a.txt"))
    assert len({record.start for record in found}) == len(found)
    assert len(found) >= 0.98 * records * count if records else not found


def test_a_table_of_one_wide_row_over_many_short_ones(extractor: Extractor) -> None:
    extractor.extract(Document("|" + "a|" * 3000 + "\n|---|\n" + "|5个|\n" * 3000, "a.txt"))


def test_a_very_long_sentence_is_cut_between_its_quantities(extractor: Extractor) -> None:
    found = extractor.extract(Document("今年新增公共停车位" + "5000个" * 900, "a.txt"))
    assert {record.quantity for record in found} == {"5000个"}
    assert len(found) == 900


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\n", "。".encode()])
def test_nothing_is_a_text_too(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (outcome,) = extract_documents([Source(str(path), "a.txt", len(data))], Task())
    assert isinstance(outcome, Extracted)
    assert outcome.records == []


def test_no_more_than_one_document_is_held(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("增" * 300_000, encoding="utf-8")
    source = Source(str(path), "a.txt", 900_000)
    task = Task()
    next(extract_documents([source], task))  # what is loaded and compiled once

    def peak(count: int) -> int:
        gc.collect()
        tracemalloc.start()
        for outcome in extract_documents([source] * count, task):
            assert isinstance(outcome, Extracted)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(5) < peak(1) + 300_000
