"""What repeats without an end takes time with its length, and no more memory than that."""

from __future__ import annotations

import time
import tracemalloc

import pytest

import pledgeminer

PIECES = ["目标：\n", "一、目标：\n", "（一）重点任务如下：\n", "|\n----------x\n", "今年，\n", "5个、"]


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_as_much_takes_about_four_times_as_long(piece: str) -> None:
    taken = []
    for count in (1000, 4000):
        begun = time.process_time()
        pledgeminer.extract(piece * count + "今年新增停车位10个。", date="2026-01-01")
        taken.append(time.process_time() - begun)
    assert taken[1] < 9 * max(taken[0], 0.05)


def test_open_lead_ins_take_no_memory_of_their_own() -> None:
    tracemalloc.start()
    records = pledgeminer.extract("目标：\n" * 4000 + "今年新增停车位10个。", date="2026-01-01")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [record.value for record in records] == [10]
    assert peak < 40_000_000
