from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.rules.catalogue import KINDS, Entry, entries
from pledgeminer.rules.ruleset import read_rules

Folder = Callable[[dict[str, str]], str]


@pytest.fixture(scope="module")
def built_in() -> dict[str, Entry]:
    return {entry.id: entry for entry in entries(*read_rules())}


def test_every_kind_is_there(built_in: dict[str, Entry]) -> None:
    assert {entry.kind for entry in built_in.values()} == set(KINDS)


def test_ids_are_unique(built_in: dict[str, Entry]) -> None:
    assert len(built_in) == len(list(entries(*read_rules())))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("new-object", "target"),
        ("noun", "macro"),
        ("ordinal", "label"),
        ("plan", "time"),
        ("times.every.year", "time"),
        ("units.count", "unit"),
        ("comparators.after.>=", "comparator"),
        ("kind.cues.累计", "cue"),
        ("words.deliver", "word"),
        ("bodies.endings", "body"),
    ],
)
def test_an_entry(built_in: dict[str, Entry], name: str, kind: str) -> None:
    entry = built_in[name]
    assert entry.kind == kind
    assert entry.origin == "built-in"
    assert entry.examples > 0 or kind == "macro"
    assert entry.about


def test_every_target_rule_says_what_it_is_for(built_in: dict[str, Entry]) -> None:
    rules = [entry for entry in built_in.values() if entry.kind in ("target", "label", "time") and "id" in entry.data]
    assert [entry.id for entry in rules if not entry.about] == []


def test_where_each_comes_from(folder: Folder) -> None:
    mine = folder({"units": "count: [台套]\n", "targets": 'rules: [{id: lone, about: mine, pattern: "<Q>"}]\n'})
    found = {entry.id: entry for entry in entries(*read_rules((mine,)))}
    assert found["units.count"].origin == "built-in + mine"
    assert "台套" in found["units.count"].words
    assert found["lone"].origin == "mine"
    assert found["lone"].where.startswith("mine/targets.yaml:1:9")
    assert found["bare"].origin == "built-in"
