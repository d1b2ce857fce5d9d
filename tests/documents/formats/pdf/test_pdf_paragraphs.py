"""Where paragraphs begin and end, and what of a page is no text of the document."""

from __future__ import annotations

import pytest
from pdf_samples import FIELDS, HOSPITALS, HOUSES, JOBS, PARAGRAPHS, SCHOOLS, Pdf, lines_in, lines_of, set_in

from pledgeminer.documents.content import Content
from pledgeminer.documents.formats.pdf.lines import together
from pledgeminer.documents.formats.pdf.reading import content_of


def content(pdf: Pdf) -> Content:
    return content_of(pdf.done(), "a.pdf")


def paragraphs(pdf: Pdf) -> list[str]:
    return lines_in(content(pdf).text)


def test_a_paragraph_is_one_line_without_blanks() -> None:
    pdf = Pdf()
    pdf.column(60, 60, set_in(44, *PARAGRAPHS))
    assert paragraphs(pdf) == PARAGRAPHS


def test_paragraphs_with_space_between_them() -> None:
    pdf, y = Pdf(), 60.0
    for one in PARAGRAPHS:
        y = pdf.column(60, y, lines_of(one, 45, 0)) + 8
    assert paragraphs(pdf) == PARAGRAPHS


def test_a_list_with_hanging_numbers() -> None:
    pdf = Pdf()
    y = pdf.column(60, 60, set_in(45, SCHOOLS))
    for number, one in enumerate([HOUSES, HOSPITALS, FIELDS], 1):
        pdf.text(60, y, f"{number}.")
        y = pdf.column(85, y, lines_of(one, 42, 0))
    assert paragraphs(pdf) == [SCHOOLS, f"1. {HOUSES}", f"2. {HOSPITALS}", f"3. {FIELDS}"]


def test_headings_stand_alone() -> None:
    headings = ["一、2024年主要目标", "（一）全力办好教育", "（二）改善居住条件"]
    pdf = Pdf()
    y = pdf.column(60, 60, ["　　" + headings[0], "　　" + headings[1], *set_in(44, SCHOOLS)])
    pdf.column(60, y, ["　　" + headings[2], *set_in(44, HOUSES)])
    assert paragraphs(pdf) == [headings[0], headings[1], SCHOOLS, headings[2], HOUSES]


def test_lines_that_are_full_before_a_numbered_one() -> None:
    full = "坚持以人民为中心的发展思想，紧盯群众急难愁盼问题，办好以下实事。"
    pdf = Pdf()
    pdf.column(60, 60, [full, "（一）新建学校12所，", "新增学位1.5万个。"])
    assert paragraphs(pdf) == [full, "（一）新建学校12所，", "新增学位1.5万个。"]


@pytest.mark.parametrize(
    ("upper", "lower", "found"),
    [
        ("城镇新增就业", "6万人", "城镇新增就业6万人"),
        ("城镇新增就业120", "0人", "城镇新增就业1200人"),
        ("引进Huawei", "Cloud等", "引进Huawei Cloud等"),
        ("推进smart-", "city建设", "推进smartcity建设"),
        ("覆盖2023-", "2025年", "覆盖2023-2025年"),
        ("降低PM", "2.5浓度", "降低PM2.5浓度"),
        ("", "新建", "新建"),
    ],
)
def test_what_stands_at_the_end_of_a_line(upper: str, lower: str, found: str) -> None:
    assert together(upper, lower) == found


def test_a_title_in_two_lines() -> None:
    pdf = Pdf().centred(70, "关于印发《临江市2024年重点民生实事", 22).centred(102, "项目计划》的通知", 22)
    pdf.column(60, 150, set_in(44, SCHOOLS))
    assert paragraphs(pdf) == ["关于印发《临江市2024年重点民生实事项目计划》的通知", SCHOOLS]


def test_a_headline_that_fills_its_column() -> None:
    pdf = Pdf().text(60, 60, "全力推进新时代城乡教育医疗就业养老", 15).centred(83, "高质量发展", 15, middle=180)
    pdf.column(60, 120, set_in(24, *PARAGRAPHS))
    assert paragraphs(pdf) == ["全力推进新时代城乡教育医疗就业养老高质量发展", *PARAGRAPHS]


