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
    (f"{PLEDGE}\n某市人民政府办公室\n2025 年 2 月 8 日\n", "2025-02-08"),
    (f"{PLEDGE}\n某市人民政府办公室\n（2025.02.08）\n", "2025-02-08"),
    (f"{PLEDGE}\n某市人民政府办公室\n二〇二五年元月八日\n", "2025-01-08"),
    (f"{PLEDGE}\n某市人民政府办公室\n二0二五年二月八日\n", "2025-02-08"),
    (PLEDGE, None),
    # A line of the title.
    (f"岚江市2026年工作要点\n（2026.01.20）\n{PLEDGE}", "2026-01-20"),
    (f"工作报告\n——2026 年 1 月 20 日在岚江市第三届人民代表大会第二次会议上\n{PLEDGE}", "2026-01-20"),
    (f"二〇二六年元月二十日\n{PLEDGE}", "2026-01-20"),
    (f"关于促进就业的决定\n（2025年6月29日岚江市人民代表大会通过）\n发布时间：2025-07-03\n{PLEDGE}", "2025-06-29"),
    # A signature, before the annexes and at the end, goes before the day on which a page was put up.
    (f"关于印发方案的通知\n发布日期：2026-02-11\n{PLEDGE}\n岚江市教育局\n2026年1月5日\n方案\n{PLEDGE}", "2026-01-05"),
    (f"{PLEDGE}\n岚江市教育局　　2026年1月5日\n（此件公开发布）", "2026-01-05"),
    (f"{PLEDGE}\n岚江市教育局办公室　　2026年1月9日印发", "2026-01-09"),
    (f"某标题\n发表时间：2026-02-11 09:22 信息来源：某网\n{PLEDGE}", "2026-02-11"),
    (f"某标题\n2026-02-11 20:30 来源: 某网\n{PLEDGE}", "2026-02-11"),
    (f"{PLEDGE}\n《岚江日报》（2026年02月11日 04版）", "2026-02-11"),
    # Days of something else.
    (f"李明，1968年3月12日出生，现任市长。{PLEDGE}", None),
    (f"本办法自2026年3月1日起施行，有效期至2031年2月28日。{PLEDGE}", None),
    (f"2026年6月30日以前，{PLEDGE}", None),
    (f"今年是建校七十周年，学校成立于1956年4月8日。{PLEDGE}", None),
    (f"{PLEDGE}\n{PLEDGE * 60}\n[7] 毛远. 情感工学[N]. 岚江日报, 2000-4-17(B1)", None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_the_date_in_the_text(mine: Callable[..., list[Record]], text: str, date: str | None) -> None:
    assert {record.date for record in mine(text, date=None, all_kinds=True)} == {date}


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("reports/2025-02-08.txt", "2025-02-08"),
        ("2025年2月8日.txt", "2025-02-08"),
        ("report-20250305.txt", "2025-03-05"),
        ("report_2025.03.05.txt", "2025-03-05"),
        ("20251305.txt", None),
        ("report-2025.txt", None),
        ("report.txt", None),
    ],
)
def test_the_date_in_the_name(name: str, date: str | None) -> None:
    (record,) = Extractor().extract(Document(text=PLEDGE, source=name))
    assert record.date == date


def test_the_date_that_is_given_wins(mine: Callable[..., list[Record]]) -> None:
    (record,) = mine(f"2024年3月1日\n{PLEDGE}", date="2026-01-20", all_kinds=True)
    assert (record.date, record.deadline_date) == ("2026-01-20", "2026-12-31")


@pytest.mark.parametrize(
    ("text", "name", "deadline"),
    [
        (PLEDGE, "report-2025.txt", "2025-12-31"),
        (PLEDGE, "gwr-1959.txt", "1959-12-31"),
        (f"岚江市教育局2026年工作要点\n{PLEDGE}", "a.txt", "2026-12-31"),
        (f"二、2026年工作安排\n{PLEDGE}", "a.txt", "2026-12-31"),
        (f"岚江市2025年统计公报\n{PLEDGE}", "a.txt", None),
        (PLEDGE, "a.txt", None),
    ],
)
def test_a_year_alone_places_relative_deadlines(text: str, name: str, deadline: str | None) -> None:
    (record,) = Extractor().extract(Document(text=text, source=name))
    assert (record.date, record.deadline_date) == (None, deadline)
