"""Tables: what is read of them, and where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.text.clean import clean

EXTRACTOR = Extractor()


def paragraphs(text: str) -> list[str]:
    rules = EXTRACTOR.rules
    return clean(text, rules.layout, tables=rules.tables).shown.split("\n")[:-1]


YEARS = """主要指标

指标\t2023年\t2028年\t年均增速\t属性
地区生产总值（亿元）\t5000\t6900\t6.5%左右\t预期性
森林覆盖率（%）\t41.2\t≥43\t－\t约束性
城镇新增就业（万人）\t12\t[50]\t\t预期性
"""
DUTIES = """序号\t重点任务\t目标任务\t责任单位\t完成时限
1\t停车设施\t新增公共停车位3000个以上，改造停车场12处\t市城管局、市公安局\t2024年12月底
2\t托育服务\t新建托育机构30家\t市卫生健康委\t2024年10月底
2\t托育服务\t培训保育人员600人次\t市教育局\t2024年10月底
"""
DISTRICTS = """区县\t新建口袋公园（个）\t改造老旧小区（万平方米）
东山区\t8\t52.5
西湖区\t6\t—
"""
MARKDOWN = """说明在前。

| 指标 | 单位 | 2023年完成 | 2024年目标 |
|---|:---:|---:|---:|
| 新能源汽车推广 | 辆 | 12,000 | 15,000 |
| 优良天数比例 | % | 83.2 | 85以上 |
"""
SPANNED = """指标\t2023年\t2023年\t2024年\t2024年
指标\t计划数\t完成数\t计划数\t责任单位
新建充电桩（个）\t500\t520\t800\t市发展改革委
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            YEARS,
            [
                "主要指标",
                "预期2028年：地区生产总值6900亿元。",
                "预期地区生产总值年均增速6.5%左右。",
                "2028年：森林覆盖率≥43%。",
                "预期2028年：城镇新增就业50万人。",
                "2023年：地区生产总值5000亿元。",
                "2023年：森林覆盖率41.2%。",
                "2023年：城镇新增就业12万人。",
            ],
        ),
        (
            DUTIES,
            [
                "2024年12月底：停车设施：新增公共停车位3000个以上，改造停车场12处。（责任单位：市城管局、市公安局）",
                "2024年10月底：托育服务：新建托育机构30家。（责任单位：市卫生健康委）",
                "2024年10月底：培训保育人员600人次。（责任单位：市教育局）",
            ],
        ),
        (DISTRICTS, ["东山区：新建口袋公园8个。", "东山区：改造老旧小区52.5万平方米。", "西湖区：新建口袋公园6个。"]),
        (
            MARKDOWN,
            [
                "说明在前。",
                "2024年目标：新能源汽车推广15,000辆。",
                "2024年目标：优良天数比例85%以上。",
                "2023年完成：新能源汽车推广12,000辆。",
                "2023年完成：优良天数比例83.2%。",
            ],
        ),
        (
            SPANNED,
            [
                "2023年计划数：新建充电桩500个。（责任单位：市发展改革委）",
                "2024年计划数：新建充电桩800个。（责任单位：市发展改革委）",
                "2023年完成数：新建充电桩520个。（责任单位：市发展改革委）",
            ],
        ),
        # Rows of figures without a head: the first column names them.
        ("停车位\t3000个\n口袋公园\t8个\n", ["停车位3000个。", "口袋公园8个。"]),
        (
            "指标\t2027年\n城镇 新增 就业（万人）\t 5 万人\n绿 化 率\t45 %\n",
            ["2027年：城镇新增就业5万人。", "2027年：绿化率45%。"],
        ),
        # A line over the whole width is one of its own.
        ("任务\t数量\n一、民生\t一、民生\n新建学校\t3所\n", ["一、民生", "新建学校3所。"]),
    ],
)
def test_a_table_is_read_row_by_row(table: str, expected: list[str]) -> None:
    assert paragraphs(table) == expected


LAYOUTS = yaml.safe_load((Path(__file__).parent / "table_layouts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", LAYOUTS, ids=[case["layout"] for case in LAYOUTS])
def test_every_layout_is_read_alike(case: dict[str, Any]) -> None:
    assert paragraphs(case["text"]) == case["statements"]


@pytest.mark.parametrize(
    "text",
    [
        "\t今年新增停车位500个。\n\t明年新增停车位800个。\n",
        "一、\t总体要求\n二、\t主要任务\n",
        "只有一行\t5000个\n",
        "甲\t乙\n\n丙\t丁\n",
        "| 只有一行 | 5000个 |\n",
        "A|B|C\n",
    ],
)
def test_what_is_no_table_stays_text(text: str) -> None:
    rules = EXTRACTOR.rules
    assert clean(text, rules.layout, tables=rules.tables).shown == clean(text, rules.layout).shown


def test_a_number_stands_in_its_cell_with_the_unit_of_its_head() -> None:
    records = EXTRACTOR.extract(Document(text=YEARS, source="-", date="2024-01-15"))
    told = [(record.kind, record.indicator, record.quantity, record.comparator, record.value) for record in records]
    assert ("commitment", "地区生产总值", "6900亿元", "=", 690_000_000_000) in told
    assert ("achievement", "地区生产总值", "5000亿元", "=", 500_000_000_000) in told
    places = [(YEARS[record.start : record.end], record.line, record.deadline_date) for record in records]
    assert places[0] == ("6900", 4, "2028-12-31")
    assert ("≥43", 5, "2028-12-31") in places


def test_bodies_and_deadlines_of_a_row_hold_for_its_numbers() -> None:
    records = EXTRACTOR.extract(Document(text=DUTIES, source="-", date="2024-01-15"))
    assert [(record.quantity, record.owners, record.deadline_date) for record in records] == [
        ("3000个以上", ("市城管局", "市公安局"), "2024-12-31"),
        ("12处", ("市城管局", "市公安局"), "2024-12-31"),
        ("30家", ("市卫生健康委",), "2024-10-31"),
        ("600人次", ("市教育局",), "2024-10-31"),
    ]


def test_a_number_in_a_row_s_name_is_said_once() -> None:
    text = "指标\t2025年\t2026年\n新建12所学校\t20个\t30个\n改造5所学校\t1个\t3个\n"
    records = EXTRACTOR.extract(Document(text=text, source="-", date="2024-01-15"))
    assert [record.quantity for record in records] == ["12所", "30个", "5所", "3个", "20个", "1个"]


CELLS = st.text("指标单位责任年目标完成数新建停车位个%（）()0123456789.≥-—[] 　\r", max_size=8)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6), st.sampled_from(["\t", "|", " | "]))
def test_every_offset_leads_into_the_source(rows: list[list[str]], separator: str) -> None:
    edge = separator.strip(" \t")
    lines = [edge + separator.join(row) + edge for row in rows]
    if edge:
        lines.insert(1, "|---|---|")
    text = "\n".join(lines)
    rules = EXTRACTOR.rules
    cleaned = clean(text, rules.layout, tables=rules.tables)
    assert len(cleaned.shown) == len(cleaned.match)
    for offset, char in enumerate(cleaned.shown):
        place = cleaned.offsets.source(offset)
        assert 0 <= place <= len(text)
        assert char in "：；（）。\n" or char in text
    for record in EXTRACTOR.extract(Document(text=text, source="-", date="2024-01-15")):
        assert 0 <= record.start < record.end <= len(text)
