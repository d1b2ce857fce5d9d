"""The words around the records in the table for people, in each language."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Headings(NamedTuple):
    """The table's words in one language."""

    kind: str
    indicator: str
    target: str
    owner: str
    deadline: str
    line: str
    page: str
    text: str
    nothing_found: str
    documents: str
    commitment: str
    achievement: str
    firm: str
    aspire: str
    year: str
    quarter: str
    month: str


HEADINGS: dict[Language, Headings] = {
    "en": Headings(
        kind="Kind",
        indicator="Indicator",
        target="Target",
        owner="Owner",
        deadline="Deadline",
        line="Line",
        page="Page",
        text="In the text",
        nothing_found="nothing found",
        documents="documents",
        commitment="commitments",
        achievement="achievements",
        firm="firm",
        aspire="aspire",
        year="yearly",
        quarter="quarterly",
        month="monthly",
    ),
    "zh": Headings(
        kind="类别",
        indicator="指标",
        target="目标",
        owner="责任单位",
        deadline="期限",
        line="行",
        page="页",
        text="原文",
        nothing_found="未发现",
        documents="文件",
        commitment="承诺",
        achievement="成果",
        firm="确定",
        aspire="预期",
        year="每年",
        quarter="每季度",
        month="每月",
    ),
}
