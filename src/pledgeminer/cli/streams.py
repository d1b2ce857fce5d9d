"""Standard output and standard error."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..rules.slow import Slow


def prepare_streams() -> None:
    """Make both streams take any text, whatever the locale says; a stream that is closed swallows it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - for all the run
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def say(message: object) -> None:
    """Tell the user about the run, on standard error, so that a pipe stays clean."""
    from ..report.cells import one_line

    # Nobody may listen; that is no reason to stop.
    with suppress(BrokenPipeError):
        print(f"pledgeminer: {one_line(str(message))}", file=sys.stderr, flush=True)


def tell_of_slow(slow: Iterable[Slow], told: set[str]) -> None:
    """Tell of each rule that took too long, once; the rules in ``told`` have been told of, and the others are added."""
    for one in slow:
        if one.rule not in told:
            told.add(one.rule)
            say(one)


def drop_output() -> None:
    """Let what is still to be written to a closed pipe vanish; Python would complain of it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
