"""What nobody sees changes nothing, and no value is read that the digits of its own span do not give."""

from __future__ import annotations

import re

from hypothesis import given, seed, settings
from hypothesis import strategies as st

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record

EXTRACTOR = Extractor()
INVISIBLE = "\u200b\ufeff\u00ad\u200e\u202c\u2060\ufe0f"
PARAGRAPHS = (
    "今年由市教育局牵头，新建学校12所，新增学位5000个。",
    "去年改造老旧小区35个，惠及居民1.2万户。",
    "- 城镇新增就业12万人",
    "到2030年，粮食产量稳定在1400亿斤以上。",
    "（一）改造农村公路120公里，投资3.5亿元。",
    "指标\t2026年计划\n新建公园（个）\t12\n改造管网（公里）\t40.5",
    "| 任务 | 单位 | 2026年目标 |\n|---|---|---|\n| 新建泵站 | 座 | 7 |",
)
TEXTS = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4).map("\n\n".join)
THOROUGH = settings(max_examples=150, deadline=None, derandomize=True)
FACTS = ("kind", "indicator", "aim", "comparator", "value", "value_max", "unit", "quantity", "owners", "strength")


def records(text: str) -> list[Record]:
    return EXTRACTOR.extract(Document(text=text, source="-", date="2026-01-20"))


def facts(text: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(record, name) for name in (*FACTS, "deadline_date", "text")) for record in records(text)]


def widened(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if char.isdigit() or char in "%()" else char for char in text)


@seed(2026)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 400), st.sampled_from(INVISIBLE)), min_size=1, max_size=8))
@THOROUGH
def test_invisible_characters_change_nothing(text: str, inserted: list[tuple[int, str]]) -> None:
    changed = text
    for at, char in inserted:
        place = at % (len(changed) + 1)
        changed = changed[:place] + char + changed[place:]
    assert facts(changed) == facts(text)


@seed(2026)
@given(TEXTS, st.data())
@THOROUGH
def test_blanks_beside_figures_change_no_value(text: str, data: st.DataObject) -> None:
    places = [found.start() for found in re.finditer(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", text)]
    changed = text
    for place in sorted(data.draw(st.sets(st.sampled_from(places), max_size=6)), reverse=True):
        changed = changed[:place] + data.draw(st.sampled_from((" ", "\u3000", "\u00a0"))) + changed[place:]
    values = [(record.value, record.unit, record.comparator) for record in records(text)]
    assert [(record.value, record.unit, record.comparator) for record in records(changed)] == values


@given(TEXTS)
@THOROUGH
def test_full_width_gives_the_same_values(text: str) -> None:
    values = [(record.kind, record.value, record.unit, record.deadline_date) for record in records(text)]
    wide = records(widened(text))
    assert [(record.kind, record.value, record.unit, record.deadline_date) for record in wide] == values


@given(TEXTS, st.sampled_from(["\r\n", "\r"]))
@THOROUGH
def test_ends_of_lines_change_nothing(text: str, end: str) -> None:
    assert facts(text.replace("\n", end)) == facts(text)


MULTIPLES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
FRAGMENTS = (
    "新建",
    "12",
    "所",
    "3.5",
    "万人",
    "亿元",
    "1",
    "500",
    "万元",
    "改造",
    "个",
    "。",
    "\n",
    " ",
    "，",
    "- ",
    "\t",
    "\u200b",
)


@seed(2026)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join))
@THOROUGH
def test_every_value_is_that_of_its_own_digits(text: str) -> None:
    for record in records(text):
        figures = re.findall(r"\d+(?:\.\d+)?", re.sub(r"[\s\u200b]", "", text[record.start : record.end]))
        if figures:
            multiples = {a * b for a in MULTIPLES.values() for b in MULTIPLES.values()}
            given_by = {round(float(figure) * by, 6) for figure in figures for by in multiples}
            assert round(record.value, 6) in given_by
