"""Whole pages: each sample page with the text that is read from it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from pledgeminer import extract
from pledgeminer.documents.content import Metadata
from pledgeminer.documents.formats.html import read
from pledgeminer.errors import DocumentError

PAGES = Path(__file__).parents[1] / "pages"
WITH_TEXT = sorted(path.with_suffix("").name for path in PAGES.glob("*.txt"))
EXTRA = "? "
"""What begins a line of a sample's text that is no part of the article, but comes along with it."""

SITE = (
    '<div><a href="/">首页</a><a href="/zw">政务</a><a href="/fw">服务</a></div>{}<div><a href="/1">关于本站</a></div>'
)


def expected(name: str) -> str:
    lines = (PAGES / f"{name}.txt").read_text("utf-8").split("\n")
    return "\n".join(line.removeprefix(EXTRA) for line in lines)


def page(name: str) -> bytes:
    return (PAGES / f"{name}.html").read_bytes()


@pytest.mark.parametrize("name", WITH_TEXT)
def test_sample_page(name: str) -> None:
    assert read(page(name), f"{name}.html", None).text == expected(name)


@pytest.mark.parametrize(
    ("name", "metadata"),
    [
        ("gov-trs", Metadata(date="2023-01-20", title="2023年临江市政府工作报告")),
        ("gov-ucap", Metadata(date="2022-06-13", title="关于印发安平省促进就业行动方案的通知")),
        ("news-gbk-2003", Metadata(date="2003-02-18", title="我市部署今年农业农村工作")),
        ("zoom-nested", Metadata(date="2024-03-05", title="东湖区：五年建成口袋公园60个")),
        ("wordpress", Metadata(date="2021-10-01", title="解读：滨海新区养老服务三年计划")),
        ("tw-big5", Metadata(title="縣府推動社會住宅　三年興建1200戶")),
        ("speech-repeats", Metadata(date="2018-11-09", title="区长在企业家座谈会上的讲话（实录）")),
        ("related-inside", Metadata(date="2023-05-04", title="长河新区：三年培育专精特新企业500家")),
        ("aspx-form", Metadata(date="2012-03-01", title="白石县2012年水利建设计划")),
        ("epaper", Metadata(title="本市五年建综合管廊40公里")),
    ],
)
def test_title_and_day_of_publication(name: str, metadata: Metadata) -> None:
    assert read(page(name), name, None).metadata == metadata


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("gov-trs", "utf-8"), ("news-gbk-2003", "gb18030"), ("word-bare", "gb18030"), ("tw-big5", "big5")],
)
def test_encoding_that_the_page_declares(name: str, encoding: str) -> None:
    content = read(page(name), name, None)
    assert (content.format, content.encoding, content.repairs, content.warnings) == ("html", encoding, (), ())


@pytest.mark.parametrize("name", WITH_TEXT)
def test_no_number_comes_in_from_around_the_article(name: str) -> None:
    # The samples have commitments in their menus, lists of news and comments, which must not be found.
    text = read(page(name), name, None).text
    inside = re.findall(r"\d+(?:\.\d+)?", expected(name))
    assert set(re.findall(r"\d+(?:\.\d+)?", text)) == set(inside)


