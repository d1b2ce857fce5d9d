from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

OPTIONS = [
    "format",
    "output",
    "kind",
    "owner",
    "date",
    "body",
    "encoding",
    "rules",
    "jobs",
    "lang",
    "show-documents",
    "simplified",
]


def test_version(command: Callable[..., Any]) -> None:
    assert re.fullmatch(r"pledgeminer \d+\.\d+\.\d+\n", command("--version").out)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help_names_the_commands(command: Callable[..., Any], arguments: list[str]) -> None:
    run = command(*arguments)
    assert run.code == 0
    assert "extract" in run.out


def test_help_of_extract_names_every_option_and_gives_examples(command: Callable[..., Any]) -> None:
    run = command("extract", "--help")
    assert run.code == 0
    assert [option for option in OPTIONS if f"--{option}" not in run.out] == []
    assert "pledgeminer extract speeches/ -o targets.csv --owner 教育局" in run.out


def test_no_command_shows_the_help(command: Callable[..., Any]) -> None:
    assert "Usage: pledgeminer" in "".join(command()[1:])
