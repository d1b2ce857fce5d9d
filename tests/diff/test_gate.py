from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.diff.compare import compare
from pledgeminer.diff.gate import GATES, fires, read_gates, scope
from pledgeminer.errors import PledgeminerError
from pledgeminer.record import Record

Make = Callable[..., Record]


@pytest.mark.parametrize(
    ("text", "gates"),
    [
        ("dropped", {"dropped"}),
        (" Dropped, slipped ,", {"dropped", "slipped"}),
        (",".join(GATES), set(GATES)),
    ],
)
def test_gates_are_read(text: str, gates: set[str]) -> None:
    assert read_gates(text) == gates


@pytest.mark.parametrize(("text", "problem"), [("gone", "gone is no gate"), ("", "no gate"), (" , ", "no gate")])
def test_what_is_no_gate_is_told(text: str, problem: str) -> None:
    with pytest.raises(PledgeminerError, match=problem):
        read_gates(text)


@pytest.mark.parametrize(
    ("value", "day", "fired"),
    [
        (5000, "2026-10-31", {"unchanged"}),
        (5000, "2026-12-31", {"reworded", "slipped", "weakened"}),
        (5000, "2026-06-30", {"reworded"}),
        (4000, "2026-12-31", {"lowered", "slipped", "weakened"}),
        (6000, "2026-10-31", {"raised"}),
    ],
)
def test_a_gate_fires_at_its_change(make: Make, value: int, day: str, fired: set[str]) -> None:
    old = make(date="2025-03-24", deadline_date="2025-10-31")
    (comparison,) = compare([old], [make(value=value, deadline_date=day)])
    assert {gate for gate in GATES if fires(comparison, [gate])} == fired


@pytest.mark.parametrize(
    ("owners", "indicator", "wanted"),
    [
        ((), None, True),
        (("住房",), None, True),
        (("教育局", "财政"), None, True),
        (("教育局",), None, False),
        ((), "停车|道路", True),
        ((), "^停车", False),
        ((), "泊位", True),
        (("住房",), "^停车", False),
    ],
)
def test_owner_and_indicator_of_either_side_narrow_what_is_looked_at(
    make: Make, owners: tuple[str, ...], indicator: str | None, wanted: bool
) -> None:
    old, new = make(), make(indicator="公共停车泊位", owners=("市城市管理局",))
    (comparison,) = compare([old], [new])
    assert scope(owners, indicator).wants(comparison) is wanted


def test_a_bad_pattern_is_told() -> None:
    with pytest.raises(PledgeminerError, match="is not a regular expression"):
        scope((), "(")