def test_commitments_of_a_page_are_those_of_its_text() -> None:
    text = read(page("gov-trs"), "gov-trs.html", None).text
    found = {(record.quantity, record.indicator) for record in extract(text, date="2023-01-20")}
    assert {("12所", "幼儿园"), ("3600个", "学位")} <= found
    assert not {quantity for quantity, _ in found} & {"20所", "5万亩"}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (page("frameset"), r"frames; save those: left\.htm, main\.htm"),
        (page("script-only"), "filled by a script"),
        (page("script-shell"), "filled by a script"),
        (b"", "this page has no text"),
        (b"<html><body></body></html>", "this page has no text"),
        (SITE.format("").encode(), "no text but links"),
        ("<p hidden>今年新增就业5万人。".encode().replace(b"<p hidden>", b"<script>"), "no text"),
    ],
)
def test_page_without_text(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as raised:
        read(data, "a.html", None)
    assert raised.value.where == "a.html"
    assert raised.value.hint


def test_missing_package_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "turbohtml", None)
    with pytest.raises(DocumentError, match=r"turbohtml.*pip install 'pledgeminer\[html\]'"):
        read(b"<p>text.", "a.html", None)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<p>今年新增就业5万人。</p>", "今年新增就业5万人。\n", id="one paragraph and no site"),
        pytest.param("今年新增就业5万人", "今年新增就业5万人\n", id="no tag at all"),
        pytest.param(
            SITE.format("<h1>民生实事</h1><div><p>今年新增就业5万人。</p></div>"),
            "民生实事\n\n今年新增就业5万人。\n",
            id="heading outside of the article's box",
        ),
        pytest.param(
            SITE.format(
                "<div><p>提要：今年新增就业5万人。</p></div>"
                "<div id=zoom><p>会议提出，明年培训2万人。</p><p>会议要求抓落实。</p></div>"
            ),
            "提要：今年新增就业5万人。\n\n会议提出，明年培训2万人。\n\n会议要求抓落实。\n",
            id="text before the article's box",
        ),
        pytest.param(
            SITE.format(
                "<p>会议提出，明年培训2万人。</p>"
                "<ul><li><a href=/2>我市将新建学校20所</a></li><li><a href=/3>道路8条</a></li></ul>"
                "<p>会议要求，2月底前落实。</p>"
            ),
            "会议提出，明年培训2万人。\n\n会议要求，2月底前落实。\n",
            id="list of news within the article",
        ),
        pytest.param(
            SITE.format("<div class=footer><p>今年新增就业5万人，培训2万人。</p></div>"),
            "今年新增就业5万人，培训2万人。\n",
            id="unlucky name",
        ),
        pytest.param(
            "<p><a href=/x>全文<p>会议提出，明年培训2万人。</p><p>会议要求，2月底前落实。</p>",
            "全文\n\n会议提出，明年培训2万人。\n\n会议要求，2月底前落实。\n",
            id="link that was never closed",
        ),
        pytest.param(
            "<form><input value=1><table><tr><td>会议提出，明年培训2万人。</td></tr></table></form>",
            "会议提出，明年培训2万人。\n",
            id="form around the page",
        ),
        pytest.param(
            SITE.format("<div style='visibility:hidden'><p>今年新增就业5万人。</p><p hidden>版本3。</p></div>"),
            "今年新增就业5万人。\n",
            id="shown by a script",
        ),
        pytest.param(
            "<p>今年新增就业5万人。</p><div style='display: none'><p>新增就业5万人。</p></div>",
            "今年新增就业5万人。\n",
            id="hidden",
        ),
    ],
)
def test_what_the_article_is(body: str, text: str) -> None:
    assert read(f"<meta charset=utf-8>{body}".encode(), "a.html", None).text == text


@pytest.mark.parametrize(
    ("head", "body", "first"),
    [
        ("<title>今年十件实事_临江市</title>", "<p>新增就业5万人。</p>", "今年十件实事"),
        ("<title>今年十件实事_临江市</title>", "<p>今年十件实事</p><p>新增就业5万人。</p>", "今年十件实事"),
        ("<title>今年的十件实事</title>", "<h1>今年的<br>十件实事</h1><p>新增就业5万人。</p>", "今年的"),
        ("<meta property=og:title content=今年的十件实事>", "<p>新增就业5万人。</p>", "今年的十件实事"),
        ("<title>临江市</title>", "<h1>今年的十件实事</h1><p>新增就业5万人。</p>", "今年的十件实事"),
        ("", "<p>新增就业5万人。</p>", "新增就业5万人。"),
    ],
)
def test_headline_is_the_first_line_once(head: str, body: str, first: str) -> None:
    text = read(f"<meta charset=utf-8>{head}<body>{body}".encode(), "a.html", None).text
    assert text.split("\n")[0] == first
    assert text.count("实事") <= 1
    assert text.endswith("新增就业5万人。\n")
