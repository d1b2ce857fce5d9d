"""The bodies that issue a document."""

from __future__ import annotations

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor

PLEDGE = "新建学校3所。"
ISSUERS = [
    # A signature: above the day, on its line, below it; several sign together.
    (f"某通知\n各区教育局：\n{PLEDGE}\n岚江市教育局\n2026年1月5日", "岚江市教育局"),
    (
        f"{PLEDGE}\n岚江市教育局　　　　岚江市财政局\n岚江市审计局\n2026年1月5日",
        "岚江市教育局、岚江市财政局、岚江市审计局",
    ),
    (f"{PLEDGE}\n岚江市人民政府办公室　2026年1月5日", "岚江市人民政府办公室"),
    (f"公报\n2026年1月5日\n岚江市统计局\n{PLEDGE}", "岚江市统计局"),
    # A title.
    (f"岚江市医疗保险服务中心关于开展参保工作的通告\n{PLEDGE}", "岚江市医疗保险服务中心"),
    (f"岚江市教育局 岚江市财政局关于印发补助办法的通知\n{PLEDGE}", "岚江市教育局、岚江市财政局"),
    (f"岚江市卫生健康委等4部门关于印发方案的通知\n{PLEDGE}", "岚江市卫生健康委"),
    (f"岚江省健康委员会（爱国卫生委员会）关于印发\n《实施方案》的通知\n{PLEDGE}", "岚江省健康委员会（爱国卫生委员会）"),
    (f"岚江市教育局2026年工作要点\n{PLEDGE}", "岚江市教育局"),
    (f"（转载）岚江市人民政府办公厅关于印发办法的通知\n{PLEDGE}", "岚江市人民政府办公厅"),
    (f"登记条例\n（2021年7月27日国务院令第746号公布）\n{PLEDGE}", "国务院"),
    # Whom the speaker reports for.
    (f"各位代表：\n现在，我代表国务院，向大会报告工作。\n{PLEDGE}", "国务院"),
    (f"各位代表：\n我代表岚江市人民政府，向大会报告工作，请予审议。\n{PLEDGE}", "岚江市人民政府"),
    (f"各位代表：\n我代表岚江市人民政府作报告。\n落实中共中央关于发展的决定\n{PLEDGE}", "岚江市人民政府"),
    (f"各位代表：\n我受国务院的委托，向大会报告工作。\n{PLEDGE}", "国务院"),
    # What a page states.
    (f"申请指引\n发表时间：2026-06-25 信息来源：岚江区教育局浏览量： -\n{PLEDGE}", "岚江区教育局"),
    (f"某消息\n2026-06-25 10:00 来源：岚江日报\n{PLEDGE}", None),
    # Addressees and readers are no issuers.
    (f"某通知\n各区教育局：\n{PLEDGE}", None),
    (f"某通知\n市教育局、市财政局：\n{PLEDGE}\n（责编：李明）\n2026年1月5日", None),
    (f"{PLEDGE}\n岚江市人民政府办公室秘书处　2026年1月5日印发", None),
]


@pytest.mark.parametrize(("text", "body"), ISSUERS)
def test_the_body_that_issues_a_document(text: str, body: str | None) -> None:
    assert Extractor().describe(Document(text=text, source="a.txt")).body == body


def test_all_that_sign_answer_for_what_nobody_else_does() -> None:
    text = "我市将新建学校3所。\n岚江市教育局　　岚江市财政局\n2026年1月5日"
    (record,) = Extractor().extract(Document(text=text, source="a.txt"))
    assert record.owners == ("市教育局", "市财政局")


def test_the_body_that_is_given_wins() -> None:
    text = "我市将新建学校3所。\n岚江市教育局\n2026年1月5日"
    (record,) = Extractor().extract(Document(text=text, source="a.txt", body="岚江市人民政府"))
    assert record.owners == ("岚江市人民政府",)
