from __future__ import annotations

import pytest
from docx_files import definition, docx, lvl, num, p, r, tbl, tc, tr

from pledgeminer.documents.formats.docx import read
from pledgeminer.documents.formats.docx.digits import written

# The headings of a report, from 一、 down to （1）, as Word's users set them up.
REPORT = definition(
    1,
    lvl(0, "chineseCountingThousand", "%1、", more='<w:suff w:val="nothing"/>'),
    lvl(1, "chineseCounting", "（%2）"),
    lvl(2, "decimal", "%3."),
    lvl(3, "decimal", "（%4）"),
) + num(1, 1)
LEGAL = definition(
    1,
    lvl(0, "chineseCounting", "第%1章"),
    lvl(1, "decimal", "%1.%2", more="<w:isLgl/>"),
    lvl(2, "decimal", "%1.%2.%3", more="<w:isLgl/>"),
) + num(1, 1)


def labels(numbering: str, *items: tuple[int, int] | str, styles: str = "") -> list[str]:
    """The labels of paragraphs in lists (number and level) or of styles."""
    blocks = [p("丨文", item=one) if isinstance(one, tuple) else p("丨文", style=one) for one in items]
    text = read(docx(*blocks, numbering=numbering, styles=styles), "a.docx", None).text
    return [line.removesuffix("丨文") for line in text.split("\n\n")]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalFullWidth", {10: "１０"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一〇〇"}),
        ("chineseCountingThousand", {1: "一", 12: "十二", 30: "三十", 101: "一百〇一", 9999: "九千九百九十九"}),
        ("chineseCountingThousand", {0: "0", 10000: "10000"}),
        ("taiwaneseCountingThousand", {21: "二十一"}),
        ("japaneseCounting", {1: "一", 11: "十一", 21: "二十一", 101: "百一", 1100: "千百"}),
        ("ideographDigital", {1: "一", 10: "一〇", 25: "二五"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "甲子"}),
        ("ideographEnclosedCircle", {2: "㊁"}),
        ("chineseLegalSimplified", {1: "壹", 12: "壹拾贰"}),
        ("ideographLegalTraditional", {2: "貳", 16: "壹拾陸"}),
        ("lowerRoman", {1: "i", 4: "iv", 49: "xlix", 0: "0"}),
        ("upperRoman", {9: "IX", 2024: "MMXXIV"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 5000: "5000"}),
        ("upperLetter", {53: "AAA"}),
        ("numberInDash", {5: "- 5 -"}),
        ("none", {5: ""}),
        ("klingon", {5: "5"}),
    ],
)
def test_number_formats(form: str, numbers: dict[int, str]) -> None:
    assert {number: written(number, form) for number in numbers} == numbers


def test_a_format_of_its_own_pads_with_zeros() -> None:
    assert [written(number, "custom", "001, 002, 003, ...") for number in (7, 1234)] == ["007", "1234"]


