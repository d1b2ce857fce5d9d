"""Where rules are: the built-in folder, and the user's folders on top of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..errors import RulesError
from .yaml_file import read_yaml

_PACKAGE = Path(__file__).resolve().parent.parent


def builtin_folder() -> Path:
    """Return the folder of the built-in rules: inside an installed package, or at the top of a checkout."""
    for folder in (_PACKAGE / "builtin_rules", _PACKAGE.parent.parent / "rules"):
        if (folder / "targets.yaml").is_file():
            return folder
    raise RulesError("the built-in rules are missing", where=str(_PACKAGE), hint="install pledgeminer again")


def read_folders(folders: tuple[str, ...]) -> dict[str, Any]:
    """Read the built-in folder and each of ``folders`` on top of it; return the data by file name without its ending.

    On top means: mappings are merged, lists are added to, and an item with an ``id`` replaces the one of that id.
    """
    data: dict[str, Any] = {}
    for folder in (builtin_folder(), *map(Path, folders)):
        files = sorted(folder.glob("*.yaml")) if folder.is_dir() else [folder]
        if not files:
            raise RulesError("no rule file in this folder", where=str(folder), hint="rule files end in .yaml")
        for file in files:
            data[file.stem] = layer(data[file.stem], read_yaml(file).data) if file.stem in data else read_yaml(file).data
    return data


def layer(below: Any, above: Any) -> Any:
    """Return ``above`` laid on top of ``below``."""
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **{key: layer(below[key], value) if key in below else value for key, value in above.items()}}
    if isinstance(below, list) and isinstance(above, list):
        replaced = {item["id"]: item for item in above if isinstance(item, dict) and "id" in item}
        kept = [replaced.pop(item["id"], item) if isinstance(item, dict) and "id" in item else item for item in below]
        return [*replaced.values(), *kept, *(item for item in above if not (isinstance(item, dict) and "id" in item))]
    return above
