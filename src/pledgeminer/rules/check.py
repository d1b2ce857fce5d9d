"""Checks a rule file against its structure (`files.py`); every error is named with its place."""

from __future__ import annotations

from typing import Any

import msgspec.inspect as types
import regex

from ..errors import RulesError
from .compiler import did_you_mean
from .field_types import FORMS
from .files import file_types
from .yaml_file import Items, Place, Table

_BAD: Any = object()


def check_file(name: str, data: Table, *, partial: bool) -> tuple[Table, list[RulesError]]:
    """Return ``data`` of the file ``name`` (without .yaml) without what is wrong in it, and what that is.

    A ``partial`` file, which is laid on top of others, may leave out any key.
    """
    checker = _Checker()
    kept = checker.check(data, data.place, file_types()[name], partial)
    if kept is _BAD:
        kept = _Checker().check(data, data.place, file_types()[name], True)
    checker.unique(data)
    return kept, checker.problems


class _Checker:
    def __init__(self) -> None:
        self.problems: list[RulesError] = []

    def wrong(self, problem: str, place: Place, hint: str) -> Any:
        self.problems.append(RulesError(problem, where=str(place), hint=hint))
        return _BAD

    def check(self, value: Any, place: Place, kind: types.Type, partial: bool = False) -> Any:
        """Return ``value`` without what is wrong in it, or _BAD if nothing is left."""
        if isinstance(kind, types.Metadata):
            return self.check(value, place, kind.type, partial)
        if isinstance(kind, types.StructType):
            return self._struct(value, place, kind, partial)
        if isinstance(kind, types.ListType):
            return self._list(value, place, kind)
        if isinstance(kind, types.DictType):
            return self._dict(value, place, kind)
        if isinstance(kind, types.UnionType):
            return self._union(value, place, kind)
        return self._scalar(value, place, kind)

    def _struct(self, value: Any, place: Place, kind: types.StructType, partial: bool) -> Any:
        if not isinstance(value, Table):
            return self.wrong(
                f"{_shown(value)} stands where keys and values are wanted", place, f"keys are: {_keys(kind)}"
            )
        fields = {field.encode_name: field for field in kind.fields}
        kept = Table(value.place)
        for key, item, key_at, at in value.placed():
            field = fields.get(str(key))
            if field is None:
                self.wrong(f"there is no key {key} here", key_at, did_you_mean(str(key), fields, "keys are"))
                continue
            checked = self.check(item, at, field.type, partial)
            if checked is not _BAD:
                kept.put(key, checked, key_at, at)
        if partial or kept.get("off") is True:
            return kept
        missing = [
            name
            for name, field in fields.items()
            if (field.required or _needed(name, fields, value)) and name not in value
        ]
        for name in missing:
            about = _about(fields[name].type)
            self.wrong(
                f"the key {name} is missing", place, f"{name}: {about}" if about else f"write {name}: and its value"
            )
        vital = (name for name, field in fields.items() if field.required or (name == "pattern" and name in missing))
        return kept if all(name in kept for name in vital) else _BAD

    def _list(self, value: Any, place: Place, kind: types.ListType) -> Any:
        if not isinstance(value, Items):
            return self.wrong(
                f"{_shown(value)} stands where a list is wanted",
                place,
                "write [one, two], or one a line behind a hyphen",
            )
        if isinstance(kind.item_type, types.StrType) and all(type(item) is str for item in value):
            return value
        kept = Items(value.place)
        for item, at in value.placed():
            checked = self.check(item, at, kind.item_type)
            if checked is not _BAD:
                kept.add(checked, at)
        return kept

    def _dict(self, value: Any, place: Place, kind: types.DictType) -> Any:
        if not isinstance(value, Table):
            return self.wrong(f"{_shown(value)} stands where keys and values are wanted", place, "write key: value")
        kept = Table(value.place)
        for key, item, key_at, at in value.placed():
            if self.check(key, key_at, kind.key_type) is _BAD:
                continue
            checked = self.check(item, at, kind.value_type)
            if checked is not _BAD:
                kept.put(key, checked, key_at, at)
        return kept

    def _union(self, value: Any, place: Place, kind: types.UnionType) -> Any:
        if value is None and any(isinstance(one, types.NoneType) for one in kind.types):
            return value
        choices = [one for one in kind.types if not isinstance(one, types.NoneType)]
        literals = [word for one in choices if isinstance(one, types.LiteralType) for word in one.values]
        if literals:
            return self._literal(value, place, literals)
        fitting = [one for one in choices if isinstance(value, _python(one)) and not isinstance(value, bool)]
        return self.check(value, place, fitting[0] if fitting else choices[0])

    def _literal(self, value: Any, place: Place, words: list[Any]) -> Any:
        if value in words and not isinstance(value, bool):
            return value
        return self.wrong(
            f"{_shown(value)} is not known here", place, did_you_mean(str(value), map(str, words), "known are")
        )

    def _scalar(self, value: Any, place: Place, kind: types.Type) -> Any:
        if isinstance(kind, types.LiteralType):
            return self._literal(value, place, list(kind.values))
        wanted, hint = _WANTED[type(kind)]
        if not isinstance(value, _python(kind)) or isinstance(value, bool) != isinstance(kind, types.BoolType):
            if isinstance(kind, types.StrType) and isinstance(value, int | float):
                hint = f'put it in quotes: "{value}"'
            return self.wrong(f"{_shown(value)} stands where {wanted} is wanted", place, hint)
        fault = _out_of_bounds(value, kind)
        return value if fault is None else self.wrong(f"{_shown(value)} is not possible here", place, fault)

    def unique(self, data: Any) -> None:
        """Report ids that stand twice in the file."""
        seen: dict[str, Place] = {}
        for value in data.values():
            for item, place in value.placed() if isinstance(value, Items) else ():
                name = item.get("id") if isinstance(item, Table) else None
                if not isinstance(name, str):
                    continue
                if name in seen:
                    self.wrong(
                        f"the id {name} stands twice, first in line {seen[name].line}",
                        place,
                        "give one of the two another id",
                    )
                seen.setdefault(name, place)


