"""The extractor: a document and a rule set go in, judged numbers come out, of which the records are a part.

One stage hands values to the next: reading → outline → sentences → matches and what governs them → cues → verdicts and
owners → records.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from ..documents.description import Description
from ..rules.ruleset import load_rules
from .baselines import is_baseline
from .cues import cues_of, turns
from .decide import decide
from .governed import governed
from .matcher import Matcher
from .matches import matched
from .model import Candidate, Judged
from .outline import outline
from .owners import issuer_of, owners_of
from .reading import Reading, read
from .records import judged
from .sentences import sentences_of
from .voices import voices_of

if TYPE_CHECKING:
    from ..documents.model import Document
    from ..record import Record
    from ..rules.slow import Slow
    from ..rules.targets import TargetPatterns
    from .model import Match, Outline


class Judgement(msgspec.Struct, frozen=True):
    """A document that was read, its numbers in the order of the text, and the body that issues it, if it is known."""

    reading: Reading
    judged: tuple[Judged, ...]
    issuer: str | None

    @property
    def records(self) -> list[Record]:
        """The records of both kinds, each once: the names in a table are repeated with each number of their row."""
        found: dict[str, Record] = {}
        for one in self.judged:
            if one.record is not None:
                found.setdefault(one.record.id, one.record)
        return list(found.values())


class Extractor:
    """Finds the quantities of documents with one compiled rule set; build once, use for many documents.

    ``slow`` are the rules that took too long so far; they are not tried any more.
    """

    slow: Sequence[Slow] = ()

    def __init__(self, rule_folders: tuple[str, ...] = ()) -> None:
        """Compile the built-in rules and those of ``rule_folders`` on top. Raises ``RulesError``."""
        self.rules = load_rules(tuple(rule_folders))
        self.slow = self.rules.slow
        self.matcher = Matcher(self.rules.targets, self.rules.slow)

    def judge(self, document: Document) -> Judgement:
        """Return every number of ``document`` with what was found out about it."""
        reading = read(document, self.rules)
        return self._judge(reading, outline(reading))

    def extract(self, document: Document) -> list[Record]:
        """Return the records of both kinds, in the order of the text."""
        return self.judge(document).records

    def extract_described(self, document: Document) -> tuple[list[Record], Description]:
        """Return what ``extract`` returns, and what the document was found to be."""
        judgement = self.judge(document)
        return judgement.records, _description(judgement.reading, judgement.issuer)

    def describe(self, document: Document) -> Description:
        """Return what the document was found to be, without looking for its records."""
        reading = read(document, self.rules)
        return _description(reading, issuer_of(reading, voices_of(reading, outline(reading))))

    def _judge(self, reading: Reading, built: Outline) -> Judgement:
        left_out: list[Judged] = []
        candidates: list[Candidate] = []
        for sentence in sentences_of(reading, built):
            matches = matched(reading, sentence, self.matcher)
            if all(match.aim is None for match in matches):
                left_out += map(Judged, [sentence] * len(matches), sentence.slots, matches)
                continue
            for slot, match, rules_it in zip(sentence.slots, matches, governed(reading, sentence), strict=True):
                if match.aim is None:
                    left_out.append(Judged(sentence, slot, match))
                    continue
                cues = cues_of(reading, built.genre, sentence, slot, match, rules_it)
                unowed = _unowed(match, self.rules.targets) or is_baseline(reading.text, sentence, slot, rules_it)
                candidates.append(Candidate(sentence, slot, match, rules_it, cues, not turns(rules_it), unowed))
        voices = voices_of(reading, built)
        verdicts = decide(candidates, built, self.rules.kinds)
        owners = owners_of(reading, built, voices, candidates)
        found = judged(reading, candidates, verdicts, owners)
        in_order = sorted([*left_out, *found], key=_place) if left_out else found
        return Judgement(reading, tuple(in_order), issuer_of(reading, voices))


def _place(one: Judged) -> int:
    return one.slot.quantity.start


def _unowed(match: Match, targets: TargetPatterns) -> bool:
    """Say whether nobody undertakes what is measured, though it may be foreseen."""
    level = match.aim in ("reach", "increase") or (match.fit is not None and match.fit.rule.aim == "level")
    return level and targets.unowed.search(match.indicator.match) is not None


def _description(reading: Reading, issuer: str | None) -> Description:
    document = reading.document
    return Description(
        source=document.source,
        format=document.format,
        encoding=document.encoding,
        date=reading.date,
        body=issuer,
        title=reading.facts.title,
        place=document.place,
        pages=len(document.pages) or None,
        characters=len(document.text),
        numbers=len(reading.quantities),
        repairs=(*document.repairs, *reading.clean.repairs),
    )
