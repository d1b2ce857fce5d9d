"""Standard output and standard error."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from ..rules.slow import Slow
    from ..run.events import Event


def prepare_streams() -> None:
    """Make both streams take any text, whatever the locale says; a stream that is closed swallows it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - for all the run
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def say(message: object) -> None:
    """Print a message about the run, on standard error, so that a pipe stays clean."""
    from ..report.text_cells import one_line

    # Nobody may listen, or a full disk; that is no reason to stop.
    try:
        print(f"pledgeminer: {one_line(str(message))}", file=sys.stderr, flush=True)
    except OSError:
        _drop(sys.stderr)


#: So many documents are named in one message.
_NAMED = 3


def _undated(sources: tuple[str, ...]) -> str:
    named = ", ".join(sources[:_NAMED])
    more = f" and {len(sources) - _NAMED:,} more" if len(sources) > _NAMED else ""
    deadlines = "its relative deadlines are" if len(sources) == 1 else "their relative deadlines are"
    return f"{named}{more}: the date is unknown, {deadlines} not placed (give it with --date YYYY-MM-DD)"


class Messages:
    """Shows on standard error what happens in a run; ``failed`` says whether it makes the exit code 2."""

    def __init__(self) -> None:
        self.failed = False
        self._slow: set[str] = set()

    def show(self, event: Event) -> None:
        """Show one event, if it is worth a message; that of a slow rule once."""
        from ..documents.problems import left_out_words
        from ..run.events import Failed, LeftOut, RuleTooSlow, Undated, Warned

        match event:
            case Failed():
                self.failed = True
                say(event.error)
            case Warned():
                say(event.message)
            case RuleTooSlow():
                self.slow(event.slow)
            case Undated():
                say(_undated(event.sources))
            case LeftOut():
                say(f"left out: {left_out_words(event.counts)}")

    def slow(self, slow: Slow) -> None:
        """Show that a rule took too long, once for each rule."""
        self.failed = True
        if slow.rule not in self._slow:
            self._slow.add(slow.rule)
            say(slow)


def drop_output() -> None:
    """Let what is still to be written to a closed pipe vanish; Python would complain of it at the end."""
    _drop(sys.stdout)


def _drop(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
