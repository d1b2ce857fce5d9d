"""What is wrong with a rule file is named with its place, and what to write instead: all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from pledgeminer.errors import RulesError
from pledgeminer.rules.ruleset import load_rules

Faults = Callable[[dict[str, str]], list[str]]

RULE = "rules:\n  - id: mine\n    about: mine\n    pattern: {pattern}\n"


CASES = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["fault"])
def test_a_fault(faults: Faults, case: dict[str, str]) -> None:
    found = faults({case["file"]: case["text"]})
    assert [line for line in found if line.startswith(case["fault"])], found


@pytest.mark.parametrize("depth", [25, 2000])
@pytest.mark.parametrize(
    ("opens", "closes"), [("[", "]"), ("{a: ", "}"), ("- ", "")], ids=["lists", "mappings", "items"]
)
def test_a_file_that_is_nested_without_end(faults: Faults, opens: str, closes: str, depth: int) -> None:
    found = faults({"units": "count:\n " + opens * depth + "a" + closes * depth + "\n"})
    assert any("nested deeper than 20 levels (flatten it)" in line for line in found), found
    assert not any("not YAML" in line for line in found), found


@pytest.mark.parametrize("problem", ["exceeded maximum nesting depth", "too deeply nested", "recursion limit reached"])
def test_a_limit_of_the_parser_s_own_is_told_as_ours(
    faults: Faults, monkeypatch: pytest.MonkeyPatch, problem: str
) -> None:
    def parse(*_: object, **__: object) -> Iterator[object]:
        raise yaml.scanner.ScannerError(None, None, problem, yaml.Mark("units.yaml", 0, 2, 6, None, None))

    monkeypatch.setattr(yaml, "parse", parse)
    found = faults({"units": "count: []\n"})
    assert "units.yaml:3:7: nested deeper than 20 levels (flatten it)" in found


def test_all_faults_of_all_files_are_shown_in_order(faults: Faults) -> None:
    found = faults(
        {
            "targets": RULE.format(pattern='"<Q> <nuon>"') + "    aim: raech\n    colour: red\n",
            "units": "cuont: [台套]\nmoney: 元\n",
            "words": "deliver: [提速]\ngrow: [提速]\n",
        }
    )
    assert [line.split(": ")[0] for line in found] == [
        "targets.yaml:4:14",
        "targets.yaml:5:10",
        "targets.yaml:6:5",
        "units.yaml:1:1",
        "units.yaml:2:8",
        "words.yaml:2:8",
    ]


def test_a_file_of_another_name_is_no_rule_file(faults: Faults) -> None:
    assert faults({"unit": "count: [台套]\n"})[0].startswith(
        "unit.yaml: no rule file has this name (did you mean units.yaml?"
    )


def test_a_folder_that_is_not_there() -> None:
    with pytest.raises(RulesError, match="nowhere: there is no such file or folder"):
        load_rules(("nowhere",))


def test_a_folder_without_rules() -> None:
    Path("empty").mkdir()
    with pytest.raises(RulesError, match="empty: no rule file in this folder"):
        load_rules(("empty",))


def test_a_file_that_is_too_large_or_no_text(faults: Faults) -> None:
    Path("mine").mkdir()
    Path("mine/units.yaml").write_bytes(b"count: [" + b"x, " * 400_000 + b"x]")
    Path("mine/words.yaml").write_bytes("deliver: [提速]".encode("gb18030"))
    found = faults({})
    assert found[0].startswith("units.yaml: 1,200,010 bytes is too large for a rule file")
    assert found[1].startswith("words.yaml:1:1: not UTF-8 at byte")


def test_an_empty_file_and_a_byte_order_mark_are_no_fault(faults: Faults) -> None:
    assert faults({"units": "", "words": "\ufeffdeliver: [提速]\n", "kind": "# nothing yet\n"}) == []


def test_macros_that_would_grow_without_end(faults: Faults) -> None:
    macros = "".join(f'  m{n}: "<m{n + 1}> <m{n + 1}> <m{n + 1}> <m{n + 1}>"\n' for n in range(30)) + '  m30: "<n>"\n'
    found = faults({"targets": f"macros:\n{macros}"})
    assert any("too long with its macros put in" in line for line in found)


@pytest.mark.parametrize("word", ["off", "no", "yes", "on", "2030-01-01", "1:30", "0x1F", "1e400", ".inf", "012"])
def test_what_looks_like_something_else_stays_a_word(faults: Faults, word: str) -> None:
    assert faults({"units": f"count: [{word}]\n"}) == []
