"""Where rules are: the built-in folder, and the user's folders on top of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from ..errors import RulesError
from .check import check_file
from .compiler import did_you_mean
from .files import file_types
from .layers import lay
from .yaml_file import Table, read_yaml

_PACKAGE = Path(__file__).resolve().parent.parent


def builtin_folder() -> Path:
    """Return the folder of the built-in rules: inside an installed package, or at the top of a checkout."""
    for folder in (_PACKAGE / "builtin_rules", _PACKAGE.parent.parent / "rules"):
        if (folder / "targets.yaml").is_file():
            return folder
    raise RulesError("the built-in rules are missing", where=str(_PACKAGE), hint="install pledgeminer again")


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of ``folder``, or ``folder`` itself if it is a file. Raises ``RulesError``."""
    try:
        if not folder.is_dir():
            if not folder.exists():
                hint = "check the spelling; a relative path starts at the current folder"
                raise RulesError("there is no such file or folder", where=str(folder), hint=hint)
            return [folder]
        files = sorted(file for file in folder.iterdir() if file.suffix in (".yaml", ".yml") and file.name[0] != ".")
    except OSError as error:
        raise RulesError(
            f"cannot be read: {error.strerror or error}", where=str(folder), hint="check its permissions"
        ) from None
    if not files:
        hint = "rule files end in .yaml; `pledgeminer rules new` writes some to begin with"
        raise RulesError("no rule file in this folder", where=str(folder), hint=hint)
    return files


def read_layers(folders: Iterable[str], only: str = "") -> tuple[Mapping[str, Table], list[RulesError]]:
    """Return the rule files of the built-in folder with ``folders`` on top, by name, and all that is wrong in them.

    What is wrong is left out, so that what is right can be looked at too. ``only`` is the name of the one file wanted.
    """
    problems: list[RulesError] = []
    merged: dict[str, Table] = {}
    built_in = builtin_folder()
    layers = [(str(built_in), True), *((folder, False) for folder in folders)]
    for folder, builtin in layers:
        try:
            paths = rule_files(Path(folder))
        except RulesError as error:
            problems.append(error)
            continue
        for path in paths:
            if path.stem not in file_types() or path.suffix != ".yaml":
                known = (f"{name}.yaml" for name in file_types())
                problems.append(
                    RulesError(
                        "no rule file has this name", where=str(path), hint=did_you_mean(path.name, known, "names are")
                    )
                )
                continue
            if only not in ("", path.stem):
                continue
            data, wrong = _read(path, folder, builtin)
            problems += wrong
            if path.stem in merged:
                merged[path.stem], wrong = lay(merged[path.stem], data, path.stem)
                problems += wrong
            else:
                merged[path.stem] = data
    return merged, problems


def _read(path: Path, folder: str, builtin: bool) -> tuple[Table, list[RulesError]]:
    try:
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
    except OSError:
        stamp = (0, 0, 0)
    data, problems = _read_once(path, folder, builtin, stamp)
    return data, list(problems)


@lru_cache(maxsize=64)
def _read_once(path: Path, folder: str, builtin: bool, _stamp: tuple[int, ...]) -> tuple[Table, list[RulesError]]:
    """Read and check the file; nothing changes what this returns, so that a file that is as it was is read once."""
    data, problems = read_yaml(path, folder=folder, builtin=builtin)
    kept, wrong = check_file(path.stem, data, partial=not builtin)
    # Where the YAML breaks off, what is missing behind it is no fault of its own.
    return kept, [*problems, *([] if problems and builtin else wrong)]
