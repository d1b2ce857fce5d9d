"""What a cell is by its own looks: a head with a role, a number, a unit, a body, nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from .model import Cell

if TYPE_CHECKING:
    from ...rules.tables import TablePatterns

#: A head or a row's name that is longer is a text of its own.
LONGEST_NAME = 60
#: The role of a column of values, whose head says when or how much more.
VALUE = "value"
_LONGEST_NUMBER = 40
_GROUP = regex.compile(r"\d{3}")


def role_of(head: str, patterns: TablePatterns) -> str:
    """Return the key of tables.yaml under which ``head`` stands, "value" if it says when or names a change, "" else."""
    if not head or len(head) > LONGEST_NAME:
        return ""
    role = next((name for name, pattern in patterns.columns.items() if pattern.fullmatch(head)), "")
    if role in ("", "target", "indicator") and (patterns.when.fullmatch(head) or patterns.change.fullmatch(head)):
        # 目标 and 任务 stand over words as often as over numbers; a year never does.
        return role if role else VALUE
    return role


def number_in(cell: Cell, patterns: TablePatterns) -> regex.Match[str] | None:
    """Return the number that is all that ``cell`` holds, None if it holds anything else."""
    if not cell.text or len(cell.text) > _LONGEST_NUMBER:
        return None
    found = patterns.number.fullmatch(cell.text)
    return None if found is None or patterns.not_number.fullmatch(cell.text) else found


def numbers_in(cell: Cell, patterns: TablePatterns) -> list[tuple[Cell, regex.Match[str]]]:
    """Return the numbers that are all that ``cell`` holds, one or one on each of its lines; none if it holds more.

    Figures that a blank parts are several, but for groups of three digits (12 345).
    """
    if len(cell.starts) <= 1:
        whole = number_in(cell, patterns)
        return [] if whole is None else [(cell, whole)]
    if len(cell.text) > _LONGEST_NUMBER * 2:
        return []
    words = cell.words()
    glued = any(cell.text[start - 1].isdigit() and cell.text[start].isdigit() for start in cell.starts[1:])
    if not glued and (whole := number_in(cell, patterns)) is not None:
        return [(cell, whole)]
    if all(_GROUP.fullmatch(word.text) for word in words[1:]) and len(words[0].text) <= 3:
        whole = number_in(cell, patterns)
        return [] if whole is None else [(cell, whole)]
    parts = [(word, number_in(word, patterns)) for word in words]
    found = [(word, number) for word, number in parts if number is not None]
    return found if len(found) == len(parts) else []


def is_nothing(cell: Cell, patterns: TablePatterns) -> bool:
    """Say whether ``cell`` is empty or says that there is nothing."""
    return not cell.text or patterns.nothing.fullmatch(cell.text) is not None


def misfit(cell: Cell, role: str, patterns: TablePatterns) -> float:
    """Return how little ``cell`` looks like one below a head of that ``role``, 0 for one that does."""
    text = cell.text
    number = number_in(cell, patterns) is not None
    if is_nothing(cell, patterns):
        return 0.0 if role != "indicator" and role != "index" else 2.0
    if role == "index":
        return 0.0 if text.isdecimal() and len(text) <= 3 else 6.0
    if role == "unit":
        return 0.0 if patterns.sole_unit.fullmatch(text) else 4.0 if number or len(text) > 6 else 2.0
    if role == "nature":
        return 0.0 if patterns.nature.fullmatch(text) else 4.0
    if role in (VALUE, "baseline"):
        return 0.0 if number else 1.0 if any(map(str.isdigit, text)) else 2.5
    if role == "owner":
        return 0.0 if patterns.body_end.search(text) and not number else 2.5
    if role == "deadline":
        return 0.0 if patterns.until.fullmatch(text) and len(text) <= LONGEST_NAME else 3.0
    looks_other = number or patterns.sole_unit.fullmatch(text) or patterns.nature.fullmatch(text)
    return 3.0 if looks_other else 0.0
