"""The order in which pages are read."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pdf_samples import (
    FIELDS,
    HOSPITALS,
    HOUSES,
    JOBS,
    PARAGRAPHS,
    SCHOOLS,
    Pdf,
    lines_in,
    lines_of,
    needs_a_font,
    set_in,
)

from pledgeminer.documents.formats.pdf.reading import content_of


def paragraphs(pdf: Pdf) -> list[str]:
    return lines_in(content_of(pdf.done(), "a.pdf").text)


@pytest.mark.parametrize("drop", [0.0, 3.7], ids=["on one grid", "each on its own grid"])
def test_two_columns_under_a_headline(drop: float) -> None:
    lines = set_in(24, *PARAGRAPHS)
    pdf = Pdf().centred(60, "民生实事这样办", 26)
    pdf.column(40, 100, lines[:6])
    pdf.column(310, 100 + drop, lines[6:])
    assert paragraphs(pdf) == ["民生实事这样办", *PARAGRAPHS]


def test_a_headline_over_two_of_three_columns() -> None:
    lines = set_in(16, *PARAGRAPHS * 2)
    pdf = Pdf().centred(60, "两栏大标题", 20, middle=210)
    pdf.column(40, 100, lines[:14])
    pdf.column(220, 103.7, lines[14:28])
    pdf.column(400, 45.2, lines[28:])
    assert paragraphs(pdf) == ["两栏大标题", *PARAGRAPHS * 2]


def test_columns_of_unequal_length() -> None:
    lines = set_in(24, *PARAGRAPHS)
    pdf = Pdf()
    pdf.column(40, 100, lines[:-2])
    pdf.column(310, 100, lines[-2:])
    assert paragraphs(pdf) == PARAGRAPHS


def test_the_end_of_a_sentence_alone_in_the_last_column() -> None:
    lines = set_in(25, *PARAGRAPHS)
    pdf = Pdf()
    pdf.column(40, 100, lines[:-1])
    pdf.column(310, 100, ["清零。"])
    assert paragraphs(pdf)[-1] == JOBS[: JOBS.index(lines[-1])] + "清零。"


def test_articles_one_above_the_other_with_other_columns() -> None:
    upper, lower = set_in(24, SCHOOLS, HOUSES, HOSPITALS), set_in(16, *PARAGRAPHS)
    pdf = Pdf().centred(60, "上篇", 20)
    y = pdf.column(40, 100, upper[:5])
    pdf.column(310, 100, upper[5:])
    pdf.centred(y + 40, "下篇", 20)
    for column, x in enumerate((40, 220, 400)):
        pdf.column(x, y + 80, lower[column * 6 : column * 6 + 6])
    assert paragraphs(pdf) == ["上篇", SCHOOLS, HOUSES, HOSPITALS, "下篇", *PARAGRAPHS]


def test_articles_between_crossing_lines() -> None:
    pdf = Pdf().box(30, 80, 565, 790).line(297, 80, 297, 790).line(30, 430, 565, 430)
    for x, y, article in (
        (45, 110, [SCHOOLS, HOUSES]),
        (310, 110, [HOSPITALS, FIELDS]),
        (45, 460, [JOBS, SCHOOLS]),
        (310, 460, [HOUSES, JOBS]),
    ):
        pdf.column(x, y, set_in(24, *article))
    assert paragraphs(pdf) == [SCHOOLS, HOUSES, HOSPITALS, FIELDS, JOBS, SCHOOLS, HOUSES, JOBS]


def test_headlines_that_no_straight_line_parts() -> None:
    left, right = set_in(16, SCHOOLS, HOUSES, HOSPITALS), set_in(16, FIELDS, JOBS)
    pdf = Pdf().centred(60, "左边两栏的标题", 16, middle=210)
    pdf.column(40, 90, left[:6])
    pdf.column(220, 90, left[6:])
    pdf.column(400, 50, set_in(16, *PARAGRAPHS))
    pdf.column(40, 230, set_in(16, *PARAGRAPHS))
    pdf.centred(400, "右边两栏的标题", 16, middle=390)
    pdf.column(220, 430, right[:4])
    pdf.column(400, 430, right[4:])
    pdf.column(220, 240, set_in(16, JOBS, FIELDS))
    found = paragraphs(pdf)
    assert [found.index(part) for part in ("左边两栏的标题", SCHOOLS, HOUSES, HOSPITALS)] == [0, 1, 2, 3]
    assert found[-3:] == ["右边两栏的标题", FIELDS, JOBS]


def test_a_box_at_the_side() -> None:
    lines = set_in(20, *PARAGRAPHS)
    pdf = Pdf().centred(60, "市政府举行新闻发布会", 24)
    pdf.column(40, 100, lines[:8])
    pdf.column(260, 100, lines[8:])
    pdf.box(478, 88, 575, 300, fill=True).text(490, 110, "数说民生", 12)
    pdf.column(490, 135, ["学位1.5万个", "小区86个", "床位800张"])
    assert paragraphs(pdf) == ["市政府举行新闻发布会", *PARAGRAPHS, "数说民生", "学位1.5万个", "小区86个", "床位800张"]


def test_text_runs_around_a_box_and_on_below_it() -> None:
    pdf = Pdf()
    y = pdf.column(40, 60, set_in(50, SCHOOLS))
    narrow = set_in(26, HOUSES + FIELDS)
    pdf.column(40, y, narrow[:3])
    rest = (HOUSES + FIELDS)[len("".join(narrow[:3]).strip("\u3000")) :]
    pdf.box(320, y - 10, 560, y + 40).column(330, y + 4, set_in(20, "相关背景：城镇新增就业6万人。", indent=0))
    pdf.column(40, y + 48, set_in(50, rest, indent=0))
    assert paragraphs(pdf) == [SCHOOLS, HOUSES + FIELDS, "相关背景：城镇新增就业6万人。"]


@needs_a_font
def test_vertical_text_is_read_from_right_to_left() -> None:
    pdf, x = Pdf(), 520.0
    for line in set_in(30, *PARAGRAPHS):
        for place, char in enumerate(line):
            pdf.text(x, 80 + 12 * place, char.strip(), 12)
        x -= 20
    assert paragraphs(pdf) == PARAGRAPHS


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_pages_that_are_turned(angle: int) -> None:
    # reportlab gives the page the size that it shows, not the one before it is turned.
    pdf = Pdf(842, 842)
    pdf.canvas.setPageRotation(angle)
    pdf.canvas.translate(*{0: (0, 0), 90: (842, 0), 180: (842, 842), 270: (0, 842)}[angle])
    pdf.canvas.rotate(angle)
    pdf.column(60, 60, set_in(60, *PARAGRAPHS))
    assert paragraphs(pdf) == PARAGRAPHS


@settings(max_examples=40, deadline=None)
@given(
    chosen=st.lists(st.sampled_from(PARAGRAPHS), min_size=4, max_size=9),
    columns=st.integers(1, 3),
    gutter=st.sampled_from([12, 20, 30]),
    pitch=st.sampled_from([1.2, 1.5, 2.0]),
    indent=st.sampled_from([0, 2]),
    drop=st.sampled_from([0.0, 2.5]),
)
@example([PARAGRAPHS[0]] * 6, 3, 12, 1.2, 0, 2.5)
def test_any_paragraphs_in_columns(
    chosen: list[str], columns: int, gutter: int, pitch: float, indent: int, drop: float
) -> None:
    """Whole paragraphs come out in order, whether an indent or a space sets them apart."""
    width = (50, 24, 15)[columns - 1]
    lines = [(line, not rest) for one in chosen for line, *rest in _with_rest(lines_of(one, width, indent))]
    share = -(-len(lines) // columns)
    pdf = Pdf()
    for column in range(columns):
        part = lines[column * share :][:share]
        # At the end of a column nothing but an indent tells whether a whole sentence ends the paragraph.
        assume(indent or not part or part[-1][1] or not part[-1][0].endswith("。"))
        y = 60 + drop * column
        for line, last in part:
            y = pdf.column(40 + column * (width * 10 + gutter), y, [line], 10, pitch)
            y += 0 if indent or not last else 8 * pitch
    assert paragraphs(pdf) == chosen


def _with_rest(lines: list[str]) -> list[list[str]]:
    """Return each line with those that follow it."""
    return [lines[place:] for place in range(len(lines))]


@needs_a_font
@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(20, 560),
            st.integers(30, 175).map(lambda y: 4 * y),
            st.text("新增学位改造小区就业", min_size=1, max_size=12),
            st.sampled_from([5, 8, 10, 10, 10, 14, 30]),
        ),
        min_size=1,
        max_size=40,
        # What is drawn over itself stands once.
        unique_by=lambda word: word[1],
    ),
    st.lists(st.tuples(*[st.integers(20, 800)] * 4, st.booleans()), max_size=8),
)
def test_nothing_is_lost_wherever_it_stands(
    words: list[tuple[int, int, str, int]], boxes: list[tuple[int, int, int, int, bool]]
) -> None:
    pdf = Pdf(1200, 900)
    for x0, y0, x1, y1, fill in boxes:
        pdf.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), fill=fill)
    for x, y, text, size in words:
        pdf.text(x, y, text, size)
    content = content_of(pdf.done(), "a.pdf")
    drawn = Counter("".join(text for _, _, text, _ in words))
    # A cell that reaches over several rows stands in each.
    assert not drawn - Counter("".join(content.text.split()))
