"""Which record is paired with which, where the words alone do not tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pledgeminer.diff.compare import compare
from pledgeminer.record import Record

Make = Callable[..., Record]
Fields = dict[str, Any]


def paired(old: list[Record], new: list[Record]) -> set[tuple[str | None, str | None]]:
    return {(c.change.old_id, c.change.new_id) for c in compare(old, new)}


@pytest.fixture
def records(make: Make) -> Callable[..., list[Record]]:
    """Records with the ids a, b, c, …, one for each of these dicts of fields."""

    def make_records(*fields: Fields) -> list[Record]:
        return [
            make(**{"id": "abcdefgh"[number], "start": 100 * number, "line": number + 1, **one})
            for number, one in enumerate(fields)
        ]

    return make_records


def test_the_best_assignment_is_not_the_greedy_one(records: Callable[..., list[Record]]) -> None:
    old = records({"indicator": "高标准农田灌溉面积"}, {"indicator": "农田灌溉面积"})
    new = records({"indicator": "农田灌溉面积和节水面积"}, {"indicator": "高标准农田灌溉面积"})
    assert paired(old, new) == {("a", "b"), ("b", "a")}


def test_an_exact_pair_is_not_given_up_for_two_middling_ones(
    records: Callable[..., list[Record]],
) -> None:
    old = records({"indicator": "失业率"}, {"indicator": "城镇登记失业率"})
    new = records({"indicator": "失业率"}, {"indicator": "城镇调查失业率"})
    assert paired(old, new) == {("a", "a"), ("b", None), (None, "b")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"unit": "%"}, {"unit": "百分点"}),
        ({"unit": "元"}, {"unit": "%"}),
        ({"aim": "reach"}, {"aim": "increase"}),
        ({"aim": "increase"}, {"aim": "decrease"}),
        ({"kind": "commitment"}, {"kind": "achievement"}),
        ({"indicator": "城镇居民人均可支配收入"}, {"indicator": "农村居民人均可支配收入"}),
    ],
)
def test_what_cannot_be_compared_is_not_paired(make: Make, one: Fields, other: Fields) -> None:
    old, new = make(**one, id="a"), make(**other, id="b")
    assert paired([old], [new]) == {("a", None), (None, "b")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"unit": "万元", "value": 1}, {"unit": "亿元", "value": 2}),
        ({"unit": "个"}, {"unit": "家"}),
        ({"aim": "deliver"}, {"aim": "reach"}),
        ({"every": "year"}, {"every": None}),
        ({"owners": ("市住建委",)}, {"owners": ("市住房城乡建设局",)}),
        ({"indicator": "城镇新增就业"}, {"indicator": "新增城镇就业"}),
    ],
)
def test_what_can_be_compared_is_paired(make: Make, one: Fields, other: Fields) -> None:
    old, new = make(**one, id="a"), make(**other, id="b")
    assert paired([old], [new]) == {("a", "b")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"owners": ("市南区",)}, {"owners": ("市北区",)}),
        ({"value": 100}, {"value": 9000}),
    ],
)
def test_among_like_indicators_owner_and_value_decide(
    records: Callable[..., list[Record]], first: Fields, second: Fields
) -> None:
    filler = {"indicator": "高标准农田", "start": 4000}
    old, new = records(first, second, filler), records(second, first, filler)
    assert paired(old, new) == {("a", "b"), ("b", "a"), ("c", "c")}


def test_among_like_records_the_place_in_the_list_decides(
    records: Callable[..., list[Record]],
) -> None:
    filler = {"indicator": "高标准农田", "start": 4000}
    old = records({"deadline_date": "2026-03-31"}, {"deadline_date": "2026-06-30", "start": 8000}, filler)
    new = records({"deadline_date": "2027-09-30", "start": 8000}, {"deadline_date": "2027-12-31"}, filler)
    assert paired(old, new) == {("a", "b"), ("b", "a"), ("c", "c")}


def test_a_plan_for_years_is_not_paired_with_the_part_of_one_year(make: Make) -> None:
    def target(id: str, year: int, due: int, value: int) -> Record:
        return make(id=id, date=f"{year}-03-05", deadline_date=f"{due}-12-31", value=value, start=value)

    old = [target("year", 2015, 2015, 1000), target("plan", 2015, 2020, 5000)]
    new = [target("plan", 2016, 2020, 4800), target("year", 2016, 2016, 1100)]
    assert paired(old, new) == {("year", "year"), ("plan", "plan")}
    assert paired(old[:1], new) == {("year", "year"), (None, "plan")}


def test_a_county_without_a_report_this_year_has_dropped_its_targets(make: Make) -> None:
    def county(name: str, year: int) -> Record:
        return make(id=f"{name}{year}", source=f"{year}/{name}.txt", owners=(f"{name}县人民政府",))

    old = [county("甲", 2025), county("乙", 2025)]
    new = [county("乙", 2026), county("丙", 2026)]
    assert paired(old, new) == {("乙2025", "乙2026"), ("甲2025", None), (None, "丙2026")}


def test_a_target_may_be_handed_over_within_a_document(make: Make) -> None:
    other = make(id="x", start=900, indicator="高标准农田", owners=("市农业农村局",))
    old, new = make(id="a", owners=("市教育局",)), make(id="b", owners=("市体育局",))
    assert paired([old, other], [new, other]) == {("a", "b"), ("x", "x")}


@pytest.mark.parametrize(
    ("old_value", "new_value", "expected"),
    [(6, 6, {("a", "b")}), (6, 75, {("a", None), (None, "b")})],
)
def test_of_clauses_that_say_nothing_only_the_number_tells(
    make: Make, old_value: int, new_value: int, expected: set[tuple[str | None, str | None]]
) -> None:
    old, new = (
        make(id=name, indicator="投资", value=value, quantity=f"{value}亿元", text=f"完成投资{value}亿元")
        for name, value in (("a", old_value), ("b", new_value))
    )
    assert paired([old], [new]) == expected


def test_many_records_of_one_indicator_are_paired_by_their_owners(make: Make) -> None:
    def year(number: int, shift: int) -> list[Record]:
        return [
            make(
                id=f"{number}-{place}",
                indicator="地区生产总值",
                source=f"{number}/{place}.txt",
                owners=(f"第{place}县人民政府",),
                value=1000 + (place * 7919 + shift) % 1000,
            )
            for place in range(300)
        ]

    assert paired(year(2025, 0), year(2026, 50)) == {(f"2025-{place}", f"2026-{place}") for place in range(300)}


def test_a_number_that_says_nothing_of_itself_belongs_to_the_one_before_it(make: Make) -> None:
    def year(number: int, projects: int, invested: int) -> list[Record]:
        return [
            make(id="projects", indicator="市级重点项目", value=projects, start=100, end=104, line=number),
            make(
                id="money",
                indicator="投资",
                value=invested,
                unit="元",
                quantity=f"{invested}亿元",
                text=f"完成投资{invested}亿元",
                start=110,
                end=115,
                line=number,
            ),
            make(id="other", indicator="高标准农田", start=300, end=304, line=number),
            make(
                id="alone",
                indicator="投资",
                value=9,
                unit="元",
                text="投资9亿元",
                quantity="9亿元",
                start=500,
                line=number,
            ),
        ]

    assert paired(year(2025, 260, 620)[:3], year(2026, 300, 650)) == {
        ("projects", "projects"),
        ("money", "money"),
        ("other", "other"),
        (None, "alone"),
    }
