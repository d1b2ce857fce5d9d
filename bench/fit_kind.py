"""Fits the weights of rules/kind.yaml to documents with hand-made records, and measures on each what the others teach.

A number that overlaps a hand-made record is a promise, one that overlaps none is not, one that overlaps an optional
record is not counted. The chain of `extraction/chain.py` gives each row of labels a probability (a linear-chain
conditional random field); its weights are those that make the right labels likely, but stay near the round numbers of
START. Leaving out one document at a time, the others give the weights
by which its numbers are decided: that accuracy, not the fit's, may be written down. START was chosen by hand with the
same documents in view, so unseen ones will do somewhat worse still.

    bench/fit_kind.py [SET ...] [--near 60] [--steps 60]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from annotated import Annotated, add_arguments, annotated

from pledgeminer.extraction.chain import boundaries
from pledgeminer.extraction.cues import turns
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.extraction.model import Candidate, Cue, Judged
from pledgeminer.extraction.outline import outline
from pledgeminer.rules.kind import GenrePatterns, KindPatterns

Array = npt.NDArray[np.float64]

#: What one point of a weight is worth in log-odds.
POINT = 0.45
#: The weights that the fit starts from and stays near; those of words and phrases are shares of what the rules give.
START = {
    "words": 1.0,
    "ahead": 0.4,
    "behind": 0.15,
    "phrases": 1.0,
    "heading": 2.5,
    "section": 1.5,
    "paragraph": 0.7,
    "item": 0.7,
    "remaining": 10.0,
    "command": 2.2,
    "counted": -0.4,
    ">=": 1.8,
    "<=": 1.8,
    "~": 1.1,
    "range": 0.7,
    "past": -8.0,
    "present": 1.5,
    "late": 0.0,
    "future": 2.2,
    "since": -2.0,
    "time before": 0.25,
    "genre report": -2.0,
    "genre news": -2.2,
    "genre speech": -1.1,
    "genre statistics": -5.5,
    "genre review": -3.3,
    "genre work-plan": 0.5,
    "genre measures": 0.7,
    "genre rule": -4.4,
    "genre news-page": -2.2,
    "genre other": -1.1,
    "turn clause": 6.6,
    "turn sentence": 5.5,
    "turn paragraph": 3.3,
    "turn next": 2.2,
    "turn heading": 1.6,
    "turn chapter": 0.9,
    "turn year": 0.9,
}
NAMES = list(START)
AT = {name: index for index, name in enumerate(NAMES)}


class Chain(NamedTuple):
    """A document's numbers: what speaks for each (numbers by weights), the turns between (numbers by weights, the first
    row empty), what its genre adds to a turn to promises and to reports and to the first number, and the labels: 1 a
    promise, 0 none, -1 not counted.
    """

    name: str
    cues: Array
    turns: Array
    genre: GenrePatterns
    labels: npt.NDArray[np.int64]


def chain_of(one: Annotated, extractor: Extractor) -> Chain:
    """Return the numbers of a document with their labels."""
    judgement = extractor.judge(one.document)
    kinds = judgement.reading.rules.kinds
    built = outline(judgement.reading)
    found = [judged for judged in judgement.judged if judged.record is not None and judged.governed is not None]
    cues = np.array([_row(judged, kinds) for judged in found]).reshape(-1, len(NAMES))
    between = np.zeros_like(cues)
    for row, boundary in enumerate(boundaries([_candidate(judged) for judged in found], built), 1):
        between[row, AT[f"turn {boundary}"]] = 1
    return Chain(one.name, cues, between, built.genre, np.array([_label(one, judged) for judged in found], np.int64))


def _candidate(judged: Judged) -> Candidate:
    assert judged.governed is not None
    carries = not turns(judged.governed)
    return Candidate(judged.sentence, judged.slot, judged.match, judged.governed, judged.cues, carries, False)


def _label(one: Annotated, judged: Judged) -> int:
    assert judged.record is not None
    gold = one.overlapping(judged.record.start, judged.record.end)
    return 0 if gold is None else -1 if gold.get("optional") else 1


def _row(judged: Judged, kinds: KindPatterns) -> Array:
    row = np.zeros(len(NAMES))
    for cue in judged.cues:
        name = _name(cue, judged)
        if name is None:
            continue
        given = _given(cue, name, kinds)
        row[AT[name]] += cue.weight / given if given else 0.0
    return row


def _name(cue: Cue, judged: Judged) -> str | None:
    """Return the weight that gives ``cue``, by its name in START; None for what the chain says."""
    match cue.about:
        case "word":
            return "words"
        case "phrase" | "phrase around":
            return "phrases"
        case "time" | "comparator":
            return cue.found if cue.found in AT else None
        case "section":
            return "heading" if judged.sentence.paragraph.named else "section"
        case "document":
            return f"genre {cue.found}"
        case "rule" | "numbers before" | "numbers behind":
            return None
        case about:
            return about


def _given(cue: Cue, name: str, kinds: KindPatterns) -> float:
    """Return what the rules give for ``name``: the cue's weight by it is how often it counts."""
    if name in ("words", "phrases"):
        return 1.0
    if cue.about in ("time", "comparator"):
        return (kinds.times if cue.about == "time" else kinds.comparators)[name]  # type: ignore[index]
    if cue.about == "document":
        return cue.weight
    if name in kinds.forms:
        return kinds.forms[name]
    return kinds.scopes[name.replace(" ", "_") if name != "time before" else "time_before"]


