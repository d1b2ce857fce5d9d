"""One sentence with numbers: what each number measures, and all that governs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from ..record import Record, record_id
from ..rules.marks import MARKS, TIME
from ..text.fold import fold
from .clauses import Clause, clauses_of
from .decide import Genre, Tense, cues, decide
from .indicators import NO_WORDS, Phrase, indicator_of, spread, topic_of
from .model import Time
from .outline import Lead
from .times import resolve, tense, word_time
from .trace import Judged, Trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..record import Aim, Every, Kind, Strength
    from ..rules.lexicon import Word
    from ..rules.ruleset import RuleSet
    from ..text.clean import CleanText
    from .marked import Fit, Matcher
    from .model import Quantity
    from .outline import Paragraph
    from .owners import Owners

_CLOSING = frozenset(MARKS[name] for name in ("adverb", "loose", "each", "deliver", "attain", "work", "stop"))
_COMMANDS = frozenset(
    MARKS[name]
    for name in ("deliver", "work", "bare", "new", "grow", "shrink", "attain", "arrange", "give", "keep", "cover")
)
_PASSED = frozenset(MARKS[name] for name in ("adverb", "loose", "will", "T", "Y", "take", "and", "each"))
_EACH = MARKS["each"]


_hit_start = itemgetter(1)
_time_start = attrgetter("start")


#: How far a lead-in inside a paragraph holds, and how long one is.
_LEAD_HOLDS, _LONGEST_LEAD = 4000, 150
#: A word that the lexicon found: its index there, where it begins and ends.
Hit = tuple[int, int, int]


@dataclass(slots=True)
class Context:
    """A document while it is read: its cleaned text, and all that was found in it."""

    rules: RuleSet
    matcher: Matcher
    clean: CleanText
    quantities: list[Quantity]
    times: list[Time]
    date: str | None
    late: bool
    genre: Genre
    source: str
    key: bytes
    lines: Sequence[int]
    pages: tuple[int, ...] = ()
    trace: Trace | None = None
    paragraphs: list[Paragraph] = field(init=False)
    owners: Owners = field(init=False)
    hits: dict[int, tuple[list[Hit], list[Hit]]] = field(default_factory=dict)
    lead_times: dict[int, Time | None] = field(default_factory=dict)

    def times_in(self, start: int, end: int) -> list[Time]:
        """Return the times around numbers that begin in the span."""
        first = bisect_left(self.times, start, key=_time_start)
        return self.times[first : bisect_left(self.times, end, first, key=_time_start)]

    def hits_in(self, start: int, end: int) -> tuple[int, list[Hit]]:
        """Return the words of the lexicon that begin in the span, which lies in one paragraph.

        Their offsets count from the offset that is returned with them, where the paragraph begins.
        """
        begin, hits, _ = self._paragraph_of(start)
        first = bisect_left(hits, start - begin, key=_hit_start)
        return begin, hits[first : bisect_left(hits, end - begin, first, key=_hit_start)]

    def _paragraph_of(self, start: int) -> tuple[int, list[Hit], list[Hit]]:
        """Return where the paragraph around ``start`` begins, its words that say anything, and its telling ones."""
        paragraphs = self.clean.paragraphs
        begin, end = paragraphs[bisect_right(paragraphs, start, key=itemgetter(0)) - 1]
        found = self.hits.get(begin)
        if found is None:
            lexicon = self.rules.lexicon
            marked = lexicon.marked
            hits = [hit for hit in lexicon.find(self.clean.match[begin:end]) if hit[0] in marked]
            found = self.hits[begin] = hits, [hit for hit in hits if hit[0] in lexicon.telling]
        return begin, *found

    def lead_time(self, lead: Lead) -> Time | None:
        """Return the time that ``lead`` gives to its list: the last deadline in it."""
        if lead.start not in self.lead_times:
            found = self.all_times(lead.start, lead.end)
            ahead = [
                time for time in found if time.role == "deadline" and tense(time, self.date) in ("present", "future")
            ]
            self.lead_times[lead.start] = max(ahead, key=lambda time: time.start, default=None)
        return self.lead_times[lead.start]

    def leads(self, paragraph: Paragraph, start: int) -> tuple[Lead, ...]:
        """Return the lead-ins over the sentence at ``start``, the nearest last.

        A lead-in inside the paragraph (今年的主要预期目标是：) holds to the paragraph's end, across full stops.
        """
        text = self.clean.match
        colon = text.rfind(":", max(paragraph.start, start - _LEAD_HOLDS), start)
        if colon < 0:
            return paragraph.leads
        first = max(paragraph.start, colon - _LONGEST_LEAD)
        begin = max(first, *(text.rfind(mark, first, colon) + 1 for mark in "。!！?？"))
        if self.rules.kinds.aspiring_lead.search(text, begin, colon + 1) is None:
            return paragraph.leads
        return (*paragraph.leads, Lead(begin, colon, True))

    def all_times(self, start: int, end: int) -> list[Time]:
        """Return the times in the span, around numbers and of fixed words."""
        telling, words = self._telling(start, end), self.rules.lexicon.words
        fixed = [
            word_time(begin, stop, time) for index, begin, stop in telling if (time := words[index].time) is not None
        ]
        return self.times_in(start, end) + fixed

    def tenses(self, start: int, end: int) -> set[str]:
        """Return the tenses of the times in the span."""
        return {tense(time, self.date) for time in self.all_times(start, end) if time.role != "none"}

    def lean(self, start: int, end: int) -> float:
        """Return how far the span's words lean to reporting (below 0) or promising (above 0)."""
        words, weights = self.rules.lexicon.words, self.rules.kinds.times
        weight = sum(words[index].sentence for index, _, _ in self._telling(start, end))
        return weight + sum(
            weights[tense(time, self.date)] for time in self.all_times(start, end) if time.role != "none"
        )

    def _telling(self, start: int, end: int) -> list[Hit]:
        """Return the words in the span, of one paragraph, that lean or are times; their offsets are the text's."""
        begin, _, telling = self._paragraph_of(start)
        low = bisect_left(telling, start - begin, key=_hit_start)
        high = bisect_left(telling, end - begin, low, key=_hit_start)
        return [(index, begin + first, begin + last) for index, first, last in telling[low:high]]

    def page(self, offset: int) -> int | None:
        """Return the 1-based page of the source offset ``offset``, or None in a document without pages."""
        return bisect_right(self.pages, offset) if self.pages else None

    def line(self, offset: int) -> int:
        """Return the 1-based line of source ``offset``."""
        return bisect_left(self.lines, offset) + 1


