"""Tables of PDF pages: row by row, the cells apart by a tab."""

from __future__ import annotations

import itertools

from pdf_samples import FIELDS, HOSPITALS, HOUSES, JOBS, PARAGRAPHS, SCHOOLS, Pdf, lines_in, set_in

from pledgeminer.documents.formats.pdf.reading import content_of


def text(pdf: Pdf) -> str:
    return content_of(pdf.done(), "a.pdf").text


def cells(pdf: Pdf) -> list[list[str]]:
    return [line.split("\t") for line in lines_in(text(pdf))]


def fill(pdf: Pdf, rows: list[list[str]], xs: list[float], y: float, height: float = 24) -> Pdf:
    """Write the cells of a table whose columns begin at ``xs``; a line break in a cell begins a line."""
    for number, row in enumerate(rows):
        for x, words in zip(xs, row, strict=False):
            for line, part in enumerate(words.split("\n")):
                pdf.text(x + 6, y + number * height + 15 + 13 * line, part)
    return pdf


def test_between_paragraphs() -> None:
    pdf, xs = Pdf(), [60.0, 100, 300, 400, 535]
    y = pdf.column(60, 60, set_in(47, SCHOOLS, HOUSES))
    rows = [
        ["序号", "指标", "目标值", "责任单位"],
        ["1", "新增公办中小学学位", "15000个", "市教育局"],
        ["2", "", "5000个以上", "市城管局"],
    ]
    fill(pdf.grid(xs, [y + 24 * n for n in range(4)]), rows, xs, y)
    pdf.column(60, y + 110, set_in(47, HOSPITALS))
    assert text(pdf) == "\n".join([SCHOOLS, "", HOUSES, "", *("\t".join(row) for row in rows), "", HOSPITALS, ""])


def test_lines_of_a_cell_come_together() -> None:
    xs = [60.0, 200, 300]
    pdf = Pdf().grid(xs, [60, 100, 140])
    fill(pdf, [["项目", "目标"], ["城镇老旧小区改造惠及居民\n户数及配套", "新建3所\n扩建12所"]], xs, 60, 40)
    assert cells(pdf)[1] == ["城镇老旧小区改造惠及居民户数及配套", "新建3所 扩建12所"]


def test_merged_cells_repeat_their_text() -> None:
    pdf = Pdf()
    for y in (60, 84, 156):
        pdf.line(60, y, 420, y)
    for y in (108, 132):
        pdf.line(160, y, 420, y)
    for x in (60, 160, 420):
        pdf.line(x, 60, x, 156)
    pdf.line(300, 84, 300, 156).text(70, 76, "领域").text(200, 76, "目标").text(70, 124, "教育")
    fill(pdf, [["新建学校", "12所"], ["新增学位", "1.5万个"], ["培训教师", "3000人次"]], [160, 300], 84)
    assert cells(pdf) == [
        ["领域", "目标", "目标"],
        ["教育", "新建学校", "12所"],
        ["教育", "新增学位", "1.5万个"],
        ["教育", "培训教师", "3000人次"],
    ]


def test_open_at_the_sides() -> None:
    pdf, xs = Pdf(), [60.0, 180, 300]
    for y in (60, 84, 108):
        pdf.line(60, y, 420, y)
    for x in (180, 300):
        pdf.line(x, 60, x, 108)
    fill(pdf, [["指标", "2023年", "2024年"], ["新建学校", "10所", "12所"]], xs, 60)
    assert cells(pdf) == [["指标", "2023年", "2024年"], ["新建学校", "10所", "12所"]]


def test_lines_above_and_below_only() -> None:
    pdf, xs = Pdf(), [60.0, 180, 300]
    for y in (60, 84, 132):
        pdf.line(60, y, 420, y)
    rows = [["指标", "2023年", "2024年"], ["新建学校", "10所", "12所"], ["新增就业", "5.8万人", "6万人"]]
    assert cells(fill(pdf, rows, xs, 60)) == rows


