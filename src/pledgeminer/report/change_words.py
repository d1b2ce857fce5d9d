"""The words around the changes in the table for people, in each language."""

from __future__ import annotations

from typing import NamedTuple

from .headings import Language

MULTIPLIERS = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
"""The words for large numbers, the largest first, as the documents write them."""

PERCENT, POINTS = ("%", "‰"), "个百分点"
"""Shares, and the unit of the difference between two of them."""


class ChangeWords(NamedTuple):
    """The table's words in one language."""

    indicator: str
    old: str
    new: str
    difference: str
    also: str
    owner: str
    place: str
    nothing: str
    dropped: str
    lowered: str
    reworded: str
    raised: str
    added: str
    running: str
    unchanged: str
    slipped: str
    more: str
    less: str


CHANGE_WORDS: dict[Language, ChangeWords] = {
    "en": ChangeWords(
        indicator="Indicator",
        old="Old",
        new="New",
        difference="Difference",
        also="Wording",
        owner="Owner",
        place="Place",
        nothing="nothing to compare",
        dropped="dropped",
        lowered="lowered",
        reworded="reworded",
        raised="raised",
        added="added",
        running="running",
        unchanged="unchanged",
        slipped="slipped",
        more="more ambitious",
        less="less ambitious",
    ),
    "zh": ChangeWords(
        indicator="指标",
        old="原目标",
        new="新目标",
        difference="增减",
        also="措辞变化",
        owner="责任单位",
        place="位置",
        nothing="没有可比较的内容",
        dropped="取消",
        lowered="下调",
        reworded="改写",
        raised="上调",
        added="新增",
        running="未到期",
        unchanged="不变",
        slipped="延期",
        more="力度加大",
        less="力度减弱",
    ),
}
