"""One pass over a text: every numeral is a quantity, a time, or passed over for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Numbers, Passed, Quantity, Time, Why
from ..times import time_at, without_role
from .labels import label_of
from .lists import compared_alike
from .numbering import behind_numbering, is_numbering
from .quantity import is_unit_named, may_be_bare, quantity_of
from .reading import is_too_large
from .units import unit_at

if TYPE_CHECKING:
    from regex import Match

    from ...rules.ruleset import RuleSet
    from ...rules.times import TimeForm

#: How far before a number the title of a document may open, in code points.
_TITLE = 40
#: How far behind an article the half that makes it a number stands (一公里半), in code points.
_HALF_WITHIN = 4


def find_numbers(text: str, rules: RuleSet) -> Numbers:
    """Return every numeral of folded ``text``: as a quantity, in a time, or passed over."""
    quantities: list[Quantity] = []
    times: list[Time] = []
    passed: list[Passed] = []
    held: dict[TimeForm, bool] = {}
    at = 0
    for found in rules.quantities.number.finditer(text):
        if found.start() < at:
            continue
        one = _read(text, found, rules, held)
        if type(one) is Quantity:
            quantities.append(one)
            at = one.end
        elif type(one) is Time:
            times.append(one)
            at = one.end
            passed.append(Passed(found.start(), found.end(), "time"))
        elif type(one) is Passed:
            passed.append(one)
    quantities = compared_alike(text, quantities, rules.quantities)
    return Numbers(tuple(quantities), tuple(times), tuple(passed))


def _read(text: str, found: Match[str], rules: RuleSet, held: dict[TimeForm, bool]) -> Quantity | Time | Passed:
    """Return what the number ``found`` is."""
    patterns = rules.quantities
    start, end = found.span()
    follower = text[end] if end < len(text) else "\n"
    opens_line = start == 0 or text[start - 1] == "\n"
    if opens_line and follower == rules.times.month_mark:
        found = behind_numbering(text, found, patterns)
        start = found.start()
    if end - start == 1 and text[start] in patterns.one and not _is_counted(text, end, follower, rules):
        # The article, by far the most frequent numeral.
        return Passed(start, end, "article")
    name = rules.lexicon.hides(text, start, end)
    # 四平 is a town, but four square kilometres begin with it: a unit that goes on behind the name is a unit.
    if name and unit_at(text, end, patterns)[1] <= name:
        return Passed(start, end, "name")
    forms = rules.times
    if follower in forms.followers and (follower not in forms.twofold or text[end : end + 2] in forms.pairs):
        time = time_at(text, start, follower, forms, held)
        if time is not None:
            return without_role(time) if _is_titled(text, start) else time
    bare = follower not in patterns.unit_heads and text[end - 1] not in patterns.large
    if bare and not may_be_bare(text, found, patterns):
        return Passed(start, end, "no-measure")
    if opens_line and is_numbering(text, found, patterns):
        return Passed(start, end, "numbering")
    if text[start] in patterns.powers and is_unit_named(text, found, patterns):
        return Passed(start, end, "unit")
    quantity = quantity_of(text, found, patterns)
    if quantity is None:
        why: Why = "too-large" if is_too_large(found, patterns) else "no-measure"
        return Passed(start, end, why)
    label = label_of(text, quantity, rules.labels)
    return Passed(start, end, "label", label) if label else quantity


def _is_counted(text: str, end: int, follower: str, rules: RuleSet) -> bool:
    """Say whether a one that ends at ``end`` is a number: before some units, and where half of its unit is added."""
    patterns = rules.quantities
    if follower in rules.labels.counted_ones or follower == patterns.tenths:
        return True
    return follower in patterns.unit_heads and patterns.half in text[end + 1 : end + _HALF_WITHIN]


def _is_titled(text: str, at: int) -> bool:
    """Say whether ``at`` lies in the title of a document (《规划（2018—2022年）》), whose years set nothing."""
    return text.rfind("《", max(0, at - _TITLE), at) > text.rfind("》", max(0, at - _TITLE), at)
