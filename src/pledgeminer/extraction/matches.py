"""Matches: the rule, the indicator and the aim of each number of a sentence, which take much from the number before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..rules.marks import MARKS
from .indicators import indicator_of, spread, topic_of
from .matcher import form_of
from .model import NO_WORDS, Match, Phrase

if TYPE_CHECKING:
    from ..record import Aim
    from .matcher import Matcher
    from .model import Clause, Fit, Quantity, Sentence, Slot
    from .reading import Reading

_EACH = MARKS["each"]
#: Verbs of what money is spent on.
_DOES = frozenset(MARKS[name] for name in ("deliver", "work", "attain", "take"))
#: What money is for is named in so many letters.
_LEAST, _MOST = 2, 12


class _Carried(msgspec.Struct, frozen=True, gc=False):
    """What the numbers of a sentence hand on to the next.

    ``indicator`` is the last one, ``counted`` the last that counts, for a count behind an amount of money (项目65个，
    投资95亿元，其中新开工30个), and ``paid`` says that the last number was one. ``aim`` is the last that a rule gave,
    with whether its number was a ratio: amounts hand nothing on to rates. ``base`` is the joint indicator that 分别
    spreads over several numbers.
    """

    indicator: Phrase = NO_WORDS
    counted: Phrase = NO_WORDS
    paid: bool = False
    aim: tuple[Aim, bool] | None = None
    base: Phrase | None = None


def matched(reading: Reading, sentence: Sentence, matcher: Matcher) -> list[Match]:
    """Return what the rules make of each of the slots of ``sentence``, in their order."""
    found: list[Match] = []
    carried = _Carried()

    def words() -> str:
        return reading.clean.shown[sentence.clauses[0].start : sentence.clauses[-1].end]

    for slot in sentence.slots:
        form = form_of(sentence.clauses[slot.clause], slot)
        fit = matcher.fit(form, words)
        if fit is None or fit.rule.skip:
            found.append(Match(fit))
            continue
        given_up = ""
        before = carried
        indicator, carried = _indicated(reading, sentence, slot, fit, before)
        while _passes_on(fit, indicator, reading) and (lower := matcher.fit(form, words, fit.rule.id)) is not None:
            given_up, fit = given_up or fit.rule.id, lower
            indicator, carried = _indicated(reading, sentence, slot, fit, before)
        aim, carried = _aimed(reading, slot.quantity, fit, indicator, carried)
        found.append(Match(fit, _qualified(reading, sentence, slot, indicator), aim, given_up))
    return found


def _qualified(reading: Reading, sentence: Sentence, slot: Slot, indicator: Phrase) -> Phrase:
    """Return ``indicator``; a noun of money alone with what the clause behind it, or before it, says that it is for."""
    if slot.quantity.kind != "money" or reading.rules.targets.general.search(indicator.match) is None:
        return indicator
    own = sentence.clauses[slot.clause]
    if len(own.quantities) > 1 or slot.position < len(own.marks) - 1:
        # 投资1亿元完成12个小区改造: its own clause goes on.
        return indicator
    behind, before = sentence.clauses[slot.clause + 1 : slot.clause + 2], sentence.clauses[: slot.clause][-1:]
    for clause in (*behind, *before):
        if clause.quantities or not _DOES & set(clause.marks):
            continue
        topic = topic_of(reading.clean, clause, reading.rules)
        if _LEAST <= len(topic.match) <= _MOST and indicator.match not in topic.match:
            return topic + indicator
    return indicator


def _passes_on(fit: Fit, indicator: Phrase, reading: Reading) -> bool:
    """Return whether the rule leaves the number to those below: it wants a level and has none, or the other way."""
    if not (fit.rule.if_level or fit.rule.unless_level):
        return False
    level = reading.rules.targets.level_nouns.search(indicator.match) is not None
    return fit.rule.unless_level if level else fit.rule.if_level


def _indicated(
    reading: Reading, sentence: Sentence, slot: Slot, fit: Fit, carried: _Carried
) -> tuple[Phrase, _Carried]:
    """Return the indicator of the number in ``slot``, and what the number hands on."""
    targets, clause, kind = reading.rules.targets, sentence.clauses[slot.clause], slot.quantity.kind
    before = carried.counted if kind == "count" and carried.counted and carried.paid else carried.indicator
    if kind != "ratio" and before:
        before = before.without(targets.rates) or before
    indicator = indicator_of(reading.clean, clause, slot.position, fit, before, reading.rules)
    rank, count = _rank(clause, slot.position)
    base = indicator if fit.parts and rank == 0 else carried.base
    if base is not None and rank >= 0 and (rank == 0 or not fit.parts):
        after = _Carried(base, carried.counted, carried.paid, carried.aim, base)
        return spread(base, rank, count, targets), after
    if not indicator:
        earlier = reversed(sentence.clauses[: slot.clause])
        indicator = next((topic for one in earlier if (topic := topic_of(reading.clean, one, reading.rules))), NO_WORDS)
    # What depends on the one before (其总量, 占比) is not what the next depends on.
    depends = carried.indicator and indicator.match.startswith(carried.indicator.match)
    after = _Carried(
        carried.indicator if depends else indicator,
        indicator if kind == "count" else carried.counted,
        kind == "money",
        carried.aim,
        base,
    )
    return indicator, after


def _rank(clause: Clause, position: int) -> tuple[int, int]:
    """Return which of the numbers behind 分别 that at ``position`` is (from 0), and how many there are.

    It is below 0 where there is no 分别, or the number stands before it.
    """
    if _EACH not in clause.marks or len(clause.quantities) < 2:
        return -1, 0
    numbers = [number for number, _ in clause.quantities]
    first = next((rank for rank, number in enumerate(numbers) if _EACH in clause.marks[:number]), len(numbers))
    return numbers.index(position) - first, len(numbers) - first


def _aimed(
    reading: Reading, quantity: Quantity, fit: Fit, indicator: Phrase, carried: _Carried
) -> tuple[Aim, _Carried]:
    """Return the aim of the rule; one that inherits takes that of the number before, but for a level."""
    aim, ratio = quantity.aim or fit.rule.aim, quantity.kind == "ratio"
    level = ratio or reading.rules.targets.level_nouns.search(indicator.match) is not None
    # The number's own comparator may name a level (突破), some only of a noun without a verb or of a level (超过).
    comparator = reading.text[quantity.start : quantity.number_start]
    patterns = reading.rules.quantities
    own = comparator in patterns.reaching or (comparator in patterns.passing and (aim == "level" or level))
    # A share of things is no count of work: it is the level to be at, whatever the verb.
    if aim == "deliver" and (ratio or own):
        aim = "reach"
    if aim != "inherit" and aim != "level":
        return aim, msgspec.structs.replace(carried, aim=(aim, ratio))
    if own or (aim == "level" and level):
        return "reach", carried
    if carried.aim is not None and carried.aim[1] == ratio:
        return carried.aim[0], carried
    return "deliver" if not level and (fit.rule.awaits or quantity.kind == "count") else "reach", carried