class Batch(NamedTuple):
    """Chains side by side, filled up to the longest: see ``Chain``. ``there`` says where a number is."""

    cues: Array
    turns: Array
    extra: Array
    start: Array
    labels: npt.NDArray[np.int64]
    there: npt.NDArray[np.bool_]


def batch_of(chains: list[Chain]) -> Batch:
    """Return ``chains`` side by side."""
    longest = max(len(chain.labels) for chain in chains)

    def filled(pick: Callable[[Chain], npt.NDArray[Any]], fill: float) -> npt.NDArray[Any]:
        rows = [pick(chain) for chain in chains]
        return np.stack(
            [np.pad(row, [(0, longest - len(row)), *[(0, 0)] * (row.ndim - 1)], constant_values=fill) for row in rows]
        )

    labels = filled(lambda chain: chain.labels, -1)
    extra = np.array([(chain.genre.to_plan, chain.genre.to_review) for chain in chains])
    there = filled(lambda chain: np.ones(len(chain.labels), bool), False)
    start = np.array([chain.genre.start for chain in chains])
    return Batch(filled(lambda c: c.cues, 0), filled(lambda c: c.turns, 0), extra, start, labels, there)


def energies(batch: Batch, weights: Array) -> tuple[Array, Array]:
    """Return, for each row of ``weights`` and each chain, the scores of its numbers and the costs of its turns."""
    scores = np.einsum("dnk,qk->qdn", batch.cues, weights) * POINT
    scores[:, :, 0] += batch.start * POINT
    costs = np.einsum("dnk,qk->qdn", batch.turns, weights)[..., None] + batch.extra[None, :, None, :]
    return scores, np.maximum(costs, 0) * POINT


def marginals(scores: Array, costs: Array, allowed: Array) -> tuple[Array, Array, Array]:
    """Return the log of the sum over all ways, the probability of a promise, and that of each turn (forward-backward).

    ``allowed`` is 0 where a state may stand and very low where the label forbids it; its last axis is the state.
    """
    size = scores.shape[-1]
    here = np.stack([np.zeros_like(scores), scores], -1) + allowed
    front, back = np.empty_like(here), np.zeros_like(here)
    front[..., 0, :] = here[..., 0, :]
    stay = np.zeros(costs.shape[:-1])
    into = np.stack([np.stack([stay, -costs[..., 1]], -1), np.stack([-costs[..., 0], stay], -1)], -2)
    for at in range(1, size):
        front[..., at, :] = here[..., at, :] + np.logaddexp.reduce(
            front[..., at - 1, None, :] + into[..., at, :, :], -1
        )
    for at in range(size - 2, -1, -1):
        ahead = (here + back)[..., at + 1, :, None] + into[..., at + 1, :, :]
        back[..., at, :] = np.logaddexp.reduce(ahead, -2)
    total = np.logaddexp.reduce(front[..., -1, :], -1)
    promise = np.exp(front[..., 1] + back[..., 1] - total[..., None])
    turned = np.zeros((*scores.shape, 2))
    late = here + back - total[..., None, None]
    turned[..., 1:, 0] = np.exp(front[..., :-1, 0] - costs[..., 1:, 0] + late[..., 1:, 1])
    turned[..., 1:, 1] = np.exp(front[..., :-1, 1] - costs[..., 1:, 1] + late[..., 1:, 0])
    return total, promise, turned


