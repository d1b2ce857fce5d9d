"""A progress bar on standard error, for long runs on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..documents.stream import Item, Tally
    from ..run.events import Event

_MANY, _LARGE = 20, 2_000_000
"""A run over fewer items than these, with less in them (bytes), is over before a bar is of use."""


def with_progress(events: Iterator[Event], items: Sequence[Item], tally: Tally, *, shown: bool) -> Iterator[Event]:
    """Pass the ``events`` of ``items`` on and, if ``shown``, move a bar along with them.

    The bar goes by bytes, which ``tally`` counts: how many documents an archive has is not known beforehand. It is left
    out where it would be in the way: standard error is no terminal, or the run is short.
    """
    from ..documents.stream import weight

    total = weight(items)
    if not (shown and sys.stderr.isatty() and (len(items) >= _MANY or total >= _LARGE)):
        yield from events
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("pledgeminer", total=total)
        for event in events:
            progress.update(bar, completed=tally.done)
            yield event
        progress.update(bar, completed=total)
