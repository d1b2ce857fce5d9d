"""Text that was decoded wrongly and saved is read back; what is sound stays, what is lost is marked."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgeminer.documents.mojibake import repair

LINE = "今年，全市将新建学校12所，新增学位8000个以上，改造老旧小区86个。"
OTHER = "——市财政局：投资增长10%以上（含）；“一网通办”覆盖2×3个区！"


def as_gbk(text: str, hole: str = "\ufffd") -> str:
    """Return ``text`` with its UTF-8 read as GBK by Windows, with a ``hole`` for a byte that is no half of a letter."""
    shown, data, at = "", text.encode(), 0
    while at < len(data):
        size = 2 if data[at] > 0x80 and data[at + 1 : at + 2] > b"\x7f" else 1
        part = data[at : at + size]
        shown += part.decode("gb18030", "ignore") or ("€" if part == b"\x80" else hole)
        at += size
    return shown


def as_cp1252(data: bytes) -> str:
    """Return ``data`` read as cp1252, or as Latin-1 where that has nothing."""
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in data)


# What is shown; what was meant.
MENDED = [
    # UTF-8 read as GBK
    ("浣犲ソ", "你好"),
    (as_gbk("新增公共车位"), "新增公共车位"),
    (as_gbk("　　一、二〇二五年工作"), "　　一、二〇二五年工作"),
    # UTF-8 read as Latin-1 and cp1252
    ("ä½\xa0å¥½", "你好"),
    ("ä½ å¥½", "你好"),
    (LINE.encode().decode("latin-1"), LINE),
    (as_cp1252(LINE.encode()), LINE),
    (as_cp1252(OTHER.encode()), OTHER),
    # … twice
    (as_cp1252(as_cp1252(LINE.encode()).encode()), LINE),
    # GBK read as Latin-1 and cp1252
    ("ÐÂÔö", "新增"),
    (LINE.encode("gbk").decode("latin-1"), LINE),
    (as_cp1252(OTHER.encode("gbk")), OTHER),
    ("½¨Éè5¸öÖÐÐÄ", "建设5个中心"),
]


@pytest.mark.parametrize(("shown", "meant"), MENDED)
def test_a_text_read_back(shown: str, meant: str) -> None:
    text, phrases = repair(shown)
    assert text == meant
    assert len(phrases) == 1


@pytest.mark.parametrize(
    "shown", [LINE.encode().decode("latin-1"), as_cp1252(LINE.encode("gbk")), as_gbk("新增公共车位")]
)
def test_a_line_in_a_sound_text(shown: str) -> None:
    before, behind = f"{OTHER}\r\n" * 20, f"\r\n{LINE}"
    text, phrases = repair(before + shown + behind)
    assert text in (before + LINE + behind, before + "新增公共车位" + behind)
    assert phrases[0].startswith("1 line of ")


# What is shown, in which letters were lost; what is left.
LOSSY = [
    ("增长锟斤拷5%，投资锟斤拷锟斤拷3亿元", "增长\ufffd5%，投资\ufffd\ufffd3亿元"),
    (as_gbk("大会报告政府工作：", "?"), "大会报告政府工作\ufffd"),
    (as_gbk("全市将新建公办学校5所以上", "?"), "全市将新建公办学\ufffd5所以上"),
    # A converter may take the digit for the second half of a letter.
    (as_gbk("全市将新建公办学校5所以上", "?").replace("?5", "?"), "全市将新建公办学\ufffd所以上"),
    (as_cp1252(LINE.encode()).replace("\x8d", "\ufffd"), LINE.replace("位", "\ufffd")),
    (as_cp1252(LINE.encode()).replace("\x8d", "?"), LINE.replace("位", "\ufffd")),
    (as_cp1252(LINE.encode("gbk")).replace("Ñ", "\ufffd"), LINE.replace("学", "\ufffd")),
    (as_cp1252(LINE.encode("gbk")).replace("§", "?"), LINE.replace("学", "\ufffd")),
]


@pytest.mark.parametrize(("shown", "meant"), LOSSY)
def test_what_is_lost_is_marked(shown: str, meant: str) -> None:
    text, phrases = repair(shown)
    assert text == meant
    if "\ufffd" not in shown:
        assert phrases[-1].endswith(("lost character marked", "lost characters marked"))


SOUND = [
    "",
    LINE,
    f"{LINE}\n{OTHER}\n",
    LINE.replace("新建", "興建").replace("个", "個"),
    "Café Müller, Zürich — 5 µg/m³, ±2°C, 3×5 £20 ¡Olé! naïve “quoted”",
    "市长会见Åse Øverås一行，¥5000、25°、PM2.5·PM10、2×35万千瓦",
    "锛是古字，鐨、涓滴归公，浜、鏂、銆",
    "什么?怎么办?!\ufffd已有的缺字",
    "Ñandú ÄÖÜ äöü ß",
    "Привет, 你好",
]


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text(text: str) -> None:
    assert repair(text) == (text, ())


PHRASES = [
    (f"{as_cp1252(LINE.encode())}\n{as_cp1252(OTHER.encode())}", ("2 lines of UTF-8 read as cp1252 repaired",)),
    (as_cp1252(LINE.encode("gbk")), ("1 line of GBK read as cp1252 repaired",)),
    (as_gbk("你好"), ("1 line of UTF-8 read as GBK repaired",)),
    ("增长锟斤拷5%", ("1 lost character marked",)),
    (
        as_gbk("大会报告政府工作：", "?"),
        ("1 line of UTF-8 read as GBK repaired", "1 lost character marked"),
    ),
]


@pytest.mark.parametrize(("shown", "phrases"), PHRASES)
def test_what_was_done_is_said(shown: str, phrases: tuple[str, ...]) -> None:
    assert repair(shown)[1] == phrases


CHINESE = st.text(
    st.sampled_from("今年全市将新建学校12所，新增位8000个以上。投资增长0%；“一网通办”（含）区县\n"), max_size=80
)
WRONG = st.sampled_from([as_gbk, lambda text: as_cp1252(text.encode()), lambda text: as_cp1252(text.encode("gbk"))])


@given(CHINESE, WRONG)
@settings(max_examples=300, deadline=None)
def test_no_number_is_made(text: str, wrong: object) -> None:
    """Of a text read wrongly comes, letter for letter, what it was, or a mark."""
    assert callable(wrong)
    shown = "\n".join(map(wrong, text.split("\n")))
    back, phrases = repair(shown)
    if phrases:
        for line, one, meant in zip(back.split("\n"), shown.split("\n"), text.split("\n"), strict=True):
            letters = ("." if char == "\ufffd" else re.escape(char) for char in line)
            assert line == one or re.fullmatch("".join(letters), meant)


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    back, phrases = repair(text)
    assert (back == text) == (phrases == ())
    assert text.count("\n") == back.count("\n")


def test_the_time_grows_with_the_text_only() -> None:
    line = as_gbk(LINE) + "?" + as_cp1252(OTHER.encode()) + "\ufffd"
    seconds = []
    for count in (500, 4000):
        started = time.perf_counter()
        repair(line * count)
        repair(f"{line}\n" * count)
        seconds.append(time.perf_counter() - started)
    assert seconds[1] < 40 * seconds[0]
