"""A change, and parts of it, as words on one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..diff.model import KINDS, Change, Comparison
from .change_words import MULTIPLIERS, PERCENT, POINTS
from .text_cells import Value, cell, one_line

SLIPPED = "slipped"


def counts(comparisons: Iterable[Comparison]) -> list[tuple[str, int]]:
    """Return how many changes there are of each kind, and how many slipped deadlines if there are any."""
    comparisons = list(comparisons)
    kinds = Counter(comparison.change.change for comparison in comparisons)
    slipped = sum(comparison.slipped for comparison in comparisons)
    return [*((kind, kinds[kind]) for kind in KINDS), *([(SLIPPED, slipped)] if slipped else [])]


def summary(comparisons: Iterable[Comparison]) -> str:
    """Return the counts of `counts` on one line."""
    return ", ".join(f"{count} {kind}" for kind, count in counts(comparisons))


def sentence(comparison: Comparison) -> str:
    """Return a change on one line: what became of what, by how much, whose it is, and where it stands."""
    change = comparison.change
    steps = [one_line(quantity) for quantity in (change.old_quantity, change.new_quantity) if quantity is not None]
    parts = [f"{change.change}: {one_line(change.indicator)} {' → '.join(steps)}"]
    parts += [one_line(difference(change))] if change.difference else []
    parts += wording(comparison)
    parts += [one_line(cell(change.owners))] if change.owners else []
    return f"{' · '.join(parts)} [{' → '.join(places(change))}]"


def difference(change: Change) -> str:
    """Return the difference as people say it (+3000亿元, -1个百分点), and the same in per cent; empty if there is none.

    Of two percentages, the difference is in points, and is not given in per cent once more.
    """
    if not change.difference:
        return ""
    if change.unit == "%" or POINTS.endswith(change.unit or "-"):
        return f"{_number(change.difference)}{POINTS}"
    part = f" ({change.percent:+,.1f}%)" if change.percent is not None and change.unit not in PERCENT else ""
    size, word = next(((size, word) for size, word in MULTIPLIERS if abs(change.difference) >= size), (1, ""))
    return f"{_number(change.difference / size)}{word}{one_line(change.unit)}{part}"


def _number(value: int | float) -> str:
    """Return ``value`` with its sign and at most four decimals."""
    text = f"{value:+.4f}".rstrip("0").rstrip(".")
    return text if text not in ("+0", "-0") else f"{value:+.2g}"


def wording(comparison: Comparison) -> list[str]:
    """Return what changed beside the number, each with both forms: ``comparator >= → ~``."""
    old, new = comparison.old, comparison.new
    if old is None or new is None:
        return []
    said = []
    for field in comparison.change.reworded:
        before, after = (_shown(getattr(record, field)) for record in (old, new))
        name = f"{field} {SLIPPED}" if field == "deadline" and comparison.slipped else field
        said.append(f"{name} {before} → {after}")
    return said


def places(change: Change) -> list[str]:
    """Return where the change stands on either side that has it, as ``file:line``."""
    sides = ((change.old_source, change.old_line), (change.new_source, change.new_line))
    return [f"{one_line(source)}:{line}" for source, line in sides if source is not None]


def only_source(sources: Iterable[str | None]) -> str | None:
    """Return the one document that all of ``sources`` are, or ``None`` if they are several or none."""
    known = {source for source in sources if source is not None}
    return known.pop() if len(known) == 1 else None


def _shown(value: Value) -> str:
    return one_line(cell(value)) or "–"
