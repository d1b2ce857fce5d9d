"""Why a number is a record, or why it is none."""

from __future__ import annotations

from pathlib import Path

import pytest

import pledgeminer
from pledgeminer import Explanation

TEXT = """\
重点工作安排
2026年，全市力争新增公共停车位5000个以上，近视率从45%下降到40%。（责任单位：市住建局）
去年已建成第三医院，完成八项任务和10所学校。
"""


def explained(text: str = TEXT, line: int | None = None) -> dict[str, Explanation]:
    return {one.quantity: one for one in pledgeminer.explain(text, line, date="2026-02-01")}


def test_every_number_is_told_of_in_the_order_of_the_text() -> None:
    found = pledgeminer.explain(TEXT, date="2026-02-01")
    assert [one.quantity for one in found] == ["2026", "5000个以上", "45%", "40%", "三", "八", "10所"]
    assert [one.line for one in found] == [2, 2, 2, 2, 3, 3, 3]
    assert all(TEXT[one.start : one.end] == one.quantity for one in found)


def test_one_line_only() -> None:
    assert list(explained(line=3)) == ["三", "八", "10所"]
    assert explained(line=1) == {}


def test_a_record() -> None:
    found = explained()["5000个以上"]
    record = found.record
    assert record is not None
    assert record == next(one for one in pledgeminer.extract(TEXT, date="2026-02-01") if one.quantity == "5000个以上")
    assert (found.outcome, found.rule, found.left_out_by) == ("commitment", record.rule, None)
    assert [(mark.name, mark.text) for mark in found.marks[1]] == [
        ("n", "全市"),
        ("will", "力争"),
        ("new", "新增"),
        ("n", "公共停车位"),
        ("Q", "5000个以上"),
    ]
    assert found.tried[-1].rule == record.rule
    assert found.tried[-1].result == "fits"
    assert {one.result for one in found.tried[:-1]} <= {"does not fit", "not for this kind of unit"}
    weights = {cue.found: cue.weight for cue in found.cues}
    assert weights["力争"] > 0
    assert found.weight == pytest.approx(sum(cue.weight for cue in found.cues))
    assert found.owner is not None
    assert (found.owner.value, found.owner.by) == ("市住建局", "the tag that closes the task")
    assert found.strength is not None
    assert (found.strength.value, found.strength.text) == ("aspire", "力争")
    assert found.deadline is not None
    assert (found.deadline.value, found.deadline.by) == ("2026-12-31", "in its sentence")


@pytest.mark.parametrize(
    ("quantity", "by"),
    [("2026", "time"), ("45%", "baseline"), ("三", "name"), ("八", "label")],
)
def test_what_left_a_number_out(quantity: str, by: str) -> None:
    found = explained()[quantity]
    assert (found.outcome, found.left_out_by, found.record) == ("left out", by, None)
    assert found.because


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("第5次全会", "ordinal"),
        ("一个平台", "label"),
        ("建设5G基站", "no-measure"),
        ("工期300天", "bare-span"),
        ("建设基站" + "9" * 20 + "个", "too-large"),
    ],
)
def test_other_reasons(text: str, by: str) -> None:
    (found,) = pledgeminer.explain(text)
    assert found.left_out_by == by


def test_a_report_by_its_cues() -> None:
    found = explained()["10所"]
    assert found.outcome == "achievement"
    assert found.weight < 0


@pytest.mark.parametrize(
    ("lead", "field"),
    [("到2028年，公共服务体系更加完善。", "deadline"), ("今年发展主要预期目标是：", "strength")],
)
def test_a_lead_in_governs_its_list(lead: str, field: str) -> None:
    found = explained(f"{lead}\n——城镇化率达到75%。\n——新建学校3所。")["3所"]
    assert getattr(found, field).by == "lead-in"
    assert getattr(found, field).text in lead


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("市教育局局长王明远表示，今年将新建学校3所。", "to whom the words are attributed"),
        ("市教育局将新建学校3所。", "the subject of the sentence"),
        ("市教育局局长王明远：\n将新建学校3所。", "the line above that names a speaker or a body"),
        ("将新建学校3所。", "the text names nobody"),
    ],
)
def test_where_the_owner_came_from(text: str, by: str) -> None:
    found = explained(text)["3所"]
    assert found.owner is not None
    assert found.owner.by == by


def test_a_given_body() -> None:
    (found,) = pledgeminer.explain("将新建学校3所。", body="市政府")
    assert found.owner is not None
    assert (found.owner.value, found.owner.by) == ("市政府", "the issuer that was given")


def test_an_explanation_changes_no_record(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    told = [one.record for one in pledgeminer.explain(file, date="2026-02-01") if one.record is not None]
    assert told == pledgeminer.extract(file, kind="all", date="2026-02-01")


def test_a_folder_has_no_lines(tmp_path: Path) -> None:
    with pytest.raises(pledgeminer.DocumentError):
        pledgeminer.explain(tmp_path)
