"""A folder of rules to begin with, copied from the built-in folder."""

from __future__ import annotations

from pathlib import Path

from ..errors import RulesError
from ..rules.folders import builtin_folder
from ..rules.schema import FOLDER, schemas

#: Where the files to begin with are, in the built-in folder.
SKELETON = "skeleton"


def write_skeleton(folder: Path) -> list[Path]:
    """Write commented rule files and their schemas into ``folder``; return the rule files.

    Raises ``RulesError`` if one of them is there already, or cannot be written.
    """
    sources = sorted((builtin_folder() / SKELETON).glob("*.yaml"))
    written = [folder / source.name for source in sources]
    for target in written:
        if target.exists():
            hint = "choose a folder without rules, or take a built-in file as a pattern"
            raise RulesError("this file is there already", where=str(target), hint=hint)
    try:
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        for source, target in zip(sources, written, strict=True):
            target.write_text(source.read_text("utf-8"), encoding="utf-8")
        for name, text in schemas().items():
            (folder / FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    except OSError as error:
        problem = f"cannot be written: {error.strerror or error}"
        raise RulesError(problem, where=str(folder), hint="choose another folder") from None
    return written
