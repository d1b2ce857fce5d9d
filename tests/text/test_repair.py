"""What is taken out of damaged pages, what is restored, and that a sound text stays as it is."""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgeminer.rules.ruleset import load_rules
from pledgeminer.text.clean import clean
from pledgeminer.text.fold import fold
from pledgeminer.text.repair import Repaired, repair

BENCH = Path(__file__).parents[2] / "bench"
LAYOUT = load_rules().layout

# A line that has readings enough for the page to be taken for damaged, and what it was.
PAGE = (
    "請(qǐng)市民關(guān)注節(jié)水用電(diàn)，通報(bào)產(chǎn)業(yè)、"
    "經(jīng)濟(jì)運(yùn)行和實(shí)事進(jìn)度。\n"
)
SOUND = "請市民關注節水用電，通報產業、經濟運行和實事進度。\n"

# A line of such a page; what is made of it.
RESTORED = [
    # Behind whole letters
    ("今年新建學(xué)校12所", "今年新建學校12所"),
    ("投資(zī)5億(yì)元", "投資5億元"),
    ("推進(jìn)產(chǎn)業(yè)發展", "推進產業發展"),
    # In the middle of a letter: 請 and 報 are known from other places
    ("青澜日?qǐng)?bào)發佈", "青澜日報發佈"),
    ("青澜日?qǐng)蟮来耸?", "青澜日報道此\ufffd"),
    ("青澜日?qǐng)蟮溃\ue0cf耸?", "青澜日報道，此\ufffd"),
    ("激活發展?jié)撃埽\ue0ef俪霭l", "激活發展潛能，再出發"),
    # Behind a letter with its own reading
    ("發展(zhǎn)?jié)撃埽\ue0ef俪霭l", "發展潛能，再出發"),
    # As a browser shows it
    ("青澜日\ufffd(qǐng)\ufffd(bào)發佈", "青澜日報發佈"),
    ("青澜日\ufffd(qǐng)蟮来耸\ufffd", "青澜日報道此\ufffd"),
    # The reading tells nothing: no letter of the page has it, and begins with the byte
    ("青澜日?qīng)?bào)發佈", "青澜日\ufffd發佈"),
    ("激活發展?zhé)撃埽\ue0ef俪霭l", "激活發展\ufffd能，再出發"),
    # Full stops before quotation marks
    ("一定?!斑@個(gè)項目", "一定。“這個項目"),
    ("一定\ufffd！斑@個(gè)項目", "一定。“這個項目"),
    ("明白?!贝酸幔\ue0e3\ue087袝?huì)議通過", "明白。”此後，全市\ufffd議通過"),
    ("打算?!啊\ue197夼_(tái)上", "打算。“‘擂臺上"),
    ("很重?!袄辖êB+新消費(fèi)”", "很重。“老建築+新消費”"),
    ("很重?!袄辖ㄖ?新消費(fèi)”", "很重。“老建\ufffd新消費”"),
    # The mark that ends a quotation is the one that the line has opened
    ("他說：“好辦法?!?/p>", "他說：“好辦法。”"),
    ("他說：“就叫‘好辦法?!?/p>", "他說：“就叫‘好辦法。’"),
    ("好辦法?!?/p>", "好辦法。\ufffd"),
    ("激活發展?jié)撃?/h2>", "激活發展潛\ufffd"),
    # No numeral is restored, none is taken away
    ("展?jié)?%以上", "展\ufffd%以上"),
    ("提升發展?jié)摿?5%", "提升發展潛\ufffd5%"),
    ("展?jié)撌\ue1a2奈迤陂gA", "展潛\ufffd\ufffd\ufffd期間A"),
    ("約八成。項(xiàng)目二十個", "約八成。項目二十個"),
]
# What stands in such a page with good reason, as it is.
KEPT = [
    "重慶(Chóngqìng)、國內生產總值(GDP)、互聯網(Wi-Fi)、(三)重點工作(區、市)",
    "誰來辦?怎麼辦?辦得怎樣?!保證完成",
    "細顆粒物PM(2.5)，3D(three)，第(a)項、第(b)項，5(wǔ)個",
    "什麼?(見附件)",
]


def repaired(source: str) -> Repaired:
    result = repair(source, LAYOUT)
    assert result is not None
    return result


@pytest.mark.parametrize(("line", "expected"), RESTORED)
def test_a_line_of_a_page_full_of_readings(line: str, expected: str) -> None:
    assert repaired(PAGE + line + "\n").text == SOUND + expected + "\n"


@pytest.mark.parametrize("line", KEPT)
def test_what_has_good_reason_stays(line: str) -> None:
    assert repaired(PAGE + line).text == SOUND + line


# A page whose widths were folded since: a comma of one byte may have been one of two.
FOLDED_PAGE = PAGE.replace("，", ",")


