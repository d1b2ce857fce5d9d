from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

SUBCOMMANDS = ["list", "show", "check", "test", "new", "coverage"]


@pytest.fixture
def mine() -> str:
    Path("mine").mkdir()
    Path("mine/units.yaml").write_text("count: [台套]\n", encoding="utf-8")
    return "mine"


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_help(command: Command, name: str) -> None:
    run = command("rules", name, "--help")
    assert run.code == 0
    assert f"pledgeminer rules {name}" in run.out


def test_list_through_a_pipe(command: Command) -> None:
    run = command("rules", "list", "--kind", "target")
    rows = [line.split("\t") for line in run.out.splitlines()]
    assert (run.code, run.err) == (0, "")
    assert all(len(row) == 5 and row[0] == "target" for row in rows)
    assert next(row for row in rows if row[1] == "new-object")[3:] == ["3", "built-in"]


def test_list_on_a_terminal(command: Command) -> None:
    run = command("rules", "list", "--file", "comparators.yaml", terminal=True)
    assert "what it is for" in run.out.splitlines()[0]
    assert "comparators.after" in run.out


def test_list_says_where_each_comes_from(command: Command, mine: str) -> None:
    out = command("rules", "list", "--kind", "unit", "--rules", mine).out
    assert out.splitlines()[0].endswith("built-in + mine")


def test_list_as_json(command: Command) -> None:
    found = json.loads(command("rules", "list", "--kind", "label", "-f", "json").out)
    assert {"id", "kind", "about", "examples", "origin", "where"} <= set(found[0])


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [(["--kind", "targte"], "did you mean target?"), (["--file", "unit"], "did you mean units?")],
)
def test_list_of_what_is_not_there(command: Command, arguments: list[str], hint: str) -> None:
    run = command("rules", "list", *arguments)
    assert run.code == 2
    assert hint in run.err


def test_show_a_rule(command: Command) -> None:
    run = command("rules", "show", "new-noun")
    assert run.code == 0
    assert run.out.startswith("new-noun  target, built-in\n")
    for word in ("about", "pattern", "in full", "aim", "example", "counterexample"):
        assert f"\n  {word}" in run.out


def test_show_a_word(command: Command) -> None:
    out = command("rules", "show", "力争").out
    assert "kind.cues.力争  cue, built-in" in out
    assert "strength  aspire" in out


def test_show_what_is_not_there(command: Command) -> None:
    run = command("rules", "show", "new-nown")
    assert run.code == 2
    assert "there is no rule and no word new-nown (did you mean new-noun?)" in run.err


def test_check(command: Command, mine: str) -> None:
    run = command("rules", "check", mine, "--own")
    assert (run.code, run.out) == (0, "")
    assert "all is well" in run.err


def test_check_that_fails(command: Command) -> None:
    Path("mine").mkdir()
    Path("mine/units.yaml").write_text("cuont: [台套]\n", encoding="utf-8")
    Path("mine/words.yaml").write_text("deliver: 提速\n", encoding="utf-8")
    run = command("rules", "check", "mine")
    assert run.code == 1
    assert [line.split(": ")[0] for line in run.out.splitlines()] == ["mine/units.yaml:1:1", "mine/words.yaml:1:10"]
    assert "2 faults" in run.err


@pytest.mark.parametrize("name", ["check", "test"])
def test_a_folder_that_is_not_there_is_wrong_usage(command: Command, name: str) -> None:
    run = command("rules", name, "nowhere")
    assert run.code == 2
    assert "there is no such file or folder" in run.err


def test_the_examples_hold(command: Command) -> None:
    run = command("rules", "test")
    assert (run.code, run.out) == (0, "")
    assert "all hold" in run.err


def test_an_example_that_fails(command: Command, mine: str) -> None:
    Path("mine/examples.yaml").write_text("quantities:\n  - {text: 更新农机3台套, value: 4, unit: 台套}\n", "utf-8")
    run = command("rules", "test", mine, "--own")
    assert run.code == 1
    assert run.out.splitlines() == [
        "mine/examples.yaml:2:5: quantities",
        "  text      更新农机3台套",
        "  expected  value 4.0, value_max none, unit 台套, comparator =",
        "  got       value 3, value_max none, unit 台套, comparator =",
    ]
    assert "1 examples, 1 failed" in run.err
    (failure,) = json.loads(command("rules", "test", mine, "--own", "-f", "json").out)
    assert failure["case"]["text"] == "更新农机3台套"


def test_new_rules_are_valid_and_hold(command: Command) -> None:
    run = command("rules", "new", "mine")
    assert run.code == 0
    assert [Path(line).name for line in run.out.splitlines()] == [
        "bodies.yaml",
        "examples.yaml",
        "targets.yaml",
        "units.yaml",
        "words.yaml",
    ]
    assert Path("mine/schema/targets.json").is_file()
    assert command("rules", "check", "mine", "--own").code == 0
    assert command("rules", "test", "mine", "--own").code == 0


def test_new_rules_overwrite_nothing(command: Command, mine: str) -> None:
    run = command("rules", "new", mine)
    assert run.code == 2
    assert "mine/units.yaml: this file is there already" in run.err
    assert sorted(path.name for path in Path(mine).iterdir()) == ["units.yaml"]


def test_coverage(command: Command) -> None:
    Path("a.txt").write_text("今年新增公共停车位5000个。\n其中95分以上。\n", encoding="utf-8")
    run = command("rules", "coverage", "a.txt")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("1 documents, 2 numbers\n")
    assert "lone (last resort)" in run.out
    assert "1 × lone  ^ <among> <Q> $" in run.out
    assert "a.txt:2  95分以上  其中95分以上" in run.out
    found = json.loads(command("rules", "coverage", "a.txt", "-f", "json").out)
    assert found["numbers"] == 2


def test_coverage_of_what_cannot_be_read(command: Command) -> None:
    Path("a.txt").write_text("满意度95分以上。\n", encoding="utf-8")
    run = command("rules", "coverage", "a.txt", "nowhere.txt")
    assert run.code == 2
    assert "nowhere.txt: there is no such file" in run.err
    assert "1 documents" in run.out


@pytest.mark.parametrize("arguments", [["extract", "a.txt"], ["diff", "a.txt", "a.txt"], ["explain", "a.txt:1"]])
def test_all_faults_of_rules_are_shown_by_every_command(command: Command, arguments: list[str]) -> None:
    Path("a.txt").write_text("满意度95分以上。\n", encoding="utf-8")
    Path("mine").mkdir()
    Path("mine/units.yaml").write_text("cuont: [台套]\nmoney: 元\n", encoding="utf-8")
    run = command(*arguments, "--rules", "mine")
    assert run.code == 2
    assert [line.split(": ")[1] for line in run.err.splitlines()] == ["mine/units.yaml:1:1", "mine/units.yaml:2:8"]
