"""Traditional texts of Taiwan, Hong Kong and Macau: their words, units, numbers and calendars, printed as they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import opencc
import pytest

from pledgeminer.documents.decode import decode
from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.extraction.simplified import simplified
from pledgeminer.record import Record
from pledgeminer.rules.ruleset import load_rules
from pledgeminer.text.fold import simplify

Mine = Callable[..., list[Record]]

ROOT = Path(__file__).parents[2]
LETTERS = load_rules().layout.letters

# A sentence of a report of 2025-03-20; what its first number is: value, unit, comparator, aim, indicator.
SENTENCES: list[tuple[str, tuple[Any, ...]]] = [
    # Taiwan
    ("都市發展局將興建社會住宅3,500戶。", (3500, "戶", "=", "deliver", "社會住宅")),
    ("工務局將於10月底前改善人行道25萬平方公尺。", (250_000, "平方公尺", "=", "deliver", "人行道")),
    ("地政局預計釋出可建築用地約18公頃。", (18, "公頃", "~", "deliver", "可建築用地")),
    ("今年將增設公共化幼兒園24園。", (24, "園", "=", "increase", "公共化幼兒園")),
    ("教育局今年將再添實驗教室一百二十間。", (120, "間", "=", "increase", "實驗教室")),
    ("社會局將增聘照顧服務員1萬2千名。", (12_000, "名", "=", "increase", "照顧服務員")),
    ("交通局將汰換電動公車近200輛。", (200, "輛", "~", "deliver", "電動公車")),
    ("衛生局將施打公費疫苗45萬劑以上。", (450_000, "劑", ">=", "deliver", "公費疫苗")),
    ("經濟部將挹注新臺幣1,000億元。", (100_000_000_000, "元", "=", "deliver", "")),
    ("預計帶動民間投資逾1.2兆元。", (1_200_000_000_000, "元", ">", "deliver", "民間投資")),
    ("工務處將編列3億6,000萬元辦理路面更新。", (360_000_000, "元", "=", "deliver", "辦理路面更新")),
    ("今年基本工資將調升至2萬8,590元。", (28_590, "元", "=", "reach", "基本工資")),
    ("有機耕作面積將於明年底前成長至1,500公頃。", (1500, "公頃", "=", "reach", "有機耕作面積")),
    ("力拼自籌財源比率達四成二。", (42, "%", "=", "reach", "自籌財源比率")),
    ("今年要讓污水下水道接管率突破七成半。", (75, "%", ">", "reach", "污水下水道接管率")),
    ("今年交通事故死亡人數要降低一成五。", (15, "%", "=", "decrease", "交通事故死亡人數")),
    ("對青年承租者，每戶每月最高補貼8,000元。", (8000, "元", "<=", "reach", "補貼")),
    ("今年完成二百卅校操場整修。", (230, "校", "=", "deliver", "操場整修")),
    ("今年將造林兩千坪。", (2000, "坪", "=", "deliver", "造林")),
    ("消防局要在今年購置救護車廿五輛。", (25, "輛", "=", "deliver", "救護車")),
    # Hong Kong
    ("房屋署會在未來五年興建約三萬個簡約公屋單位。", (30_000, "個", "~", "deliver", "簡約公屋單位")),
    ("勞工處會進行不少於5 000次巡查。", (5000, "次", ">=", "deliver", "巡查")),
    ("醫務衞生局會把普通科門診名額增加5 000個。", (5000, "個", "=", "increase", "普通科門診名額")),
    ("我們會令總數達至1.2萬張。", (12_000, "張", "=", "reach", "總數")),
    ("目標是把吸煙率降至百分之七點八。", (7.8, "%", "=", "reach", "吸煙率")),
    ("政府會向基金注資港幣15億元。", (1_500_000_000, "元", "=", "deliver", "")),
    ("我會撥款5億元成立專項基金。", (500_000_000, "元", "=", "deliver", "撥款")),
    ("政府會發行不多於1,500億元政府債券。", (150_000_000_000, "元", "<=", "deliver", "政府債券")),
    ("申請審批時間會縮短至30個工作天以內。", (30, "工作天", "<=", "reach", "申請審批時間")),
    ("數碼港算力會提升至3 000 PFLOPS。", (3000, "PFLOPS", "=", "reach", "數碼港算力")),
    ("令維修時間縮短至少30%。", (30, "%", ">=", "decrease", "維修時間")),
    # Macau
    ("敬老金將調升至10,000澳門元。", (10_000, "澳門元", "=", "reach", "敬老金")),
    ("房屋局將推出約2,000個經濟房屋單位。", (2000, "個", "~", "deliver", "經濟房屋單位")),
    ("市政署將種植樹木三千棵。", (3000, "棵", "=", "deliver", "樹木")),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_what_a_sentence_promises(mine: Mine, text: str, expected: tuple[Any, ...]) -> None:
    (record, *_) = mine(text, date="2025-03-20")
    found = (record.value, record.unit, record.comparator, record.aim, record.indicator)
    assert found[: 4 if not expected[4] else 5] == expected[: 4 if not expected[4] else 5]


# A sentence of 2025-03-20; the deadline as written, its last day.
DEADLINES = [
    ("民國116年底前，新建公園5座。", "民國116年底前", "2027-12-31"),
    ("中華民國一百一十六年六月底前新建公園5座。", "中華民國一百一十六年六月底前", "2027-06-30"),
    ("今（114）年新建公園5座。", "今（114）年", "2025-12-31"),
    ("115年度將新建公園5座。", "115年度", "2026-12-31"),
    ("115年第三季將新建公園5座。", "115年第三季", "2026-09-30"),
    ("民國114年起步。116年將新建公園5座。", "116年", "2027-12-31"),
    ("民國114年起步。114至117年將新建公園5座。", "114至117年", "2028-12-31"),
    ("創校115年之際，將新建公園5座。", None, None),
    ("房屋署會在2026-27年度興建單位900個。", "2026-27年度", "2027-03-31"),
    ("政府會在2026/27財政年度興建單位900個。", "2026/27財政年度", "2027-03-31"),
    ("在2026-27及2027-28年度將削減職位900個。", "2027-28年度", "2028-03-31"),
    ("2026/27學年將增加學額900個。", "2026/27學年", "2027-08-31"),
    ("2027年或之前將興建單位900個。", "2027年或之前", "2027-12-31"),
    ("明年首季將興建單位900個。", "明年首季", "2026-03-31"),
    ("本年第四季將興建單位900個。", "本年第四季", "2025-12-31"),
    ("2026年年中前將興建單位900個。", "2026年年中前", "2026-06-30"),
    ("下一個財政年度將興建單位900個。", "下一個財政年度", "2026-12-31"),
    ("由明年四月起增加學額900個。", None, None),
    ("本屆政府任期內興建單位900個。", "本屆政府任期內", None),
]


@pytest.mark.parametrize(("text", "deadline", "day"), DEADLINES)
def test_until_when(mine: Mine, text: str, deadline: str | None, day: str | None) -> None:
    (record,) = mine(text, date="2025-03-20")
    assert (record.deadline, record.deadline_date) == (deadline, day)


def test_two_years_around_the_turn_of_a_century(mine: Mine) -> None:
    (record,) = mine("1999-00學年將增加學額900個。", date="1998-10-07")
    assert record.deadline_date == "2000-08-31"


# A sentence; who answers.
OWNERS = [
    ("運輸署會加裝充電器3 000個。", ("運輸署",)),
    ("醫務衞生局會在今年內增設四間地區康健站。", ("醫務衞生局",)),
    ("規劃署將檢視用地900公頃。", ("規劃署",)),
    ("土木工程拓展署計劃於明年批出六份合約。", ("土木工程拓展署",)),
    ("衛生福利部將布建據點5,000處。", ("衛生福利部",)),
    ("教育部自115學年度起，將增加名額900個。", ("教育部",)),
    ("（三）勞動部並將辦理訓練8萬人次。", ("勞動部",)),
    ("國發會將輔導企業900家。", ("國發會",)),
    ("行政院將投入200億元。", ("行政院",)),
    ("特區政府將推出單位900個。", ("特區政府",)),
    ("今年將新增托育中心5處。（主辦機關：教育局；協辦機關：社會局）", ("教育局", "社會局")),
    ("（一）經濟發展局報告\n今年將輔導企業900家。", ("經濟發展局",)),
    ("市府將輔導企業900家。", ()),
    ("政府會增加宿位900個。", ()),
    ("部署將於今年新增據點900處。", ()),
]


@pytest.mark.parametrize(("text", "owners"), OWNERS)
def test_who_answers(mine: Mine, text: str, owners: tuple[str, ...]) -> None:
    (record,) = mine(text, date="2025-03-20")
    assert record.owners == owners


def test_a_heading_names_the_body_of_its_chapter_only(mine: Mine) -> None:
    text = "一、財政局報告\n今年將標售土地12筆。\n二、其他事項\n今年將修復古蹟7處。"
    assert [record.owners for record in mine(text, date="2025-03-20")] == [("財政局",), ()]


def test_the_speaker_and_the_issuing_body_are_printed_as_they_stand(mine: Mine) -> None:
    text = "鷺灣市政府施政報告\n\n鷺灣市市長　歐陽牧白\n\n今年將興建公園5座。"
    for body in (None, "鷺灣市政府"):
        (record,) = mine(text, date="2025-03-20", body=body)
        assert (record.owners, record.speaker) == (("鷺灣市政府",), "歐陽牧白")


def test_the_document_s_date_by_the_calendar_of_the_republic(mine: Mine) -> None:
    (record,) = mine("施政目標報告\n\n中華民國114年3月10日\n\n今年將興建公園5座。", date=None)
    assert (record.date, record.deadline_date) == ("2025-03-10", "2025-12-31")


def test_a_traditional_part_of_a_simplified_document(mine: Mine) -> None:
    plain = "会议强调，要坚持稳中求进工作总基调，着力推动高质量发展。\n" * 300
    records = mine(f"{plain}今年將興建社會住宅3,500戶，較去年增加兩成。\n今年将新建学校3所。\n", date="2025-03-20")
    found = [(record.value, record.unit, record.indicator) for record in records]
    assert found == [(3500, "戶", "社會住宅"), (20, "%", "社會住宅"), (3, "所", "学校")]


def test_a_page_in_simplified_and_old_letters_by_turns(mine: Mine) -> None:
    (record,) = mine("今年要力争工業总产值增长８％，商業零售额不变。", date="2025-03-20")
    assert (record.aim, record.indicator) == ("increase", "工業总产值")


# The words of a record ----------------------------------------------------------------------------------------------


def test_words_in_simplified_characters(mine: Mine) -> None:
    text = "鷺灣市衛生局局長歐陽牧白表示，今年將為失能長輩增設照顧據點一百二十餘處。"
    (record,) = mine(text, date="2025-03-20")
    plain = simplified(record, LETTERS)
    assert (plain.indicator, plain.unit, plain.quantity) == ("照顾据点", "处", "一百二十余处")
    assert (plain.owners, plain.speaker, plain.deadline) == (("市卫生局",), "欧阳牧白", "今年")
    assert plain.text == "今年将为失能长辈增设照顾据点一百二十余处"
    kept = ("id", "kind", "value", "start", "end", "line", "source", "rule", "deadline_date")
    assert [getattr(plain, field) for field in kept] == [getattr(record, field) for field in kept]
    assert record.indicator == "照顧據點"


def test_a_simplified_record_stays_the_same(mine: Mine) -> None:
    (record,) = mine("今年将新建学校3所，成效显著。")
    assert simplified(record, LETTERS) is record


# Whole documents that OpenCC made traditional -----------------------------------------------------------------------

MODES = ["s2t", "s2tw", "s2hk"]
WORDS = ("indicator", "unit", "quantity", "deadline", "speaker", "text")


@cache
def _extractor() -> Extractor:
    return Extractor()


def _documents(manifest: Path, root: Path) -> Iterator[tuple[str, str, str | None]]:
    for about in json.loads(manifest.read_text("utf-8")).values():
        path = root / about["path"]
        yield decode(path.read_bytes(), source=path.name).text, about["date"], about.get("body")


def _records(text: str, date: str, body: str | None) -> list[Record]:
    return _extractor().extract(Document(text=text, source="-", date=date, body=body))


def _alike(record: Record, convert: Callable[[str], str] = str) -> tuple[object, ...]:
    """Return all that two forms of a record have in common, its words in simplified characters."""
    words = [convert(text) if (text := getattr(record, field)) is not None else None for field in WORDS]
    plain = [None if text is None else simplify(text, LETTERS, whole=True) for text in words]
    owners = [simplify(convert(owner), LETTERS, whole=True) for owner in record.owners]
    numbers = (record.kind, record.aim, record.comparator, record.value, record.value_max)
    about = (record.strength, record.deadline_date, record.every, record.line, record.start, record.end, record.rule)
    return (*plain, *owners, *numbers, *about)


def _same(manifest: Path, root: Path, mode: str) -> tuple[int, int]:
    """Return how many records of a document and of its traditional form are the same, and how many there are."""
    convert = opencc.OpenCC(mode).convert
    same = every = 0
    for text, date, body in _documents(manifest, root):
        plain = [_alike(record, convert) for record in _records(text, date, body)]
        traditional = _records(convert(text), date, body and convert(body))
        same += sum(one == other for one, other in zip(plain, map(_alike, traditional), strict=False))
        every += max(len(plain), len(traditional))
    return same, every


@pytest.mark.parametrize("mode", MODES)
def test_the_samples_in_traditional_characters(mode: str) -> None:
    same, every = _same(ROOT / "tests" / "expected" / "manifest.json", ROOT, mode)
    assert every > 800
    assert same >= 0.99 * every


@pytest.mark.gold
@pytest.mark.parametrize("mode", MODES)
def test_the_gold_documents_in_traditional_characters(mode: str, shared: Path) -> None:
    same, every = _same(shared / "gold" / "manifest.json", shared, mode)
    assert same >= 0.98 * every