def test_folded_widths() -> None:
    assert repaired(FOLDED_PAGE + "青澜日?qǐng)蟊:檬?/p>").text.endswith("\n青澜日報保好\ufffd")
    # In a page that has full widths a colon of one byte cannot stand there: all that follows is in doubt.
    assert repaired(PAGE + "青澜日?qǐng)蟊:檬?/p>").text.endswith("\n青澜日\ufffd蟊:檬?/p>")
    assert repaired(PAGE + "青澜日?qǐng)蟊：檬?/p>").text.endswith("\n青澜日報保好\ufffd")


SOUND_TEXTS = [
    "",
    SOUND,
    "今年，全市將新建學校12所（含民辦）。真的嗎?!當然。",
    "重庆(chóng)不读重(zhòng)，发(fà)也读发(fā)。",
    "单位：公顷(ha)、平方米(m)、公顷(ha)、公顷(ha)、公顷(ha)、公顷(ha)、公顷(ha)、公顷(ha)、公顷(ha)、公顷(ha)",
    "a < b，A&B，5 & 6",
    "会议指出，要抓好落实。\n青澜市人民政府\n2025年3月1日\n责任编辑：李明华",
]


@pytest.mark.parametrize("source", SOUND_TEXTS)
def test_a_sound_text(source: str) -> None:
    assert repair(source, LAYOUT) is None


REPAIRS = [
    (PAGE, ("12 inserted readings taken out",)),
    (PAGE + "一定?!斑@個(gè)項目", ("13 inserted readings taken out", "3 characters restored")),
    (
        PAGE + "激活發展?jié)撃?/h2>",
        (
            "13 inserted readings taken out",
            "1 character restored",
            "1 lost character marked",
            "1 remnant of HTML taken out",
        ),
    ),
    ("今年新建学校。</p>", ("1 remnant of HTML taken out",)),
    ("会议指出。\n" + "望奎县| " * 20, ("a tail of 20 names of places and links left out",)),
]


@pytest.mark.parametrize(("source", "phrases"), REPAIRS)
def test_what_was_done_is_said(source: str, phrases: tuple[str, ...]) -> None:
    assert repaired(source).repairs == phrases
    assert clean(source, LAYOUT).repairs == phrases


# A part of the cleaned page; the part of the source that it came from.
BACK = [
    ("5億元", "投資(zī)5億(yì)元", "5億(yì)元"),
    ("12所", "新建學(xué)校12所", "12所"),
    ("日報發", "青澜日?qǐng)?bào)發佈", "日?qǐng)?bào)發"),
    ("報", "青澜日?qǐng)?bào)發佈", "?"),
    ("。“這個", "一定?!斑@個(gè)項目", "?!斑@個"),
    ("個項", "一定?!斑@個(gè)項目", "個(gè)項"),
    ("12所", "一定?!斑@<p>新建學(xué)校12所", "12所"),
]


@pytest.mark.parametrize(("part", "line", "origin"), BACK)
def test_the_way_back(part: str, line: str, origin: str) -> None:
    source = PAGE + line
    cleaned = clean(source, LAYOUT)
    at = cleaned.shown.rindex(part)
    start, end = cleaned.offsets.span(at, at + len(part))
    assert source[start:end] == origin


# A text with remnants of HTML; what is made of it.
TAGS = [
    ("标题</h2>\n正文。</p>", "标题\n正文。"),
    ("<p>正文。</p>\n<p class='a'>正文。</p>", "正文。\n正文。"),
    ("标题</h2><p>正文", "标题\n\n正文"),
    ("新建<br/>学校", "新建\n学校"),
    ("学校<td>12所</td>", "学校\t12所"),
    ("&nbsp;&nbsp;新建&ldquo;校园&rdquo;", "\xa0\xa0新建“校园”"),
    ("投资&#53;亿元", "投资&#53;亿元"),
    ("A&B;，a<b，<p 没有结束", "A&B;，a<b，<p 没有结束"),
]


@pytest.mark.parametrize(("source", "expected"), TAGS)
def test_remnants_of_html(source: str, expected: str) -> None:
    result = repair(source, LAYOUT)
    assert (source if result is None else result.text) == expected


TEXT = "会议指出，要抓好各项任务落实。\n青澜市人民政府\n2025年3月1日\n"
PLACES = "望奎县 曲周县 沁水县 靖边县 西峡县 平果市 临泽县 荔波县 旌德县 上杭县 大余县 东明县 石首市 桃江县".split()  # noqa: SIM905
FILLER = [
    "| ".join(PLACES) + "|",
    " ".join(PLACES),
    "\n".join(PLACES),
    "\n\n".join(PLACES) + "\n\n",
    "\u3000".join([*PLACES, "三都", "新聞", "五大连池市"]),
    "首页 | 新闻 | 国内 | 国际 | 财经 | 体育 | 娱乐 | 科技 | 军事 | 教育 | 房产 | 汽车",
]


