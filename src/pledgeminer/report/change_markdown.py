"""Changes in Markdown, for the comment of a pull request or the summary of a run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TextIO

import msgspec

from ..diff.model import Comparison
from .change_text import difference, places, summary, wording
from .markdown import MarkdownWriter
from .writer import Options


class _Row(msgspec.Struct, frozen=True):
    """The columns of a table of changes of one kind."""

    indicator: str
    old: str | None
    new: str | None
    difference: str
    wording: str
    owners: tuple[str, ...]
    places: str
    likeness: float | None


class ChangeMarkdown:
    """A line with the counts and a table for each kind of change; that of the unchanged is folded."""

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Write to ``stream``."""
        self._stream, self._options = stream, options
        self._comparisons: list[Comparison] = []

    def add(self, comparison: Comparison) -> None:
        """Take one change; the counts of all stand first."""
        self._comparisons.append(comparison)

    def end(self) -> None:
        """Write the counts and the tables."""
        _write(self._stream, self._comparisons)


def _write(stream: TextIO, comparisons: Sequence[Comparison]) -> None:
    stream.write(f"**{summary(comparisons)}**\n")
    for kind, rows in groupby(comparisons, key=lambda comparison: comparison.change.change):
        shown = [_row(comparison) for comparison in rows]
        folded = kind == "unchanged"
        heading = f"<details><summary>{kind} ({len(shown)})</summary>" if folded else f"### {kind} ({len(shown)})"
        stream.write(f"\n{heading}\n\n")
        writer = MarkdownWriter(stream, _Row)
        writer.rows(shown)
        writer.end()
        if folded:
            stream.write("\n</details>\n")


def _row(comparison: Comparison) -> _Row:
    change = comparison.change
    return _Row(
        indicator=change.indicator,
        old=change.old_quantity,
        new=change.new_quantity,
        difference=difference(change),
        wording="; ".join(wording(comparison)),
        owners=change.owners,
        places=" → ".join(places(change)),
        likeness=change.likeness,
    )
