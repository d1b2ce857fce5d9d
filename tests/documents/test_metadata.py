from __future__ import annotations

import pytest

from pledgeminer.documents.metadata import Candidate, Decision, Fact, Origin, UserMetadata, candidates, decide
from pledgeminer.errors import PledgeminerError


@pytest.mark.parametrize("date", ["2026-02-30", "20260324", "2026-W13-2", "2026-3-4", "24.3.2026", "", "今年"])
def test_a_date_is_a_day_in_iso_form(date: str) -> None:
    with pytest.raises(PledgeminerError, match=r"not a date \(write YYYY-MM-DD"):
        UserMetadata(date=date)


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "", "undefined", "\0"])
def test_an_encoding_is_one_of_text(encoding: str) -> None:
    with pytest.raises(PledgeminerError, match="not an encoding"):
        UserMetadata(encoding=encoding)


def test_a_body_is_text() -> None:
    with pytest.raises(PledgeminerError, match="not text"):
        UserMetadata(body="\udcb5")


def test_what_is_right_is_kept() -> None:
    given = UserMetadata(date="2026-03-24", body="市人民政府", encoding="GBK")
    assert (given.date, given.body, given.encoding) == ("2026-03-24", "市人民政府", "GBK")


DATES = candidates(
    ("file name", "2020-01-01"),
    ("text", "2021-01-01"),
    ("title", "2022-01-01"),
    ("signature", "2023-01-01"),
    ("page", "2024-01-01"),
    ("front matter", None),
)


@pytest.mark.parametrize(
    ("fact", "found", "value", "origin"),
    [
        ("date", [], None, None),
        ("date", DATES, "2023-01-01", "signature"),
        ("date", [*DATES[:3], DATES[4]], "2022-01-01", "title"),
        ("date", [*DATES[:2], DATES[4]], "2024-01-01", "page"),
        ("date", DATES[:2], "2021-01-01", "text"),
        ("date", [*DATES, Candidate("2025-01-01", "user")], "2025-01-01", "user"),
        ("body", candidates(("text", "岚江市教育局"), ("sidecar", "市教育局")), "市教育局", "sidecar"),
        ("title", candidates(("page", "工作要点"), ("page", "通知")), "工作要点", "page"),
    ],
)
def test_the_most_trusted_origin_wins(
    fact: Fact, found: list[Candidate], value: str | None, origin: Origin | None
) -> None:
    assert decide(fact, found, "a.txt") == Decision(value, origin)


@pytest.mark.parametrize(
    ("fact", "user", "sidecar", "warns"),
    [
        ("date", "2026-01-20", "2026-01-20", False),
        ("date", "2026-01-20", "2025-01-20", True),
        ("body", "岚江市教育局", "市教育局", False),
        ("body", "岚江市教育局", "岚江市财政局", True),
        ("title", "工作要点", "工作报告", False),
    ],
)
def test_two_values_written_down_on_purpose_must_agree(fact: Fact, user: str, sidecar: str, warns: bool) -> None:
    decision = decide(fact, candidates(("sidecar", sidecar), ("user", user), ("text", "别的")), "a.txt")
    assert decision.value == user
    expected = (
        f"a.txt: the {fact} is {user} by an option but {sidecar} by the list of documents beside it; the first is used"
    )
    assert decision.warnings == ((expected,) if warns else ())
