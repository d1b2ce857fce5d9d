"""Rules for people: the list of them, the page of one, the examples that fail, and what a corpus used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, TextIO

from rich import box
from rich.table import Table
from rich.text import Text

from ..rule_tools.coverage import Coverage
from ..rule_tools.examples import Failure
from ..rules.catalogue import Entry
from .record_table import PipeConsole
from .text_cells import one_line

_SHAPES = 20
"""So many shapes of numbers without a rule of their own are shown."""


def _console(stream: TextIO) -> PipeConsole:
    return PipeConsole(file=stream, highlight=False, markup=False, emoji=False)


def write_list(entries: Sequence[Entry], stream: TextIO, *, plain: bool) -> None:
    """Write a row for each entry: as a table, or ``plain`` with tabs between the cells, for other programs."""
    if plain:
        for entry in entries:
            stream.write("\t".join(map(one_line, _cells(entry))) + "\n")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading, options in (
        ("kind", {}),
        ("id", {}),
        ("what it is for", {}),
        ("examples", {"justify": "right"}),
        ("from", {}),
    ):
        table.add_column(heading, overflow="fold", **options)  # type: ignore[arg-type]
    for entry in entries:
        table.add_row(*(Text(one_line(cell)) for cell in _cells(entry)))
    _console(stream).print(table)


def _cells(entry: Entry) -> tuple[str, ...]:
    words = f" [{len(entry.words)} words]" if entry.words else ""
    return entry.kind, entry.id, f"{entry.about}{words}", str(entry.examples), entry.origin


def write_page(entry: Entry, pattern: str | None, stream: TextIO) -> None:
    """Write the page of one entry; ``pattern`` is that of a target rule with its macros put in."""
    console = _console(stream)
    console.print(Text(entry.id, style="bold cyan").append(f"  {entry.kind}, {entry.origin}", style="not bold dim"))
    console.print(Text(f"  {entry.where}", style="dim", overflow="fold"))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, fact in _page(entry, pattern):
        grid.add_row(f"  {name}", Text(one_line(fact)))
    with console.capture() as capture:
        console.print(grid)
    stream.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()))


def _page(entry: Entry, pattern: str | None) -> Iterator[tuple[str, str]]:
    if entry.about:
        yield "about", entry.about
    for key, value in entry.data.items():
        if key not in ("id", "about", "examples", "counterexamples", "words"):
            yield str(key), _value(value)
            if key == "pattern" and pattern is not None:
                yield "in full", pattern
    if entry.words:
        yield f"{len(entry.words)} words", " ".join(entry.words)
    for example in entry.data.get("examples", ()):
        wanted = ", ".join(f"{key} {value}" for key, value in example.items() if key != "text")
        yield "example", f"{example['text']}{f' → {wanted}' if wanted else ''}"
    for text in entry.data.get("counterexamples", ()):
        yield "counterexample", text


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_value(one)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def write_failures(failures: Iterable[Failure], stream: TextIO) -> None:
    """Write each failing example with what was expected of it and what was found."""
    for failure in failures:
        number = f" ({failure.case.number})" if failure.case.number else ""
        lines = (
            f"{failure.case.where}: {failure.case.of}",
            f"  text      {failure.case.text}{number}",
            f"  expected  {failure.expected}",
            f"  got       {failure.got}",
        )
        stream.write("".join(f"{_kept(line)}\n" for line in lines))


def _kept(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return " " * indent + one_line(line)


def write_coverage(coverage: Coverage, stream: TextIO, *, shapes: int = _SHAPES) -> None:
    """Write how often each rule fired, and the ``shapes`` most frequent ones that only a rule of last resort took."""
    console = _console(stream)
    console.print(f"{coverage.documents} documents, {coverage.numbers} numbers")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("rule", overflow="fold")
    for heading in ("promises", "reports", "left out", "share"):
        table.add_column(heading, justify="right")
    for fired in sorted(coverage.rules, key=lambda one: -one.total):
        if fired.total:
            share = f"{fired.total / coverage.numbers:.1%}"
            name = f"{fired.rule} (last resort)" if fired.fallback else fired.rule
            table.add_row(name, *map(str, (fired.commitments, fired.achievements, fired.left_out)), share)
    console.print(table)
    unused = [fired.rule for fired in coverage.rules if not fired.total]
    if unused:
        console.print(Text(f"never: {', '.join(unused)}", overflow="fold"))
    passed = ", ".join(f"{why} {count}" for why, count in coverage.passed.items())
    console.print(Text(f"no quantities: {passed}", overflow="fold"))
    shown = coverage.shapes[:shapes]
    if shown:
        console.print()
        console.print("Numbers that no rule of their own claimed, by the marks around them, the most frequent first:")
    for shape in shown:
        console.print()
        console.print(Text(f"{shape.count} × {shape.rule}  {shape.marks}", style="bold", overflow="fold"))
        for place, examples in groupby(shape.examples, key=lambda one: (one.source, one.line)):
            for example in examples:
                text = f"  {one_line(place[0])}:{place[1]}  {one_line(example.quantity)}  {one_line(example.clause)}"
                console.print(Text(text, overflow="fold"))
    if len(coverage.shapes) > len(shown):
        console.print(f"\nand {len(coverage.shapes) - len(shown)} more; --top says how many are shown")
