from __future__ import annotations

import sys

import pytest
from docx_files import cite, docx, docx_parts, field, note, p, r, tbl, tc, tr, zipped

from pledgeminer.documents.formats.docx import read
from pledgeminer.errors import DocumentError

VANISH = "<w:vanish/>"
BOX = "<w:txbxContent>{}</w:txbxContent>"


def text_of(*blocks: str, **parts: str) -> str:
    return read(docx(*blocks, **parts), "a.docx", None).text


def text_box(*blocks: str) -> str:
    """A text box as Word writes it: once in its own way, and once more for older readers."""
    inside = BOX.format("".join(blocks))
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(["全年新增", r("就业", "<w:b/>"), "5万人。"], "全年新增就业5万人。", id="runs"),
        pytest.param(["<w:r><w:t>一季度</w:t><w:br/><w:t>二季度</w:t></w:r>"], "一季度\n二季度", id="break"),
        pytest.param(["<w:r><w:t>一季度</w:t><w:cr/><w:t>二季度</w:t></w:r>"], "一季度\n二季度", id="return"),
        pytest.param(["<w:r><w:t>投资</w:t><w:tab/><w:t>12亿元</w:t></w:r>"], "投资 12亿元", id="tab"),
        pytest.param([r("投资\n12亿元")], "投资 12亿元", id="newline in the XML"),
        pytest.param(
            ["<w:r><w:t>COVID</w:t><w:noBreakHyphen/><w:t>19防</w:t><w:softHyphen/><w:t>控</w:t></w:r>"],
            "COVID-19防控",
            id="hyphens",
        ),
        pytest.param(
            ["新建", "<w:hyperlink>" + r("学校") + "</w:hyperlink>"],
            "新建学校",
            id="hyperlink",
        ),
        pytest.param(["建成", field("FORMTEXT", "12"), "所。"], "建成12所。", id="field"),
        pytest.param(
            ["建成", field("IF a", r("共"), field("REF b", "12")), "所。"], "建成共12所。", id="field in a result"
        ),
        pytest.param(
            ["建成", '<w:fldSimple w:instr="REF a">' + r("12") + "</w:fldSimple>", "所。"],
            "建成12所。",
            id="simple field",
        ),
        pytest.param(
            ["第", '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:t>错</w:t></w:r>'],
            "第",
            id="field that never shows",
        ),
        pytest.param(["近视率下降", '<w:ins w:id="1">' + r("2%") + "</w:ins>"], "近视率下降2%", id="insertion"),
        pytest.param(
            ["下降", "<w:del><w:r><w:delText>1%</w:delText></w:r></w:del>", "<w:ins>" + r("2%") + "</w:ins>"],
            "下降2%",
            id="deletion",
        ),
        pytest.param(
            ["<w:moveFrom>" + r("甲") + "</w:moveFrom>", "乙", "<w:moveTo>" + r("甲") + "</w:moveTo>"],
            "乙甲",
            id="move",
        ),
        pytest.param(["学位", r("草稿", VANISH), "500个"], "学位500个", id="hidden"),
        pytest.param(["学位", r("共", '<w:vanish w:val="0"/>'), "500个"], "学位共500个", id="not hidden"),
        pytest.param(
            [
                "<w:r><w:ruby><w:rt>" + r("lián") + "</w:rt><w:rubyBase>" + r("廉") + "</w:rubyBase></w:ruby></w:r>",
                "租房",
            ],
            "廉租房",
            id="ruby",
        ),
        pytest.param(
            ["<w:sdt><w:sdtPr/><w:sdtContent>" + r("12") + "</w:sdtContent></w:sdt>", "所"], "12所", id="control"
        ),
        pytest.param(
            [
                f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>",
                "12所",
            ],
            "12所",
            id="placeholder",
        ),
        pytest.param(["绿地50万m", r("2", '<w:vertAlign w:val="superscript"/>')], "绿地50万m²", id="raised"),
        pytest.param(["PM", r("2.5", '<w:vertAlign w:val="subscript"/>'), "浓度"], "PM2.5浓度", id="lowered"),
        pytest.param(['<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "95%"], "≥95%", id="symbol"),
        pytest.param(['<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>', "增收"], "①增收", id="Wingdings"),
        pytest.param([r("\uf0a3", '<w:rFonts w:ascii="Symbol"/>'), "30"], "≤30", id="private character"),
        pytest.param(
            ["<m:oMath><m:f><m:fPr/><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f>"
             "</m:oMath>", "以上"],
            "1/3以上",
            id="fraction",
        ),
        pytest.param(
            ["<m:oMath><m:sSup><m:e><m:r><m:t>km</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
             "</m:oMath>"],
            "km²",
            id="formula",
        ),
        pytest.param(["<w:neu><w:x/></w:neu>", "12所"], "12所", id="unknown element"),
        pytest.param([text_box(p("另建5所。")), "建12所。"], "建12所。\n\n另建5所。", id="text box"),
        pytest.param(
            ['<w:r><w:commentReference w:id="1"/><w:annotationRef/><w:lastRenderedPageBreak/></w:r>', "12所"],
            "12所",
            id="comment",
        ),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows(content: list[str], text: str) -> None:
    assert text_of(p(*content)) == text


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        pytest.param([p("一、目标"), p(), p(), p("建12所。")], "一、目标\n\n建12所。", id="one blank line"),
        pytest.param(
            [p("一"), p('<w:r><w:br w:type="page"/></w:r>'), p('<w:r><w:br w:type="page"/><w:t>二</w:t></w:r>')],
            "一\n\n二",
            id="page breaks",
        ),
        pytest.param(
            [p("新增", properties="<w:rPr><w:del/></w:rPr>"), p("学位500个。")], "新增学位500个。", id="deleted end"
        ),
        pytest.param(
            [p("建12所。", properties="<w:rPr><w:vanish/></w:rPr>"), tbl(tr("甲", "乙"))],
            "建12所。\n\n甲\t乙",
            id="hidden end before a table",
        ),
        pytest.param(
            [p("新", properties='<w:framePr w:dropCap="drop"/>'), p("增学位500个。")], "新增学位500个。", id="initial"
        ),
        pytest.param(
            ["<w:sdt><w:sdtContent>", p("建12所。"), "</w:sdtContent></w:sdt>", p("修5条路。")],
            "建12所。\n\n修5条路。",
            id="control around paragraphs",
        ),
        pytest.param(
            [
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
                f"<w:sdtContent>{p('一、目标 3')}</w:sdtContent></w:sdt>",
                p("一、目标"),
            ],
            "一、目标",
            id="contents in a control",
        ),
        pytest.param(
            [
                p(field("TOC", "一、目标", "3").removesuffix('<w:r><w:fldChar w:fldCharType="end"/></w:r>')),
                p("二、任务 7", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
                p("一、目标"),
            ],
            "一、目标",
            id="contents in a field",
        ),
        pytest.param(
            [
                p(field("TOC", "目标").removesuffix('<w:r><w:fldChar w:fldCharType="end"/></w:r>')),
                p("建12所。"),
            ],
            "目标\n\n建12所。",
            id="contents that never end",
        ),
        pytest.param(
            ["<mc:AlternateContent><mc:Choice Requires='x'>", p("甲"), "</mc:Choice><mc:Fallback>", p("乙"),
             "</mc:Fallback></mc:AlternateContent>"],
            "甲",
            id="alternatives",
        ),
    ],
)  # fmt: skip
def test_paragraphs_and_what_stands_around_them(blocks: list[str], text: str) -> None:
    assert text_of(*blocks) == text


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param([tr("指标", "2025年"), tr("学位", "500个")], ["指标\t2025年", "学位\t500个"], id="plain"),
        pytest.param([tr("指标", "", "单位"), tr("", "", "")], ["指标\t\t单位"], id="empty cells"),
        pytest.param([tr("指标", ""), tr("", "5")], ["指标\t", "\t5"], id="empty cells at the ends"),
        pytest.param(
            [tr(tc("目标", span=2), "单位"), tr("甲", "乙", "丙")],
            ["目标\t目标\t单位", "甲\t乙\t丙"],
            id="across",
        ),
        pytest.param(
            [
                tr(tc("就业", merge="restart"), "新增"),
                tr(tc(merge="continue"), "失业率"),
                tr(tc("教育", merge="restart"), "学位"),
                tr(tc(merge="continue"), "学校"),
                tr("医疗", "床位"),
            ],
            ["就业\t新增", "就业\t失业率", "教育\t学位", "教育\t学校", "医疗\t床位"],
            id="downwards",
        ),
        pytest.param(
            [tr(tc("民生", span=2, merge="restart"), "一"), tr(tc(span=2, merge="continue"), "二")],
            ["民生\t民生\t一", "民生\t民生\t二"],
            id="across and downwards",
        ),
        pytest.param([tr(tc("建12所", "修5条"), "乙")], ["建12所 修5条\t乙"], id="paragraphs in a cell"),
        pytest.param(
            [tr(tc("甲", tbl(tr("子", "丑"), tr("寅", "卯")), "末"), "乙")],
            ["甲 子 丑 寅 卯 末\t乙"],
            id="table in a cell",
        ),
        pytest.param([tr("甲", "乙"), tr("丙", "丁", properties="<w:del/>")], ["甲\t乙"], id="deleted row"),
        pytest.param([tr("甲", "乙"), tr("丙", "丁", properties="<w:hidden/>")], ["甲\t乙"], id="hidden row"),
        pytest.param(
            [tr("甲", "乙"), tr("丁", properties='<w:gridBefore w:val="1"/>')],
            ["甲\t乙", "\t丁"],
            id="row begins later",
        ),
        pytest.param(
            ["<w:sdt><w:sdtContent>", tr("<w:sdt><w:sdtContent>" + tc("甲") + "</w:sdtContent></w:sdt>", "乙"),
             "</w:sdtContent></w:sdt>"],
            ["甲\t乙"],
            id="controls",
        ),
        pytest.param([tr("表内\n换行", "乙　丙")], ["表内 换行\t乙 丙"], id="blanks"),
    ],
)  # fmt: skip
def test_tables_are_given_row_by_row(rows: list[str], lines: list[str]) -> None:
    assert text_of(p("前"), tbl(*rows), p("后")) == "\n".join(["前", "", *lines, "", "后"])


