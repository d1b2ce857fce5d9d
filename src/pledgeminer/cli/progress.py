"""A progress bar on standard error, for long runs on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..outcome import Outcome

_MANY = 20
"""A run over fewer documents than these is over before a bar is of use."""


def with_progress(outcomes: Iterator[Outcome], total: int, *, shown: bool) -> Iterator[Outcome]:
    """Pass the ``total`` ``outcomes`` on and, if ``shown``, move a bar along with them.

    The bar is left out where it would be in the way: standard error is no terminal, or the run is short.
    """
    if not (shown and total >= _MANY and sys.stderr.isatty()):
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(outcomes, "pledgeminer", total, console=Console(stderr=True), transient=True)
