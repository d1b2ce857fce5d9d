"""A new user's case: a unit, the form of a department and a target rule, in three entries and without Python."""

from __future__ import annotations

from collections.abc import Callable

import pledgeminer
from pledgeminer.rule_tools.check import check_rules

Folder = Callable[[dict[str, str]], str]

TEXT = "今年更新农机320台架以上，全年不少于300天空气优良。\n省冰雪产业专班表示，今年将新建冰雪场馆12座。"

UNITS = "count: [台架]\n"
BODIES = "endings: [专班]\n"
TARGETS = """
rules:
  - id: days-of
    about: so many days of something (全年不少于300天空气优良)
    pattern: "^ <mod> <Q> <of>? (?<indicator><object>) $"
    unit: [duration]
    compared: true
    aim: reach
    examples:
      - {text: 全年不少于300天空气优良, quantity: 不少于300天, indicator: 空气优良}
      - {text: 确保每年至少200天正常供水, quantity: 至少200天, indicator: 正常供水}
    counterexamples: [工期不超过300天]
"""


def read(*folders: str) -> list[tuple[str, str, str, tuple[str, ...], str]]:
    records = pledgeminer.extract(TEXT, date="2026-02-01", rules=folders)
    return [(one.quantity, one.comparator, one.indicator, one.owners, one.rule) for one in records]


def test_the_built_in_rules_miss_what_three_entries_add(folder: Folder) -> None:
    assert [record[:4] for record in read()] == [("320台", "=", "农机", ()), ("12座", "=", "冰雪场馆", ())]
    mine = folder({"units": UNITS, "bodies": BODIES, "targets": TARGETS})
    assert check_rules((mine,)) == []
    units, days, halls = read(mine)
    assert units[:4] == ("320台架以上", ">=", "农机", ())
    assert days == ("不少于300天", ">=", "空气优良", (), "days-of")
    assert halls[:4] == ("12座", "=", "冰雪场馆", ("省冰雪产业专班",))
