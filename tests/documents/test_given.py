from __future__ import annotations

import pytest

from pledgeminer.documents.metadata import Given
from pledgeminer.errors import PledgeminerError


@pytest.mark.parametrize("date", ["2026-02-30", "20260324", "2026-W13-2", "2026-3-4", "24.3.2026", "", "今年"])
def test_a_date_is_a_day_in_iso_form(date: str) -> None:
    with pytest.raises(PledgeminerError, match=r"not a date \(write YYYY-MM-DD"):
        Given(date=date)


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "", "undefined", "\0"])
def test_an_encoding_is_one_of_text(encoding: str) -> None:
    with pytest.raises(PledgeminerError, match="not an encoding"):
        Given(encoding=encoding)


def test_a_body_is_text() -> None:
    with pytest.raises(PledgeminerError, match="not text"):
        Given(body="\udcb5")


def test_what_is_right_is_kept() -> None:
    given = Given(date="2026-03-24", body="市人民政府", encoding="GBK")
    assert (given.date, given.body, given.encoding) == ("2026-03-24", "市人民政府", "GBK")
