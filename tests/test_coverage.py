from __future__ import annotations

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.rule_tools.coverage import coverage

DOCUMENTS = [
    Document(text="今年新增公共停车位5000个。\n乡村书屋95个以上。\n乡村书屋90个以上。", source="a.txt"),
    Document(text="工期300天。从45%下降到40%。第三次会议。", source="b.txt"),
]


def test_how_often_each_rule_fires() -> None:
    result = coverage(DOCUMENTS, Extractor())
    fired = {one.rule: one for one in result.rules}
    assert (result.documents, result.numbers) == (2, 6)
    assert fired["new-noun"].commitments == 1
    assert fired["bare"].total == 2
    assert fired["bare"].fallback
    assert fired["baseline"].left_out == 1
    assert fired["bare-span"].left_out == 1
    assert fired["kept"].total == 0


def test_numbers_without_a_rule_of_their_own_are_grouped_by_their_marks() -> None:
    result = coverage(DOCUMENTS, Extractor())
    first = result.shapes[0]
    assert (first.rule, first.marks, first.count) == ("bare", "^ <n> <Q> $", 2)
    assert [(one.source, one.line, one.quantity) for one in first.examples] == [
        ("a.txt", 2, "95个以上"),
        ("a.txt", 3, "90个以上"),
    ]
    assert {shape.rule for shape in result.shapes} == {"bare"}


def test_numerals_that_were_passed_over_are_counted() -> None:
    assert coverage(DOCUMENTS, Extractor()).passed == {"labels.before": 1}


def test_nothing() -> None:
    result = coverage([], Extractor())
    assert (result.documents, result.numbers, result.shapes, result.passed) == (0, 0, (), {})
