"""The compiled form of tables.yaml: how a table of targets is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .model import Numerals, TableRules, Units
from .patterns import Pattern, any_letter, any_word, split_words
from .workshop import Workshop

_GROUPS = ("before", "number", "unit", "tail")


@dataclass(frozen=True, slots=True)
class TablePatterns:
    """``columns`` are the patterns of a column's head by what they say of its cells; ``named_unit`` finds a unit in
    brackets at the end of a head; ``sole_unit`` is a cell with nothing but a unit.
    """

    columns: Mapping[str, Pattern]
    when: Pattern
    change: Pattern
    number: Pattern
    not_number: Pattern
    named_unit: Pattern
    sole_unit: Pattern


def compile_tables(rules: TableRules, units: Units, numerals: Numerals, shop: Workshop) -> TablePatterns:
    """Compile tables.yaml; the faults of its patterns are kept in ``shop``."""
    lists = (units.count, units.measure, units.money, units.ratio, units.duration)
    words = any_word(word for words in lists for word in split_words(words))
    unit = rf"(?:[{any_letter(numerals.multipliers)}]*)(?:{words})(?:/[^\d()]{{1,8}})?"

    def single(name: str) -> Pattern:
        return shop.single(getattr(rules, name), "tables", name)

    number = shop.single(rules.number, "tables", "number", groups=True)
    missing = [name for name in _GROUPS if name not in number.groupindex]
    if missing and number.pattern != "(?!)":
        shop.wrong(
            f"the pattern lacks the groups {', '.join(missing)}",
            shop.place("tables", "number"),
            f"write (?P<{missing[0]}>…) around what it is",
        )
    return TablePatterns(
        columns=MappingProxyType(
            {
                name: shop.single(getattr(rules.columns, name), "tables", "columns", name)
                for name in rules.columns.__struct_fields__
            }
        ),
        when=single("when"),
        change=single("change"),
        number=number,
        not_number=single("not_number"),
        named_unit=shop.pattern(rf"\((?P<unit>{unit})\)$", "units"),
        sole_unit=shop.pattern(unit, "units"),
    )
