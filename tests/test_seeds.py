"""The sample documents against the records that were made for them by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import pledgeminer
from pledgeminer.documents.metadata import UserMetadata
from pledgeminer.documents.reading import read
from pledgeminer.documents.source import Source
from scoring import MANIFEST, expected_records, pairs, wrong_fields

TOP = Path(__file__).parent.parent

# For each document the least F1; the least share of the expected records that are found and right in every field but
# the speaker; the least share of those found that have the right speaker. A little under what is reached: raise them
# when the rules get better.
LEAST = {
    "work-report-2024": (0.99, 0.98, 0.98),
    "work-report-2025": (0.99, 0.98, 0.98),
    "speeches": (0.99, 0.95, 0.98),
    "action-plan-2023": (0.99, 0.92, 0.98),
    "action-plan-2024": (0.99, 0.94, 0.98),
    "contest": (0.95, 0.86, 0.98),
    "pledge-box": (0.99, 0.91, 0.98),
    "livelihood": (0.99, 0.95, 0.98),
    "plan-old-style": (0.98, 0.94, 0.00),
    "columns": (0.86, 0.75, 0.93),
    "traditional": (0.99, 0.96, 0.94),
}


def test_every_document_has_its_records() -> None:
    assert set(LEAST) == set(MANIFEST)
    documents = {path.name for path in (TOP / "seeds").iterdir()}
    assert documents == {Path(given["path"]).name for given in MANIFEST.values()}


@pytest.mark.parametrize("name", MANIFEST)
def test_expected_records_stand_where_they_say(name: str) -> None:
    path = str(TOP / MANIFEST[name]["path"])
    text = read(Source(path, path), UserMetadata()).text
    for one in expected_records(name):
        assert text[one["start"] : one["end"]] == one["quantity"]
        assert text.count("\n", 0, one["start"]) + 1 == one["line"]


@pytest.mark.parametrize("name", MANIFEST)
def test_a_document(name: str) -> None:
    given = MANIFEST[name]
    found = pledgeminer.extract(TOP / given["path"], date=given["date"], body=given.get("body"))
    met, missed, false = pairs(found, expected_records(name))
    wrong = {(record.line, record.quantity): fields for record, one in met if (fields := wrong_fields(record, one))}
    unsaid = [one["quote"] for record, one in met if record.speaker != one.get("speaker")]
    f1 = 2 * len(met) / (2 * len(met) + missed + false)
    least_f1, least_whole, least_said = LEAST[name]
    assert f1 >= least_f1, f"{missed} missed, {false} false"
    assert (len(met) - len(wrong)) / (len(met) + missed) >= least_whole, wrong
    assert 1 - len(unsaid) / len(met) >= least_said, unsaid


@pytest.mark.parametrize("name", MANIFEST)
def test_the_year_is_found_in_the_text(name: str) -> None:
    found = pledgeminer.extract(TOP / MANIFEST[name]["path"], kind="all")
    assert {record.date and record.date[:4] for record in found} == {MANIFEST[name]["date"][:4]}
