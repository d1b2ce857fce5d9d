"""A record and a description to start from."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from pledgeminer.documents.description import Description
from pledgeminer.record import Record

COMMITMENT = Record(
    id="0123456789ab",
    kind="commitment",
    indicator="公共停车位",
    aim="increase",
    comparator=">=",
    value=5000,
    value_max=None,
    unit="个",
    quantity="5000个以上",
    owners=("市住房城乡建设局", "市财政局"),
    strength="firm",
    deadline="今年10月底前",
    deadline_date="2026-10-31",
    every=None,
    speaker=None,
    text="新增公共停车位5000个以上",
    source="a.txt",
    date="2026-03-24",
    line=12,
    start=100,
    end=107,
    rule="increase-noun",
)


def described(source: str, date: str | None = None, encoding: str | None = "utf-8", **fields: Any) -> Description:
    """Return the description of a plain text."""
    plain = Description(
        source=source,
        format="text",
        encoding=encoding,
        date=date,
        body=None,
        title=None,
        place=None,
        pages=None,
        characters=100,
        numbers=1,
    )
    return replace(plain, **fields)
