"""One YAML file: read safely, with the place of every value for the errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..errors import RulesError

#: Larger than any rule file that a person writes, and small enough to be read at once.
LARGEST = 2_000_000
DEEPEST = 20

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlFile:
    """The plain data of a file, and the line and column (from 1) of each value by its path of keys and indexes."""

    path: Path
    data: Any
    places: dict[tuple[str | int, ...], tuple[int, int]]

    def where(self, *keys: str | int) -> str:
        """Return ``path:line:column`` of the value at ``keys``, or of the nearest value around it."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        line, column = self.places.get(keys, (1, 1))
        return f"{self.path}:{line}:{column}"


def read_yaml(path: Path) -> YamlFile:
    """Read ``path`` without tags, aliases or duplicate keys. Raises ``RulesError`` with the place of what is wrong."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise RulesError(f"{size:,} bytes is too large for a rule file", where=str(path), hint=f"split it below {LARGEST:,} bytes")
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise RulesError(f"not UTF-8 at byte {error.start}", where=str(path), hint="save the file as UTF-8") from None
    except OSError as error:
        raise RulesError(error.strerror or "cannot be read", where=str(path), hint="check the path and its permissions") from None
    places: dict[tuple[str | int, ...], tuple[int, int]] = {}
    try:
        _refuse_aliases(path, text)
        node = yaml.compose(text, Loader=_Loader)
        data = None if node is None else _plain(path, node, (), places)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise RulesError(f"not YAML: {error.problem}", where=where, hint="check indentation, quotes and colons here") from None
    except yaml.YAMLError as error:
        raise RulesError(f"not YAML: {error}", where=str(path), hint="remove control characters") from None
    return YamlFile(path, data, places)


def _refuse_aliases(path: Path, text: str) -> None:
    """Aliases can make a small file huge; rules have no need of them."""
    if "*" not in text and "&" not in text:
        return
    for event in _events(text):
        if isinstance(event, yaml.AliasEvent):
            raise RulesError("an alias", where=f"{path}:{event.start_mark.line + 1}:{event.start_mark.column + 1}",
                             hint="write the value out, or put it in quotes if it begins with *")


def _events(text: str) -> Iterator[Any]:
    return iter(yaml.parse(text, Loader=_Loader))


def _plain(path: Path, node: Any, keys: tuple[str | int, ...], places: dict[tuple[str | int, ...], tuple[int, int]]) -> Any:
    mark = node.start_mark
    places[keys] = (mark.line + 1, mark.column + 1)
    if len(keys) > DEEPEST:
        raise RulesError("nested too deeply", where=f"{path}:{mark.line + 1}:{mark.column + 1}", hint="flatten it")
    if isinstance(node, yaml.ScalarNode):
        return _scalar(path, node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(path, item, (*keys, index), places) for index, item in enumerate(node.value)]
    result: dict[str | int, Any] = {}
    for key_node, value in node.value:
        key = _scalar(path, key_node) if isinstance(key_node, yaml.ScalarNode) else None
        at = f"{path}:{key_node.start_mark.line + 1}:{key_node.start_mark.column + 1}"
        if not isinstance(key, str | int) or isinstance(key, bool):
            raise RulesError("a key that is not a word", where=at, hint="write a plain word before the colon, in quotes if need be")
        if key in result:
            raise RulesError(f"the key {key!r} stands twice", where=at, hint="keep one of the two")
        result[key] = _plain(path, value, (*keys, key), places)
    return result


_CONSTRUCTORS = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:bool": lambda text: text.lower() in ("yes", "true", "on"),
    "tag:yaml.org,2002:int": lambda text: int(text.replace("_", ""), 0) if not text.lstrip("+-").startswith("0") or text in ("0", "-0") else text,
    "tag:yaml.org,2002:float": float,
}


def _scalar(path: Path, node: Any) -> Any:
    build = _CONSTRUCTORS.get(node.tag, str if node.tag == "tag:yaml.org,2002:timestamp" else None)
    if build is None:
        raise RulesError(f"the tag {node.tag}", where=f"{path}:{node.start_mark.line + 1}:{node.start_mark.column + 1}",
                         hint="write the value without a tag; put it in quotes if it begins with ! or =")
    try:
        return build(node.value)
    except ValueError:
        return node.value
