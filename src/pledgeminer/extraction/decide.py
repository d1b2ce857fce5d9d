"""Promise or report: the sum of the cues around a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from ..record import Comparator, Kind
    from ..rules.kind import KindPatterns
    from .clauses import Clause
    from .outline import Paragraph

#: What a document is as a whole: a plan, a report to an assembly, or anything else.
Genre = Literal["document", "report", "nothing"]
Tense = Literal["past", "present", "future", "since", "late"]


class Cue(NamedTuple):
    """One reason for the decision: what was found, and its weight (above 0 for a promise)."""

    found: str
    weight: float


def cues(
    clause: Clause,
    before: list[Clause],
    awaited: list[Clause],
    comparator: Comparator,
    tense: Tense | None,
    earlier: Tense | None,
    paragraph: Paragraph,
    last: Kind | None,
    same_sentence: bool,
    mood: float,
    command: bool,
    rounded: bool,
    genre: Genre,
    kinds: KindPatterns,
) -> list[Cue]:
    """Return the reasons for the numbers of ``clause``; ``before`` are the clauses of its sentence that come
    first, ``awaited`` those behind it where its verb may stand, ``earlier`` is the tense of the sentences before.
    """
    found: list[Cue] = []
    mode = paragraph.mode
    seen: set[str] = set()
    for _, word in clause.words:
        if word.clause and word.text not in seen:
            seen.add(word.text)
            found.append(Cue(word.text, word.clause))
    for clause_before in before:
        for _, word in clause_before.words:
            if word.sentence and word.text not in seen:
                seen.add(word.text)
                found.append(Cue(word.text, word.sentence))
    for later in awaited:
        if later.quantities:
            break
        promised = next((word.text for _, word in later.words if word.sentence > 0), None)
        if promised is not None:
            found.append(Cue(promised, kinds.scopes["remaining"]))
            break
    when = tense or earlier
    if when is not None:
        weight = kinds.times[when] * (1 if tense is not None else kinds.scopes["time_before"])
        # In what a heading calls a review, a year to come is seldom that of the number.
        review = mode == "review" and paragraph.named and weight > 0
        found.append(Cue(when, weight * kinds.scopes["time_in_review"] if review else weight))
    if mode is None and paragraph.numbered and mood > -kinds.scopes["paragraph"]:
        found.append(Cue("item", kinds.scopes["item"]))
    if mode is not None:
        weight = kinds.scopes["heading" if paragraph.named else "section"]
        found.append(Cue(mode, weight if mode == "plan" else -weight))
    # From last year to this one: what was said before of the other time says nothing of this.
    turned = earlier == "past" and tense in ("present", "future")
    if last is not None and not turned:
        weight = kinds.scopes["sentence" if same_sentence else "before"]
        found.append(Cue(last, weight if last == "commitment" else -weight))
    if command and mode != "review":
        found.append(Cue("command", kinds.forms["command"]))
    if rounded:
        found.append(Cue("counted", kinds.forms["counted"]))
    if abs(mood) >= kinds.scopes["paragraph"] and not turned and (mode is None or (mood > 0) == (mode == "plan")):
        found.append(Cue("paragraph", kinds.scopes["paragraph"] if mood > 0 else -kinds.scopes["paragraph"]))
    if kinds.comparators[comparator]:
        found.append(Cue(comparator, kinds.comparators[comparator]))
    found.append(Cue(genre, kinds.scopes[genre]))
    return found


def decide(found: list[Cue]) -> Kind:
    """Return the kind that the sum of the cues speaks for; with nothing found the number is a report."""
    return "commitment" if sum(cue.weight for cue in found) > 0 else "achievement"
