from __future__ import annotations

import pytest

from pledgeminer.errors import PledgeminerError
from pledgeminer.report.formats import format_of


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("a.csv", "csv"),
        ("a.CSV", "csv"),
        ("a.b/c.tsv", "tsv"),
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.md", "markdown"),
        ("a.markdown", "markdown"),
        ("a.txt", "table"),
    ],
)
def test_the_ending_tells_the_format(path: str, format: str) -> None:
    assert format_of(path) == format


@pytest.mark.parametrize("path", ["a", "a.xlsx", "csv", ".csv/a"])
def test_other_endings_are_refused(path: str) -> None:
    with pytest.raises(PledgeminerError, match="--format"):
        format_of(path)
