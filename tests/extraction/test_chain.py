"""The chain of numbers: what the numbers around say of each, and what a turn between them costs."""

from __future__ import annotations

import itertools

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.extraction.chain import Link, Turn, links
from pledgeminer.extraction.extractor import Extractor

FREE, DEAR = Turn(0, 0), Turn(4, 4)


def test_a_number_alone_hears_only_where_the_document_starts() -> None:
    assert links([3.0], [], -1.0) == [Link(-1.0, 0.0)]
    assert links([], []) == []


@pytest.mark.parametrize(
    ("scores", "turns", "promised"),
    [
        ([5, -1, 5], [DEAR, DEAR], [True, True, True]),
        ([5, -1, 5], [FREE, FREE], [True, False, True]),
        ([5, -9, 5], [DEAR, DEAR], [True, False, True]),
        ([-5, 1, 1, 1], [DEAR, DEAR, DEAR], [False, False, False, False]),
        ([-5, 2, 2, 2], [DEAR, DEAR, DEAR], [False, True, True, True]),
        # To turn to reports may cost more than to turn to promises.
        ([5, -3], [Turn(0, 4)], [True, True]),
        ([-3, 5], [Turn(0, 4)], [False, True]),
    ],
)
def test_the_cheapest_way_decides(scores: list[float], turns: list[Turn], promised: list[bool]) -> None:
    found = links(scores, turns)
    assert [score + link.before + link.behind > 0 for score, link in zip(scores, found, strict=True)] == promised


def test_a_score_and_its_link_are_the_difference_of_the_two_best_ways() -> None:
    scores, turns = [1.5, -2.0, 0.5, 3.0], [Turn(1, 2), Turn(3, 0.5), Turn(0.2, 1)]

    def worth(states: tuple[int, ...]) -> float:
        total = sum(score for score, state in zip(scores, states, strict=True) if state)
        for turn, (one, other) in zip(turns, itertools.pairwise(states), strict=True):
            total -= 0 if one == other else turn.to_plan if other else turn.to_review
        return total

    ways = list(itertools.product((0, 1), repeat=4))
    for at, link in enumerate(links(scores, turns)):
        best = [max(worth(way) for way in ways if way[at] == state) for state in (0, 1)]
        assert scores[at] + link.before + link.behind == pytest.approx(best[1] - best[0])


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        # A plan without a word of what is to come, but for its title.
        ("临江县2026年民生实事\n改造农贸市场6个。\n道路照明灯更换1200盏。\n", ["6个", "1200盏"]),
        ("云浦市教育局2026年工作要点\n一、扩大学位供给\n学位总量达到4.5万个。\n", ["4.5万个"]),
        ("滨海市农村公路提升行动方案的通知\n各镇：\n农村公路优良率达到92%。\n", ["92%"]),
        # The same words where they were reported.
        ("临江县2025年民生实事完成情况\n改造农贸市场6个。\n道路照明灯更换1200盏。\n", []),
        ("岚江市2025年国民经济和社会发展统计公报\n新建学校3所。\n城镇登记失业率3.2%。\n", []),
        ("岚江市统计局\n一季度，工业增加值增长6.1%。\n", []),
        # A rule binds others, but what it grants is undertaken.
        ("滨海市停车场管理办法\n停车位宽度不小于2.5米。\n", []),
        # What is supposed, and what others do.
        ("如果每户节约用水3吨，全县可节约用水15万吨。\n", []),
        # A year turns the text within the sentence.
        ("全市已建成口袋公园38个，今年将再建成口袋公园22个。\n", ["22个"]),
        ("去年培训教师300名。今年培训教师500名。\n", ["500名"]),
    ],
)
def test_the_whole_document_decides(text: str, promised: list[str]) -> None:
    records = Extractor().extract(Document(text, "a.txt", date="2026-01-20"))
    assert [record.quantity for record in records if record.kind == "commitment"] == promised
