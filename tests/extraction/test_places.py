"""Where a record stands: its offsets and line in the untouched source, its id, and that both are always the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record

Mine = Callable[..., list[Record]]
SEEDS = Path(__file__).parent.parent.parent / "seeds"

# A paragraph that is long enough for a blank line in it to be taken for a tear.
LONG = "粮食安全是头等大事。今年，我们要统筹各类资金，"

# Text; what stands in it where each record points to.
PLACES = [
    ("今年将新建学校3所。", ["3所"]),
    ("今年将新建学校 3 所。", ["3 所"]),
    ("今年将新建学校３所。", ["３所"]),
    ("今年将新建学校**3所**以上。", ["3所**以上"]),
    ("今年将新增停车位5\u200b000个以上。", ["5\u200b000个以上"]),
    ("今年将完成固定资产投资1 9 0亿元。", ["1 9 0亿元"]),
    (f"{LONG}将新建高标准农田4.\n\n5万亩，再改造小区3个。", ["4.\n\n5万亩", "3个"]),
    (f"{LONG}城镇新增就业\n\n900万人以上，将改造小区3个。", ["900万人以上", "3个"]),
    (f"{LONG}城镇新增就业900\r\n\r\n万人以上，将改造小区3个。", ["900\r\n\r\n万人以上", "3个"]),
    ("今年将新建学校\U0002070e3所。", ["3所"]),
    ("今年將新增車位5,000個以上，並興建圖書館3座，發展經濟。", ["5,000個以上", "3座"]),
]

LINES = [
    ("今年将新建学校3所。\n今年将改造小区5个。", [1, 2]),
    ("\n\n今年将新建学校3所。\n\n\n今年将改造小区5个。\n", [3, 6]),
    ("今年将新建学校3所。\r\n今年将改造小区5个。", [1, 2]),
    ("今年将新建学校3所。\r今年将改造小区5个。", [1, 2]),
    ("一、任务\n今年将新建学校3所，改造小区5个。", [2, 2]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_offsets_lead_to_the_untouched_source(mine: Mine, text: str, expected: list[str]) -> None:
    assert [text[record.start : record.end] for record in mine(text)] == expected


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_lines(mine: Mine, text: str, expected: list[int]) -> None:
    assert [record.line for record in mine(text)] == expected


def test_the_same_words_twice_have_two_ids(mine: Mine) -> None:
    first, second = mine("今年将新建学校3所。\n今年将新建学校3所。")
    assert first.id != second.id
    assert len(first.id) == len(second.id) == 12
    int(first.id + second.id, 16)


def test_the_id_does_not_depend_on_what_is_given(mine: Mine) -> None:
    text = "今年将新建学校3所。"
    assert mine(text)[0].id == mine(text, date="2020-01-01", body="市人民政府")[0].id
    assert mine(text)[0].id != mine(text + "\n")[0].id


def test_another_process_finds_the_same() -> None:
    """Neither the order of sets nor what was read before may show in a record."""
    code = (
        "import sys, pledgeminer; sys.stdout.reconfigure(encoding='utf-8');"
        "print(*pledgeminer.extract(sys.argv[1], kind='all'), sep='\\n')"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(SEEDS / "contest.txt")],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_what_was_read_before_changes_nothing() -> None:
    documents = [Document(text=path.read_text("utf-8"), source=path.name) for path in sorted(SEEDS.glob("p*.txt"))]
    shared = Extractor()
    assert [shared.extract(document) for document in documents * 2] == [
        Extractor().extract(document) for document in documents * 2
    ]
