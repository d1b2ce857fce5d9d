"""What became of commitments: a table of targets and reported figures, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import pledgeminer
from pledgeminer import DocumentError, Record
from pledgeminer.audit.audit import audit
from pledgeminer.audit.model import VERDICTS, Audited, by_owner, counts
from pledgeminer.saved.results import load_results
from samples import COMMITMENT

Make = Callable[..., Record]
TARGET: dict[str, Any] = {
    "date": "2025-01-10",
    "deadline": "今年",
    "deadline_date": "2025-12-31",
    "id": "a",
    "text": "x",
}
ACTUAL: dict[str, Any] = {
    "date": "2026-01-12",
    "deadline": None,
    "deadline_date": None,
    "id": "b",
    "kind": "achievement",
    "text": "x",
    "source": "2026.txt",
}
FLOOR: dict[str, Any] = {"indicator": "公共停车泊位", "unit": "个", "aim": "deliver", "comparator": ">="}
RATE: dict[str, Any] = {"indicator": "生产总值", "unit": "%", "aim": "increase", "comparator": "~"}
PRICE: dict[str, Any] = {"indicator": "居民消费价格涨幅", "unit": "%", "aim": "reach", "comparator": "~"}
CEILING: dict[str, Any] = {"indicator": "城镇登记失业率", "unit": "%", "aim": "reach", "comparator": "<="}


@pytest.mark.parametrize(
    ("target", "wanted", "actual", "reported", "verdict"),
    [
        (FLOOR, 5000, {}, 5200, "met"),
        (FLOOR, 5000, {}, 5000, "met"),
        (FLOOR, 5000, {}, 4950, "missed"),
        (FLOOR, 5000, {}, 3000, "partly"),
        (FLOOR, 5000, {}, 1000, "missed"),
        (FLOOR | {"comparator": "="}, 5000, {}, 4600, "met"),
        (FLOOR | {"comparator": "="}, 5000, {}, 4400, "partly"),
        (RATE, 8, {}, 7.5, "met"),
        (RATE, 8, {}, 6, "missed"),
        (RATE, 8, {}, 12, "met"),
        (RATE | {"comparator": ">="}, 8, {}, 7.9, "missed"),
        (RATE, 8, {"aim": "decrease"}, 8, "missed"),
        (PRICE, 3, {"aim": "increase"}, 1, "met"),
        (PRICE, 3, {"aim": "increase"}, 4, "missed"),
        (CEILING, 4, {}, 3.9, "met"),
        (CEILING, 4, {}, 4.1, "missed"),
        (RATE, 8, {"indicator": "单位生产总值能耗"}, 9, "not_reported"),
        (RATE, 8, {"indicator": "农村公路"}, 9, "not_reported"),
        (RATE, 8, {"unit": "元"}, 9, "not_reported"),
        (RATE, 8, {"text": "五年来年均增长9%"}, 9, "not_reported"),
        (FLOOR, 5000, {"text": "累计建成6000个"}, 6000, "not_reported"),
        (FLOOR, 5000, {"aim": "reach", "unit": "%", "text": "完成年度目标的105%"}, 105, "met"),
        (FLOOR, 5000, {"aim": "reach", "unit": "%", "text": "完成年度目标的60%"}, 60, "partly"),
        (FLOOR, 5000, {"unit": "亩", "text": "公共停车泊位建设任务全面完成，用地20亩"}, 20, "claimed"),
        (FLOOR | {"deadline_date": "2027-12-31"}, 5000, {}, 6000, "not_due"),
        (FLOOR | {"unit": "亩", "indicator": "造林"}, 3000, {"unit": "公顷"}, 200, "met"),
        (FLOOR, 5000, {"deadline_date": "2023-12-31"}, 6000, "not_reported"),
    ],
)
def test_the_verdict(
    make: Make, target: dict[str, Any], wanted: float, actual: dict[str, Any], reported: float, verdict: str
) -> None:
    old = make(**TARGET | target, value=wanted)
    new = make(**ACTUAL | {**target, "comparator": "=", "deadline_date": None} | actual, value=reported)
    (row,) = audit([old], [new])
    assert (row.verdict, row.target_value) == (verdict, wanted)
    assert (row.actual_value is None) == (verdict in ("not_reported", "not_due", "claimed"))


def test_two_figures_that_say_different_things_are_unclear_and_named(make: Make) -> None:
    old = make(**TARGET | FLOOR, value=5000)
    new = [make(**ACTUAL | FLOOR | {"start": n, "quantity": f"{n}个"}, value=n) for n in (4000, 6000)]
    (row,) = audit([old], new)
    assert row.verdict == "unclear"
    assert "4000个" in row.reason
    assert "6000个" in row.reason


def test_a_joint_target_is_met_only_if_all_of_its_parts_are(make: Make) -> None:
    drop = {"unit": "%", "aim": "decrease", "comparator": ">="}
    old = make(**TARGET | drop, indicator="甲河、乙河污染负荷", value=3)
    parts = [
        make(**ACTUAL | drop | {"start": n}, indicator=name, value=value)
        for n, (name, value) in enumerate((("甲河污染负荷", 5), ("乙河污染负荷", 2)))
    ]
    (row,) = audit([old], parts)
    assert (row.verdict, row.actual_value) == ("missed", 2)


targets = st.lists(
    st.builds(
        lambda name, value, aim, comparator, start: replace(
            COMMITMENT, indicator=name, value=value, aim=aim, comparator=comparator, start=start, end=start + 5,
            date="2025-01-10", deadline="今年", deadline_date="2025-12-31", text=name, id=f"{start:012x}",
        ),
        st.sampled_from(["公共停车泊位", "农村公路", "高标准农田", "智能工厂", "口袋公园"]),
        st.integers(1, 9999),
        st.sampled_from(["deliver", "reach"]),
        st.sampled_from([">=", "<=", "=", "~"]),
        st.integers(0, 10_000),
    ),
    max_size=8,
    unique_by=lambda record: (record.indicator,),
)  # fmt: skip


def done(record: Record) -> Record:
    return replace(record, kind="achievement", date="2026-01-12", deadline=None, deadline_date=None, source="2026.txt")


@given(targets)
def test_every_commitment_is_in_one_row_and_the_order_of_the_input_changes_nothing(records: list[Record]) -> None:
    reported = [done(record) for record in records[::2]]
    rows = audit(records, reported)
    assert sorted(row.target_id for row in rows) == sorted(record.id for record in records)
    assert audit(records[::-1], reported[::-1]) == rows
    assert [row.verdict for row in rows] == sorted((row.verdict for row in rows), key=VERDICTS.index)


@given(targets)
def test_targets_repeated_as_done_are_all_met(records: list[Record]) -> None:
    assert {row.verdict for row in audit(records, map(done, records))} <= {"met"}


@given(targets, st.sampled_from([("公里", 1000), ("千米", 1000)]))
def test_another_unit_of_the_same_measure_changes_no_verdict(records: list[Record], scale: tuple[str, int]) -> None:
    metres = [replace(record, unit="米") for record in records]
    reported = [replace(done(record), value=record.value * 0.8) for record in metres]
    unit, size = scale
    scaled = [replace(record, unit=unit, value=record.value / size) for record in reported]
    assert [row.verdict for row in audit(metres, reported)] == [row.verdict for row in audit(metres, scaled)]


def test_verdicts_are_counted_for_each_leading_body(make: Make) -> None:
    rows = audit([make(**TARGET | FLOOR | {"owners": ("市住建局", "市财政局")})], [])
    assert counts(rows) == {"not_reported": 1}
    assert by_owner(rows) == {"市住建局": {"not_reported": 1}}


def test_statistics_are_a_further_witness(tmp_path: Path, make: Make) -> None:
    table = tmp_path / "yearbook.csv"
    table.write_text("unit,indicator,period,value\n%,城镇登记失业率,2025年,3.8\n", "utf-8")
    rows = pledgeminer.audit([make(**TARGET | CEILING, value=4)], [], results=table)
    assert [(row.verdict, row.actual_value, row.actual_line) for row in rows] == [("met", 3.8, 2)]
    other = make(**ACTUAL | CEILING, value=4.4, quantity="4.4%")
    (row,) = pledgeminer.audit([make(**TARGET | CEILING, value=4)], [other], results=table)
    assert (row.verdict, "3.8%" in row.reason, "4.4%" in row.reason) == ("unclear", True, True)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("indicator,period,value\n", "the column unit is missing"),
        ("indicator,period,value,unit\n失业率,2025,many,%\n", "row 2, column value"),
        ("indicator,period,value,unit\n失业率,last,4,%\n", "row 2, column period"),
        ("PK\x03\x04", "this is an Excel file"),
    ],
)
def test_what_is_no_table_of_results_is_named(tmp_path: Path, text: str, problem: str) -> None:
    table = tmp_path / "yearbook.csv"
    table.write_text(text, "utf-8")
    with pytest.raises(DocumentError, match=problem):
        load_results(table)


def test_two_work_reports_of_our_own_are_audited() -> None:
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    rows = pledgeminer.audit(seeds / "work-report-2024.txt", seeds / "work-report-2025.txt")
    verdicts: dict[str, Audited] = {row.indicator: row for row in rows}
    expected = {
        "地区生产总值": "missed",
        "居民消费价格涨幅": "met",
        "公共停车泊位": "met",
        "细颗粒物年均浓度": "met",
        "普惠托位": "not_due",
        "养老床位": "met",
        "品牌首店": "not_reported",
    }
    assert {name: verdicts[name].verdict for name in expected} == expected
