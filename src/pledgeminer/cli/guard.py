"""How a command ends: every exception becomes an exit code and, where there is something to say, one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ..errors import PledgeminerError, RulesError
from .streams import drop_output, say

GATE = 1
"""A gate has fired, or a check has failed."""
FAILED = 2
"""Wrong usage, or something could not be read or written."""
INTERRUPTED = 130
CLOSED_PIPE = 141
"""What a shell reports of a program that Ctrl-C or a closed pipe has ended."""


@contextmanager
def guarded() -> Iterator[None]:
    """Run the body of a command; it ends in ``typer.Exit``, never in a traceback.

    Set ``PLEDGEMINER_DEBUG`` to see the traceback of a fault of the program.
    """
    try:
        yield
        sys.stdout.flush()
    except (typer.Exit, typer.BadParameter):
        raise
    except PledgeminerError as error:
        for one in error.errors if isinstance(error, RulesError) else [error]:
            say(one)
        raise typer.Exit(FAILED) from None
    except BrokenPipeError:
        drop_output()
        raise typer.Exit(CLOSED_PIPE) from None
    except OSError as error:
        # All files are told of by name; what is left is standard output.
        drop_output()
        say(f"standard output cannot be written: {error.strerror or error}")
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        if "PLEDGEMINER_DEBUG" in os.environ:
            raise
        say(f"a fault of the program: {type(error).__name__}: {error} (please report it)")
        raise typer.Exit(FAILED) from None
