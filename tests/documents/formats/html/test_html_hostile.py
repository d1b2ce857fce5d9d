"""Pages that were made to harm, or are no pages: an article or a message, in a time that grows with their size."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgeminer.documents.formats.html import read
from pledgeminer.errors import DocumentError

PAGES = Path(__file__).parents[1] / "pages"
S = "全市新增就业5万人。"

TAGS = ["p", "div", "b", "a", "table", "tr", "td", "th", "caption", "ul", "ol", "li", "br", "h1", "span", "pre", "sup"]
TAGS += ["font", "script", "style", "title", "body", "html", "head", "frameset", "select", "option", "svg", "math"]
TAGS += ["template", "nav", "aside", "ruby", "rt", "form", "textarea", "plaintext", "noscript", "dialog", "button"]
WITH_ATTRIBUTES = ["a href=x", "p hidden", "td colspan=3", "td rowspan=0", "li value=7", "div style=display:none"]
WITH_ATTRIBUTES += ["div class=share", "p style=white-space:pre", "ol start=-3", "font color=red"]
MARKS = [
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x",
    "&",
    "&#0;",
    "&#xD800;",
    "&#x110000;",
    "&nbsp;",
    "&lt",
    "<",
    ">",
    '"',
]
TEXTS = ["'", "=", "/", "\0", "\r", "\n", "\t", " ", S, "，2025年", "首页", "新建学校20所"]
pieces = [f"<{tag}>" for tag in TAGS + WITH_ATTRIBUTES] + [f"</{tag}>" for tag in TAGS] + MARKS + TEXTS
tag_soup = st.lists(st.sampled_from(pieces), max_size=80).map("".join)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 20_000 + S, id="boxes"),
        pytest.param("<div>" * 10_000 + S + "</div>" * 10_000, id="boxes that are closed"),
        pytest.param("<table><tr><td>" * 5_000 + S, id="tables"),
        pytest.param("<ul><li>" * 5_000 + S, id="lists"),
        pytest.param("<sup>1" * 20_000 + S, id="raised"),
        pytest.param("<a href=x><div>" * 5_000 + "</a>" * 5_000 + f"<p>{S}</p>" * 2, id="links"),
        pytest.param("<b><p>" * 5_000 + S, id="bold paragraphs"),
        pytest.param("<p>" + "".join(f"<font color={n}>" for n in range(60)) + f"</p><p>{S}", id="fonts"),
        pytest.param(f"<p>{S}</p>" * 20_000, id="paragraphs"),
        pytest.param(f"{S}<br>" * 20_000, id="breaks"),
        pytest.param(f"<p title='{'x' * 1_000_000}' style='{'list-style:' * 50_000}'>{S}", id="attribute"),
        pytest.param("<p " + " ".join(f"a{n}=1" for n in range(20_000)) + f">{S}", id="attributes"),
        pytest.param("<" * 200_000 + S, id="angles"),
        pytest.param(f"{S}<!--" * 20_000, id="comments"),
        pytest.param("&#x110000;&#0;&#xD800;&#99999999999;&bogus;" * 1_000 + S, id="entities"),
        pytest.param(f'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><p>&b;{S}', id="doctype"),
        pytest.param("全" + "\n" * 500_000 + S, id="newlines"),
        pytest.param("<table border=1>" + "<tr><td colspan=1000>甲<td>乙" * 1_000 + f"</table>{S}", id="columns"),
        pytest.param(f"\0{S[:4]}\0{S[4:]}", id="zero bytes"),
        pytest.param(f"<title>{' -' * 100_000}</title>{S}", id="title"),
        pytest.param("<select>" + "<option>x" * 10_000 + f"</select>{S}", id="choices"),
    ],
)
def test_hostile_page_is_read_at_once(page: str) -> None:
    assert S in read(page.encode(), "a.html", None).text


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<p>" + "".join(f"<font color={n}>" for n in range(3_000)) + "<p>x" * 3_000 + S, id="fonts"),
        pytest.param("".join(f"<body a{n}=1>" for n in range(20_000)) + S, id="roots"),
    ],
)
def test_page_that_would_take_all_memory_is_refused(page: str) -> None:
    with pytest.raises(DocumentError, match="memory"):
        read(page.encode(), "a.html", None)


def test_entities_are_not_expanded() -> None:
    declared = '<!DOCTYPE x [<!ENTITY lol "ha"><!ENTITY all "&lol;&lol;&lol;&lol;">]>'
    assert "haha" not in read(f"{declared}<p>{S}&all;</p>".encode(), "a.html", None).text


@given(tag_soup)
def test_any_tags_make_a_text_or_a_message(page: str) -> None:
    _check(page.encode("utf-8"))


@settings(max_examples=40)
@given(st.data(), st.sampled_from(["gov-trs", "news-gbk-2003", "table-targets", "marks"]))
def test_a_damaged_page_makes_a_text_or_a_message(data: st.DataObject, name: str) -> None:
    page = bytearray((PAGES / f"{name}.html").read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(page)))
        page[at : at + data.draw(st.integers(0, 300))] = data.draw(st.binary(max_size=4))
    _check(bytes(page))


@pytest.mark.parametrize("share", [0.3, 0.5, 0.8, 0.95])
def test_a_truncated_page_keeps_what_there_is(share: float) -> None:
    lines = [f"<p>第{n}项工作，新增就业{n}万人。</p>" for n in range(100)]
    page = "<title>工作安排</title><div>" + "".join(lines) + "</div>"
    cut = page[: int(len(page) * share)]
    text = read(cut.encode(), "a.html", None).text
    whole = cut.count("</p>")
    assert [f"新增就业{n}万人。" in text for n in range(whole)] == [True] * whole


def _check(page: bytes) -> None:
    try:
        text = read(page, "a.html", None).text
    except DocumentError:
        return
    assert text.strip()
    assert not any(char in text for char in "\r\0")
    text.encode()