@pytest.mark.parametrize("filler", FILLER)
def test_filler_at_the_end(filler: str) -> None:
    assert repaired(TEXT + "\n" + filler).text == TEXT + "\n"
    # In the middle it stays: nobody knows what it is there for.
    assert repair(filler + "\n" + TEXT, LAYOUT) is None


CLOSINGS = [
    "附件：试点县（市、区）名单\n" + "\n".join(PLACES),
    "试点范围\n\n" + " ".join(PLACES),
    "责任单位：\n" + " ".join(PLACES),
    "李明华 王秀英 陈大勇 沈砚秋 贺同舟 赵文博 周雨桐 吴建国 郑晓岚 孙立新 钱文 冯远",
    "\n".join(
        f"市{name}局"
        for name in ("教育", "科技", "民政", "财政", "水务", "商务", "审计", "统计", "体育", "医保", "信访", "林业")
    ),
    "\n".join(f"{place}\t{number}" for number, place in enumerate(PLACES, 12)),
    "主送：" + "、".join(PLACES),
    " ".join(PLACES[:8]),
    "首页 | 新闻 | 国内",
]


@pytest.mark.parametrize("closing", CLOSINGS)
def test_a_true_closing_stays(closing: str) -> None:
    assert repair(TEXT + closing, LAYOUT) is None


def test_a_text_that_is_a_list_stays() -> None:
    assert repair("\n".join(PLACES), LAYOUT) is None


def test_a_closing_above_the_filler_stays() -> None:
    closing = "李明华 王秀英\n责编 沈砚秋\n改造老旧小区\n"
    assert repaired(TEXT + closing + " ".join(PLACES)).text == TEXT + closing


def test_text_before_the_start_is_left_alone() -> None:
    source = f"title: 會(huì)議\n---\n{PAGE}"
    start = source.index(PAGE)
    result = repair(source, LAYOUT, start)
    assert result is not None
    assert result.text == SOUND
    assert result.offsets.source(0) == start


def test_only_the_damaged_part_of_a_long_text() -> None:
    sound = "今年新建學(xué)校，真的?!當然。\n" * 200
    text = repaired(sound + "\n" * 2000 + PAGE).text
    assert text == sound + "\n" * 2000 + SOUND


@pytest.fixture(scope="module")
def damage() -> Iterator[Callable[..., str]]:
    """The damage that ``bench/damage.py`` does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCH)
        yield importlib.import_module("damage").damage


WORDS = (
    "推進重點項目建設 經濟運行穩中有進 新增學位 改造老舊小區 青澜日報報道 激活發展潛能 改革開放 關係羣衆 實事 12所 "
    "5.6億元 3500套 三百戶 “十四五”期間 。 ， ； ？ ！ 。“推動 。”這次 。”12所 “這樣 ” （區、市） 68% 增長 提升至 "
    "管網 養老服務 達到 \n"
)
LINES = st.lists(st.sampled_from([*WORDS.split(" ")]), min_size=1, max_size=40).map("".join)
NUMBER = regex.compile(r"(?<![\ufffd.\d])(?<!\ufffd[.,])\d[\d.]*(?![\d.\ufffd])")


@given(LINES, st.integers(0, 10_000), st.booleans())
@settings(max_examples=150, deadline=None)
def test_damage_is_undone_or_marked(damage: Callable[..., str], line: str, seed: int, browser: bool) -> None:
    """All letters of a damaged page are what they were, but for those marked as lost; no number is new."""
    before = "推進經濟、社會、教育、科技、農業、財政、國防、對外開放和產業發展，辦好民生實事，組織動員羣衆。\n" * 3
    source = damage(before + line, random.Random(seed), letters=0.8, browser=browser)
    text, meant = fold(repaired(source).text).strip(), fold(before + line).strip()
    pattern = "".join(r".{0,3}\n?" if char == "\ufffd" else regex.escape(char) for char in text)
    assert regex.fullmatch(pattern, meant), text
    assert set(NUMBER.findall(text)) <= set(NUMBER.findall(meant))


@given(st.text(st.sampled_from("(請qǐng)?!報bào)節jié\ufffd！”“。，</p>5一\n望奎县| "), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_damage(tail: str) -> None:
    """Whatever stands in a damaged page: every character has its place in the source, in order."""
    source = PAGE + tail
    result = repaired(source)
    places = [result.offsets.source(at) for at in range(len(result.text))]
    assert all(0 <= place < len(source) for place in places)
    assert places == sorted(places)
    for char, place in zip(result.text, places, strict=True):
        if char.isdigit():
            assert source[place] == char
    cleaned = clean(source, LAYOUT)
    for start, end in cleaned.paragraphs:
        first, last = cleaned.offsets.span(start, end)
        assert 0 <= first < last <= len(source)
