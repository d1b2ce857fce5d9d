"""The command line: arguments to calls of the package."""

from __future__ import annotations

import signal
from types import FrameType


def main() -> None:
    """Run the command ``pledgeminer`` and leave with its exit code."""
    try:
        # Imported here, so that Ctrl-C is quiet while they load.
        from .app import app
        from .streams import prepare_streams

        # An end that is asked for unwinds like an error, so that no half-written file is left.
        signal.signal(signal.SIGTERM, _end)
        prepare_streams()
        app(prog_name="pledgeminer")
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
