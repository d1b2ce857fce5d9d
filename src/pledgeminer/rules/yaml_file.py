"""One YAML file, read safely: plain data in which every value knows where it stands."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import regex
import yaml

from ..errors import RulesError

#: Larger than any rule file that a person writes, and small enough to be read at once.
LARGEST = 1_000_000
DEEPEST = 20

Key = str | int

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What parsers say at a limit of their own, which lies above ours but is met first: they read ahead of their events.
_TOO_DEEP = regex.compile(r"(?i)\b(?:depth|nest(?:ed|ing)|recursion|too deep)")

# Plain scalars as YAML 1.2 reads them: `off`, `no` and 1:30 are words.
_INTEGER = regex.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_NUMBER = regex.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18}|[0-9]{1,18}(?=[eE]))(?:[eE][-+]?[0-9]{1,2})?")
_FIXED: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(frozen=True, eq=False)
class RuleFile:
    """A rule file: where it is, how it is shown, the folder that it came with, and whether it is a built-in one."""

    path: Path
    folder: str = ""
    builtin: bool = False
    text: str = field(default="", repr=False)

    def __str__(self) -> str:
        return str(self.path)


class Place(NamedTuple):
    """Where a value begins; line and column count from 1, columns in code points."""

    file: RuleFile
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def of_word(self, word: str) -> Place:
        """Return the place of ``word`` in the value that begins here, or this place if it cannot be found."""
        lines = self.file.text.splitlines()[self.line - 1 :]
        alone = regex.compile(rf"(?<![^\s\[,\"'-]){regex.escape(word)}(?![^\s\],\"'])")
        for number, line in enumerate(lines, self.line):
            found = alone.search(line, self.column - 1 if number == self.line else 0)
            if found is not None:
                return Place(self.file, number, found.start() + 1)
        return self


class Items(list[Any]):
    """A YAML list; ``place`` is where it begins, ``places`` are those of its items."""

    __slots__ = ("place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: list[Place] = []

    def add(self, value: Any, place: Place) -> None:
        """Append ``value``, which stands at ``place``."""
        self.append(value)
        self.places.append(place)

    def placed(self) -> Iterator[tuple[Any, Place]]:
        """Yield each item with its place."""
        return zip(self, self.places, strict=True)


class Table(dict[Key, Any]):
    """A YAML mapping; ``place`` is where it begins, ``keys_at`` and ``places`` are those of its keys and values."""

    __slots__ = ("keys_at", "place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[Key, Place] = {}
        self.places: dict[Key, Place] = {}

    def put(self, key: Key, value: Any, key_at: Place, place: Place) -> None:
        """Set ``key`` to ``value``, which stands at ``place``."""
        self[key] = value
        self.keys_at[key] = key_at
        self.places[key] = place

    def placed(self) -> Iterator[tuple[Key, Any, Place, Place]]:
        """Yield each key and value with their places."""
        return ((key, value, self.keys_at[key], self.places[key]) for key, value in self.items())


def place_of(data: Any, *keys: Key) -> Place:
    """Return the place of the value at ``keys`` of ``data``, or of the nearest value around it that is there."""
    place: Place = data.place
    for key in keys:
        inside = isinstance(data, Items) and isinstance(key, int) and key < len(data)
        if inside or (isinstance(data, Table) and key in data):
            place, data = data.places[key], data[key]
        else:
            break
    return place


def read_yaml(path: Path, *, folder: str = "", builtin: bool = False) -> tuple[Table, list[RulesError]]:
    """Return the mapping that the YAML file ``path`` holds, and what is wrong with it, each with its place.

    Only what JSON has is read: no tags, aliases, duplicate keys or second document. A mapping with errors is as far
    as it could be read.
    """
    file = RuleFile(path, folder, builtin)
    try:
        text = _text(path)
    except RulesError as error:
        return Table(Place(file, 1, 1)), [error]
    file = RuleFile(path, folder, builtin, text)
    reader = _Reader(file)
    try:
        reader.read(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark is not None else Place(file, 1, 1)
        if _TOO_DEEP.search(f"{error.context} {error.problem}"):
            reader.too_deep(place)
        else:
            problem = f"not YAML: {error.problem or error.context}"
            reader.wrong(problem, place, "check indentation, quotes and colons here")
    except yaml.YAMLError as error:
        reader.wrong(f"not YAML: {error}", Place(file, 1, 1), "remove control characters")
    except _EnoughError:
        pass
    data = reader.root if reader.root is not None else Table(Place(file, 1, 1))
    if not isinstance(data, Table):
        reader.wrong(
            "a rule file is a mapping of keys to values",
            data.place if isinstance(data, Items) else Place(file, 1, 1),
            "begin it with a key and a colon, such as rules:",
        )
        data = Table(Place(file, 1, 1))
    return data, reader.problems


def read_trusted(path: Path) -> Any:
    """Return what ``read_yaml`` makes of a file without errors, as plain data without places, in half the time.

    Raises ``RulesError``, ``yaml.YAMLError`` or ``ValueError`` for a file that needs a closer look.
    """
    events = yaml.parse(_text(path), Loader=_Loader)
    first = next(event for event in events if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent))
    return _plain(first, events)


def _plain(event: Any, events: Iterator[Any]) -> Any:
    """Return the value that begins with ``event``; what follows of it is taken from ``events``."""
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _scalar(event)
    if kind is yaml.SequenceStartEvent:
        items = []
        while type(event := next(events)) is not yaml.SequenceEndEvent:
            items.append(_plain(event, events))
        return items
    if kind is not yaml.MappingStartEvent:
        raise ValueError(f"unusual in a rule file: {event}")
    table = {}
    while type(event := next(events)) is not yaml.MappingEndEvent:
        key = _plain(event, events)
        table[key if type(key) is int else event.value] = _plain(next(events), events)
    return table


def _text(path: Path) -> str:
    where = str(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise RulesError("not a file", where=where, hint="rules are read from files ending in .yaml")
        if status.st_size > LARGEST:
            problem = f"{status.st_size:,} bytes is too large for a rule file"
            raise RulesError(problem, where=where, hint=f"split it below {LARGEST:,} bytes")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RulesError(
            f"not UTF-8 at byte {error.start}", where=f"{where}:1:1", hint="save the file as UTF-8"
        ) from None
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
        raise RulesError(problem, where=where, hint="check the path and its permissions") from None


class _EnoughError(Exception):
    """The rest of the file would only repeat what is wrong."""


class _Reader:
    """Builds the data from the parser's events, without recursion, so that depth cannot hurt."""

    def __init__(self, file: RuleFile) -> None:
        self.problems: list[RulesError] = []
        self.root: Any = None
        self._file = file
        self._open: list[Items | Table] = []
        #: The key that waits for its value, for each open container; None where a key comes next.
        self._keys: list[tuple[Key, Place] | None] = []
        self._documents = 0

    def wrong(self, problem: str, place: Place, hint: str) -> None:
        self.problems.append(RulesError(problem, where=str(place), hint=hint))

    def too_deep(self, place: Place) -> None:
        self.wrong(f"nested deeper than {DEEPEST} levels", place, "flatten it")

    def read(self, text: str) -> None:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent):
                self._tag(event)
                self._put(_scalar(event), self._at(event), event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._tag(event)
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
                self._keys.pop()
            elif isinstance(event, yaml.AliasEvent):
                self.wrong("an alias", self._at(event), "write the value out, or put it in quotes if it begins with *")
                self._put(None, self._at(event), event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self.wrong("a second document", self._at(event), "take out the line ---")
                    raise _EnoughError

    def _at(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _tag(self, event: Any) -> None:
        if event.tag is not None:
            hint = "write the value without a tag; put it in quotes if it begins with !"
            self.wrong(f"the tag {event.tag}", self._at(event), hint)

    def _begin(self, event: Any) -> None:
        place = self._at(event)
        if len(self._open) >= DEEPEST:
            self.too_deep(place)
            raise _EnoughError
        container = Table(place) if isinstance(event, yaml.MappingStartEvent) else Items(place)
        self._put(container, place, event)
        self._open.append(container)
        self._keys.append(None)

    def _put(self, value: Any, place: Place, event: Any) -> None:
        if not self._open:
            self.root = value
            return
        parent = self._open[-1]
        if isinstance(parent, Items):
            parent.add(value, place)
            return
        waiting = self._keys[-1]
        if waiting is None:
            self._keys[-1] = self._key(value, place, event, parent), place
            return
        self._keys[-1] = None
        key, key_at = waiting
        if key not in parent:
            parent.put(key, value, key_at, place)

    def _key(self, value: Any, place: Place, event: Any, parent: Table) -> Key:
        key: Key = value if type(value) is int else event.value if isinstance(event, yaml.ScalarEvent) else ""
        if not isinstance(event, yaml.ScalarEvent):
            self.wrong("a key that is not a word", place, "write a plain word before the colon, in quotes if need be")
        elif key in parent:
            first = parent.keys_at[key]
            self.wrong(f"the key {key} stands twice, first in line {first.line}", place, "keep one of the two")
        return key


def _scalar(event: yaml.ScalarEvent) -> Any:
    text: str = event.value
    if event.style or not event.implicit[0]:
        return text
    if text in _FIXED:
        return _FIXED[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text
