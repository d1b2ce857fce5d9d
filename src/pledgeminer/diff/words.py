"""What the comparison knows about the language: ``diff.yaml`` of the rules folders, checked and compiled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache

import msgspec
import regex

from ..errors import RulesError
from ..rules.compiler import Compiler
from ..rules.diff import DiffRules
from ..rules.folders import read_layers
from ..rules.layout import LayoutRules, Letters, compile_letters
from .letters import letters_only

FILE = "diff"
"""The name of the rule file, without its ending."""


class Family(msgspec.Struct, frozen=True):
    """Words of which two different ones never mean the same target, each with a bit of its own."""

    bit: dict[str, int]
    pattern: regex.Pattern[str]
    initials: frozenset[str]

    def bits(self, text: str) -> int:
        """Return the bits of the words that ``text`` holds, those inside longer ones of the family left out."""
        found = 0
        # Most texts hold no word of most families.
        if not self.initials.isdisjoint(text):
            for word in self.pattern.findall(text):
                found |= self.bit[word]
        return found


class AuditWords(msgspec.Struct, frozen=True):
    """The patterns by which an audit reads the clause of a reported figure; see ``diff.yaml``."""

    years: regex.Pattern[str]
    since: regex.Pattern[str]
    total: regex.Pattern[str]
    growth: regex.Pattern[str]
    of_target: regex.Pattern[str]
    claimed: regex.Pattern[str]
    failed: regex.Pattern[str]


class Words(msgspec.Struct, frozen=True):
    """The compiled words; build them with `load_words`, once."""

    synonyms: dict[str, str]
    synonym: regex.Pattern[str]
    filler: regex.Pattern[str]
    contrasts: tuple[Family, ...]
    generic: regex.Pattern[str]
    base: dict[str, tuple[str, Fraction]]
    counters: dict[str, frozenset[int]]
    named: regex.Pattern[str]
    own_year: regex.Pattern[str]
    this_year: frozenset[str]
    letters: Letters
    audit: AuditWords


def load_words(folders: Sequence[str] = ()) -> Words:
    """Return the words of the built-in rules with those of ``folders`` on top. Raises `RulesError` with all faults."""
    return _load(tuple(folders)) if folders else _built_in()


@cache
def _built_in() -> Words:
    return _load(())


def _load(folders: tuple[str, ...]) -> Words:
    files, problems = read_layers(folders, FILE)
    shop = Compiler(files)
    try:
        words = _compile(msgspec.convert(files[FILE], DiffRules), shop)
    except msgspec.ValidationError as error:
        problems.append(RulesError(str(error), where=str(shop.place(FILE)), hint="see the schema of the rules"))
    if problems or shop.problems:
        raise RulesError.of([*problems, *shop.problems])
    return words


def _compile(file: DiffRules, shop: Compiler) -> Words:
    synonyms = {letters_only(other): letters_only(name) for name, others in file.synonyms.items() for other in others}
    families = [[letters_only(word) for word in line.split()] for line in file.contrasts]
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
        contrasts=tuple(map(_family, families)),
        generic=_any(word for line in file.generic for word in line.split()),
        base=base,
        counters={unit: frozenset(groups) for unit, groups in counters.items()},
        named=shop.single(file.deadlines.named, FILE, "deadlines", "named", groups=True),
        own_year=shop.single(file.deadlines.own_year, FILE, "deadlines", "own_year", groups=True),
        this_year=frozenset(file.deadlines.this_year),
        audit=AuditWords(
            *(
                shop.single(getattr(file.audit, name), FILE, "audit", name, groups=True)
                for name in AuditWords.__struct_fields__
            )
        ),
        letters=compile_letters(msgspec.convert(read_layers((), "layout")[0]["layout"], LayoutRules)),
    )


def _family(words: Sequence[str]) -> Family:
    return Family({word: 1 << n for n, word in enumerate(words)}, _any(words), frozenset(word[0] for word in words))


def _any(words: Iterable[str]) -> regex.Pattern[str]:
    longest_first = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return regex.compile("|".join(map(regex.escape, longest_first)) or "(?!)")