def fit(batch: Batch, held_out: list[int | None], near: float, steps: int) -> Array:
    """Return a row of weights for each of ``held_out``, the chain (or None) that must not be looked at (Adam)."""
    start = np.array(list(START.values()))
    weights = np.tile(start, (len(held_out), 1))
    used = np.ones((len(held_out), len(batch.labels)))
    for row, out in enumerate(held_out):
        if out is not None:
            used[row, out] = 0
    free = np.zeros((*batch.labels.shape, 2))
    bound = free.copy()
    bound[..., 0][batch.labels == 1] = bound[..., 1][batch.labels == 0] = -1e9
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores, costs = energies(batch, weights)
        _, wrong, wrong_turns = marginals(scores, costs, free)
        _, right, right_turns = marginals(scores, costs, bound)
        slope = np.einsum("qdn,qd,dnk->qk", (wrong - right) * batch.there, used, batch.cues, optimize=True)
        slope += np.einsum("qdn,qd,dnk->qk", (right_turns - wrong_turns).sum(-1), used, batch.turns, optimize=True)
        slope = slope * POINT + near * POINT**2 * (weights - start)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        pace = 0.1 * (1 - step / (steps + 1))
        weights -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-3)
    return weights


def right(batch: Batch, weights: Array) -> npt.NDArray[np.int64]:
    """Return how many numbers of each chain the best way decides rightly, with each chain's own row of ``weights``."""
    scores, costs = energies(batch, weights)
    each = np.arange(len(batch.labels))
    scores, costs = (scores[each, each], costs[each, each]) if len(weights) > 1 else (scores[0], costs[0])
    before, behind = np.zeros_like(scores), np.zeros_like(scores)
    for at in range(1, scores.shape[1]):
        margin = before[:, at - 1] + scores[:, at - 1]
        before[:, at] = np.clip(margin, -costs[:, at, 0], costs[:, at, 1])
    for at in range(scores.shape[1] - 2, -1, -1):
        margin = behind[:, at + 1] + scores[:, at + 1]
        behind[:, at] = np.clip(margin, -costs[:, at + 1, 1], costs[:, at + 1, 0])
    promised = before + scores + behind > 0
    return ((promised == (batch.labels == 1)) & (batch.labels >= 0)).sum(1)


def main() -> None:
    """Print the accuracy with the starting weights, of the fit, and left out, and the fitted weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    parser.add_argument("--near", type=float, default=60, help="how strongly weights are held near the start")
    parser.add_argument("--steps", type=int, default=60, help="steps of the fit")
    options = parser.parse_args()
    extractor = Extractor()
    chains = [
        chain for one in annotated(options.sets) if (chain := chain_of(one, extractor)).labels.max(initial=-1) >= 0
    ]
    batch = batch_of(chains)
    counted = (batch.labels >= 0).sum(1)
    fitted = fit(batch, [None], options.near, options.steps)
    left_out = fit(batch, list(range(len(chains))), options.near, options.steps)
    starting = right(batch, np.array([list(START.values())]))
    alone = right(batch, left_out)
    print(f"{'document':24}{'numbers':>8}{'start':>8}{'left out':>10}")
    for chain, count, first, last in zip(chains, counted, starting, alone, strict=True):
        print(f"{chain.name:24}{count:8}{first / count:8.3f}{last / count:10.3f}")
    total = counted.sum()
    print(f"{'all':24}{total:8}{starting.sum() / total:8.4f}{alone.sum() / total:10.4f}")
    print(f"fitted to all of them: {right(batch, fitted).sum() / total:.4f}\n\n{'weight':18}{'start':>8}{'fitted':>8}")
    for name, first, last in zip(NAMES, START.values(), fitted[0], strict=True):
        print(f"{name:18}{first:8.2f}{last:8.2f}")


if __name__ == "__main__":
    main()
