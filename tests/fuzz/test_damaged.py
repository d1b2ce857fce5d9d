"""Files that were cut off, or in which bits were turned over: read as far as they go, or refused with a reason."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

import pytest
from builders import ELEMENTS, TEXT_WORDS, WORD_TEXTS, drawn, packed, word_file
from hypothesis import given, settings
from hypothesis import strategies as st
from seeds import drawing, saved, word_files
from targets import TARGETS, check_cleaned, check_records

from pledgeminer.documents.formats import docx, pdf
from pledgeminer.documents.model import Document

QUICK = settings(max_examples=40, deadline=None, derandomize=True)
PAGE = """<html><head><meta charset="gb2312"><title>2026年工作要点</title></head><body><div>首页 新闻</div>
<div class="content"><h1>2026年工作要点</h1><p>全市今年新增公共停车位5000个以上，由市城管局牵头，10月底前完成。</p>
<table><tr><th>指标</th><th>目标</th></tr>
<tr><td rowspan="2">新建学校</td><td>12所</td></tr><tr><td>3所</td></tr></table>
<p>近视率下降1个百分点，城镇登记失业率控制在3.5%以内，居民收入增长6%左右。</p></div></body></html>"""
TEXT = "今年新增公共停车位5000个以上。\n指标\t2025年\t2026年\n新建学校\t3所\t12所\n" * 3
Flips = list[tuple[int, int]]


@cache
def sample(form: str) -> bytes:
    """Return a sound file."""
    makers: dict[str, Callable[[], bytes]] = {
        "text": TEXT.encode,
        "decode": lambda: TEXT.encode("gb18030"),
        "html": lambda: PAGE.encode("gb18030"),
        "mhtml": lambda: saved(PAGE.encode("gb18030")),
        "docx": lambda: word_files()[2],
        "pdf": lambda: drawn(drawing(random.Random(1))),
        "archive": lambda: packed(bytes((0, 1, 1, 0, 0, 0, 5, 0xC9, 13, 0, 0, 3, 2, 1, 9, 3, 0))),
    }
    return makers[form]()


FORMS = ("text", "decode", "html", "mhtml", "docx", "pdf", "archive")


@pytest.mark.parametrize("form", FORMS)
def test_a_cut_file_is_refused_or_read(form: str) -> None:
    whole = sample(form)
    for end in range(0, len(whole), max(1, len(whole) // 60)):
        TARGETS[form](whole[:end])


@pytest.mark.parametrize("form", FORMS)
@given(flips=st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 7)), min_size=1, max_size=8))
@QUICK
def test_flipped_bits_are_refused_or_harmless(form: str, flips: Flips) -> None:
    data = bytearray(sample(form))
    for place, bit in flips:
        data[place % len(data)] ^= 1 << bit
    TARGETS[form](bytes(data))


@pytest.mark.parametrize("form", FORMS)
@given(begin=st.integers(0, 100_000), end=st.integers(0, 100_000), to=st.integers(0, 100_000))
@QUICK
def test_a_piece_in_another_place_is_refused_or_harmless(form: str, begin: int, end: int, to: int) -> None:
    """What stands between two places comes again at a third one."""
    data = sample(form)
    begin, end, to = (place % len(data) for place in (begin, end, to))
    TARGETS[form](data[:to] + data[begin:end] + data[to:])


@pytest.mark.parametrize("name", ["docx-xml", "pdf-drawn", "html-tags", "mhtml-parts", "archive-members", "listing"])
@given(data=st.binary(max_size=200))
@QUICK
def test_any_order_of_parts_is_refused_or_read(name: str, data: bytes) -> None:
    TARGETS[name](data)


WORDS = st.lists(st.sampled_from(TEXT_WORDS), max_size=40).map("".join)


@given(st.one_of(WORDS, st.text(max_size=60)))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_every_character_of_a_cleaned_text_has_its_place(text: str) -> None:
    check_cleaned(text)


CELLS = st.lists(st.sampled_from(TEXT_WORDS), max_size=3).map("".join)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4).map("\t".join), min_size=2, max_size=5).map("\n".join)


@given(st.one_of(WORDS, ROWS))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_records_of_any_text_are_whole_and_in_their_place(text: str) -> None:
    check_records(Document(text=text, source="-", date="2026-03-24"))


def test_the_rows_of_bytes_stand_for_what_they_should() -> None:
    """The frame of what is built is sound, or nothing but the frame would be tried."""
    row = bytes(ELEMENTS.index(name) for name in ("w:p", "w:r", "w:t")) + b"\xe0\xc0\xc0\xc0"
    assert docx.read(word_file(row), "a.docx", None).text == WORD_TEXTS[0xE0 % len(WORD_TEXTS)]
    assert pdf.read(drawn(bytes((0, 0, 0, 20, 20, 0))), "a.pdf", None).text.strip() == TEXT_WORDS[0]
