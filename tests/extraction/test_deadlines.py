"""Until when: the time that governs a number, and the last day that it means in a document of 2026-01-20."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

Mine = Callable[..., list[Record]]

# Text; the deadline as written; its last day.
DEADLINES = [
    # Counted from the document's year
    ("今年新建学校3所。", "今年", "2026-12-31"),
    ("本年新建学校3所。", "本年", "2026-12-31"),
    ("今年底前新建学校3所。", "今年底前", "2026-12-31"),
    ("今年年底前新建学校3所。", "今年年底前", "2026-12-31"),
    ("年底前新建学校3所。", "年底前", "2026-12-31"),
    ("年内新建学校3所。", "年内", "2026-12-31"),
    ("全年新建学校3所。", "全年", "2026-12-31"),
    ("力争年内新建学校3所。", "年内", "2026-12-31"),
    ("明年新建学校3所。", "明年", "2027-12-31"),
    ("明年底前新建学校3所。", "明年底前", "2027-12-31"),
    ("后年新建学校3所。", "后年", "2028-12-31"),
    ("明年上半年新建学校3所。", "明年上半年", "2027-06-30"),
    # Parts of a year
    ("上半年新建学校3所。", "上半年", "2026-06-30"),
    ("今年上半年新建学校3所。", "今年上半年", "2026-06-30"),
    ("下半年新建学校3所。", "下半年", "2026-12-31"),
    ("一季度新建学校3所。", "一季度", "2026-03-31"),
    ("第二季度新建学校3所。", "第二季度", "2026-06-30"),
    ("三季度末新建学校3所。", "三季度末", "2026-09-30"),
    # Months and days
    ("10月底前新建学校3所。", "10月底前", "2026-10-31"),
    ("今年10月底前再改造提升700个村卫生室。", "今年10月底前", "2026-10-31"),
    ("今年6月底前新建学校3所。", "今年6月底前", "2026-06-30"),
    ("2月底前新建学校3所。", "2月底前", "2026-02-28"),
    ("11月30日前新建学校3所。", "11月30日前", "2026-11-30"),
    ("十月底前新建学校3所。", "十月底前", "2026-10-31"),
    ("2026年9月底前新建学校3所。", "2026年9月底前", "2026-09-30"),
    ("2026年9月15日前新建学校3所。", "2026年9月15日前", "2026-09-15"),
    # Years
    ("2026年新建学校3所。", "2026年", "2026-12-31"),
    ("到2026年新建学校3所。", "到2026年", "2026-12-31"),
    ("2026年底前新建学校3所。", "2026年底前", "2026-12-31"),
    ("到2027年底，新建学校3所。", "到2027年底", "2027-12-31"),
    ("2027年年底前新建学校3所。", "2027年年底前", "2027-12-31"),
    ("2028年上半年新建学校3所。", "2028年上半年", "2028-06-30"),
    ("2026—2028年新建学校3所。", "2026—2028年", "2028-12-31"),
    ("２０２６年新建学校3所。", "２０２６年", "2026-12-31"),
    ("二〇二七年新建学校3所。", "二〇二七年", "2027-12-31"),
    ("到2035年，城镇化率达到75%。", "到2035年", "2035-12-31"),
    # Plans of five years
    ("“十五五”期间，新建学校3所。", "“十五五”期间", "2030-12-31"),
    ("到“十五五”末，新建学校3所。", "到“十五五”末", "2030-12-31"),
    ("“十六五”时期新建学校3所。", "“十六五”时期", "2035-12-31"),
    # Spans
    ("未来三年新建学校3所。", "未来三年", "2028-12-31"),
    ("今后五年新建学校3所。", "今后五年", "2030-12-31"),
    ("未来5年新建学校3所。", "未来5年", "2030-12-31"),
    ("三年内新建学校3所。", "三年内", "2028-12-31"),
    ("将用3年时间新建学校3所。", "用3年时间", "2028-12-31"),
    # Times without a day
    ("本届任期内新建学校3所。", "本届任期内", None),
    ("今后新建学校3所。", "今后", None),
    ("到本世纪中叶，将新建学校3所。", "本世纪中叶", "2050-12-31"),
    # None
    ("将新建学校3所。", None, None),
]

# Which time governs, where there are several, or where it stands elsewhere in the sentence.
NEAREST = [
    ("今年新建学校3所，明年新建学校5所。", [("3所", "今年"), ("5所", "明年")]),
    ("今年新建学校3所，6月底前改造学校5所。", [("3所", "今年"), ("5所", "6月底前")]),
    ("今年，我们将新建学校3所，改造学校5所。", [("3所", "今年"), ("5所", "今年")]),
    ("到2026年，新建学校3所；到2028年，新建学校9所。", [("3所", "到2026年"), ("9所", "到2028年")]),
    (
        "新建学校3所，改造学校5所，年底前全部完工。",
        [("3所", "年底前"), ("5所", "年底前")],
    ),
    ("确保9所学校年底前投入使用。", [("9所", "年底前")]),
    ("剩余22条“断头路”今年将持续打通。", [("22条", "今年")]),
]


@pytest.mark.parametrize(("text", "deadline", "day"), DEADLINES)
def test_a_deadline(mine: Mine, text: str, deadline: str | None, day: str | None) -> None:
    (record,) = mine(text, date="2026-01-20")
    assert (record.deadline, record.deadline_date) == (deadline, day)


@pytest.mark.parametrize(("text", "expected"), NEAREST)
def test_the_nearest_time_governs(mine: Mine, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(record.quantity, record.deadline) for record in mine(text)] == expected


@pytest.mark.parametrize(
    ("words", "day"),
    [("今年", None), ("年底前", None), ("10月底前", None), ("未来三年", None), ("2027年底前", "2027-12-31")],
)
def test_without_a_date_a_deadline_stays_words(mine: Mine, words: str, day: str | None) -> None:
    (record,) = mine(f"{words}将新建学校3所。", date=None)
    assert (record.deadline, record.deadline_date, record.date) == (words, day, None)


def test_february_of_a_leap_year(mine: Mine) -> None:
    (record,) = mine("2月底前新建学校3所。", date="2028-01-20")
    assert record.deadline_date == "2028-02-29"


@pytest.mark.parametrize("text", ["将办理时限压缩至3天。", "力争响应时间缩短到15分钟以内。"])
def test_a_duration_sets_no_deadline(mine: Mine, text: str) -> None:
    (record,) = mine(text)
    assert (record.aim, record.deadline) == ("reach", None)
