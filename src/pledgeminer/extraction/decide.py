"""Promise or report: each number by the sum of its cues, and by the kind of the number before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Cue, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rules.kind import KindPatterns
    from .model import Candidate


def decide(candidates: Sequence[Candidate], kinds: KindPatterns) -> list[Verdict]:
    """Return the kind of each of the ``candidates`` of a document, which come in the order of the text.

    The kind of a number speaks for that of the next in its paragraph. With nothing found a number is a report.
    """
    verdicts: list[Verdict] = []
    before: Candidate | None = None
    for candidate in candidates:
        cues = candidate.cues
        if before is not None and candidate.carries and before.sentence.number == candidate.sentence.number:
            weight = kinds.scopes["sentence" if before.sentence is candidate.sentence else "before"]
            last = verdicts[-1].kind
            cues = (*cues, Cue(last, weight if last == "commitment" else -weight))
        promised = sum(cue.weight for cue in cues) > 0 and not candidate.unowed
        verdicts.append(Verdict("commitment" if promised else "achievement", cues))
        before = candidate
    return verdicts
