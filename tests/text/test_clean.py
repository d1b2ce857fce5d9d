"""What cleaning makes of a page, and the way back from there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgeminer.rules.ruleset import load_rules
from pledgeminer.text.clean import CleanText, clean

LAYOUT = load_rules().layout

# Paragraphs that are long enough, or whole enough, for a break in them to be taken for a tear.
TORN = "粮食安全是头等大事。今年要统筹资金，新建和改造提升高标准农田"
BROKEN = (
    "会议要求，各镇各部门要把群众的急事难事放在心上，逐条梳理、逐项销号、逐月通报，"
    "能当场解决的决不拖到第二天，一时办不了的讲清缘由，坚持突出问题"
)

# Source; the paragraphs that it is cleaned to.
CLEANED = [
    # Hidden and decorative characters
    ("新增停车位5\u200b000个", ["新增停车位5000个"]),
    ("\ufeff新增停车位", ["新增停车位"]),
    ("新增\ue000停车位\uf8ff", ["新增停车位"]),
    (
        "新建学校。\u200b\n\n\ufeff新增车位。\u202c\n\u00ad改造小区。**\n打通道路。",
        ["新建学校。", "新增车位。", "改造小区。", "打通道路。"],
    ),
    ("新增\u00ad停车位", ["新增停车位"]),
    ("新增**停车位5000个**以上", ["新增停车位5000个以上"]),
    ("新增__停车位__以上", ["新增停车位以上"]),
    ("新增<b>停车位</b>以上", ["新增停车位以上"]),
    ('新增<span style="color:red">停车位</span>以上', ["新增停车位以上"]),
    # Blanks
    ("　　新增停车位5000个。", ["新增停车位5000个。"]),
    ("新增停车位5000个。  ", ["新增停车位5000个。"]),
    ("1 9 9 3 年，产量增长。", ["1993年，产量增长。"]),
    ("１ ９ ９ ３ 年，产量增长。", ["１９９３年，产量增长。"]),
    ("产量达到 1 900 吨，增长。", ["产量达到1900吨，增长。"]),
    ("政 府 工 作 报 告", ["政府工作报告"]),
    ("报 告", ["报告"]),
    ("新建 学校，改造 小区。", ["新建学校，改造小区。"]),
    ("- 城镇新增就业 12 万人", ["- 城镇新增就业12万人"]),
    ("- 12 万人新增就业", ["- 12万人新增就业"]),
    ("粮食产量　1400　亿斤以上", ["粮食产量1400亿斤以上"]),
    ("GDP 增长 5 % 左右", ["GDP 增长5%左右"]),
    ("新建 2 — 3 个平台", ["新建2—3个平台"]),
    # What a blank parts stays parted
    ("1 项目建设", ["1 项目建设"]),
    ("产值 亿元 5000 6900", ["产值 亿元5000 6900"]),
    ("改造三个片区，户数为 15 20 两档。", ["改造三个片区，户数为15 20两档。"]),
    ("1. 2026年，新建学校。", ["1. 2026年，新建学校。"]),
    ("市教育局局长 李明华", ["市教育局局长 李明华"]),
    # Sentences torn by a column
    (f"{TORN}4.\n\n5万亩，再改造小区。", [f"{TORN}4.5万亩，再改造小区。"]),
    (f"{TORN}\n\n5万亩，再改造小区。", [f"{TORN}5万亩，再改造小区。"]),
    (f"{TORN}9\r\n\r\n万亩，再改造小区。", [f"{TORN}9万亩，再改造小区。"]),
    (f"{BROKEN}\n\n导向，持续改善民生。", [f"{BROKEN}导向，持续改善民生。"]),
    ("新建学校\n，改造小区。", ["新建学校，改造小区。"]),
    ("新建学校，\n改造小区。", ["新建学校，改造小区。"]),
    ("（责任单位：\n市教育局）", ["（责任单位：", "市教育局）"]),
    # Lines of a hard width
    ("今年，全市将新建\n学校3所，改造\n小区5个。", ["今年，全市将新建学校3所，改造小区5个。"]),
    # A figure torn by a page whose lines have one width, in a numbered paragraph too; elsewhere two figures stay two
    (
        "为群众办好实事，完善公共服务，推进老旧街区更\n新改造。\n3. 办好民生实事，推进城市更新，年内新建学校1\n20所。",
        [
            "为群众办好实事，完善公共服务，推进老旧街区更新改造。",
            "3.办好民生实事，推进城市更新，年内新建学校120所。",
        ],
    ),
    (
        "办好民生实事，推进城市更新，居民出资与补助的比例为1:1\n500万元用于改造。",
        ["办好民生实事，推进城市更新，居民出资与补助的比例为1:1", "500万元用于改造。"],
    ),
    ("新建学校1\n20所。", ["新建学校1", "20所。"]),
    (
        "办好民生实事，推进城市更新，年内新建学校1\n2. 改造小区。",
        ["办好民生实事，推进城市更新，年内新建学校1", "2.改造小区。"],
    ),
    # A caption between the halves goes behind them
    (f"{BROKEN}\n\n■图为会议现场\n\n导向，持续改善民生。", [f"{BROKEN}导向，持续改善民生。", "■图为会议现场"]),
    # The number of a page too
    (f"{BROKEN}\n— 12 —\n导向，持续改善民生。", [f"{BROKEN}导向，持续改善民生。", "— 12 —"]),
    (
        "为群众办好实事，完善公共服务，推进街区改造\n工程。\n办好民生实事，推进城市更新，年内新建学校1\n- 5 -\n20所。",
        [
            "为群众办好实事，完善公共服务，推进街区改造工程。",
            "办好民生实事，推进城市更新，年内新建学校120所。",
            "- 5 -",
        ],
    ),
    # Paragraphs stay apart
    ("新建学校3所。\n改造小区5个。", ["新建学校3所。", "改造小区5个。"]),
    ("新建学校3所。\n\n改造小区5个。", ["新建学校3所。", "改造小区5个。"]),
    ("一、办好教育\n新建学校3所，改造小区。", ["一、办好教育", "新建学校3所，改造小区。"]),
    (f"{TORN}\n一、办好教育", [TORN, "一、办好教育"]),
    (f"{TORN}\n　　改造小区，打通道路。", [TORN, "改造小区，打通道路。"]),
    ("政府工作报告\n新建学校3所，改造小区。", ["政府工作报告", "新建学校3所，改造小区。"]),
    ("市教育局局长:\n新建学校3所，改造小区。", ["市教育局局长:", "新建学校3所，改造小区。"]),
    (f"{TORN}\n市财政局局长李明华：", [TORN, "市财政局局长李明华："]),
    ("——新建学校3所；\n——改造小区5个。", ["——新建学校3所；", "——改造小区5个。"]),
    ("新建学校3所，\r\r改造小区5个。", ["新建学校3所，改造小区5个。"]),
    # Nothing
    ("", []),
    (" \n\u3000\n\t\n", []),
]

# Source; what it is matched as.
MATCHED = [
    ("新增５０００个，增长５．５％（含）", "新增5000个,增长5.5%(含)"),
    ("2–3个，4―5个", "2—3个,4—5个"),
    ("５～６％", "5~6%"),
    ("今年將新增車位5,000個，並興建圖書館，發展經濟。", "今年将新增车位5,000个,并兴建图书馆,发展经济。"),
    # A line with one traditional character, and one with none
    (f"{BROKEN}，發展经济。\n成效显著。", f"{BROKEN}，发展经济。\n成效显著。".replace("，", ",")),
]


def shown(cleaned: CleanText) -> list[str]:
    return [cleaned.shown[start:end] for start, end in cleaned.paragraphs]


@pytest.mark.parametrize(("source", "paragraphs"), CLEANED)
def test_paragraphs(source: str, paragraphs: list[str]) -> None:
    assert shown(clean(source, LAYOUT)) == paragraphs


@pytest.mark.parametrize(("source", "expected"), MATCHED)
def test_folded_for_matching(source: str, expected: str) -> None:
    cleaned = clean(source, LAYOUT)
    assert cleaned.match.rstrip("\n") == expected
    assert len(cleaned.match) == len(cleaned.shown)


# Source; a part of the cleaned text; the part of the source that it came from.
BACK = [
    ("新增停车位5\u200b000个", "5000个", "5\u200b000个"),
    ("新增**停车位5000个**以上", "5000个以上", "5000个**以上"),
    ("1 9 9 3 年，产量增长。", "1993年", "1 9 9 3 年"),
    (f"{TORN}4.\n\n5万亩，再改造小区。", "4.5万亩", "4.\n\n5万亩"),
    (f"{BROKEN}\n\n■图为会议现场\n\n导向，持续改善民生。", "问题导向", "问题\n\n■图为会议现场\n\n导向"),
    (f"{BROKEN}\n\n■图为会议现场\n\n导向，持续改善民生。", "图为", "图为"),
    ("\r\n\r\n　新建学校3所", "3所", "3所"),
    ("\U0002070e新建学校3所", "3所", "3所"),
    ("今年將新增車位5,000個，發展經濟。", "5,000個", "5,000個"),
]


@pytest.mark.parametrize(("source", "part", "origin"), BACK)
def test_the_way_back(source: str, part: str, origin: str) -> None:
    cleaned = clean(source, LAYOUT)
    at = cleaned.shown.index(part)
    start, end = cleaned.offsets.span(at, at + len(part))
    assert source[start:end] == origin


WORDS = (
    "新建学校3所 今年 5 000 个 ， 。 ； 、 ： ** ■图为现场 一、任务 （ ） “ ” —— 發展經濟 國家 ５０００ ％ <b> </b> é "
    "\U0002070e 会议要求，各镇各部门要把群众的急事难事放在心上，逐条梳理、逐项销号、逐月通报，能当场解决的决不拖"
)
PIECES = [*WORDS.split(), " ", "\u3000", "\n", "\n\n", "\r\n", "\r", "\u2028", "\u200b", "\ue000", "- ", "1 9 9 3 年"]
PAGES = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=80))
QUICK = settings(max_examples=300, deadline=None)


@given(PAGES)
@QUICK
def test_every_character_has_its_place_in_the_source(source: str) -> None:
    """Each character that is shown stands in the source where the map says, once, and none is made up."""
    cleaned = clean(source, LAYOUT)
    places = [cleaned.offsets.source(at) for at, char in enumerate(cleaned.shown) if char != "\n"]
    assert "".join(source[place] for place in places) == cleaned.shown.replace("\n", "")
    assert len(set(places)) == len(places)


@given(PAGES, st.data())
@QUICK
def test_every_span_is_inside_the_source(source: str, data: st.DataObject) -> None:
    cleaned = clean(source, LAYOUT)
    for start, end in cleaned.paragraphs:
        first = data.draw(st.integers(start, end - 1))
        last = data.draw(st.integers(first + 1, end))
        begin, stop = cleaned.offsets.span(first, last)
        assert 0 <= begin < stop <= len(source)
        assert set(cleaned.shown[first:last]) <= set(source[begin:stop])


@given(PAGES)
@QUICK
def test_paragraphs_are_in_order_and_full(source: str) -> None:
    cleaned = clean(source, LAYOUT)
    behind = 0
    for start, end in cleaned.paragraphs:
        assert behind <= start < end <= len(cleaned.shown)
        assert "\n" not in cleaned.shown[start:end]
        behind = end
    assert len(cleaned.match) == len(cleaned.shown)


SENTENCES = st.text(st.sampled_from("新建学校今年改造小区达到3所5个，、"), min_size=1, max_size=30)
CLEAN_LINES = st.lists(SENTENCES.map(lambda sentence: f"今{sentence}。"), min_size=1, max_size=6)


@given(CLEAN_LINES)
@QUICK
def test_a_clean_text_stays_as_it_is(lines: list[str]) -> None:
    source = "\n".join(lines)
    cleaned = clean(source, LAYOUT)
    assert shown(cleaned) == lines
    assert [cleaned.offsets.source(at) for at in range(len(source))] == list(range(len(source)))


@given(CLEAN_LINES, st.integers(0, 3))
@QUICK
def test_cleaning_twice_is_cleaning_once(lines: list[str], blanks: int) -> None:
    once = clean(("\n" * blanks + " \u200b").join(lines), LAYOUT)
    assert clean(once.shown, LAYOUT).shown == once.shown


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0c"])
def test_all_ends_of_lines(end: str) -> None:
    source = f"新建学校3所。{end}改造小区5个。{end}"
    assert shown(clean(source, LAYOUT)) == ["新建学校3所。", "改造小区5个。"]
