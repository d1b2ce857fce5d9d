"""The characters of a page as they are, and where several stand in one place."""

from __future__ import annotations

import unicodedata

import pytest
from pdf_samples import Pdf, mapped_font, one_page, set_in, width_of

from pledgeminer.documents.formats.pdf.characters import is_unreadable, ordinary, ordinary_text, raised
from pledgeminer.documents.formats.pdf.reading import content_of


def text(pdf: Pdf) -> str:
    return content_of(pdf.done(), "a.pdf").text.removesuffix("\n")


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("⼀⼆⽉⽇", "一二月日"),
        ("⻅⻓⻔⻛⻋⺠", "见长门风车民"),
        ("\uf90a\uf9be", "金料"),
        ("︒﹁﹂︵︶", "。「」（）"),
        ("新增12所，％", "新增12所，％"),
    ],
)
def test_ordinary_characters(odd: str, plain: str) -> None:
    assert ordinary_text(odd) == plain
    assert "".join(map(ordinary, odd)) == plain


def test_every_radical_of_kangxi_has_an_ordinary_character() -> None:
    for code in range(0x2F00, 0x2FD6):
        assert ordinary(chr(code)) == unicodedata.normalize("NFKC", chr(code)) != chr(code)


def test_radicals_that_a_font_names() -> None:
    codes = dict(enumerate("⼆〇⼆四年新增⼈⼝⻓期", 65))
    content = b"BT /F 12 Tf 60 700 Td (" + bytes(codes) + b") Tj ET"
    found = content_of(one_page(content, *mapped_font(codes)), "a.pdf")
    assert found.text == "二〇二四年新增人口长期\n"


@pytest.mark.parametrize(
    ("char", "unreadable"), [("\ue0e3", True), ("\ufffd", True), ("\x03", True), ("\uf06c", False)]
)
def test_unreadable(char: str, unreadable: bool) -> None:
    assert is_unreadable(char) == unreadable


@pytest.mark.parametrize("offset", [0.0, 0.4, 0.8])
def test_what_is_drawn_twice_to_look_bold_stands_once(offset: float) -> None:
    pdf = Pdf()
    for step in range(2):
        pdf.text(60 + offset * step, 60, "一、人人参与，完成1100个……")
    assert text(pdf) == "一、人人参与，完成1100个……"


def test_raised_and_lowered_figures() -> None:
    pdf, x = Pdf(), 60.0
    for words, y, size in (
        ("新建管网12", 90, 10),
        ("km", 90, 10),
        ("2", 86.5, 6),
        ("，增长5.5%", 90, 10),
        ("[1]", 86.5, 6),
        ("，PM", 90, 10),
        ("2.5", 92, 6),
        ("浓度下降。", 90, 10),
    ):
        pdf.text(x, y, words, size)
        x += width_of(words, size)
    assert text(pdf) == "新建管网12km²，增长5.5%[¹]，PM2.5浓度下降。"
    assert raised("-2") == "⁻²"


def test_a_watermark_aslant_is_left_out() -> None:
    pdf = Pdf()
    pdf.column(60, 60, set_in(30, "全年新增城镇就业6万人，失业率控制在5.5%以内。"))
    pdf.canvas.saveState()
    pdf.canvas.translate(100, 300)
    pdf.canvas.rotate(45)
    pdf.text(0, pdf.height, "内部资料", 60)
    pdf.canvas.restoreState()
    assert text(pdf) == "全年新增城镇就业6万人，失业率控制在5.5%以内。"


def test_what_lies_beyond_the_edge_of_the_page_is_left_out() -> None:
    pdf = Pdf().text(60, 60, "全年新增就业6万人。").text(-200, 90, "印刷标记").text(60, 900, "印刷标记")
    assert text(pdf) == "全年新增就业6万人。"


def test_a_title_with_characters_set_apart() -> None:
    pdf = Pdf().text(150, 60, "政府工作报告", 22, spaced=22)
    assert text(pdf) == "政府工作报告"


def test_blanks_between_words_stay() -> None:
    assert text(Pdf().text(60, 60, "市长 王明远 Smart City Plan")) == "市长 王明远 Smart City Plan"


def test_parts_of_a_line_that_are_drawn_out_of_order() -> None:
    pdf = Pdf()
    start, middle = width_of("新增学位"), width_of("15000")
    pdf.text(60, 60, "新增学位").text(60 + start + middle, 60, "个，办好").text(60 + start, 60, "15000")
    assert text(pdf) == "新增学位15000个，办好"