def test_a_blank_line_parts_two_tables() -> None:
    assert text_of(tbl(tr("甲", "乙")), p(), tbl(tr("丙", "丁"))) == "甲\t乙\n\n丙\t丁"


def test_a_table_of_one_column_is_a_frame_around_paragraphs() -> None:
    assert text_of(tbl(tr(tc("一、目标", "建12所。")), tr("二、任务"))) == "一、目标\n\n建12所。\n\n二、任务"


def test_a_long_merged_cell_stands_once() -> None:
    long = "加快建设" * 300
    assert text_of(tbl(tr(tc(long, span=2), "乙"), tr("甲", "乙", "丙"))) == f"{long}\t\t乙\n甲\t乙\t丙"


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_lines_of_their_own_and_leave_no_number_behind(kind: str) -> None:
    notes = {
        f"{kind}s": f'<w:{kind} w:type="separator" w:id="-1">{p("——")}</w:{kind}>' + note(kind, 2, "不含民办学校。")
    }
    text = text_of(p("新建学校12", cite(kind, 2), "所。"), p("修路5条。"), **notes)
    assert text == "新建学校12所。\n\n修路5条。\n\n不含民办学校。"


def test_footnotes_come_before_endnotes() -> None:
    blocks = [p("学校", cite("endnote", 1)), p("道路", cite("footnote", 1))]
    text = text_of(*blocks, footnotes=note("footnote", 1, "国道。"), endnotes=note("endnote", 1, "公办。"))
    assert text == "学校\n\n道路\n\n国道。\n\n公办。"