@pytest.mark.parametrize(
    ("numbering", "items", "expected"),
    [
        pytest.param(
            REPORT,
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 3), (1, 0), (1, 1), (1, 2)],
            ["一、", "（一）", "（二）", "1. ", "（1）", "二、", "（一）", "1. "],
            id="levels begin anew behind higher ones",
        ),
        pytest.param(
            LEGAL,
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)],
            ["第一章 ", "1.1 ", "1.2 ", "1.2.1 ", "第二章 ", "2.1 "],
            id="numbers of several levels",
        ),
        pytest.param(LEGAL, [(1, 2), (1, 2)], ["1.1.1 ", "1.1.2 "], id="levels that are passed over"),
        pytest.param(
            definition(1, lvl(0, "decimal", "%1)", start=5)) + num(1, 1), [(1, 0), (1, 0)], ["5)", "6)"], id="start"
        ),
        pytest.param(
            definition(1, lvl(0, "decimal", "%1、")) + num(1, 1) + num(2, 1),
            [(1, 0), (2, 0), (1, 0)],
            ["1、", "2、", "3、"],
            id="lists of one definition go on counting",
        ),
        pytest.param(
            definition(1, lvl(0, "decimal", "%1、"))
            + num(1, 1)
            + num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
            [(1, 0), (1, 0), (2, 0), (2, 0)],
            ["1、", "2、", "1、", "2、"],
            id="a list that begins anew",
        ),
        pytest.param(
            definition(1, lvl(0, "decimal", "%1、"))
            + num(1, 1, '<w:lvlOverride w:ilvl="0">' + lvl(0, "upperLetter", "%1.") + "</w:lvlOverride>"),
            [(1, 0), (1, 0)],
            ["A. ", "B. "],
            id="a level that is replaced",
        ),
        pytest.param(
            definition(1, lvl(0, "decimal", "%1、"), lvl(1, "decimal", "(%2)", more='<w:lvlRestart w:val="0"/>'))
            + num(1, 1),
            [(1, 0), (1, 1), (1, 0), (1, 1)],
            ["1、", "(1)", "2、", "(2)"],
            id="a level that never begins anew",
        ),
        pytest.param(
            definition(
                1,
                lvl(0, "decimal", "%1、"),
                lvl(1, "decimal", "(%2)"),
                lvl(2, "lowerLetter", "%3)", more='<w:lvlRestart w:val="1"/>'),
            )
            + num(1, 1),
            [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
            ["1、", "(1)", "a)", "(2)", "b)", "2、", "a)"],
            id="a level that begins anew behind the first only",
        ),
        pytest.param(
            definition(1, lvl(0, "bullet", "\uf06c", more='<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'))
            + num(1, 1),
            [(1, 0)],
            ["● "],
            id="bullet",
        ),
        pytest.param(definition(1, lvl(0, "bullet", "\uf123")) + num(1, 1), [(1, 0)], ["• "], id="unknown bullet"),
        pytest.param(
            definition(1, lvl(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>')) + num(1, 1),
            [(1, 0)],
            ["1. "],
            id="a number never runs into the text",
        ),
        pytest.param(
            definition(1, lvl(0, "decimal", "%1.", more="<w:rPr><w:vanish/></w:rPr>")) + num(1, 1),
            [(1, 0)],
            [""],
            id="hidden",
        ),
        pytest.param(
            definition(
                1,
                '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
                '<w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice><mc:Fallback>'
                '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="[%1]"/></w:lvl>',
            )
            + num(1, 1),
            [(1, 0)],
            ["[001] "],
            id="a format of its own",
        ),
        pytest.param("", [(1, 0)], [""], id="no such list"),
        pytest.param(num(1, 7), [(1, 0)], [""], id="no such definition"),
        pytest.param(REPORT, [(0, 0), (1, 0)], ["", "一、"], id="taken off the list"),
        pytest.param(REPORT, [(1, 12), (1, -3)], ["", "一、"], id="no such level"),
    ],
)
def test_numbers_before_paragraphs(numbering: str, items: list[tuple[int, int]], expected: list[str]) -> None:
    assert labels(numbering, *items) == expected


def test_a_list_comes_by_the_style_and_the_level_by_its_link() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="h3"><w:basedOn w:val="h2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="body"/>'
    )
    numbering = definition(
        1,
        lvl(0, "chineseCounting", "%1、", more='<w:pStyle w:val="h1"/>'),
        lvl(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="h2"/>'),
    ) + num(1, 1)
    assert labels(numbering, "h1", "h2", "h3", "body", (0, 0), "h1", styles=styles) == [
        "一、", "（一）", "（二）", "", "", "二、",
    ]  # fmt: skip


def test_a_list_comes_by_a_style_of_lists() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="plan"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        definition(1, '<w:numStyleLink w:val="plan"/>')
        + definition(2, '<w:styleLink w:val="plan"/>', lvl(0, "decimal", "任务%1："))
        + num(1, 1)
        + num(2, 2)
    )
    assert labels(numbering, (1, 0), (2, 0), styles=styles) == ["任务1：", "任务2："]


def test_rows_are_counted_in_order_and_hidden_paragraphs_are_not() -> None:
    gone = p(r("草稿", "<w:vanish/>"), item=(1, 0), properties="<w:rPr><w:vanish/></w:rPr>")
    rows = [tr(tc(p(item=(1, 0))), "学位"), tr(tc(p(item=(1, 0))), "学校")]
    numbering = definition(1, lvl(0, "decimal", "%1")) + num(1, 1)
    text = read(docx(gone, tbl(*rows), p("其他", item=(1, 0)), numbering=numbering), "a.docx", None).text
    assert text == "1\t学位\n2\t学校\n\n3 其他"


def test_an_empty_paragraph_with_the_break_of_a_section_is_not_counted() -> None:
    section = "<w:sectPr/>"
    blocks = [
        p("丨文", item=(1, 2)),
        p(item=(1, 2), properties=section),
        p("丨文", item=(1, 2)),
        p("丨文", item=(1, 2), properties=section),
    ]
    text = read(docx(*blocks, numbering=REPORT), "a.docx", None).text
    assert [line for line in text.split("\n") if line] == ["1. 丨文", "2. 丨文", "3. 丨文"]
