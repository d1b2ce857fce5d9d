"""Rule files on top of one another: what the upper one says of a word or an id holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import RulesError
from .compiler import did_you_mean
from .yaml_file import Items, Key, Table

#: Lists of which a word stands in one only. ``*`` is every key or item.
Selector = tuple[str, ...]
_CLASSES = (
    "deliver work bare new grow up shrink down reach link cover keep attain arrange by from take around than ground "
    "give rung at of and each per among versus loose will adverb stop plain"
)
FAMILIES: dict[str, tuple[tuple[Selector, ...], ...]] = {
    "words": (tuple((name,) for name in _CLASSES.split()),),
    "units": (tuple((name,) for name in ("count", "measure", "money", "ratio", "duration")),),
    "comparators": ((("before", "*"),), (("after", "*"),)),
    "times": ((("words", "*", "words"), ("every", "*")),),
    "kind": ((("cues", "*", "words"),),),
    "bodies": ((("executive",), ("other",)),),
}


def lay(below: Table, above: Table, name: str) -> tuple[Table, list[RulesError]]:
    """Return the rule file ``above`` laid on top of ``below``, both of the file ``name``, and what is wrong with it.

    Mappings are merged and lists are added to. An item with an id replaces the one of that id; new ones come first, so
    that they are tried first. A word moves to the list in which ``above`` has it. What ``above`` switches off goes.
    """
    off, problems = _switched_off(below, above)
    kept = without(below, off) if off else below
    for family in FAMILIES.get(name, ()):
        words = {word for selector in family for item in _at(above, selector) for word in str(item).split()}
        if words:
            for selector in family:
                kept = _without_at(kept, selector, words)
    merged = _merge(kept, above)
    assert isinstance(merged, Table)
    return merged, problems


def words_of(data: Any) -> Iterator[str]:
    """Yield every word in the lists of ``data``."""
    if isinstance(data, Table):
        for value in data.values():
            yield from words_of(value)
    elif isinstance(data, Items):
        for item in data:
            if isinstance(item, str):
                yield item
                yield from item.split()
            else:
                yield from words_of(item)


def names_of(data: Any) -> Iterator[str]:
    """Yield what names the items in the lists of ``data``: their ids, and the texts of examples."""
    for value in data.values() if isinstance(data, Table) else ():
        for item in value if isinstance(value, Items) else ():
            name = _name(item)
            if name is not None:
                yield name


def without(data: Any, off: set[str]) -> Any:
    """Return ``data`` without the words and the items with ids in ``off``."""
    if isinstance(data, Table):
        kept = Table(data.place)
        for key, value, key_at, place in data.placed():
            kept.put(key, without(value, off), key_at, place)
        return kept
    if not isinstance(data, Items):
        return data
    items = Items(data.place)
    for item, place in data.placed():
        if isinstance(item, Table):
            if _name(item) not in off:
                items.add(without(item, off), place)
        elif not isinstance(item, str):
            items.add(without(item, off), place)
        elif item not in off:
            left = _left(item, off)
            if left:
                items.add(left, place)
    return items


def _switched_off(below: Table, above: Table) -> tuple[set[str], list[RulesError]]:
    """Return what ``above`` switches off, and the names among it that ``below`` does not have."""
    named = [(name, place, True) for name, place in above["off"].placed()] if "off" in above else []
    for value in above.values():
        for item, place in value.placed() if isinstance(value, Items) else ():
            if isinstance(item, Table) and item.get("off") is True:
                named.append((item["id"], place, False))
    if not named:
        return set(), []
    names = sorted(names_of(below))
    words = {*names, *words_of(below)}
    problems = [
        RulesError(
            f"there is no {name} to switch off",
            where=str(place),
            hint=did_you_mean(name, names or sorted(words), "`pledgeminer rules list`"),
        )
        for name, place, any_word in named
        if name not in (words if any_word else names)
    ]
    return {name for name, _, _ in named}, problems


def _at(data: Any, selector: Selector) -> Iterator[Any]:
    """Yield the items of the lists at ``selector``."""
    if not selector:
        if isinstance(data, Items):
            yield from data
        return
    for value in _values(data, selector[0]):
        yield from _at(value, selector[1:])


def _values(data: Any, step: str) -> list[Any]:
    if step == "*":
        return list(data.values()) if isinstance(data, Table) else list(data) if isinstance(data, Items) else []
    return [data[step]] if isinstance(data, Table) and step in data else []


def _without_at(data: Any, selector: Selector, words: set[str]) -> Any:
    """Return ``data`` with the lists at ``selector`` freed of ``words``."""
    if not selector:
        return without(data, words) if isinstance(data, Items) else data
    step, rest = selector[0], selector[1:]
    if isinstance(data, Table):
        kept = Table(data.place)
        for key, value, key_at, place in data.placed():
            kept.put(key, _without_at(value, rest, words) if step in ("*", key) else value, key_at, place)
        return kept
    if isinstance(data, Items) and step == "*":
        items = Items(data.place)
        for value, place in data.placed():
            items.add(_without_at(value, rest, words), place)
        return items
    return data


def _left(item: str, off: set[str]) -> str:
    words = item.split()
    return item if off.isdisjoint(words) else " ".join(word for word in words if word not in off)


def _merge(below: Any, above: Any) -> Any:
    if isinstance(below, Table) and isinstance(above, Table):
        return _merge_tables(below, above)
    if isinstance(below, Items) and isinstance(above, Items):
        return _merge_lists(below, above)
    return above


def _merge_tables(below: Table, above: Table) -> Table:
    merged = Table(above.place)
    for key, value, key_at, place in below.placed():
        merged.put(key, value, key_at, place)
    for key, value, key_at, place in above.placed():
        if key != "off":
            merged.put(key, _merge(below[key], value) if key in below else value, key_at, place)
    return merged


def _merge_lists(below: Items, above: Items) -> Items:
    named = {
        _id(item): (item, place)
        for item, place in above.placed()
        if _id(item) is not None and item.get("off") is not True
    }
    kept = [named.pop(_id(item), (item, place)) for item, place in below.placed()]
    merged = Items(above.place)
    for item, place in (
        *named.values(),
        *kept,
        *((item, place) for item, place in above.placed() if _id(item) is None),
    ):
        merged.add(item, place)
    return merged


def _id(item: Any) -> Key | None:
    return item.get("id") if isinstance(item, Table) else None


def _name(item: Any) -> str | None:
    """Return what names ``item``: its id, or the text of an example."""
    name = item.get("id", item.get("text")) if isinstance(item, Table) else None
    return name if isinstance(name, str) else None
