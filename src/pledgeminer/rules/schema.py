"""The JSON Schema of each rule file, by which editors complete and check it, made from the folder model.

``python -m pledgeminer.rules.schema`` writes the committed ones again; a test holds them equal.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import msgspec.inspect as types

from .files import file_types
from .folders import builtin_folder

#: Where the schemas are, in a folder of rules, and the line by which an editor finds one.
FOLDER = "schema"
HEAD = "# yaml-language-server: $schema={folder}/{name}.json"


def head_line(name: str) -> str:
    """Return the first line of the rule file ``name`` (without .yaml)."""
    return HEAD.format(folder=FOLDER, name=name)


def schemas() -> dict[str, str]:
    """Return the text of the JSON Schema of each rule file by the file's name without .yaml.

    A file on top of others may leave out any key, and an item that is switched off needs nothing but its id.
    """
    return {name: _text(name, type_) for name, type_ in file_types().items()}


def _text(name: str, file: types.StructType) -> str:
    _, parts = msgspec.json.schema_components([file.cls], ref_template="#/$defs/{name}")
    whole = parts.pop(file.cls.__name__)
    whole.pop("required", None)
    # What stands in a file once is laid over that of the files below, key by key.
    for field in file.fields:
        if isinstance(inner := _bare(field.type), types.StructType):
            parts[inner.cls.__name__].pop("required", None)
    for part in parts.values():
        if {"id", "off"} <= set(part["properties"]):
            _allow_off(part)
    head = {"$schema": "http://json-schema.org/draft-07/schema#"}
    schema = {**head, **whole, "title": f"{name}.yaml of pledgeminer", "$defs": parts}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _bare(type_: types.Type) -> types.Type:
    return _bare(type_.type) if isinstance(type_, types.Metadata) else type_


def _allow_off(part: dict[str, Any]) -> None:
    wanted = [*part.pop("required", []), "about", *([] if "length" in part["properties"] else ["pattern"])]
    part["anyOf"] = [
        {"required": list(dict.fromkeys(wanted))},
        {"required": ["id", "off"], "properties": {"off": {"const": True}}},
    ]


def write_schemas(folder: Path) -> None:
    """Write the schemas into the folder ``schema`` of ``folder``."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (target / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_schemas(builtin_folder())
