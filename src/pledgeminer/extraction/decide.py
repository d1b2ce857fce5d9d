"""Promise or report: the numbers of a document decided together, by their own cues and by each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .chain import Turn, boundaries, links
from .model import Cue, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rules.kind import KindPatterns
    from .model import Candidate, Outline


def decide(candidates: Sequence[Candidate], outline: Outline, kinds: KindPatterns) -> list[Verdict]:
    """Return the kind of each of the ``candidates`` of a document, which come in the order of the text.

    A number is promised where its cues, those of the numbers around it among them, come to more than 0. What its rule
    says of it is its own affair: it does not speak for the numbers around it.
    """
    genre = outline.genre
    turns = [
        Turn(max(0.0, cost + genre.to_plan), max(0.0, cost + genre.to_review))
        for cost in map(kinds.turns.__getitem__, boundaries(candidates, outline))
    ]
    scores = [sum(cue.weight for cue in candidate.cues if cue.about != "rule") for candidate in candidates]
    verdicts: list[Verdict] = []
    for candidate, link in zip(candidates, links(scores, turns, genre.start), strict=True):
        said = (Cue("before", link.before, "numbers before"), Cue("behind", link.behind, "numbers behind"))
        cues = (*candidate.cues, *(cue for cue in said if cue.weight))
        promised = sum(cue.weight for cue in cues) > 0 and not candidate.unowed
        verdicts.append(Verdict("commitment" if promised else "achievement", cues))
    return verdicts
