"""Changes as annotations of a GitHub Actions run: one workflow command to a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TextIO

from ..diff.model import Change, Comparison
from .change_text import only_source, sentence
from .text_cells import harmless, one_line
from .writer import Options

_LEVELS = {
    "dropped": "warning",
    "lowered": "warning",
    "reworded": "notice",
    "raised": "notice",
    "added": "notice",
    "running": "debug",
    # Shown only in a run with debug logging; every format has every row, but this one needs no note.
    "unchanged": "debug",
}


class Annotations:
    """One annotation for each change, at its line of the new document; an error where a gate stops it.

    What was dropped has no line there: its annotation is at the new document as a whole if there is only one.
    The form is that of GitHub's workflow commands, with their escapes.
    """

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Write to ``stream``; ``options.stopped`` says what a gate stops."""
        self._stream, self._stopped = stream, options.stopped
        self._comparisons: list[Comparison] = []

    def add(self, comparison: Comparison) -> None:
        """Take one change; whether there is only one new document is known at the end."""
        self._comparisons.append(comparison)

    def end(self) -> None:
        """Write the annotations."""
        _write(self._stream, self._comparisons, self._stopped)


def _write(stream: TextIO, comparisons: Sequence[Comparison], stopped: Callable[[Comparison], bool]) -> None:
    new_document = only_source(comparison.change.new_source for comparison in comparisons)
    for comparison in comparisons:
        change = comparison.change
        level = "error" if stopped(comparison) else _LEVELS[change.change]
        if comparison.slipped and level == "notice":
            level = "warning"
        properties = "" if level == "debug" else f" {_properties(change, new_document)}"
        stream.write(f"::{level}{properties}::{_escaped(sentence(comparison))}\n")


def _properties(change: Change, new_document: str | None) -> str:
    values = {
        "file": change.new_source or new_document,
        "line": change.new_line,
        "title": one_line(f"{change.change}: {change.indicator}"),
    }
    return ",".join(f"{name}={_escaped_property(str(value))}" for name, value in values.items() if value is not None)


def _escaped(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return harmless(text)


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
