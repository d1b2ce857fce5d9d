"""The one message about documents that lose deadlines because their date is unknown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("x/a.txt",), "x/a.txt: the date is unknown, its relative deadlines are not placed (give it with --date"),
        (("x",), "x/a.txt, x/b.txt: the date is unknown, their relative deadlines are not placed"),
        (("x", "--date", "2026-01-20"), ""),
        (("x/c.txt",), ""),
    ],
)
def test_documents_that_lose_deadlines_for_want_of_a_date_are_named_once(
    command: Command, arguments: tuple[str, ...], message: str
) -> None:
    Path("x").mkdir()
    for name in ("a", "b"):
        Path("x", f"{name}.txt").write_text("今年将新建学校3所。", encoding="utf-8")
    Path("x/c.txt").write_text("到2027年新建学校3所。", encoding="utf-8")
    run = command("extract", *arguments, "-f", "csv")
    assert run.err.count("the date is unknown") == bool(message)
    assert message in run.err
