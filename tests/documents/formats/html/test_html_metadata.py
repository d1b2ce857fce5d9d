"""What the head of a page says: the day of publication, and titles."""

from __future__ import annotations

import pytest
from turbohtml import parse

from pledgeminer.documents.formats.html.metadata import Head, iso_day


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
            ["改革——十件实事-临江市政府网", "临江市政府网"],
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
