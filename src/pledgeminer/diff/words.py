"""What the comparison knows about the language: ``diff.yaml`` of the rules folder, checked and compiled."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from pathlib import Path

import msgspec
import regex
import yaml

from ..errors import RulesError
from .plain import plain

FILE = "diff.yaml"


class UnitWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``convert``: unit → other unit → how many of the first it is; ``count``: words for the same things."""

    convert: dict[str, dict[str, int | str]]
    count: list[list[str]]


class DeadlineWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two patterns and the words that mean the document's own year."""

    named: str
    own_year: str
    this_year: list[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    synonyms: dict[str, list[str]]
    fillers: list[str]
    contrasts: list[str]
    generic: list[str]
    units: UnitWords
    deadlines: DeadlineWords


class Words(msgspec.Struct, frozen=True):
    """The compiled words; build them with `load_words`, once."""

    synonyms: dict[str, str]
    synonym: regex.Pattern[str]
    filler: regex.Pattern[str]
    contrasts: tuple[tuple[dict[str, int], regex.Pattern[str]], ...]
    generic: regex.Pattern[str]
    base: dict[str, tuple[str, Fraction]]
    counters: dict[str, frozenset[int]]
    named: regex.Pattern[str]
    own_year: regex.Pattern[str]
    this_year: frozenset[str]


def rules_folder() -> Path:
    """Return the built-in rules: those of the installed package, else those of the checkout it runs from."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "builtin_rules"
    return installed if installed.is_dir() else package.parents[1] / "rules"


def load_words(folder: Path | None = None) -> Words:
    """Read and compile ``diff.yaml`` of ``folder`` (the built-in rules by default). Raises `RulesError`."""
    return _load((folder or rules_folder()) / FILE)


@cache
def _load(path: Path) -> Words:
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise RulesError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}:{error.problem_mark.column + 1}" if error.problem_mark else ""
        raise RulesError(f"is not YAML: {error.problem}", where=f"{path}{line}") from error
    try:
        return _compile(msgspec.convert(content, _File))
    except (msgspec.ValidationError, regex.error, ValueError, ZeroDivisionError) as error:
        raise RulesError(str(error), where=str(path)) from error


def _compile(file: _File) -> Words:
    synonyms = {plain(other): plain(name) for name, others in file.synonyms.items() for other in others}
    families = [[plain(word) for word in line.split()] for line in file.contrasts]
    base = {
        other: (unit, Fraction(many)) for unit, others in file.units.convert.items() for other, many in others.items()
    }
    counters: dict[str, set[int]] = {}
    for number, units in enumerate(file.units.count):
        for unit in units:
            counters.setdefault(unit, set()).add(number)
    return Words(
        synonyms=synonyms,
        # A name that is kept as it is stands beside its other names, so that the longest of all goes first.
        synonym=_any([*synonyms, *synonyms.values()]),
        filler=_any(word for line in file.fillers for word in line.split()),
        contrasts=tuple(({word: 1 << n for n, word in enumerate(family)}, _any(family)) for family in families),
        generic=_any(word for line in file.generic for word in line.split()),
        base=base,
        counters={unit: frozenset(groups) for unit, groups in counters.items()},
        named=regex.compile(file.deadlines.named),
        own_year=regex.compile(file.deadlines.own_year),
        this_year=frozenset(file.deadlines.this_year),
    )


def _any(words: Iterable[str]) -> regex.Pattern[str]:
    longest_first = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return regex.compile("|".join(map(regex.escape, longest_first)) or "(?!)")