class Discourse:
    """What a paragraph has said up to a sentence: how far its words lean, and the last time that it was placed in."""

    __slots__ = ("_at", "_context", "lean", "time")

    def __init__(self, context: Context, start: int) -> None:
        """Begin at ``start``, where the paragraph does."""
        self._context = context
        self._at = start
        self.lean = 0.0
        self.time: Time | None = None

    def advance(self, to: int) -> None:
        """Take in what stands before ``to``."""
        if to <= self._at:
            return
        self.lean += self._context.lean(self._at, to)
        placed = [time for time in self._context.all_times(self._at, to) if time.placed]
        if placed:
            self.time = max(placed, key=_time_start)
        self._at = to


@dataclass(slots=True)
class _Governed:
    """What the words before a number say of it, as far as the sentence has been read."""

    strength: Strength
    every: Every | None = None
    # The words that say so.
    strength_by: str = ""
    every_by: str = ""


class Sentence:
    """A sentence and the numbers in it; ``kind`` is that of its last number, for the sentence behind it."""

    def __init__(
        self,
        context: Context,
        number: int,
        start: int,
        end: int,
        quantities: list[Quantity],
        kind: Kind | None,
        discourse: Discourse,
    ) -> None:
        self.kind = kind
        self._context = context
        self._number = number
        self._paragraph = context.paragraphs[number]
        self._clauses = clauses_of(
            context.clean.match,
            start,
            end,
            quantities,
            context.times_in(start, end),
            *context.hits_in(start, end),
            context.rules,
        )
        self._leads = context.leads(self._paragraph, start)
        discourse.advance(start)
        self._discourse = discourse
        self._indicator = NO_WORDS
        #: The last indicator that counts, for a count behind an amount of money (项目65个，投资95亿元，其中新开工30个).
        self._counted = NO_WORDS
        self._paid = False
        # The last aim that a rule gave, and whether its number was a ratio: amounts hand nothing on to rates.
        self._aim: tuple[Aim, bool] | None = None
        self._base: tuple[Phrase, int] | None = None

    def records(self) -> list[Record]:
        """Return the records of the sentence's numbers, without those that a rule leaves out."""
        records: list[Record] = []
        base = _Governed("aspire", None, "lead-in") if self._leads and self._leads[-1].aspiring else _Governed("firm")
        now = _Governed(base.strength, None, base.strength_by)
        text = self._context.clean.match
        same_sentence = False
        for index, clause in enumerate(self._clauses):
            if clause.start and text[clause.start - 1] in ";；":
                now = _Governed(base.strength, base.every, base.strength_by, base.every_by)
            if clause.times:
                now.every = None
            words = iter(clause.words)
            word = next(words, None)
            for position, quantity in clause.quantities:
                while word is not None and word[0] < quantity.start:
                    now = _govern(now, word[1]) if word[1].governs else now
                    word = next(words, None)
                record = self._record(index, clause, position, quantity, now, same_sentence)
                if record is not None:
                    records.append(record)
                    same_sentence = True
            while word is not None:
                now = _govern(now, word[1]) if word[1].governs else now
                word = next(words, None)
            if text[clause.end : clause.end + 1] in (":", "："):
                base = _Governed(now.strength, now.every, now.strength_by, now.every_by)
        return records

    def _record(
        self, index: int, clause: Clause, position: int, quantity: Quantity, now: _Governed, same_sentence: bool
    ) -> Record | None:
        context = self._context
        fit = context.matcher.fit(clause.marks, position, quantity.kind, quantity.comparator != "=", self._words)
        if fit is None or fit.rule.skip:
            if context.trace is not None:
                context.trace.judged.append(Judged(self._clauses, index, position, quantity, fit))
            return None
        given_up = ""
        indicator = self._indicated(clause, position, fit)
        if fit.rule.unless_level and context.rules.targets.level_nouns.search(indicator.match) is not None:
            lower = context.matcher.fit(
                clause.marks, position, quantity.kind, quantity.comparator != "=", self._words, fit.rule.id
            )
            if lower is not None:
                given_up = fit.rule.id
                fit, indicator = lower, self._indicated(clause, position, lower)
        aim = self._aimed(fit, quantity, indicator.match)
        time = self._time(index, clause, quantity)
        when = self._tense(time) if time is not None else None
        earlier = self._earlier()
        left = (
            fit.rule.awaits
            and context.rules.kinds.remaining.search(context.clean.match, clause.start, clause.end) is not None
        )
        awaited = self._clauses[index + 1 :] if left else []
        reasons = cues(
            clause,
            self._clauses[:index],
            awaited,
            quantity.comparator,
            when,
            earlier,
            self._paragraph,
            self.kind,
            same_sentence,
            self._discourse.lean,
            _commands(clause),
            quantity.rounded,
            context.genre,
            context.rules.kinds,
        )
        kind = decide(reasons)
        if (aim in ("reach", "increase") or fit.rule.aim == "level") and context.rules.targets.unowed.search(
            indicator.match
        ) is not None:
            kind = "achievement"
        self.kind = kind
        deadline = self._deadline(time, when, kind)
        start, end = context.clean.offsets.span(quantity.start, quantity.end)
        owners, speaker = context.owners.of(self._number, quantity.start, self._clauses[: index + 1])
        shown = context.clean.shown
        words = shown[quantity.start : quantity.end]
        record = Record(
            id=record_id(context.key, start, words),
            kind=kind,
            indicator=indicator.shown,
            aim=aim,
            comparator=fit.rule.comparator
            if fit.rule.comparator is not None and quantity.comparator == "="
            else quantity.comparator,
            value=quantity.value,
            value_max=quantity.value_max,
            unit=self._unit(quantity),
            quantity=words,
            owners=owners,
            strength=now.strength,
            deadline=shown[deadline.start : deadline.end] if deadline is not None else None,
            deadline_date=resolve(deadline, context.date) if deadline is not None else None,
            every=now.every,
            speaker=speaker,
            text=shown[clause.start : clause.end].strip(),
            source=context.source,
            date=context.date,
            line=context.line(start),
            start=start,
            end=end,
            rule=fit.rule.id,
            page=context.page(start),
        )
        if context.trace is not None:
            context.trace.judged.append(
                Judged(
                    self._clauses,
                    index,
                    position,
                    quantity,
                    fit,
                    given_up,
                    record,
                    tuple(reasons),
                    time,
                    deadline,
                    self._leads,
                    now.strength_by,
                    now.every_by,
                    context.owners.by,
                )
            )
        return record

    def _words(self) -> str:
        """Return the sentence as it is shown."""
        return self._context.clean.shown[self._clauses[0].start : self._clauses[-1].end] if self._clauses else ""

    def _unit(self, quantity: Quantity) -> str:
        """Return the unit; in traditional text as it is printed there."""
        clean, end = self._context.clean, quantity.unit_end
        start = end - len(quantity.unit)
        return fold(clean.shown[start:end]) if clean.match[start:end] == quantity.unit else quantity.unit

    def _indicated(self, clause: Clause, position: int, fit: Fit) -> Phrase:
        context = self._context
        kind = next(quantity.kind for number, quantity in clause.quantities if number == position)
        before = self._counted if kind == "count" and self._counted and self._paid else self._indicator
        if kind != "ratio" and before:
            before = before.without(context.rules.targets.rates) or before
        indicator = indicator_of(context.clean, clause, position, fit, before, context.rules.targets)
        if _EACH in clause.marks and len(clause.quantities) > 1:
            numbers = [number for number, _ in clause.quantities]
            first = next((rank for rank, number in enumerate(numbers) if _EACH in clause.marks[:number]), len(numbers))
            rank, count = numbers.index(position) - first, len(numbers) - first
            if fit.parts and rank == 0:
                self._base = (indicator, count)
            if self._base is not None and rank >= 0 and (rank == 0 or not fit.parts):
                self._indicator = self._base[0]
                return spread(self._base[0], rank, count, context.rules.targets)
        if not indicator:
            clauses = self._clauses[: self._clauses.index(clause)]
            indicator = next(
                (topic for one in reversed(clauses) if (topic := topic_of(context.clean, one, context.rules.targets))),
                NO_WORDS,
            )
        # What depends on the one before (其总量, 占比) is not what the next depends on.
        if not (self._indicator and indicator.match.startswith(self._indicator.match)):
            self._indicator = indicator
        self._paid = kind == "money"
        if kind == "count":
            self._counted = indicator
        return indicator

    def _aimed(self, fit: Fit, quantity: Quantity, indicator: str) -> Aim:
        """Return the aim of the rule; one that inherits takes that of the number before, but for a level."""
        aim = quantity.aim or fit.rule.aim
        if aim == "inherit" or aim == "level":
            level = quantity.kind == "ratio" or self._context.rules.targets.level_nouns.search(indicator) is not None
            if (aim == "level" and level) or self._reaches(quantity):
                return "reach"
            ratio = quantity.kind == "ratio"
            if self._aim is not None and self._aim[1] == ratio:
                return self._aim[0]
            return "deliver" if not level and (fit.rule.awaits or quantity.kind == "count") else "reach"
        self._aim = aim, quantity.kind == "ratio"
        return aim

    def _reaches(self, quantity: Quantity) -> bool:
        """Say whether the number's own comparator names a level (突破)."""
        return (
            self._context.clean.match[quantity.start : quantity.number_start] in self._context.rules.quantities.reaching
        )

    def _time(self, index: int, clause: Clause, quantity: Quantity) -> Time | None:
        """Return the time that governs: the nearest before the number in its sentence, else behind it in its clause."""
        for earlier in reversed(self._clauses[: index + 1]):
            for time in reversed(earlier.times):
                if time.end <= quantity.start and time.role != "none":
                    return time
        own = next((time for time in clause.times if time.start >= quantity.end and time.role == "deadline"), None)
        if own is not None:
            return own
        # 新建3所,改造5所,年底前全部完工: a clause of nothing but a time and a verb closes the list before it.
        later = next((one for one in self._clauses[index + 1 :] if not one.quantities), None)
        closes = (
            later is not None
            and len(later.marks) > 1
            and later.marks[0] == TIME
            and _CLOSING.issuperset(later.marks[1:])
        )
        return (
            next((time for time in later.times if time.role == "deadline"), None)
            if later is not None and closes
            else None
        )

    def _earlier(self) -> Tense | None:
        """Return the tense of the last time in the paragraph before this sentence."""
        time = self._discourse.time
        return self._tense(time) if time is not None else None

    def _tense(self, time: Time) -> Tense:
        """Return the tense of ``time``; without a year of its own it has that of the year before it (去年…，全年…)."""
        when = tense(time, self._context.date)
        if time.floating and when == "present":
            said = [
                one
                for clause in self._clauses
                for one in clause.times
                if one.start < time.start and one.placed and not one.floating
            ]
            before = said[-1] if said else self._discourse.time
            if before is not None and not before.floating and tense(before, self._context.date) == "past":
                return "past"
        return "late" if when == "present" and self._context.late else when

    def _deadline(self, time: Time | None, when: str | None, kind: Kind) -> Time | None:
        starts = time is not None and time.role == "start"
        if time is not None and not starts and (kind == "achievement" or when in ("present", "late", "future")):
            return time
        if kind == "achievement":
            return None
        times = (self._context.lead_time(lead) for lead in reversed(self._leads))
        return next((one for one in times if one is not None), None)


def _govern(now: _Governed, word: Word) -> _Governed:
    return _Governed(
        word.strength or now.strength,
        word.every or now.every,
        word.text if word.strength else now.strength_by,
        word.text if word.every else now.every_by,
    )


def _commands(clause: Clause) -> bool:
    """Say whether the clause opens with a verb of undertaking, as orders and pledges do."""
    for mark in clause.marks:
        if mark in _COMMANDS:
            return True
        if mark not in _PASSED:
            return False
    return False
