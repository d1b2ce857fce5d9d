from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

TEXT = "工作安排\n今年新增公共停车位5000个以上。\n完成八项任务。\n"


@pytest.fixture(autouse=True)
def document(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")


def test_a_line(command: Command) -> None:
    run = command("explain", "a.txt:2", "--date", "2026-01-20")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("a.txt:2  5000个以上  commitment\n")
    for name in ("sentence", "because", "marks", "rule", "cues", "indicator", "owner", "strength", "deadline", "tried"):
        assert f"\n  {name} " in run.out
    assert "2026-12-31" in run.out


def test_the_whole_file(command: Command) -> None:
    out = command("explain", "a.txt").out
    assert "a.txt:2  5000个以上  commitment" in out
    assert "a.txt:3  八  left out" in out


def test_a_text(command: Command) -> None:
    assert command("explain", "--text", "完成八项任务").out.startswith("<text>:1  八  left out\n")


def test_standard_input(command: Command) -> None:
    assert "-:3  八  left out\n" in command("explain", "-", stdin=TEXT.encode()).out


def test_json(command: Command) -> None:
    (found,) = json.loads(command("explain", "a.txt:2", "-f", "json").out)
    assert found["quantity"] == "5000个以上"
    assert found["record"]["rule"] == found["rule"] == found["tried"][-1]["rule"]


def test_a_line_without_a_number(command: Command) -> None:
    run = command("explain", "a.txt:1")
    assert (run.code, run.out) == (0, "")
    assert "there is no number here" in run.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "name a document and a line, or give a text"),
        (["a.txt:2", "--text", "完成八项任务"], "a document and a text are too much"),
        (["a.txt:9"], "there is no line 9"),
        (["b.txt:1"], "b.txt: there is no such file"),
        (["."], "this is a folder, not a document"),
        (["a.txt:2", "--date", "soon"], "'soon' is not a date"),
    ],
)
def test_wrong_usage(command: Command, arguments: list[str], problem: str) -> None:
    run = command("explain", *arguments)
    assert run.code == 2
    assert problem in run.err


def test_a_file_whose_name_ends_like_a_line(command: Command) -> None:
    Path("b:2").write_text(TEXT, encoding="utf-8")
    assert command("explain", "b:2").out.count("5000个以上  commitment") == 1
