"""How well records agree with the hand-made ones of ``tests/expected``, field by field."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from pledgeminer.record import Record

EXPECTED = Path(__file__).parent / "expected"
MANIFEST: dict[str, dict[str, str]] = json.loads((EXPECTED / "manifest.json").read_text("utf-8"))

Expected = dict[str, Any]


def expected_records(name: str) -> list[Expected]:
    """Return the hand-made records of the document ``name``; those with ``optional`` count neither for nor against."""
    return [json.loads(line) for line in (EXPECTED / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]


def pairs(found: list[Record], expected: list[Expected]) -> tuple[list[tuple[Record, Expected]], int, int]:
    """Return the records that meet (their places overlap), how many were missed, and how many are false."""
    met, missed, left = [], 0, list(found)
    for one in expected:
        record = next((record for record in left if record.start < one["end"] and one["start"] < record.end), None)
        if record is not None:
            left.remove(record)
        if one.get("optional"):
            continue
        if record is None:
            missed += 1
        else:
            met.append((record, one))
    return met, missed, len(left)


def wrong_fields(record: Record, one: Expected) -> list[str]:
    """Return the names of the fields, the speaker left aside, in which ``record`` is not what it should be."""
    owners = [one["owners"], *one.get("owners_alt", [])]
    days = [one.get("deadline_date"), *one.get("deadline_alt", [])]
    right = {
        "value": _near(record.value, one["value"]) and _near(record.value_max, one.get("value_max")),
        "unit": record.unit == one["unit"],
        "comparator": record.comparator == one["comparator"],
        "aim": record.aim == one["aim"],
        "indicator": any(
            _alike(record.indicator, words) for words in (one["indicator"], *one.get("indicator_alt", []))
        ),
        "owners": list(record.owners) in owners,
        "strength": record.strength == one.get("strength", "firm"),
        "deadline": record.deadline_date in days,
        "every": record.every == one.get("every"),
    }
    return [name for name, is_right in right.items() if not is_right]


def _near(value: float | None, other: float | None) -> bool:
    if value is None or other is None:
        return value is other
    return abs(value - other) <= 1e-6 * abs(other)


def _alike(words: str, other: str) -> bool:
    """Say whether three fifths of the characters of two indicators are the same, in the same order."""
    return fuzz.ratio(_bare(words), _bare(other)) >= 60


def _bare(words: str) -> str:
    return re.sub(r"\W", "", words)