def test_a_note_in_a_table_is_given_once() -> None:
    text = text_of(
        tbl(tr(tc(p("学位", cite("footnote", 2))), "500个"), tr(tc(p("学校", cite("footnote", 2))), "12所")),
        p("后"),
        footnotes=note("footnote", 2, "公办。"),
    )
    assert text == "学位\t500个\n学校\t12所\n\n后\n\n公办。"


def test_a_note_that_refers_to_itself_and_to_another_is_given_once() -> None:
    first = f'<w:footnote w:id="1">{p("甲", cite("footnote", 1), cite("footnote", 2))}</w:footnote>'
    assert text_of(p("正文", cite("footnote", 1)), footnotes=first + note("footnote", 2, "乙")) == "正文\n\n甲\n\n乙"


def test_the_mark_of_a_note_that_the_writer_chose_is_no_text() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>3</w:t></w:r>'
    assert text_of(p("新增学位500", own, "个"), footnotes=note("footnote", 1, "公办。")) == "新增学位500个\n\n公办。"


def test_styles_hide_text() -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="a"><w:rPr>{VANISH}</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        f'<w:style w:type="character" w:styleId="c"><w:rPr>{VANISH}</w:rPr></w:style>'
    )
    text = text_of(
        p("隐藏", style="b"),
        p("建", r("草", '<w:rStyle w:val="c"/>'), r("12所", '<w:rStyle w:val="d"/>')),
        styles=styles,
    )
    assert text == "建12所"


