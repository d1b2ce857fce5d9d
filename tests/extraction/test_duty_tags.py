"""The tag that closes a task: its bodies, the leading one first, and its time, which is never a body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

Mine = Callable[..., list[Record]]

# The task with its tag; its owners and its deadline, in a document of January 2026.
CASES = [
    ("新建游园12个。（责任单位：市园林局；完成时限：2026年9月底）", ["市园林局"], "2026-09-30"),
    ("新建游园12个。（市园林局牵头，市财政局配合，10月底前完成）", ["市园林局", "市财政局"], "2026-10-31"),
    ("新建游园12个。（2026年6月底前完成，市园林局负责）", ["市园林局"], "2026-06-30"),
    (
        "新建游园12个。（完成时限：8月底前；牵头单位：市园林局；责任单位：市水务局）",
        ["市园林局", "市水务局"],
        "2026-08-31",
    ),
    ("新建游园12个。（责任单位：市园林局；责任人：王某；完成时限：长期坚持）", ["市园林局"], None),
    ("新建游园12个。【牵头单位：市园林局、市城管局；完成时间：2026年11月】", ["市园林局", "市城管局"], "2026-11-30"),
    ("今年新建游园12个。（责任单位：市园林局；完成时限：9月底）", ["市园林局"], "2026-09-30"),
    ("5月底前新建游园12个。（责任单位：市园林局；完成时限：2026年底）", ["市园林局"], "2026-05-31"),
    ("新建游园12个。（完成时限：2026年9月底）（责任单位：市园林局）", ["市园林局"], "2026-09-30"),
    ("新建游园12个。\n责任单位：市园林局\n完成时限：2026年9月底", ["市园林局"], "2026-09-30"),
    ("新建游园12个。\n完成时限：2026年9月底\n责任单位：市园林局、市城管局", ["市园林局", "市城管局"], "2026-09-30"),
    # Several bodies in one phrase, and remarks.
    (
        "新建游园12个。（市园林局牵头，市水务局等有关部门及各县区按职责分工负责）",
        ["市园林局", "市水务局", "有关部门", "各县区"],
        None,
    ),
    ("新建游园12个。（责任单位：市园林局、各镇政府，以下均涉及各镇，不再重复列出）", ["市园林局", "各镇政府"], None),
    # Bodies that lost what parted them.
    ("新建游园12个。（责任单位：区城管局区公安分局）", ["区城管局", "区公安分局"], None),
    ("新建游园12个。（责任单位：县住建局各乡镇政府）", ["县住建局", "各乡镇政府"], None),
]


@pytest.mark.parametrize(("task", "owners", "deadline"), CASES)
def test_time_in_a_duty_tag_is_the_deadline_and_no_owner(
    mine: Mine, task: str, owners: list[str], deadline: str | None
) -> None:
    (record,) = mine(f"某市2026年工作方案\n一、重点任务\n1.{task}\n2.完善制度。")
    assert list(record.owners) == owners
    assert record.deadline_date == deadline


def test_body_has_the_name_that_the_document_calls_it_by(mine: Mine) -> None:
    title = "某市卫生健康委员会2026年工作方案\n一、重点任务\n"
    tasks = "".join(f"{number}.新建站点{number}0个。（市卫生健康委负责）\n" for number in range(1, 5))
    assert {record.owners for record in mine(title + tasks)} == {("市卫生健康委",)}
    once = mine(f"{title}1.新建站点10个。（市卫生健康委负责）")
    assert [record.owners for record in once] == [("市卫生健康委员会",)]
