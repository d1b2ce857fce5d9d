"""The command line: arguments to calls of the package."""

from __future__ import annotations

import signal
import sys
from types import FrameType


def main() -> None:
    """Run the command ``pledgeminer`` and leave with its exit code."""
    try:
        if sys.argv[1:] == ["--version"]:
            # The libraries of the command line would take ten times as long as the answer.
            from .. import __version__

            print(f"pledgeminer {__version__}")
            raise SystemExit(0)
        # Imported here, so that Ctrl-C is quiet while they load.
        from .app import app
        from .streams import prepare_streams

        # An end that is asked for unwinds like an error, so that no half-written file is left.
        signal.signal(signal.SIGTERM, _end)
        # A terminal that is closed asks for it too, but not of a run that was told to outlive it (nohup).
        if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
            signal.signal(signal.SIGHUP, _end)
        prepare_streams()
        app(prog_name="pledgeminer")
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _end(number: int, _frame: FrameType | None) -> None:
    # Once: a second signal must not interrupt what cleans up after the first.
    signal.signal(number, signal.SIG_IGN)
    raise SystemExit(128 + number)
