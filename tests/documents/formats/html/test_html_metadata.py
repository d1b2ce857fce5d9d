"""What the head of a page says: the day of publication, and titles."""

from __future__ import annotations

import pytest
from turbohtml import parse

from pledgeminer.documents.formats.html.boxes import Box, Line
from pledgeminer.documents.formats.html.metadata import Head, iso_day, visible_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-01-20 10:30", "2023-01-20"),
        ("2023-1-5", "2023-01-05"),
        ("2023/01/20", "2023-01-20"),
        ("2023.1.20", "2023-01-20"),
        ("2018年11月9日", "2018-11-09"),
        ("20230120", "2023-01-20"),
        ("2022-06-13-16:29:00", "2022-06-13"),
        ("2023-05-04T07:12:00+08:00", "2023-05-04"),
        ("2021-09-30T18:05:00Z", "2021-10-01"),
        ("2021-09-30T18:05:00.000Z", "2021-10-01"),
        ("2021-09-30T10:05:00+00:00", "2021-09-30"),
        ("2023-02-30", None),
        ("2023-13-01", None),
        ("1899-01-01", None),
        ("20230120153000", None),
        ("9999-12-31T23:59Z", None),
        ("今天", None),
        ("", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="PubDate" content="2023-01-20 10:30">', "2023-01-20"),
        ("<meta name=publishdate content=20230120>", "2023-01-20"),
        ('<meta property="article:published_time" content="2023-01-20T10:30:00+08:00">', "2023-01-20"),
        ('<meta itemprop="datePublished" content="2023-01-20">', "2023-01-20"),
        ('<meta name="weibo: article:create_at" content="2023-01-20">', "2023-01-20"),
        ("<meta name=PubDate content=x><meta name=publishdate content=2023-01-20>", "2023-01-20"),
        ("<meta name=PubDate content=2023-01-20><meta name=PubDate content=2024-01-20>", "2023-01-20"),
        ("<meta name=lastmodified content=2023-01-20>", None),
        ("<meta name=PubDate>", None),
        ("", None),
    ],
)
def test_day_of_publication(head: str, day: str | None) -> None:
    assert Head(parse(head)).date == day


@pytest.mark.parametrize(
    ("title", "likely", "parts"),
    [
        (
            "今年的十件实事_临江市人民政府",
            "今年的十件实事",
            ["今年的十件实事_临江市人民政府", "今年的十件实事", "临江市人民政府"],
        ),
        ("今年的\n十件实事", "今年的 十件实事", ["今年的 十件实事"]),
        (
            "改革——十件实事-临江市政府网",
            "改革——十件实事-临江市政府网",
            ["改革——十件实事-临江市政府网", "改革——十件实事", "临江市政府网"],
        ),
        ("", None, []),
    ],
)
def test_titles(title: str, likely: str | None, parts: list[str]) -> None:
    head = Head(parse(f"<title>{title}</title>"))
    assert (head.likely_title, head.title_parts) == (likely, parts)


def test_a_stated_title_goes_first() -> None:
    head = Head(parse("<title>甲_乙</title><meta property=og:title content=丙><meta name=ArticleTitle content='丁 '>"))
    assert (head.likely_title, head.titles) == ("丁", ["丁", "丙"])


def line(text: str, linked: int = 0) -> Line:
    return Line(text, Box("p", "", None, 0), len(text), linked)


@pytest.mark.parametrize(
    ("lines", "headline", "day"),
    [
        (["标题", "2024-05-13 08:49 来源：某报", "正文"], "标题", "2024-05-13"),
        (["某频道 ( 2012-06-04 09:20:26 )", "标题", "正文"], "标题", "2012-06-04"),
        (["2024-05-01 10:00 别的消息", *["短"] * 40, "标题", "2024年05月20日 9:47", "正文"], "标题", "2024-05-20"),
        (["2024-05-13 没有时刻"], "标题", None),
        (["标题", "正" * 120 + "2024-05-13 08:49"], "标题", None),
        (["2024-05-13 08:49"], None, "2024-05-13"),
    ],
)
def test_the_day_that_a_page_shows_near_its_headline(lines: list[str], headline: str | None, day: str | None) -> None:
    assert visible_day([line(text) for text in lines], headline) == day


def test_the_day_of_a_link_is_that_of_another_page() -> None:
    assert visible_day([line("标题"), line("2024-05-13 08:49 别的消息", linked=18)], "标题") is None
