"""Folding, one character for one: widths, radicals, and traditional text in simplified characters."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pledgeminer.text.fold as module
from pledgeminer.rules.ruleset import load_rules
from pledgeminer.text.fold import fold, is_traditional, simplify

LETTERS = load_rules().layout.letters

FOLDED = [
    ("ＡＢＣ（１２．５％）；", "ABC(12.5%);"),
    ("2–3个　4―5个", "2—3个 4—5个"),
    # Radicals and compatibility ideographs, which stand for letters in PDF
    ("⼆⼗个⼯程", "二十个工程"),
    ("樂⾦", "乐金".replace("乐", "樂")),
    ("新建学校3所。", "新建学校3所。"),
]

# Print of the mainland before 1956, of Taiwan and of Hong Kong, and what it is read as.
SIMPLIFIED = [
    ("發展經濟，興建學校", "发展经济，兴建学校"),
    ("裏裡", "里里"),
    ("羣眾與群衆", "群众与群众"),
    ("衛生、衞生", "卫生、卫生"),
    ("爲民，為民", "为民，为民"),
    ("啟用、啓用", "启用、启用"),
    ("路綫、路線", "路线、路线"),
    ("說明、説明", "说明、说明"),
    ("脫貧、脱貧", "脱贫、脱贫"),
    ("稅收、税收", "税收、税收"),
    ("鄉鎮、郷鎮", "乡镇、乡镇"),
    ("數値、淸潔、敎育、戸籍", "数值、清洁、教育、户籍"),
    ("隨著、著力、顯著、著名", "随着、着力、显著、著名"),
    ("計畫與計劃", "计划与计划"),
    ("乾淨的水，乾隆年間", "干净的水，乾隆年间"),
    ("1,000餘戶，佔三成", "1,000余户，占三成"),
    ("每週十分鐘", "每周十分钟"),
    ("二十臺檯燈", "二十台台灯"),
    ("三隻羊，五間屋", "三只羊，五间屋"),
    ("瞭解、憑藉、答覆", "了解、凭借、答复"),
    ("100公頃、20坪、3萬畝、5億噸、1兆元", "100公顷、20坪、3万亩、5亿吨、1兆元"),
    ("⻓江、⻋站、⻔户", "长江、车站、门户"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_folded(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(("text", "expected"), SIMPLIFIED)
def test_in_simplified_characters(text: str, expected: str) -> None:
    assert simplify(text, LETTERS) == expected


def test_only_lines_with_a_traditional_letter_are_converted() -> None:
    plain = "市教育局将新建学校3所，成效显著。"
    text = "\n".join([*[plain] * 20, "會議指出，要發展經濟。", plain])
    assert simplify(text, LETTERS) == text.replace("會議指出，要發展經濟", "会议指出，要发展经济")


def test_a_traditional_text_is_converted_in_all_its_lines() -> None:
    # 鸛 is too rare to be among the letters by which a line is known.
    text = "鸛州市\n本市將興建社會住宅，發展經濟，擴大就業。"
    assert simplify(text, LETTERS) == "鹳州市\n本市将兴建社会住宅，发展经济，扩大就业。"
    assert simplify("鸛州市", LETTERS) == "鸛州市"
    assert simplify("鸛州市", LETTERS, whole=True) == "鹳州市"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年將興建學校。", True),
        ("今年将新建学校。", False),
        ("", False),
        ("今年将新建学校。" * 2000 + "發展經濟。", False),
        ("今年将新建学校。" * 2000 + "今年將興建學校。" * 2000, True),
    ],
)
def test_whether_a_text_is_traditional(text: str, expected: bool) -> None:
    assert is_traditional(text, LETTERS) == expected


class _Longer:
    """A converter that has a phrase of more letters than it is for."""

    def __init__(self, known: Callable[[str], str]) -> None:
        self._known = known

    def convert(self, text: str) -> str:
        return self._known(text).replace("软件", "计算机软件")


def test_a_phrase_of_another_length_costs_no_more_than_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    converter = _Longer(module._converter().convert)
    monkeypatch.setattr(module, "_converter", lambda: converter)
    # Letter by letter 乾 is another word.
    assert simplify("乾隆年間的軟件\n乾隆年間的書籍", LETTERS) == "干隆年间的软件\n乾隆年间的书籍"


PIECES = [
    "發",
    "展經濟",
    "着",
    "著",
    "乾",
    "\0",
    "\ud800",
    "\U00020000",
    "衞",
    "⻓",
    "\n",
    "\r",
    "新建",
    "3",
    "　",
    "�",
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.text(max_size=60))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_text_keeps_its_length_and_its_lines(text: str) -> None:
    for folded in (fold(text), simplify(text, LETTERS), simplify(text, LETTERS, whole=True)):
        assert len(folded) == len(text)
        assert [at for at, char in enumerate(folded) if char == "\n"] == [
            at for at, char in enumerate(text) if char == "\n"
        ]


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_what_is_simplified_stays_so(text: str) -> None:
    once = simplify(text, LETTERS, whole=True)
    assert simplify(once, LETTERS) == once


def test_simplified_text_needs_no_converter() -> None:
    program = (
        "import sys, pledgeminer\n"
        "pledgeminer.extract('今年将新建学校3所。\\n成效显著。', date='2026-02-01')\n"
        "assert 'opencc' not in sys.modules\n"
        "records = pledgeminer.extract('今年將興建學校3所。\\n', date='2026-02-01')\n"
        "assert 'opencc' in sys.modules and records[0].value == 3\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
