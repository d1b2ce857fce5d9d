"""Fits the weights of rules/confidence.yaml to documents with hand-made records, and says how well they hold on others.

A commitment is right if its quantity, its aim, its indicator (four fifths of the letters, in order) and its leading
owner are. Printed are, with each document left out in turn: of the records in each tenth of confidence, how many are
right; and of those that are wrong, how many stand among the fifth of which the program is least sure.

    bench/fit_confidence.py [SET ...] [--near 1.0] [--write]
"""

from __future__ import annotations

import argparse
import re
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from annotated import ROOT, Annotated, add_arguments, annotated

from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record

Array = npt.NDArray[np.float64]

#: So many records of a rule tell anything of it.
_ENOUGH = 8
_QUIET = re.compile(r"[\s“”\"'‘’《》〈〉「」（）()、,，·]")
#: What a weight begins with, where nothing is known: most records are right.
_START = {"base": 1.0, "margin": 0.1}


class Case(NamedTuple):
    """A commitment: its document, its factors, and whether it is right."""

    document: str
    factors: dict[str, float]
    right: bool


def cases_of(one: Annotated, extractor: Extractor) -> list[Case]:
    """Return the commitments of a document, but for those that overlap an optional record only."""
    cases: list[Case] = []
    for judged in extractor.judge(one.document).judged:
        record = judged.record
        if record is None or record.kind != "commitment":
            continue
        gold = one.overlapping(record.start, record.end)
        if gold is None or not gold.get("optional"):
            cases.append(Case(one.name, dict(judged.factors), gold is not None and _is_right(record, gold)))
    return cases


def _is_right(record: Record, gold: dict[str, Any]) -> bool:
    values = (record.value, record.value_max), (gold["value"], gold.get("value_max"))
    near = all(
        a == b or (a is not None and b is not None and np.isclose(a, b, 1e-6)) for a, b in zip(*values, strict=True)
    )
    indicators = [gold["indicator"], *gold.get("indicator_alt", [])]
    owners = [gold["owners"], *gold.get("owners_alt", [])]
    return (
        near
        and record.unit == gold["unit"].replace("％", "%")
        and record.comparator == gold["comparator"]
        and record.aim == gold["aim"]
        and any(_alike(record.indicator, indicator) for indicator in indicators)
        and any(_leads(record.owners, accepted) for accepted in owners)
    )


def _alike(one: str, other: str) -> bool:
    a, b = _QUIET.sub("", one), _QUIET.sub("", other)
    common = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return a == b or (bool(a and b) and 2 * common / (len(a) + len(b)) >= 0.8 - 1e-9)


def _leads(owners: tuple[str, ...], accepted: list[str]) -> bool:
    if not owners or not accepted:
        return not owners and not accepted
    a, b = _QUIET.sub("", owners[0]), _QUIET.sub("", accepted[0])
    return a == b or (min(len(a), len(b)) >= 3 and (a.endswith(b) or b.endswith(a)))


def names_of(cases: list[Case]) -> list[str]:
    """Return the factors that occur often enough to be weighed, the most frequent first of each sort."""
    counts: dict[str, int] = {}
    for case in cases:
        for name in case.factors:
            counts[name] = counts.get(name, 0) + 1
    return sorted(
        (name for name, count in counts.items() if count >= _ENOUGH), key=lambda name: (name not in _START, name)
    )


def fit(rows: Array, right: Array, names: list[str], near: float) -> Array:
    """Return the weights (Newton's method for a logistic loss, held ``near`` where they start)."""
    start = np.array([_START.get(name, 0.0) for name in names])
    # What all records share is held loosely.
    hold = np.array([0.01 if name == "base" else 10.0 if name == "margin" else near for name in names])
    weights = start.copy()
    for _ in range(25):
        sure = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (sure - right) + hold * (weights - start)
        bend = (rows * (sure * (1 - sure))[:, None]).T @ rows + np.diag(hold)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def triage(sure: Array, right: Array) -> float:
    """Return which share of the wrong records stands among the fifth with the least confidence."""
    least = np.argsort(sure, kind="stable")[: max(1, len(sure) // 5)]
    return float((1 - right[least]).sum() / max(1.0, (1 - right).sum()))


def main() -> None:
    """Print the calibration on documents left out, and the weights; with --write put them into confidence.yaml."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    parser.add_argument("--near", type=float, default=1.0, help="how strongly weights are held near 0")
    parser.add_argument("--write", action="store_true", help="write the weights into rules/confidence.yaml")
    options = parser.parse_args()
    extractor = Extractor()
    cases = [case for one in annotated(options.sets) for case in cases_of(one, extractor)]
    names = names_of(cases)
    rows = np.array([[case.factors.get(name, 0.0) for name in names] for case in cases])
    right = np.array([float(case.right) for case in cases])
    documents = np.array([case.document for case in cases])
    left_out = np.zeros(len(cases))
    for document in dict.fromkeys(documents):
        other = documents != document
        left_out[~other] = 1 / (1 + np.exp(-rows[~other] @ fit(rows[other], right[other], names, options.near)))
    weights = fit(rows, right, names, options.near)
    print(f"{len(cases)} commitments, {right.mean():.3f} right\n{'confidence':12}{'records':>8}{'right':>8}")
    tenths = np.minimum((left_out * 10).astype(int), 9)
    for tenth in range(10):
        if (among := tenths == tenth).any():
            print(f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}  {among.sum():8}{right[among].mean():8.3f}")
    least = np.argsort(left_out, kind="stable")[len(cases) // 5 :]
    print(f"left out: triage {triage(left_out, right):.3f}, the rest {right[least].mean():.3f} right")
    print(f"fitted:   triage {triage(1 / (1 + np.exp(-rows @ weights)), right):.3f}\n")
    lines = "".join(f"  {name}: {weight:.2f}\n" for name, weight in zip(names, weights, strict=True))
    print(lines)
    if options.write:
        path = ROOT / "rules" / "confidence.yaml"
        head = path.read_text("utf-8").partition("weights:\n")[0]
        path.write_text(f"{head}weights:\n{lines}", "utf-8")


if __name__ == "__main__":
    main()
