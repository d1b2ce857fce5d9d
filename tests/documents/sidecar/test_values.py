from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.documents.sidecar.values import value_of
from pledgeminer.errors import DocumentError


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-24",
        "2026-3-24",
        "2026/3/24",
        "2026.03.24",
        "20260324",
        "2026年3月24日",
        "2026年3月24号",
        "２０２６年３月２４日",
        " 2026-03-24\n",
        "2026-03-24T08:00:00Z",
        "2026-03-24 08:00:00 +0800",
        "2026/3/24 0:00",
        "20260324T080000",
    ],
)
def test_a_day_in_any_usual_form(text: str) -> None:
    assert value_of("date", text) == "2026-03-24"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "今年",
        "2026",
        "2026-03",
        "2026-02-30",
        "2026-13-01",
        "24.3.2026",
        "26-3-24",
        "2026324",
        "202603245",
        "0000-01-01",
    ],
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(DocumentError, match=r"is not a date \(write YYYY-MM-DD, for example 2026-03-24\)"):
        value_of("date", text)


def test_a_long_text_is_not_repeated_whole() -> None:
    with pytest.raises(DocumentError) as caught:
        value_of("date", "长" * 1000)
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize(
    ("text", "name"), [("滨海市人民政府", "滨海市人民政府"), ("  a\n b\t", "a b"), ("x" * 200, "x" * 200)]
)
def test_a_name_is_one_line(text: str, name: str) -> None:
    assert value_of("body", text) == name


@pytest.mark.parametrize("text", ["x" * 201, "a\x1b[2J", "a\0", "\udcb5"])
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(DocumentError, match="the title has"):
        value_of("title", text)


def test_an_encoding_is_one_that_python_knows() -> None:
    assert value_of("encoding", " Big5 ") == "Big5"
    with pytest.raises(DocumentError, match="'klingon' is not an encoding that is known here"):
        value_of("encoding", "klingon")


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["{0:%Y-%m-%d}", "{0.year}/{0.month}/{0.day}", "{0.year}年{0.month}月{0.day}日"]),
)
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    assert value_of("date", form.format(day)) == day.isoformat()


@given(st.text(), st.sampled_from(["date", "body", "encoding"]))
def test_any_text_is_a_value_or_an_error(text: str, field: str) -> None:
    try:
        value = value_of(field, text)
    except DocumentError:
        return
    assert "\n" not in value
    assert value.encode().decode() == value
