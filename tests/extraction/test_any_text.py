"""Whatever the text, the engine neither fails nor points anywhere but at the number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record

DIGITS = set("0123456789０１２３４５６７８９零〇○一二两三四五六七八九十百千万亿半几数廿卅兩萬億倍番")
WORDS = (
    "今年 去年 到2026年， 10月底前 “十五五”期间 未来三年 年底前 每年 上半年 任期内 "
    "将 力争 已 了 要 确保 累计 预计 同比 分别 均 其中 剩余 围绕 从 提高到 比上年 "
    "新建 改造 新增 增长 下降 达到 控制在 完成 培育 安排 投资 覆盖 守住 减少 "
    "学校 小区 停车位 近视率 地区生产总值 专项资金 骨干企业 重点项目 就业 居民收入 耕地红线 "
    "3所 97个 5000个以上 不少于3000项 12万人 1.4万亿元 2—3个 6%-6.5% 百分之三十 三千五百户 千家以上 上百名 "
    "30元 5.5%左右 3成 翻一番 三分之二 0 1,250,000 90余万块 4. 5万亩 ３所 20万人次以上 "
    "八项任务 “1+N” 5A级 12345热线 第三次 〔2021〕5号 PM2.5 一批 500强 65岁以上 G20 "
    "， 。 ； 、 ： （ ） “ ” 《 》 —— …… ** 一、 （一） 1. ■图为 % - é \U0002070e 責任 億元 個 國 發 "
    "市财政局 （责任单位：市教育局） （市财政局牵头） 表示， "
    "政府工作报告 2025年工作回顾 今年发展主要预期目标是： 各位代表："
)
PIECES = [*WORDS.split(), "市教育局局长 李明华", "- ", "\n", "\n\n", "\r\n", " ", "\u3000", "\u200b", "\ue000"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
WILD = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join)
DATES = st.one_of(st.none(), st.dates(date(1949, 1, 1), date(2099, 12, 31)).map(date.isoformat))

EXTRACTOR = Extractor()
FAST = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def mine(text: str, day: str | None = "2026-01-20") -> list[Record]:
    return EXTRACTOR.extract(Document(text=text, source="-", date=day))


@given(st.one_of(TEXTS, WILD), DATES)
@FAST
def test_places_are_inside_and_hold_the_number(text: str, day: str | None) -> None:
    for record in mine(text, day):
        assert 0 <= record.start < record.end <= len(text)
        assert set(text[record.start : record.end]) & DIGITS
        assert set(record.quantity) & DIGITS
        assert 1 <= record.line <= text.count("\n") + text.count("\r") + 1


@given(TEXTS, DATES)
@FAST
def test_a_record_is_whole(text: str, day: str | None) -> None:
    for record in mine(text, day):
        assert record.aim in ("reach", "increase", "decrease", "deliver")
        assert record.kind in ("commitment", "achievement")
        assert (record.value_max is not None) == (record.comparator == "range")
        assert record.value_max is None or record.value < record.value_max
        assert all(record.owners)
        assert record.deadline_date is None or (record.deadline and date.fromisoformat(record.deadline_date))
        assert not isinstance(record.value, float) or not record.value.is_integer()
        assert "\n" not in record.text
        assert record.rule


@given(TEXTS)
@FAST
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert mine(text) == mine(text)


@given(TEXTS)
@FAST
def test_the_ids_of_a_document_differ(text: str) -> None:
    ids = [record.id for record in mine(text)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\ufeff",
        "0",
        "9" * 5000,
        "十" * 2000,
        "万" * 2000,
        "1," * 2000,
        "百分之" * 500,
        "（" * 3000,
        "“" * 3000,
        "亿" * 2000,
        "今年将新增\ud800学校3所",
    ],
    ids=[
        *("empty", "newline", "mark", "zero", "digits", "tens", "myriads", "commas", "shares", "brackets", "quotes"),
        *("powers", "half"),
    ],
)
def test_strange_texts(text: str) -> None:
    assert [text[record.start : record.end] for record in mine(text)] == [record.quantity for record in mine(text)]


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 20, "亿亿亿", "1.5" + "亿" * 30, "三" + "万" * 4000])
def test_a_number_that_nobody_means_is_none(number: str) -> None:
    assert mine(f"今年将新增停车位{number}个。") == []
    assert [record.value for record in mine("今年将新增停车位99亿亿个。")] == [99 * 10**16]


@pytest.mark.parametrize(
    "piece",
    [
        "新建学校3所。",
        "新建学校3所\n",
        "万",
        "1个",
        "9",
        "——新建3所\n",
        "一、新建3所\n",
        "市教育局局长李明华表示，将建3所。",
        "新建学校3所，",
        "新建学校3所、",
        "将建3所（市教育局负责）",
        "到2028年建3所，",
        "今年目标是：3所；",
        "\n\n今年要，新建3所",
        "今年要，\n新建3所",
    ],
)
def test_what_is_repeated_without_an_end_comes_to_an_end(piece: str) -> None:
    """What grew with the square would take longer than any test may."""
    assert mine(piece * 10_000) is not None
