"""docs/rules.md does what it says: its files are written, its commands run, their output compared."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import regex

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
BLOCK = regex.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", regex.MULTILINE | regex.DOTALL)


def commands(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield each command of a console block with the lines that it prints."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *printed = part.splitlines()
        yield shlex.split(command), printed


def pattern(lines: list[str]) -> str:
    """Return a pattern for what is printed: a line … stands for any lines, an … in a line for anything."""
    parts = []
    for line in lines:
        if line == "…":
            parts.append(r"(?:[^\n]*\n)*?")
        else:
            parts.append("[^\\n]*".join(map(re.escape, line.split("…"))) + "\n")
    return "".join(parts)


def test_the_page(run: Callable[..., tuple[int, str, str]]) -> None:
    ran = 0
    for kind, path, text in BLOCK.findall(PAGE.read_text("utf-8")):
        if path:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8")
        elif kind == "console":
            for (_, *arguments), printed in commands(text):
                code, out, err = run(*arguments)
                wanted = re.fullmatch(r"\[exit code (\d)\]", printed[-1]) if printed else None
                assert code == (int(wanted[1]) if wanted else 0), out + err
                lines = printed[:-1] if wanted else printed
                out = "".join(f"{line.rstrip()}\n" for line in out.splitlines())
                assert re.fullmatch(pattern(lines), out) is not None, f"{shlex.join(arguments)}\n{out}{err}"
                ran += 1
    assert ran > 10
