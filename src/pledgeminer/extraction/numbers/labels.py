"""Numbers that are labels: names, ordinals, grades, articles (labels.yaml)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...rules.labels import LabelPatterns
    from ..model import Quantity

_OPENING = frozenset("“‘「『《〈")
_CLOSING = "”’」』》〉"
_BREAKS = ",，。；;：:"
#: How far before a number a label is looked for, and how far its exception, in code points.
_BEFORE, _UNLESS = 12, 24
#: How far behind the longest name its quotation may close.
_BEHIND = 8


def label_of(text: str, quantity: Quantity, labels: LabelPatterns) -> str:
    """Return the id of the label that the number is: a name, an ordinal, a grade or an article.

    It is ``before`` for any of those that stand before a number, and empty for a quantity.
    """
    start = quantity.number_start
    if labels.before.match(text, max(0, start - _BEFORE), start) is not None:
        return "before"
    # A range, and a word that is a number (翻一番), count even in Chinese numerals.
    for label in labels.forms(quantity.unit, quantity.chinese and quantity.value_max is None and quantity.aim is None):
        if quantity.value > label.max or (label.value is not None and quantity.value != label.value):
            continue
        at = quantity.unit_end if label.units or label.value is not None else quantity.number_end
        if label.pattern.match(text, at) is None:
            continue
        if label.unless is None or label.unless.search(text, max(0, start - _UNLESS), start) is None:
            return label.id
    return "quoted" if _is_quoted_name(text, quantity, labels.quoted) else ""


def _is_quoted_name(text: str, quantity: Quantity, longest: int) -> bool:
    """Say whether the number stands in a short quotation without a break, which is a name (“15分钟健康圈”)."""
    start, end = quantity.number_start, quantity.end
    before = text[max(0, start - longest) : start]
    if _OPENING.isdisjoint(before):
        return False
    opening = max(text.rfind(mark, max(0, start - longest), start) for mark in _OPENING)
    inside = text[opening + 1 : opening + longest + _BEHIND]
    closing = min((at for at in (inside.find(mark) for mark in _CLOSING) if at >= 0), default=-1)
    if closing < 0 or opening + 1 + closing < end:
        return False
    return closing <= longest and not any(mark in inside[:closing] for mark in _BREAKS)
