"""A user's folder on top of the built-in rules: what it says of a word or an id holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import pledgeminer
from pledgeminer.rules.ruleset import load_rules, read_rules

Folder = Callable[[dict[str, str]], str]

LONE = '{id: lone, about: mine, pattern: "<Q>", aim: increase, examples: [], counterexamples: []}'


def rule_of(text: str, *folders: str) -> str:
    return pledgeminer.extract(text, kind="all", rules=folders)[0].rule


def test_any_subset_of_keys_may_be_given(folder: Folder) -> None:
    mine = folder({"kind": "scopes: {heading: 4}\n", "targets": "trim: {leading: 呀}\n", "layout": "aside: 9\n"})
    rules = load_rules((mine,))
    assert rules.kinds.scopes["heading"] == 4
    assert rules.kinds.scopes["section"] == load_rules().kinds.scopes["section"]
    assert rules.targets.leading.pattern == "呀"
    assert rules.targets.trailing.pattern == load_rules().targets.trailing.pattern
    assert rules.layout.aside == 9


def test_lists_are_added_to(folder: Folder) -> None:
    units = load_rules((folder({"units": "count: [箩筐, 间套]\n"}),)).quantities.units
    assert {"箩筐", "间套", "个"} <= set(units)


def test_the_built_in_rules_stay_as_they_are(folder: Folder) -> None:
    load_rules((folder({"units": "count: [箩筐]\noff: [个]\n", "targets": "rules: [{id: lone, off: true}]\n"}),))
    assert "箩筐" not in load_rules().quantities.units
    assert "个" in load_rules().quantities.units
    assert "lone" in {rule.id for rule in load_rules().targets.rules}


def test_new_rules_are_tried_first_and_an_id_takes_the_place_of_the_one_below(folder: Folder) -> None:
    new = '{id: first, about: mine, pattern: "<Q> <T>"}'
    below = [rule.id for rule in load_rules().targets.rules]
    rules = load_rules((folder({"targets": f"rules:\n  - {LONE}\n  - {new}\n"}),)).targets.rules
    assert [rule.id for rule in rules] == ["first", *below]
    assert next(rule for rule in rules if rule.id == "lone").aim == "increase"


@pytest.mark.parametrize("text", ["rules: [{id: bare, off: true}]\n", "off: [bare]\n"])
def test_a_rule_is_switched_off(folder: Folder, text: str) -> None:
    assert rule_of("便民服务点3个") == "bare"
    assert rule_of("便民服务点3个", folder({"targets": text})) == "lone"


def test_a_word_is_switched_off(folder: Folder) -> None:
    assert rule_of("打造产业集群10个") == "done-noun"
    assert rule_of("打造产业集群10个", folder({"words": "off: [打造]\n"})) == "bare"


def test_a_label_and_an_example_are_switched_off(folder: Folder) -> None:
    text = read_rules()[0].examples.times[0].text
    mine = folder({"labels": "off: [population]\n", "examples": f"off: [{text}]\n"})
    files, _ = read_rules((mine,))
    assert "population" not in {label.id for label in files.labels.after}
    assert text not in {row.text for row in files.examples.times}


def test_a_word_moves_to_the_class_of_the_upper_folder(folder: Folder) -> None:
    files, _ = read_rules((folder({"words": "stop: [打造]\n"}),))
    assert "打造" in files.words.stop
    assert "打造" not in " ".join(files.words.deliver).split()


@pytest.mark.parametrize(
    ("file", "text", "where"),
    [
        ("comparators", 'before: {"<": [近]}\n', lambda rules: rules.quantities.comparators.before["近"] == "<"),
        ("units", "money: [个]\n", lambda rules: rules.quantities.units["个"].kind == "money"),
        ("times", "words: [{words: [今年], role: past}]\n", lambda rules: _word(rules, "今年").time.role == "past"),
        ("kind", "cues: [{words: [将], clause: -9, sentence: 0}]\n", lambda rules: _word(rules, "将").clause == -9),
        (
            "kind",
            "cues: [{words: [力争], clause: 6, sentence: 3, strength: firm}]\n",
            lambda rules: _word(rules, "力争").strength == "firm",
        ),
        ("bodies", "executive: [副局长]\n", lambda rules: "副局长" in rules.bodies.executive),
    ],
)
def test_what_the_upper_folder_says_of_a_word_holds(
    folder: Folder, file: str, text: str, where: Callable[..., bool]
) -> None:
    assert not where(load_rules())
    assert where(load_rules((folder({file: text}),)))


def _word(rules: object, text: str) -> object:
    return next(word for word in rules.lexicon.words if word.text == text)  # type: ignore[attr-defined]


def test_folders_are_stacked_in_their_order(folder: Folder) -> None:
    mine = folder({"words": "stop: [打造]\n"})
    Path("upper").mkdir()
    Path("upper/words.yaml").write_text("grow: [打造]\n", encoding="utf-8")
    classes = read_rules((mine, "upper"))[0].words
    assert "打造" in classes.grow
    assert "打造" not in classes.stop


def test_one_file_may_be_named_instead_of_a_folder(folder: Folder) -> None:
    mine = folder({"units": "count: [箩筐]\n", "words": "grow: [打造]\n"})
    rules = load_rules((f"{mine}/units.yaml",))
    assert "箩筐" in rules.quantities.units
    assert rule_of("打造产业集群10个", f"{mine}/units.yaml") == "done-noun"


def test_a_file_that_changes_is_read_again(folder: Folder) -> None:
    mine = folder({"units": "count: [箩筐]\n"})
    assert "间套" not in load_rules((mine,)).quantities.units
    folder({"units": "count: [箩筐, 间套]\n"})
    assert "间套" in load_rules((mine,)).quantities.units
