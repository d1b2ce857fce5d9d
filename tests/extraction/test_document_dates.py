"""The document's own date, from which its deadlines are counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record

PLEDGE = "今年将新建学校3所。"

DATES = [
    (f"2026年3月24日\n{PLEDGE}", "2026-03-24"),
    (f"（2024年1月18日在某市第十八届人民代表大会第三次会议上）\n{PLEDGE}", "2024-01-18"),
    (f"二〇二四年一月二十九日\n{PLEDGE}", "2024-01-29"),
    (f"１９９３年３月１２日\n{PLEDGE}", "1993-03-12"),
    (f"2026-03-24 10:00\n{PLEDGE}", "2026-03-24"),
    (f"3月23日至24日，全市工作会议召开。2026年是关键一年。\n{PLEDGE}", "2026-03-24"),
    (f"{PLEDGE}\n某市人民政府\n2025年2月8日\n", "2025-02-08"),
    (f"{PLEDGE}\n2025年2月30日\n", None),
    (PLEDGE, None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_the_date_in_the_text(mine: Callable[..., list[Record]], text: str, date: str | None) -> None:
    assert {record.date for record in mine(text, date=None, all_kinds=True)} == {date}


@pytest.mark.parametrize(
    ("name", "date"),
    [("reports/2025-02-08.txt", "2025-02-08"), ("2025年2月8日.txt", "2025-02-08"), ("report.txt", None)],
)
def test_the_date_in_the_name(name: str, date: str | None) -> None:
    (record,) = Extractor().extract(Document(text=PLEDGE, source=name))
    assert record.date == date


def test_the_date_that_is_given_wins(mine: Callable[..., list[Record]]) -> None:
    (record,) = mine(f"2024年3月1日\n{PLEDGE}", date="2026-01-20", all_kinds=True)
    assert (record.date, record.deadline_date) == ("2026-01-20", "2026-12-31")
