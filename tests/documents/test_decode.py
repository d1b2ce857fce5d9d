from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.documents.decode import decode
from pledgeminer.errors import DocumentError

REPORT = "全市新增公共停车位5000个以上，近视率下降1%。\r\n城镇调查失业率控制在5.5%以内。\r" * 20
TRADITIONAL = "全市新增公共停車位5000個以上，近視率下降1%。\n" * 20

any_text = st.text(st.characters(exclude_categories=["Cs"]))
chinese_text = st.text(st.sampled_from("全市新增公共停车位5000个以上，近视率下降1%。\r\n力争办好"), min_size=1)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (REPORT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + REPORT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + REPORT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + REPORT.encode("utf-32-le"), "utf-32-le"),
        (REPORT.encode("gb18030"), "gb18030"),
        (REPORT.encode("gbk"), "gb18030"),
    ],
)
def test_encoding_is_detected(data: bytes, encoding: str) -> None:
    assert decode(data, source="a.txt") == (REPORT, encoding)


def test_big5_is_not_taken_for_gb18030_although_it_fits() -> None:
    assert decode(TRADITIONAL.encode("big5"), source="a.txt") == (TRADITIONAL, "big5")


def test_a_few_private_characters_do_not_change_gb18030() -> None:
    text = REPORT + "\ue5e5\ue000"
    assert decode(text.encode("gb18030"), source="a.txt") == (text, "gb18030")


@given(any_text)
def test_utf8_comes_back_unchanged(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode(), source="a.txt").text == text


@given(any_text.filter(lambda text: not text.startswith("\0")))
def test_utf16_comes_back_unchanged(text: str) -> None:
    # Behind the mark of UTF-16 a zero character would make it the mark of UTF-32.
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), source="a.txt").text == text


@given(chinese_text)
def test_gb18030_comes_back_unchanged(text: str) -> None:
    # The first character is no UTF-8 in any company.
    text = "车" + text
    assert decode(text.encode("gb18030"), source="a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "gb18030"])
@given(chinese_text)
def test_forced_encoding_comes_back_unchanged(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), source="a.txt", encoding=encoding).text == text


def test_only_one_mark_is_taken_off() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"1", source="a.txt").text == "\ufeff1"
    assert decode(codecs.BOM_UTF8 * 2 + b"1", source="a.txt", encoding="utf-8").text == "\ufeff1"
    assert decode(codecs.BOM_UTF8 * 2 + b"1", source="a.txt", encoding="utf-8-sig").text == "\ufeff1"


@pytest.mark.parametrize(
    ("data", "encoding", "problem", "hint"),
    [
        (b"12\xff", "utf-8", "not utf-8 text: byte 0xff at offset 2 does not fit", "leave --encoding out"),
        (b"12\xff3", "gb18030", "not gb18030 text: byte 0xff at offset 2", "leave --encoding out"),
        (codecs.BOM_UTF8 + b"12\xff", None, "not utf-8 text: byte 0xff at offset 5", "damaged"),
        (REPORT.encode() + b"\xff", None, "not utf-8 text: byte 0xff", "damaged"),
        (REPORT.encode("gbk") + b"\xff", None, "not gb18030 text: byte 0xff", "damaged"),
        (bytes(range(0x80, 0x100)) * 20, None, "encoding is not recognised", "--encoding big5"),
        (b"\0", "utf-16-le", "not utf-16-le text", "leave --encoding out"),
        (b"1+2AA-", "utf-7", "not utf-7 text: half a character (U+D800) at character 1", "leave --encoding out"),
    ],
)
def test_bytes_that_do_not_fit_are_named(data: bytes, encoding: str | None, problem: str, hint: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(data, source="a.txt", encoding=encoding)
    assert problem in caught.value.problem
    assert hint in caught.value.hint
    assert caught.value.where == "a.txt"


@given(st.binary())
def test_any_bytes_give_a_text_or_an_error(data: bytes) -> None:
    try:
        decoded = decode(data, source="a.txt")
    except DocumentError:
        return
    decoded.text.encode()
