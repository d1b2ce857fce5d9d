"""A page's text as lines: what a person sees, and nothing else."""

from __future__ import annotations

import pytest

from pledgeminer.documents.formats.html import read


def text_of(body: str) -> str:
    return read(f"<meta charset=utf-8><body>{body}".encode(), "a.html", None).text.removesuffix("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>新增就业5万人，</p><p>培训2万人</p>", "新增就业5万人，\n\n培训2万人"),
        ("新增就业5万人，<br>培训2万人", "新增就业5万人，\n培训2万人"),
        ("新增就业5万人，<br><br>培训2万人", "新增就业5万人，\n\n培训2万人"),
        ("<p>新增就业5万人，<p>培训2万人", "新增就业5万人，\n\n培训2万人"),
        ("<div>新增就业5万人，<div>培训2万人</div>其他", "新增就业5万人，\n\n培训2万人\n\n其他"),
        ("新增就业<s>3</s>5万人，<del>培训2万人，</del>补助<strike>1</strike>2亿元", "新增就业5万人，补助2亿元"),
        ("新增就业<span style='text-decoration: line-through'>3</span>5万人", "新增就业5万人"),
        ("<s>" + "新增就业5万人，" * 200, "新增就业5万人，" * 200),
        ("新增<b>就业</b><span>5</span><i>万</i>人", "新增就业5万人"),
        ("新增<font size=2>就业5万人", "新增就业5万人"),
        ("新增就\n  业5万\r\n\t人，one\ntwo", "新增就业5万人，one two"),
        ("<p>新增  \t 就业</p>", "新增 就业"),
        ("<p>&nbsp;&nbsp;新增&nbsp;就业&#8195;5万人&nbsp;</p>", "  新增 就业 5万人"),
        ("<p>　　新增就业　5万人</p>", "　　新增就业　5万人"),
        ("新增&#8203;就&shy;业<wbr>5万人", "新增就业5万人"),
        ("<p>&nbsp;</p><p>　</p>新增就业", "新增就业"),
        ("<span style='display:block'>新增就业5万人，</span>培训2万人", "新增就业5万人，\n\n培训2万人"),
        ("<pre>新增 就业\n  培训  2万人</pre>", "新增 就业\n培训 2万人"),
        ("<p style='white-space: pre-wrap'>新增就业\n\n培训2万人</p>", "新增就业\n\n培训2万人"),
        ("新增&amp;就业&lt;5&#x4E07;人", "新增&就业<5万人"),
    ],
)
def test_lines_and_blanks(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("面积5万m<sup>2</sup>", "面积5万m2"),
        ("产值3000<sup>1</sup>亿元", "产值3000¹亿元"),
        ("产值10<sup>-3</sup>亿元", "产值10⁻³亿元"),
        ("产值3000亿元<sup>[1]</sup>", "产值3000亿元[1]"),
        ("产值3000亿元<sup><a href=#n1>12</a></sup>。", "产值3000亿元¹²。"),
        ("PM<sub>2.5</sub>浓度", "PM2.5浓度"),
        ("<ruby>鲅<rp>(</rp><rt>bà</rt><rp>)</rp></ruby>鱼", "鲅鱼"),
    ],
)
def test_raised_and_lowered_letters_do_not_join_a_number(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<ul><li>新增就业<li>培训", "• 新增就业\n\n• 培训"),
        ("<ol><li>新增就业<li>培训", "1. 新增就业\n\n2. 培训"),
        ("<ol start=4><li>新增就业<li value=9>培训<li>其他", "4. 新增就业\n\n9. 培训\n\n10. 其他"),
        ("<ol><li>一、新增就业<li>（二）培训<li>3.其他<li>①其他", "一、新增就业\n\n（二）培训\n\n3.其他\n\n①其他"),
        ("<ol><li>1.5万人新增就业<li>2023年培训", "1. 1.5万人新增就业\n\n2. 2023年培训"),
        ("<ul><li>—新增就业<li>●培训", "—新增就业\n\n●培训"),
        ("<ul style='list-style: none'><li>新增就业", "新增就业"),
        ("<ul><li style='list-style-type:none'>新增就业", "新增就业"),
        ("<ol><li><p>新增就业</p><p>培训</p><li>其他", "1. 新增就业\n\n培训\n\n2. 其他"),
        ("<ol><li>就业<ul><li>培训</ul><li>其他", "1. 就业\n\n• 培训\n\n2. 其他"),
        ("<ol start=x><li value=99999999999>新增就业", "1. 新增就业"),
        ("<li>新增就业", "• 新增就业"),
        ("<dl><dt>就业<dd>新增5万人", "就业\n\n新增5万人"),
    ],
)
def test_numbers_and_marks_of_lists(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>{}</p>",
        "<p style='color:red; DISPLAY : NONE'>{}</p>",
        "<p style='visibility:hidden'>{}</p>",
        "<p hidden>{}</p>",
        "<p aria-hidden=true>{}</p>",
        "<script>{}</script>",
        "<style>{}</style>",
        "<noscript><p>{}</p></noscript>",
        "<template><p>{}</p></template>",
        "<textarea>{}</textarea>",
        "<select><option>{}</select>",
        "<button>{}</button>",
        "<svg><text>{}</text></svg>",
        "<iframe>{}</iframe>",
        "<!-- {} -->",
        "<input value='{}'>",
        "<img alt='{}'>",
        "<dialog>{}</dialog>",
    ],
)
def test_what_is_not_shown_is_left_out(hidden: str) -> None:
    body = f"<p>今年新增就业5万人。</p>{hidden.format('新建学校20所。')}<p>培训2万人。</p>"
    assert text_of(body) == "今年新增就业5万人。\n\n培训2万人。"


@pytest.mark.parametrize("shown", ["<details><summary>详情</summary>{}</details>", "<math><mtext>{}</mtext></math>"])
def test_what_a_click_shows_is_kept(shown: str) -> None:
    assert "新建学校20所。" in text_of(f"<p>今年新增就业5万人。</p>{shown.format('新建学校20所。')}")
