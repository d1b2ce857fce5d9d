from __future__ import annotations

import json
from pathlib import Path

import pytest

from pledgeminer.rules.files import file_types
from pledgeminer.rules.folders import builtin_folder
from pledgeminer.rules.schema import FOLDER, head_line, schemas

SCHEMAS = schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_that_of_the_model(name: str) -> None:
    committed = (builtin_folder() / FOLDER / f"{name}.json").read_text("utf-8")
    assert committed == SCHEMAS[name], "write them again: python -m pledgeminer.rules.schema"


def test_there_is_no_schema_of_anything_else() -> None:
    assert {file.stem for file in (builtin_folder() / FOLDER).iterdir()} == set(file_types())


@pytest.mark.parametrize(
    "file", [*builtin_folder().glob("*.yaml"), *(builtin_folder() / "skeleton").glob("*.yaml")], ids=str
)
def test_every_rule_file_names_its_schema(file: Path) -> None:
    assert file.read_text("utf-8").splitlines()[0] == head_line(file.stem)


def test_an_item_that_is_switched_off_needs_its_id_only() -> None:
    rule = json.loads(SCHEMAS["targets"])["$defs"]["TargetRule"]
    assert [one["required"] for one in rule["anyOf"]] == [["id", "about", "pattern"], ["id", "off"]]


def test_a_file_may_leave_out_any_key_and_has_no_other() -> None:
    for text in SCHEMAS.values():
        schema = json.loads(text)
        assert "required" not in schema
        assert schema["additionalProperties"] is False
