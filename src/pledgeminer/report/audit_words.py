"""The words around the verdicts in the table for people, in each language."""

from __future__ import annotations

from typing import NamedTuple

from .headings import Language


class AuditWords(NamedTuple):
    """The table's words in one language."""

    indicator: str
    target: str
    actual: str
    reason: str
    owner: str
    line: str
    nothing: str
    no_owner: str
    missed: str
    partly: str
    unclear: str
    not_reported: str
    claimed: str
    met: str
    not_due: str


AUDIT_WORDS: dict[Language, AuditWords] = {
    "en": AuditWords(
        indicator="Indicator",
        target="Target",
        actual="Reported",
        reason="Reason",
        owner="Owner",
        line="Line",
        nothing="no commitments to audit",
        no_owner="(no owner)",
        missed="missed",
        partly="partly met",
        unclear="unclear",
        not_reported="not reported",
        claimed="claimed",
        met="met",
        not_due="not due",
    ),
    "zh": AuditWords(
        indicator="指标",
        target="目标",
        actual="报告值",
        reason="依据",
        owner="责任单位",
        line="行",
        nothing="没有可核对的承诺",
        no_owner="（无责任单位）",
        missed="未完成",
        partly="部分完成",
        unclear="不明确",
        not_reported="未报告",
        claimed="称已完成",
        met="完成",
        not_due="未到期",
    ),
}
