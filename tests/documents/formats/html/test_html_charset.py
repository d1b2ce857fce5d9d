"""What a page declares of its encoding, and what its bytes are."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.documents.formats.html import read
from pledgeminer.documents.formats.html.charset import decode_page
from pledgeminer.errors import DocumentError

TEXT = "全市新增公共停车位5000个以上，近视率下降1%。"
OLD = "全市新增公共停車位5000個以上，近視率下降1%。"


def meta(charset: str) -> bytes:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'.encode()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(meta("gb2312") + TEXT.encode("gbk"), "gb18030", id="gb2312 means gb18030"),
        pytest.param(meta("gb2312") + (TEXT + "龘").encode("gb18030"), "gb18030", id="a letter that GB2312 lacks"),
        pytest.param(b"<meta charset='GBK'>" + TEXT.encode("gbk"), "gb18030", id="short form"),
        pytest.param(b"<META CHARSET=x-gbk >" + TEXT.encode("gbk"), "gb18030", id="an old name"),
        pytest.param(b'<?xml version="1.0" encoding="GBK"?><html>' + TEXT.encode("gbk"), "gb18030", id="XML"),
        pytest.param(meta("utf-8") + TEXT.encode(), "utf-8", id="utf-8"),
        pytest.param(TEXT.encode(), "utf-8", id="nothing declared, UTF-8"),
        pytest.param((TEXT * 3).encode("gbk"), "gb18030", id="nothing declared, GBK"),
        pytest.param(meta("utf-8") + (TEXT * 3).encode("gbk"), "gb18030", id="declared wrongly as UTF-8"),
        pytest.param(meta("gb2312") + TEXT.encode(), "utf-8", id="declared wrongly as GB2312"),
        pytest.param(meta("iso-8859-1") + (TEXT * 3).encode("gbk"), "gb18030", id="Latin-1 says nothing"),
        pytest.param(meta("no-such-code") + TEXT.encode(), "utf-8", id="a name that nobody knows"),
        pytest.param(meta("utf-16") + TEXT.encode(), "utf-8", id="UTF-16 cannot be declared so"),
        pytest.param(codecs.BOM_UTF8 + meta("gbk") + TEXT.encode(), "utf-8", id="mark of UTF-8"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", id="mark of UTF-16"),
        pytest.param(f"<p>{TEXT}".encode("utf-16-le"), "utf-16-le", id="UTF-16 without a mark"),
        pytest.param(f"<p>{TEXT}".encode("utf-16-be"), "utf-16-be", id="UTF-16, big end first, without a mark"),
        pytest.param(meta("hz-gb-2312") + TEXT.encode("hz"), "hz", id="seven bits"),
    ],
)
def test_encoding(data: bytes, encoding: str) -> None:
    page = decode_page(data, "a.html", None)
    assert (page.encoding, page.lost) == (encoding, 0)
    assert TEXT in page.text


def test_big5_where_it_is_declared() -> None:
    content = read(meta("big5") + OLD.encode("big5"), "a.html", None)
    assert (content.text, content.encoding) == (f"{OLD}\n", "big5")


def test_letters_of_hong_kong() -> None:
    content = read(meta("big5") + (OLD + "咗嘅。").encode("big5hkscs"), "a.html", None)
    assert content.text == f"{OLD}咗嘅。\n"


def test_few_bytes_count_as_what_is_declared() -> None:
    # These two characters in GBK are sound UTF-8 as well.
    assert decode_page(meta("gb2312") + "联通".encode("gbk"), "a.html", None).text.endswith("联通")


def test_what_stands_around_the_page_goes_before_what_it_declares() -> None:
    data = meta("utf-8") + OLD.encode("big5")
    assert decode_page(data, "a.mht", None, declared="big5").text.endswith(OLD)


def test_a_character_that_was_cut_is_marked_and_told() -> None:
    data = meta("gb2312") + TEXT.encode("gbk") + b"<br>" + TEXT.encode("gbk")[:1] + b"<p>" + TEXT.encode("gbk")
    content = read(data, "a.html", None)
    assert content.text == f"{TEXT}\n\ufffd\n\n{TEXT}\n"
    assert content.repairs == ("1 damaged characters marked as \ufffd",)


def test_forced_encoding_wins() -> None:
    data = meta("utf-8") + OLD.encode("big5")
    assert read(data, "a.html", "big5").text == f"{OLD}\n"
    with pytest.raises(DocumentError, match="not ascii text"):
        read(data, "a.html", "ascii")


def test_a_guess_is_told() -> None:
    content = read(f"<p>{OLD * 20}</p>".encode("big5"), "a.html", None)
    assert content.text == f"{OLD * 20}\n"
    assert content.warnings == ("a.html: read as big5, which is a guess (if the words are wrong, say --encoding NAME)",)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.sampled_from(["utf-8", "gb18030"]))
def test_what_is_declared_rightly_comes_back(text: str, encoding: str) -> None:
    data = meta(encoding) + f"<p>{TEXT}{text}".encode(encoding)
    assert decode_page(data, "a.html", None).text.endswith(TEXT + text)


@given(st.binary())
def test_any_bytes_are_a_text_or_a_message(data: bytes) -> None:
    try:
        text = decode_page(data, "a.html", None).text
    except DocumentError:
        return
    assert text.encode().decode() == text