def test_lines_under_the_rows_and_a_cell_over_several() -> None:
    pdf, xs = Pdf(), [60.0, 160, 340]
    for y in (60, 84, 132, 180):
        pdf.line(60, y, 500, y)
    for y in (108, 156):
        pdf.line(160, y, 500, y)
    rows = [["领域", "项目", "目标"]]
    for name, items in (("教育", ("新建学校", "新增学位")), ("医疗", ("新增床位", "培训医师"))):
        rows += [[name if item == items[0] else "", item, "300个"] for item in items]
    fill(pdf, rows, xs, 60)
    whole = [[row[0] or before[0], *row[1:]] for before, row in zip([rows[0], *rows], rows, strict=False)]
    assert cells(pdf) == whole


def test_a_list_with_values_and_no_lines() -> None:
    rows = [["新建中小学", "12所"], ["改造老旧小区", "86个"], ["新增公共停车位", "5000个"]]
    assert cells(fill(Pdf(), rows, [60, 260], 60)) == rows


def test_a_numbered_list_is_no_table() -> None:
    pdf = fill(Pdf(), [["1.", "新建中小学12所"], ["2.", "改造老旧小区86个"], ["3.", "新增停车位5000个"]], [60, 90], 60)
    assert cells(pdf) == [["1. 新建中小学12所"], ["2. 改造老旧小区86个"], ["3. 新增停车位5000个"]]


def test_cells_of_several_lines_without_lines_around_them_stay_apart() -> None:
    pdf = Pdf()
    for row, y in enumerate((60, 110, 160), 1):
        pdf.text(60, y + 8, str(row)).text(90, y, "推进工程建设，完善配套设施，提").text(90, y + 16, "升服务水平")
        pdf.text(270, y, f"{row}0个以").text(270, y + 16, "上").text(340, y, "市发展改革委、市").text(
            340, y + 16, "财政局"
        )
    lines = text(pdf).splitlines()
    assert not [line for line in lines if "市1" in line or "市2" in line or "上推进" in line]


def test_over_two_pages_with_its_head_again() -> None:
    rows, xs = [["项目", "目标"], *([f"第{n}项", f"{n}0个"] for n in range(1, 9))], [60.0, 200, 400]
    pdf = Pdf()
    fill(pdf.grid(xs, [600 + 24 * n for n in range(6)]), rows[:5], xs, 600).page()
    fill(pdf.grid(xs, [60 + 24 * n for n in range(6)]), [rows[0], *rows[5:]], xs, 60)
    assert cells(pdf) == rows


def test_a_cell_for_each_stroke_of_a_pen() -> None:
    """Lines that are drawn cell by cell, as office programs do."""
    pdf, xs, ys = Pdf(), [60.0, 200, 400], [60.0, 84, 108]
    for left, right in itertools.pairwise(xs):
        for top, bottom in itertools.pairwise(ys):
            pdf.box(left, top, right, bottom)
    rows = [["项目", "目标"], ["新建学校", "12所"]]
    assert cells(fill(pdf, rows, xs, 60)) == rows


def test_frames_around_articles_are_no_table() -> None:
    pdf = Pdf().grid([30, 297, 565], [80, 430, 790])
    for x, y, article in (
        (45, 110, [SCHOOLS, HOUSES]),
        (310, 110, [HOSPITALS, FIELDS]),
        (45, 460, [JOBS, SCHOOLS]),
        (310, 460, [HOUSES, JOBS]),
    ):
        pdf.column(x, y, set_in(24, *article))
    assert "\t" not in text(pdf)


def test_the_lines_of_a_chart_are_no_table() -> None:
    pdf = Pdf().grid([60, 160, 260, 360], [300, 350, 400, 450])
    pdf.text(40, 455, "0").text(60, 470, "2021年").text(160, 470, "2022年")
    y = pdf.column(60, 60, set_in(44, *PARAGRAPHS))
    assert y < 300
    assert "\t" not in text(pdf)
