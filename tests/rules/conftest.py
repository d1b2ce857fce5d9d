from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pledgeminer.cli import main
from pledgeminer.errors import RulesError
from pledgeminer.rules.ruleset import load_rules

Files = Mapping[str, str]
Folder = Callable[[Files], str]


@pytest.fixture(autouse=True)
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, in a plain environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "PLEDGEMINER_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "dumb")
    return tmp_path


@pytest.fixture
def folder() -> Folder:
    """A maker of a folder of rules with these files, by their names without the ending."""

    def make(files: Files) -> str:
        name = "mine"
        Path(name).mkdir(exist_ok=True)
        for file, text in files.items():
            (Path(name) / f"{file}.yaml").write_text(text, encoding="utf-8")
        return name

    return make


@pytest.fixture
def faults(folder: Folder) -> Callable[[Files], list[str]]:
    """What is wrong with rules of these files on top of the built-in ones, one line a fault."""

    def load(files: Files) -> list[str]:
        try:
            load_rules((folder(files),))
        except RulesError as error:
            return str(error).replace(f"mine{os.sep}", "").splitlines()
        return []

    return load


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run ``pledgeminer`` with these arguments in this process; return exit code, output and diagnostics."""

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["pledgeminer", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        assert isinstance(end.value.code, int)
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return command
