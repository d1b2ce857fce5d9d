"""pledgeminer.toml: found upward from the working folder, it names folders of rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pledgeminer.cli.settings import rule_folders
from pledgeminer.errors import RulesError

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def units() -> None:
    Path("mine").mkdir()
    Path("mine/units.yaml").write_text("count: [台套]\n", encoding="utf-8")


def settings(text: str) -> None:
    Path("pledgeminer.toml").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("units")
def test_it_is_found_upward_and_its_paths_are_its_own(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    settings('[rules]\npaths = ["mine"]\n')
    assert rule_folders() == ("mine",)
    Path("deep/down").mkdir(parents=True)
    monkeypatch.chdir("deep/down")
    assert [Path(folder).resolve() for folder in rule_folders(["other"])] == [
        Path("../../mine").resolve(),
        Path("other").resolve(),
    ]
    Path("a.txt").write_text("更新农机320台套\n", encoding="utf-8")
    for command in (["extract", "a.txt", "--kind", "all"], ["explain", "a.txt:1"]):
        assert "320台套" in run(*command)[1]


@pytest.mark.usefixtures("units")
def test_the_nearest_one_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    settings('[rules]\npaths = ["mine"]\n')
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    settings("")
    assert rule_folders() == ()


@pytest.mark.usefixtures("units")
def test_given_folders_come_on_top(run: Run) -> None:
    settings('[rules]\npaths = ["mine"]\n')
    Path("upper").mkdir()
    Path("upper/units.yaml").write_text("off: [台套]\n", encoding="utf-8")
    assert "<Q>320台 " in run("explain", "--text", "更新农机320台套", "--rules", "upper")[1]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("rules = 1\n", "pledgeminer.toml:1:1: rules is not a table"),
        ("[rulse]\n", "pledgeminer.toml:1:2: there is no setting rulse (known are: rules)"),
        ("[rules]\npath = []\n", "pledgeminer.toml:2:1: there is no setting rules.path (known are: paths)"),
        ('[rules]\npaths = "mine"\n', "pledgeminer.toml:2:1: paths is not a list of paths"),
        ('[rules]\npaths = ["nowhere"]\n', "pledgeminer.toml:2:11: there is no nowhere"),
        ("[rules\n", "pledgeminer.toml: not TOML:"),
    ],
)
def test_a_fault(run: Run, text: str, fault: str) -> None:
    settings(text)
    code, _, err = run("rules", "list")
    assert code == 2
    assert fault in err
    with pytest.raises(RulesError):
        rule_folders()
