"""The body at the head of a clause answers for its numbers: one, several together, a place, a source of the news."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

Mine = Callable[..., list[Record]]

CASES = [
    ("市水利局今年将整治河道60公里。", ["市水利局"]),
    ("市水利局、市财政局今年联合整治河道60公里。", ["市水利局", "市财政局"]),
    ("由市园林局牵头，今年新建游园12个。", ["市园林局"]),
    ("市园林局负责新建游园12个。", ["市园林局"]),
    ("各县今年要新建幼儿园3所。", ["各县"]),
    ("江苏今年计划新建充电桩2万个。", ["江苏"]),
    ("西藏将新建口岸2个。", ["西藏"]),
    ("记者从市水利局获悉，今年将整治河道60公里。", ["市水利局"]),
    ("今年由3个增加到5个市场。", ["某市人民政府"]),
    ("城区今年新建游园12个。", ["某市人民政府"]),
]


@pytest.mark.parametrize(("text", "owners"), CASES)
def test_subject_of_the_sentence_answers(mine: Mine, text: str, owners: list[str]) -> None:
    records = mine(text, body="某市人民政府", all_kinds=True)
    assert [list(record.owners) for record in records] == [owners]
