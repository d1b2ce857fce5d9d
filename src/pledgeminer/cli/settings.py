"""The user's settings: a file pledgeminer.toml in the working folder or above it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..errors import RulesError

FILE = "pledgeminer.toml"
#: No settings are larger.
_LARGEST = 100_000


def rule_folders(given: Iterable[str] | None = None) -> tuple[str, ...]:
    """Return the folders of rules that the settings name, and then those that are ``given``, each on top of the former.

    Raises ``RulesError`` for settings that cannot be used.
    """
    try:
        here = Path.cwd()
    except OSError:
        # It was removed, and nothing is above it that could be found.
        return tuple(given or ())
    return (*configured_folders(here), *(given or ()))


def configured_folders(start: Path) -> tuple[str, ...]:
    """Return the paths of `[rules] paths` in the nearest settings from the folder ``start`` upward.

    They are relative to the folder of the settings, and returned as seen from ``start``. Raises ``RulesError``.
    """
    file = next((folder / FILE for folder in (start, *start.parents) if (folder / FILE).is_file()), None)
    if file is None:
        return ()
    settings = _read(file)
    _only(settings, ("rules",), file, "")
    rules = settings.get("rules", {})
    if not isinstance(rules, dict):
        raise _wrong(file, "rules", "rules is not a table", 'write [rules] and below it paths = ["my-rules"]')
    _only(rules, ("paths",), file, "rules.")
    paths = rules.get("paths", [])
    if not isinstance(paths, list) or not all(isinstance(path, str) and path for path in paths):
        raise _wrong(file, "paths", "paths is not a list of paths", 'write paths = ["my-rules"]')
    folders = []
    for path in paths:
        folder = file.parent / Path(path).expanduser()
        if not folder.exists():
            raise _wrong(file, path, f"there is no {path}", f"the path is relative to {file.parent}")
        folders.append(str(folder.relative_to(start) if folder.is_relative_to(start) else folder))
    return tuple(folders)


def _read(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        if file.stat().st_size > _LARGEST:
            raise RulesError("too large for settings", where=str(file), hint="take out what is not [rules]")
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise RulesError(f"cannot be read: {error.strerror or error}", where=str(file)) from None
    except UnicodeDecodeError as error:
        raise RulesError(f"not UTF-8 at byte {error.start}", where=str(file), hint="save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RulesError(
            f"not TOML: {error}", where=str(file), hint='write paths = ["my-rules"] below [rules]'
        ) from None


def _only(table: dict[str, Any], known: tuple[str, ...], file: Path, before: str) -> None:
    for key in table:
        if key not in known:
            raise _wrong(file, key, f"there is no setting {before}{key}", f"known are: {', '.join(known)}")


def _wrong(file: Path, word: str, problem: str, hint: str) -> RulesError:
    """Return the error with the line and column of ``word`` in ``file``."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        column = line.find(word)
        if column >= 0:
            return RulesError(problem, where=f"{file}:{number}:{column + 1}", hint=hint)
    return RulesError(problem, where=str(file), hint=hint)
