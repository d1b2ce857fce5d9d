from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from pledgeminer import Change, diff, to_frame
from pledgeminer.diff.model import CHANGE_FIELDS
from pledgeminer.record import FIELDS, Record

DTYPES = {
    "kind": "category",
    "aim": "category",
    "comparator": "category",
    "strength": "category",
    "every": "category",
    "value": "float64",
    "value_max": "float64",
    "confidence": "float64",
    "line": "int64",
    "start": "int64",
    "end": "int64",
    "page": "Int64",
    "date": "datetime64[s]",
    "deadline_date": "datetime64[s]",
    "owners": "object",
}


@pytest.mark.parametrize("count", [0, 1, 3])
def test_columns_have_their_types_with_any_number_of_records(make: Callable[..., Record], count: int) -> None:
    frame = to_frame(make() for _ in range(count))
    assert len(frame) == count
    assert list(frame.columns) == list(FIELDS)
    assert {name: str(frame[name].dtype) for name in FIELDS} == {name: DTYPES.get(name, "string") for name in FIELDS}


def test_values_are_those_of_the_records(make: Callable[..., Record]) -> None:
    unknown = make(value=1.5, deadline=None, deadline_date=None, every=None, date=None, owners=())
    frame = to_frame([make(value_max=6000, every="year", speaker="朱铁一"), unknown])
    assert frame["value"].tolist() == [5000, 1.5]
    assert frame["owners"].tolist() == [["市住房城乡建设局", "市财政局"], []]
    assert frame["deadline_date"].iloc[0] == pd.Timestamp(2026, 10, 31)
    assert frame["every"].iloc[0] == "year"
    assert frame["speaker"].iloc[0] == "朱铁一"
    missing = frame.iloc[1].isna()
    assert list(missing[missing].index) == [
        "value_max",
        "deadline",
        "deadline_date",
        "every",
        "speaker",
        "date",
        "page",
        "confidence",
    ]


def test_frames_can_be_joined_and_counted(make: Callable[..., Record]) -> None:
    frame = pd.concat([to_frame([make(aim="reach")]), to_frame([]), to_frame([make(), make()])])
    assert frame["aim"].value_counts().to_dict() == {"increase": 2, "reach": 1, "decrease": 0, "deliver": 0}


@pytest.mark.parametrize("count", [0, 2])
def test_changes_have_their_columns_and_types(make: Callable[..., Record], count: int) -> None:
    old, new = make(), make(value=6000, comparator="~", indicator="公共停车泊位")
    rows = diff([old, make(indicator="近视率", unit="%", deadline_date="2025-12-31")], [new])[:count]
    frame = to_frame(rows, of=Change)
    assert list(frame.columns) == list(CHANGE_FIELDS)
    assert {name: str(frame[name].dtype) for name in ("change", "percent", "old_line", "new_source", "reworded")} == {
        "change": "category",
        "percent": "float64",
        "old_line": "Int64",
        "new_source": "string",
        "reworded": "object",
    }
    assert frame["change"].tolist() == ["dropped", "raised"][:count]
    assert frame["reworded"].tolist() == [[], ["comparator"]][:count]
    assert frame["new_line"].isna().tolist() == [True, False][:count]
