"""An accept file of the changes that are there now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..diff.gate import GATES, fires
from ..diff.model import Comparison
from .atomic import whole_file
from .change_text import sentence


def baseline(comparisons: Iterable[Comparison], path: str, today: date) -> None:
    """Write an accept file to ``path`` that takes on each of ``comparisons`` but the unchanged.

    Each entry names a record by its id and all gates that the change fires; what it is stands in a comment. Raises
    ``PledgeminerError`` for a file that cannot be written.
    """
    with whole_file(path, "utf-8") as stream:
        stream.write(f"# What was there on {today.isoformat()}; take out an entry to have its change stopped again.\n")
        entries = 0
        for comparison in comparisons:
            gates = [gate for gate in GATES if gate != "unchanged" and fires(comparison, [gate])]
            record = comparison.new or comparison.old
            if not gates or record is None:
                continue
            entries += 1
            stream.write(
                f"# {sentence(comparison)}\n- id: {record.id}\n  change: [{', '.join(gates)}]\n"
                f"  reason: baseline of {today.isoformat()}\n"
            )
        if not entries:
            stream.write("[]\n")
