"""Promise or report: the sum of the cues around a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..record import Comparator, Kind
    from ..rules.kinds import KindPatterns
    from .clauses import Clause
    from .outline import Mode

Tense = Literal["past", "present", "future", "since"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One reason for the decision: what was found, and its weight (above 0 for a promise)."""

    found: str
    weight: float


def cues(
    clause: Clause, before: list[Clause], comparator: Comparator, tense: Tense | None, mode: Mode | None, last: Kind | None,
    same_sentence: bool, mood: float, command: bool, plan_document: bool, kinds: KindPatterns,
) -> list[Cue]:
    """Return the reasons for the numbers of ``clause``; ``before`` are the clauses of its sentence that come first."""
    found: list[Cue] = []
    seen: set[str] = set()
    for _, word in clause.words:
        if word.clause and word.text not in seen:
            seen.add(word.text)
            found.append(Cue(word.text, word.clause))
    for earlier in before:
        for _, word in earlier.words:
            if word.sentence and word.text not in seen:
                seen.add(word.text)
                found.append(Cue(word.text, word.sentence))
    if tense is not None:
        found.append(Cue(tense, kinds.times[tense]))
    if mode is not None:
        weight = kinds.scopes["section"]
        found.append(Cue(mode, weight if mode == "plan" else -weight))
    if last is not None:
        weight = kinds.scopes["sentence" if same_sentence else "before"]
        found.append(Cue(last, weight if last == "commitment" else -weight))
    if command and mode != "review":
        found.append(Cue("command", kinds.forms["command"]))
    if abs(mood) >= kinds.scopes["paragraph"]:
        found.append(Cue("paragraph", kinds.scopes["paragraph"] if mood > 0 else -kinds.scopes["paragraph"]))
    if kinds.comparators[comparator]:
        found.append(Cue(comparator, kinds.comparators[comparator]))
    found.append(Cue("document", kinds.scopes["document" if plan_document else "nothing"]))
    return found


def decide(found: list[Cue]) -> Kind:
    """Return the kind that the sum of the cues speaks for; with nothing found the number is a report."""
    return "commitment" if sum(cue.weight for cue in found) > 0 else "achievement"
