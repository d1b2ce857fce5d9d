"""A rule that takes too long is told of once, and the run goes on without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import pledgeminer
from pledgeminer.extraction import matcher
from pledgeminer.rules import slow

Folder = Callable[[dict[str, str]], str]
Run = Callable[..., tuple[int, str, str]]

# Nothing repeats without an end here, and yet there are more ways to part the words than anybody can try.
TARGETS = 'rules: [{id: hostile, about: slow, pattern: "(?:<n>|<and>|<n><and>){5,60} <Q> (?<=<T>)"}]\n'
LABELS = 'after: [{id: hostile-label, about: slow, pattern: "所(?:很|多|很多){5,60}(?<=少)"}]\n'
TEXT = (
    "甲、乙、丙、丁、戊、己、庚、辛、壬、癸、子、丑、寅、卯、辰、巳、午、未、申、酉、戌、亥公园3个，学校5所"
    + "很多" * 30
)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow, "SECONDS", 0.05)
    monkeypatch.setattr(matcher, "SECONDS", 0.05)


@pytest.mark.parametrize(("files", "rule"), [({"targets": TARGETS}, "hostile"), ({"labels": LABELS}, "hostile-label")])
def test_the_command_goes_on_and_says_so(folder: Folder, run: Run, files: dict[str, str], rule: str) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("b.txt").write_text(TEXT, encoding="utf-8")
    mine = folder(files)
    code, out, err = run("extract", "a.txt", "b.txt", "--kind", "all", "-f", "csv", "--rules", mine)
    assert code == 2
    assert [line.split(",")[8] for line in out.splitlines()[1:]] == ["3个", "5所"] * 2
    assert err.count("pledgeminer: ") == 1
    assert f"the rule {rule} takes longer than" in err
    assert "公园3个" in err or "很多" in err


def test_python_is_warned(folder: Folder) -> None:
    with pytest.warns(pledgeminer.RulesWarning, match="the rule hostile takes longer"):
        records = pledgeminer.extract(TEXT, kind="all", rules=folder({"targets": TARGETS}))
    assert [record.quantity for record in records] == ["3个", "5所"]


def test_a_comparison_goes_on_too(folder: Folder, run: Run) -> None:
    for name in ("old.txt", "new.txt"):
        Path(name).write_text("今年" + TEXT, encoding="utf-8")
    code, out, err = run("diff", "old.txt", "new.txt", "-f", "csv", "--rules", folder({"targets": TARGETS}))
    assert code == 2
    assert err.count("the rule hostile takes longer") == 1
    assert out


def test_explain_says_which(folder: Folder, run: Run) -> None:
    code, out, err = run("explain", "--text", TEXT, "--rules", folder({"targets": TARGETS}))
    assert code == 2
    assert "takes too long: hostile" in out
    assert "the rule hostile takes longer" in err