def test_styles_based_on_each_other_in_a_circle_are_harmless() -> None:
    styles = "".join(
        f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>' for one, other in ("ab", "ba")
    )
    assert text_of(p("12所", style="a"), styles=styles) == "12所"


def test_what_was_left_out_is_told() -> None:
    chart = '<w:r><w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r>'
    content = read(
        docx(
            p("建", r("草", VANISH), "<w:ins>" + r("12所") + "</w:ins>", "<w:del/>", chart),
            '<w:altChunk r:id="rId9"/>',
            p('<w:r><w:sym w:font="Schrift" w:char="F041"/><w:sym w:font="Schrift" w:char="F042"/></w:r>'),
        ),
        "a.docx",
        None,
    )
    assert content.text == "建12所"
    assert content.repairs == (
        "2 tracked changes taken as accepted",
        "1 hidden passage left out",
        "1 embedded document left out",
        "1 chart left out",
        "2 signs of unknown fonts left out",
    )


PRINTED = ["　　今年我们将新建改扩建义务教育学校十二所新增公办", "学位一万二千个以上继续办好家门口的学校稳步提高普惠"]


def test_lines_of_a_page_that_was_made_a_document_are_left_for_mending() -> None:
    assert text_of(*[p(line) for line in PRINTED * 10]) == "\n".join(PRINTED * 10)


def test_lines_that_nobody_could_put_together_are_paragraphs() -> None:
    assert text_of(*[p(PRINTED[1])] * 20) == "\n\n".join(PRINTED[1:] * 20)


def test_unfinished_lines_of_any_length_are_paragraphs() -> None:
    listed = ["建" * length for length in range(16, 46)]
    assert text_of(*map(p, listed)) == "\n\n".join(listed)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("某市2026年工作报告", "某市2026年工作报告"),
        ("某市2024年工作报告", None),
        ("报告", None),
        ("", None),
    ],
)
def test_the_title_among_the_properties_counts_if_the_text_has_it(title: str, shown: str | None) -> None:
    content = read(docx(p("某市"), p("2026年工作报告"), p("建12所。"), title=title), "a.docx", None)
    assert content.metadata.title == shown
    assert (content.format, content.encoding, content.pages, content.metadata.date) == ("docx", None, (), None)


def test_pictures_without_text_ask_for_recognition() -> None:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    picture = f'<w:r><w:drawing><a:graphicData uri="{uri}"/></w:drawing></w:r>'
    with pytest.raises(DocumentError, match=r"a\.docx: no text, only 2 pictures \(run text recognition"):
        read(docx(p(picture), p(picture)), "a.docx", None)


def test_without_lxml_the_message_has_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(DocumentError, match=r"pip install 'pledgeminer\[docx\]'"):
        read(docx(p("建12所。")), "a.docx", None)


def test_strict_files_say_the_same() -> None:
    blocks = [p("下降", "<w:ins>" + r("2%") + "</w:ins>"), tbl(tr(tc("甲", span=2)))]
    strict = {
        path: str(content)
        .replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for path, content in docx_parts(*blocks).items()
    }  # fmt: skip
    assert read(zipped(strict), "a.docx", None) == read(docx(*blocks), "a.docx", None)