def _needed(name: str, fields: dict[str, types.Field], value: Table) -> bool:
    """Say whether an item that is not switched off needs the key ``name``, though one that is does without."""
    if not ("id" in fields and "off" in fields):
        return False
    return name == "about" or (name == "pattern" and "length" not in value)


_WANTED: dict[type[types.Type], tuple[str, str]] = {
    types.StrType: ("text", "write a word or a text in quotes"),
    types.IntType: ("a whole number", "write digits without quotes"),
    types.FloatType: ("a number", "write digits without quotes"),
    types.BoolType: ("true or false", "write true or false"),
    types.NoneType: ("nothing", "leave it out"),
}


def _python(kind: types.Type) -> tuple[type, ...]:
    """Return the Python types of ``kind``'s values."""
    if isinstance(kind, types.Metadata):
        return _python(kind.type)
    if isinstance(kind, types.StrType):
        return (str,)
    if isinstance(kind, types.IntType):
        return (int,)
    if isinstance(kind, types.FloatType):
        return (int, float)
    if isinstance(kind, types.BoolType):
        return (bool,)
    return (Table,) if isinstance(kind, types.StructType | types.DictType) else (Items,)


def _out_of_bounds(value: Any, kind: types.Type) -> str | None:
    """Return what is allowed, if ``value`` is not."""
    if isinstance(kind, types.IntType | types.FloatType):
        if (kind.ge is not None and value < kind.ge) or (kind.le is not None and value > kind.le):
            return f"write a number from {kind.ge}" + (f" to {kind.le}" if kind.le is not None else " on")
    elif isinstance(kind, types.StrType):
        if kind.min_length is not None and len(value) < kind.min_length:
            return f"at least {kind.min_length} letters are wanted"
        if kind.max_length is not None and len(value) > kind.max_length:
            return f"at most {kind.max_length} letters are possible"
        if kind.pattern is not None and not regex.search(kind.pattern, value):
            return FORMS[kind.pattern]
    return None


def _shown(value: Any) -> str:
    if isinstance(value, Table):
        return "a mapping"
    if isinstance(value, Items):
        return "a list"
    if value is None:
        return "nothing"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _keys(kind: types.StructType) -> str:
    return ", ".join(field.encode_name for field in kind.fields)


def _about(kind: types.Type) -> str:
    """Return the description of a field's type, if it has one."""
    return (kind.extra_json_schema or {}).get("description", "") if isinstance(kind, types.Metadata) else ""
