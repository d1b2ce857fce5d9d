"""Tables of data row by row, those that lay the page out as lines."""

from __future__ import annotations

import pytest

from pledgeminer.documents.formats.html import read

FILL = "一段较长的文字，说明这一栏目的内容和要求。"


def text_of(body: str) -> str:
    return read(f"<meta charset=utf-8><body>{body}".encode(), "a.html", None).text.removesuffix("\n")


def table(*rows: str) -> str:
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        pytest.param(
            ["<th>指标<th>2025年", "<td>就业（万人）<td>5"],
            "指标\t2025年\n就业（万人）\t5",
            id="plain",
        ),
        pytest.param(
            ["<td>指标<td>2024年<td>2025年", "<td>就业<td><td>5", "<td><td>&nbsp;<td>6"],
            "指标\t2024年\t2025年\n就业\t\t5\n\t\t6",
            id="empty cells",
        ),
        pytest.param(
            ["<td>指标<td colspan=2>目标", "<td>就业<td>5<td>6"],
            "指标\t目标\t目标\n就业\t5\t6",
            id="columns joined",
        ),
        pytest.param(
            ["<td rowspan=2>市教育局<td>学校<td>5", "<td>学位<td>6"],
            "市教育局\t学校\t5\n市教育局\t学位\t6",
            id="rows joined",
        ),
        pytest.param(
            ["<td rowspan=2 colspan=2>项目<td>目标", "<td>2025年", "<td>教育<td>学校<td>5"],
            "项目\t项目\t目标\n项目\t项目\t2025年\n教育\t学校\t5",
            id="block joined",
        ),
        pytest.param(
            ["<td rowspan=0>市教育局<td>学校", "<td>学位", "<td>幼儿园"],
            "市教育局\t学校\n市教育局\t学位\n市教育局\t幼儿园",
            id="down to the end",
        ),
        pytest.param(
            ["<td colspan=3>指标<td colspan=x>目标", "<td colspan=3>就业<td>5"],
            "指标\t目标\n就业\t5",
            id="columns in which no cell begins",
        ),
        pytest.param(
            ["<td><p>改造</p>小区<br>（个）<td>目 标", "<td>就业<td><ul><li>5"],
            "改造 小区 （个）\t目 标\n就业\t• 5",
            id="lines in a cell",
        ),
        pytest.param(
            ["<td>指标<td>目标", "<td>就业<td>5", "<td hidden>版本<td hidden>3"],
            "指标\t目标\n就业\t5",
            id="hidden row",
        ),
        pytest.param(
            ["<td>项目<td>目标", "<td><table><tr><td>甲<td>乙</table><td>合计5所学校和6所幼儿园"],
            "项目\t目标\n甲 乙\t合计5所学校和6所幼儿园",
            id="small table in a cell",
        ),
        pytest.param(
            ["<td>指标<td>2025年", "<td><a href=1>就业人数</a><td>新增5万人以上"],
            "指标\t2025年\n就业人数\t新增5万人以上",
            id="links in cells",
        ),
    ],
)
def test_rows(rows: list[str], text: str) -> None:
    assert text_of(table(*rows)) == text


def test_blank_lines_around_a_table_and_its_caption_above() -> None:
    rows = "<caption>表1</caption><tr><td>指标<td>目标<tr><td>就业<td>5"
    text = text_of(f"<p>目标如下：</p><table>{rows}</table><table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>其他")
    assert text == "目标如下：\n\n表1\n\n指标\t目标\n就业\t5\n\n甲\t乙\n丙\t丁\n\n其他"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        pytest.param(["<td>会议提出，新增就业5万人。"], "会议提出，新增就业5万人。", id="one cell"),
        pytest.param(["<td>标题", "<td>会议提出，新增5万人。"], "标题\n\n会议提出，新增5万人。", id="one column"),
        pytest.param(["<td>标题<td>", "<td>会议提出。<td>"], "标题\n\n会议提出。", id="one column has text"),
        pytest.param(["<td>左栏<td>右栏"], "左栏\n\n右栏", id="one row"),
        pytest.param(
            ["<td>栏目<td>日期", f"<td>会议<td><p>{FILL}<p>{FILL}<p>{FILL}"],
            f"栏目\n\n日期\n\n会议\n\n{FILL}\n\n{FILL}\n\n{FILL}",
            id="a cell holds the article",
        ),
        pytest.param(
            [f"<td>标题<td><table><tr><td>{FILL}</table>", "<td>甲<td>乙"],
            f"标题\n\n{FILL}\n\n甲\n\n乙",
            id="a table holds the article",
        ),
    ],
)
def test_layout(rows: list[str], text: str) -> None:
    assert text_of(table(*rows)) == text


def test_layout_by_role() -> None:
    assert text_of("<table role=presentation><tr><td>甲<td>乙<tr><td>丙<td>丁</table>") == "甲\n\n乙\n\n丙\n\n丁"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("<tr><td colspan=1000>" + "丙" * 2_000 + "</tr><tr>" + "<td>乙" * 1_000, id="wide"),
        pytest.param("<tr>" + "<td rowspan=65534>甲" * 500 + "<tr><td>乙" * 1_000, id="tall"),
    ],
)
def test_merged_cells_cannot_make_a_huge_text(rows: str) -> None:
    text = text_of(f"<table border=1>{rows}</table>")
    assert len(text) < 250_000
    assert text.count("乙") == 1_000
