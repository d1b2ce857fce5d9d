"""What rules there are: an entry for each rule with an id and for each list of words, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args

import msgspec
import msgspec.inspect as types
import regex

from .files import RuleFiles, file_types
from .patterns import split_words
from .yaml_file import Items, Place, Table

EntryKind = Literal[
    "target",
    "macro",
    "label",
    "time",
    "unit",
    "comparator",
    "cue",
    "word",
    "body",
    "number",
    "layout",
    "diff",
    "indicator",
]
KINDS: tuple[str, ...] = get_args(EntryKind)

BUILT_IN = "built-in"

_KIND_OF_FILE: dict[str, EntryKind] = {
    "numerals": "number",
    "units": "unit",
    "comparators": "comparator",
    "times": "time",
    "labels": "label",
    "layout": "layout",
    "bodies": "body",
    "facts": "body",
    "kind": "cue",
    "confidence": "cue",
    "targets": "target",
    "words": "word",
    "diff": "diff",
    "indicators": "indicator",
}


class Entry(msgspec.Struct, frozen=True):
    """A rule or a list of words.

    ``id`` is its own, or the path of a list in its file (units.count). ``examples`` is how many examples it has, or how
    many of examples.yaml use it. ``origin`` names the folders that it comes from, ``where`` is its place.
    ``words`` are those of a list.
    """

    kind: EntryKind
    id: str
    about: str
    examples: int
    origin: str
    where: str
    file: str
    words: tuple[str, ...] = ()
    data: dict[str, Any] = {}


def entries(files: RuleFiles, tables: Mapping[str, Table]) -> Iterator[Entry]:
    """Yield the entries of all files, in the order in which they hold."""
    for name in _KIND_OF_FILE:
        for entry in _of_file(name, tables[name]):
            about = _macro_users(entry.id, files) if entry.kind == "macro" else entry.about
            yield msgspec.structs.replace(entry, about=about, examples=_count(entry, files))


def _macro_users(name: str, files: RuleFiles) -> str:
    users = sum(f"<{name}>" in rule.pattern for rule in files.targets.rules)
    return f"a piece of {users} patterns" if users != 1 else "a piece of 1 pattern"


def _of_file(name: str, table: Table) -> Iterator[Entry]:
    kind = _KIND_OF_FILE[name]
    fields = {field.encode_name: field for field in file_types()[name].fields}
    for key, value, _, place in table.placed():
        about = _about(fields[str(key)].type)
        if key == "macros":
            for macro, pattern, _, at in value.placed():
                yield _entry("macro", str(macro), "", at, name, data={"pattern": pattern})
        elif isinstance(value, Items):
            yield from _of_list(kind, f"{name}.{key}", about, value, place, name)
        elif name == "indicators":
            for indicator, facts, _, at in value.placed():
                names = (str(indicator), *facts.get("others", ()))
                yield _entry(kind, str(indicator), facts.get("en", ""), at, name, words=names, data=facts)
        elif isinstance(value, Table):
            yield from _of_table(kind, f"{name}.{key}", about, value, place, name)
        else:
            yield _entry(kind, f"{name}.{key}", about, place, name, data={"value": value})


def _of_list(kind: EntryKind, path: str, about: str, items: Items, place: Place, file: str) -> Iterator[Entry]:
    plain = [item for item in items if isinstance(item, str)]
    if plain:
        words = tuple(split_words(plain))
        yield _entry(kind, path, about, place, file, words=words, origins=(at for _, at in items.placed()))
    for item, at in items.placed():
        if not isinstance(item, Table):
            continue
        if "id" in item:
            yield _entry(kind, item["id"], item.get("about", ""), at, file, data=item)
        elif "words" in item:
            words = tuple(split_words(item["words"]))
            facts = ", ".join(f"{key} {_shown(value)}" for key, value in item.items() if key != "words")
            yield _entry(kind, f"{path}.{words[0] if words else ''}", facts, at, file, words=words, data=item)


def _of_table(kind: EntryKind, path: str, about: str, table: Table, place: Place, file: str) -> Iterator[Entry]:
    lists = [(key, value, at) for key, value, _, at in table.placed() if isinstance(value, Items)]
    for key, value, at in lists:
        words = tuple(split_words(item for item in value if isinstance(item, str)))
        yield _entry(kind, f"{path}.{key}", about, at, file, words=words, origins=(one for _, one in value.placed()))
    if not lists:
        yield _entry(kind, path, about, place, file, data=table, origins=table.places.values())


def _entry(
    kind: EntryKind,
    name: str,
    about: str,
    place: Place,
    file: str,
    *,
    words: tuple[str, ...] = (),
    data: Mapping[Any, Any] | None = None,
    origins: Any = (),
) -> Entry:
    from_ = list(dict.fromkeys(_origin(at) for at in (*origins, place)))
    ordered = [BUILT_IN, *(one for one in from_ if one != BUILT_IN)] if BUILT_IN in from_ else from_
    return Entry(kind, name, about, 0, " + ".join(ordered), str(place), f"{file}.yaml", words, dict(data or {}))


def _origin(place: Place) -> str:
    return BUILT_IN if place.file.builtin else place.file.folder


def _about(type_: types.Type) -> str:
    return (type_.extra_json_schema or {}).get("description", "") if isinstance(type_, types.Metadata) else ""


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _count(entry: Entry, files: RuleFiles) -> int:
    """Return how many examples ``entry`` has, or how many use it."""
    examples = files.examples
    if entry.kind == "target" and "pattern" in entry.data:
        return len(entry.data.get("examples", ())) + len(entry.data.get("counterexamples", ()))
    if entry.kind == "label" and "id" in entry.data:
        return sum(row.by == entry.id for row in examples.labels)
    if entry.kind == "time" and "pattern" in entry.data:
        pattern = _filled(entry.data["pattern"], files)
        return sum(pattern.search(row.text) is not None for row in examples.times)
    texts: dict[str, list[str]] = {
        "unit": [row.text for row in examples.quantities],
        "number": [row.text for row in examples.quantities],
        "comparator": [row.text for row in examples.quantities],
        "time": [row.text for row in examples.times],
        "body": [row.text for row in examples.bodies],
        "cue": [row.text for row in examples.kinds],
        "label": [row.text for row in examples.labels],
        "word": [example.text for rule in files.targets.rules for example in rule.examples],
    }
    return sum(any(word in text for word in entry.words) for text in texts.get(entry.kind, []))


def _filled(pattern: str, files: RuleFiles) -> regex.Pattern[str]:
    for name in ("year", "small"):
        pattern = pattern.replace(f"{{{name}}}", f"(?:{getattr(files.times, name)})")
    return regex.compile(pattern.replace("{{", "{").replace("}}", "}"))
