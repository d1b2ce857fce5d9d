"""Explanations for people: for each number a heading, and below it what is known of it, a fact a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.table import Table
from rich.text import Text

from ..rule_tools.explanation import Explanation, Mark, Origin, Tried
from .record_table import PipeConsole
from .text_cells import one_line
from .writer import Options

_COLOURS = {"commitment": "green", "achievement": "yellow", "left out": "red"}


class ExplanationText:
    """For each number a heading, and below it a fact a line."""

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Write to ``stream``, as wide as it is."""
        self._stream, self._options = stream, options
        self._console = PipeConsole(file=stream, highlight=False, markup=False, emoji=False)
        self._first = True

    def add(self, explanation: Explanation) -> None:
        """Write one explanation."""
        console = self._console
        if not self._first:
            console.print()
        self._first = False
        heading = Text(f"{one_line(explanation.source)}:{explanation.line}  ", style="bold", overflow="fold")
        heading.append(one_line(explanation.quantity), style="bold cyan")
        heading.append(f"  {explanation.outcome}", style=f"bold {_COLOURS[explanation.outcome]}")
        console.print(heading)
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, fact in _facts(explanation):
            grid.add_row(f"  {name}", Text(one_line(fact)))
        with console.capture() as capture:
            console.print(grid)
        self._stream.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()))

    def end(self) -> None:
        """Nothing stands after the last one."""


def _facts(explanation: Explanation) -> Iterator[tuple[str, str]]:
    yield "sentence", explanation.sentence
    yield "because", explanation.because
    if explanation.marks:
        yield "marks", "  ,  ".join(" ".join(map(_mark, clause)) for clause in explanation.marks)
    if explanation.rule is not None:
        yield "rule", explanation.rule
    if explanation.cues:
        parts = (f"{reason.found} {reason.weight:+g} ({reason.about})" for reason in explanation.cues)
        yield "cues", f"{'; '.join(parts)}; sum {explanation.weight:+g}"
    record = explanation.record
    if record is not None and record.confidence is not None:
        parts = (f"{factor.found} {factor.weight:+g}" for factor in explanation.factors)
        yield "confidence", f"{record.confidence:.2f}: {'; '.join(parts)}"
    if record is not None:
        yield "indicator", f"{record.indicator} ({record.aim})"
    for name in ("owner", "strength", "deadline", "every"):
        origin: Origin | None = getattr(explanation, name)
        if origin is not None:
            yield name, _origin(origin)
    if explanation.tried:
        yield "tried", "; ".join(_tried(explanation.tried))


def _mark(mark: Mark) -> str:
    return f"<{mark.name}>{mark.text}"


def _tried(tried: Iterable[Tried]) -> Iterator[str]:
    """Yield the rules in their order, those with the same result together, the one that fits at last."""
    results: dict[str, list[str]] = {}
    for one in tried:
        results.setdefault(one.result, []).append(one.rule)
    for result in sorted(results, key=lambda result: result == "fits"):
        yield f"{result}: {', '.join(results[result])}"


def _origin(origin: Origin) -> str:
    words = f" “{origin.text}”" if origin.text else ""
    return f"{origin.value or 'none'}: {origin.by}{words}"