def test_an_official_document() -> None:
    """The form of GB/T 9704: a head in red, the title, sixteen-point text, the number of the page between dashes."""
    pdf = Pdf().centred(90, "临江市人民政府文件", 36).centred(150, "临政发〔2024〕3号", 16).line(75, 165, 520, 165, 1.5)
    pdf.centred(220, "临江市人民政府关于下达民生实事项目的通知", 20)
    pdf.text(75, 270, "各县（市、区）人民政府，市政府各部门：", 16)
    y = pdf.column(75, 298, set_in(28, SCHOOLS, HOUSES), 16, 1.75)
    pdf.text(107, y, "附件：临江市2024年民生实事项目计划", 16)
    pdf.text(350, y + 84, "临江市人民政府", 16).text(360, y + 112, "2024年2月6日", 16)
    pdf.text(440, 790, "— 1 —", 14)
    assert paragraphs(pdf) == [
        "临江市人民政府文件",
        "临政发〔2024〕3号",
        "临江市人民政府关于下达民生实事项目的通知",
        "各县（市、区）人民政府，市政府各部门：",
        SCHOOLS,
        HOUSES,
        "附件：临江市2024年民生实事项目计划",
        "临江市人民政府",
        "2024年2月6日",
    ]


@pytest.mark.parametrize("number", ["— {} —", "-{}-", "第{}页", "第 {} 页 共 3 页", "{}", "{}/3", "· {} ·"])
def test_page_numbers_and_running_titles_go(number: str) -> None:
    lines, pdf = set_in(44, *PARAGRAPHS * 3), Pdf()
    for page in range(3):
        pdf.text(420, 40, "临江市政府工作报告", 8).column(60, 80, lines[page * 13 :][:13])
        pdf.centred(800, number.format(page + 1), 9).page()
    found = content(pdf)
    assert lines_in(found.text) == PARAGRAPHS * 3
    assert len(found.pages) == 3


def test_lines_at_the_edge_that_are_text_stay() -> None:
    pdf = Pdf()
    for number in (1, 2):
        pdf.text(60, 60, f"附件{number}", 14)
        pdf.column(60, 100, set_in(44, *PARAGRAPHS))
        pdf.column(60, 790, ["　　全年新增学位1.5万个。"])
        pdf.page()
    found = paragraphs(pdf)
    assert found.count("附件1") == found.count("附件2") == 1
    assert found.count("全年新增学位1.5万个。") == 2


def test_a_page_printed_by_a_browser() -> None:
    pdf = Pdf().text(60, 40, "2024/3/5 10:20", 8).text(300, 40, "临江市政府工作报告", 8)
    pdf.column(60, 90, set_in(44, *PARAGRAPHS))
    pdf.text(60, 820, "https://www.example.org/report/2024.html", 8).text(520, 820, "1/1", 8)
    assert paragraphs(pdf) == PARAGRAPHS


def test_a_paragraph_runs_on_over_the_page_with_its_offset() -> None:
    lines = set_in(30, SCHOOLS, HOUSES)
    pdf = Pdf()
    pdf.column(60, 60, lines[:3])
    pdf.page().picture(0, 0, 595, 842).page()
    pdf.column(60, 60, [*lines[3:], *set_in(30, JOBS)])
    found = content(pdf)
    assert lines_in(found.text) == [SCHOOLS, HOUSES, JOBS]
    begin = found.text.index(lines[3])
    assert found.pages == (0, begin, begin)


def test_notes_stand_before_the_paragraph_that_runs_on_behind_them() -> None:
    lines = set_in(24, *PARAGRAPHS * 2)
    pdf = Pdf()
    pdf.column(40, 80, lines[:7])
    pdf.column(310, 80, lines[7:14])
    pdf.line(310, 740, 400, 740).text(310, 755, "①为初步核算数。", 8).page()
    pdf.column(40, 80, lines[14:19])
    pdf.column(310, 80, lines[19:])
    found = content(pdf)
    whole = lines_in(found.text)
    assert sorted(whole) == sorted([*PARAGRAPHS * 2, "①为初步核算数。"])
    assert found.text.index("①") < found.pages[1]


def test_a_table_of_contents_goes() -> None:
    titles = ["一、过去一年工作回顾", "二、2024年主要目标", "三、2024年重点工作", "四、加强自身建设"]
    pdf = Pdf().centred(60, "目录", 18)
    for number, title in enumerate(titles):
        pdf.text(60, 100 + 24 * number, f"{title}{'…' * 15}{3 * number + 1}", 12)
    pdf.page().column(60, 60, [titles[0], *set_in(44, SCHOOLS)])
    assert paragraphs(pdf) == ["目录", titles[0], SCHOOLS]
