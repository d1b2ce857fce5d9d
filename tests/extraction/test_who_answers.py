"""Who answers for a number, by all the ways in which a document says so, and who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

Mine = Callable[..., list[Record]]

# A title over a speech; the body that its holder heads; the holder's name.
TITLES = [
    ("市教育局局长 李明华", "市教育局", "李明华"),
    ("市教育局党组书记、局长 李明华", "市教育局", "李明华"),
    ("市教育局局长 **李明华**", "市教育局", "李明华"),
    ("市教育局局长李明华：", "市教育局", "李明华"),
    ("市教育局局长李明华:", "市教育局", "李明华"),
    ("澜滨市教育局党组书记、局长 李明华", "市教育局", "李明华"),
    ("中共澜滨市委教育工委常务副书记，市教育局党组书记、局长 李明华", "市教育局", "李明华"),
    ("澜滨市委农办主任,市农业农村局党组书记、局长 李明华", "市农业农村局", "李明华"),
    ("市发展和改革委员会主任 李明华", "市发展和改革委员会", "李明华"),
    ("市总工会主席 李明华", "市总工会", "李明华"),
]

TAGS = [
    ("今年新建学校3所。（责任单位：市教育局）", ["市教育局"]),
    ("今年新建学校3所（责任单位：市教育局）。", ["市教育局"]),
    ("今年新建学校3所。(责任单位:市教育局、市财政局)", ["市教育局", "市财政局"]),
    ("今年新建学校3所。（牵头单位：市教育局，责任单位：市财政局、市水务局）", ["市教育局", "市财政局", "市水务局"]),
    ("今年新建学校3所。（牵头单位：市教育局；配合单位：市财政局）", ["市教育局", "市财政局"]),
    ("今年新建学校3所。（责任单位：市财政局，牵头单位：市教育局）", ["市教育局", "市财政局"]),
    ("今年新建学校3所。（市教育局牵头，市财政局配合）", ["市教育局", "市财政局"]),
    ("今年新建学校3所。（市教育局牵头负责）", ["市教育局"]),
    ("今年新建学校3所。（省政府办公厅牵头，省大数据局配合）", ["省政府办公厅", "省大数据局"]),
    ("今年新建学校3所。（市教育局、市财政局按职责分工负责）", ["市教育局", "市财政局"]),
    ("今年新建学校3所。（市教育局负责）", ["市教育局"]),
    ("今年新建学校3所。（责任单位：市教育局、各区市政府）", ["市教育局", "各区市政府"]),
    # The next tag that follows the number holds
    ("今年新建学校3所（市教育局负责），改造医院5家（市卫生健康委负责）。", ["市教育局"]),
    # A tag on the line below its task
    ("1.今年新建学校3所。\n责任单位：市教育局", ["市教育局"]),
    ("1.今年新建学校3所。\n（责任单位：市教育局）", ["市教育局"]),
]

SAID = [
    ("市教育局局长李明华表示，今年将新建学校3所。", ["市教育局"], "李明华"),
    ("市教育局党组书记、局长李明华表示，今年将新建学校3所。", ["市教育局"], "李明华"),
    (
        "市教育局局长李明华说：“今年将新建学校3所。”",
        ["市教育局"],
        "李明华",
    ),
    ("“今年将新建学校3所。”市教育局局长李明华说。", ["市教育局"], "李明华"),
    ("“今年将新建学校3所。”市教育局负责同志表示。", ["市教育局"], None),
    ("市教育局表示，今年将新建学校3所。", ["市教育局"], None),
    ("市教育局有关负责人介绍，今年将新建学校3所。", ["市教育局"], None),
    ("市教育局局长李明华则表示，今年将新建学校3所。", ["市教育局"], "李明华"),
]

SUBJECTS = [
    ("市教育局今年将新建学校3所。", ["市教育局"]),
    ("今年，市教育局将新建学校3所。", ["市教育局"]),
    ("今年各市要培训教师300名。", ["各市"]),
    ("今年省教育厅将组织开展培训300场。", ["省教育厅"]),
    ("今年我市将新建学校3所。", []),
    ("今年将新建学校3所。", []),
]


@pytest.mark.parametrize(("title", "body", "name"), TITLES)
def test_the_speaker_over_a_speech(mine: Mine, title: str, body: str, name: str) -> None:
    (record,) = mine(f"办好人民满意的教育\n\n{title}\n\n今年，我们将新建学校3所。")
    assert (record.owners, record.speaker) == ((body,), name)


def test_each_speech_has_its_speaker(mine: Mine) -> None:
    text = (
        "市教育局局长 李明华\n\n今年，我们将新建学校3所。\n\n再培训教师300名，年底前完成。\n\n"
        "市财政局局长 王秀英\n\n今年，我们将压减支出5%。"
    )
    assert [(record.owners, record.speaker) for record in mine(text)] == [
        (("市教育局",), "李明华"),
        (("市教育局",), "李明华"),
        (("市财政局",), "王秀英"),
    ]


@pytest.mark.parametrize(("text", "owners"), TAGS)
def test_the_tag_that_closes_a_task(mine: Mine, text: str, owners: list[str]) -> None:
    assert list(mine(text)[0].owners) == owners


def test_each_number_has_the_next_tag(mine: Mine) -> None:
    text = "今年新建学校3所（市教育局负责），改造医院5家（市卫生健康委负责）。"
    assert [record.owners for record in mine(text)] == [("市教育局",), ("市卫生健康委",)]


@pytest.mark.parametrize(("text", "owners", "speaker"), SAID)
def test_words_attributed_to_somebody(mine: Mine, text: str, owners: list[str], speaker: str | None) -> None:
    (record,) = mine(text)
    assert (list(record.owners), record.speaker) == (owners, speaker)


def test_two_quotations_in_a_paragraph(mine: Mine) -> None:
    text = (
        "“今年将新建学校3所。”市教育局局长李明华说。“今年将压减支出5%。”市财政局局长王秀英表示。"
        "市水务局局长陈大勇表示，今年将治理河道12条。"
    )
    assert [(record.quantity, record.owners, record.speaker) for record in mine(text)] == [
        ("3所", ("市教育局",), "李明华"),
        ("5%", ("市财政局",), "王秀英"),
        ("12条", ("市水务局",), "陈大勇"),
    ]


@pytest.mark.parametrize(("text", "owners"), SUBJECTS)
def test_a_body_as_the_subject(mine: Mine, text: str, owners: list[str]) -> None:
    (record,) = mine(text)
    assert list(record.owners) == owners


def test_the_body_that_is_given_answers_for_what_nobody_else_does(mine: Mine) -> None:
    text = "今年将新建学校3所。\n今年改造医院5家。（责任单位：市卫生健康委）"
    assert [record.owners for record in mine(text, body="云浦市人民政府")] == [("云浦市人民政府",), ("市卫生健康委",)]


def test_the_body_of_a_reports_title(mine: Mine) -> None:
    text = (
        "政府工作报告\n——2026年1月16日在云浦市第十六届人民代表大会第五次会议上\n云浦市人民政府市长 李明华\n\n"
        "各位代表：\n现在，我代表市人民政府向大会报告工作。\n今年，新建学校3所。"
    )
    (record,) = mine(text, date=None)
    assert (record.owners, record.date) == (("云浦市人民政府",), "2026-01-16")


def test_a_short_form_is_written_in_full(mine: Mine) -> None:
    text = "市发展和改革委员会主任李明华参加会议。\n今年新建学校3所。（责任单位：市发展和改革委）"
    assert mine(text)[0].owners == ("市发展和改革委员会",)


def test_the_place_stays_where_the_document_speaks_of_several(mine: Mine) -> None:
    text = "青岛市教育局今年将新建学校3所。\n济南市教育局今年将新建学校5所。"
    assert [record.owners for record in mine(text)] == [("青岛市教育局",), ("济南市教育局",)]
