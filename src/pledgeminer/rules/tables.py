"""tables.yaml: how a table of targets is read; its structure and its compiled form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from msgspec import Meta

from .compiler import Compiler
from .field_types import Regex, RuleFileModel, Strict
from .numerals import Numerals
from .patterns import Pattern, any_letter, any_word, group_names, split_words
from .units import Units


class Columns(Strict):
    """What the head of a column says of its cells; each is tried on the whole head, the first match wins."""

    index: Annotated[Regex, Meta(description="Numbers of rows.")]
    left_out: Annotated[Regex, Meta(description="Remarks, sources, offices inside a body: the column is left out.")]
    unit: Annotated[Regex, Meta(description="The measure words of the rows' numbers.")]
    nature: Annotated[Regex, Meta(description="Whether the body binds itself.")]
    owner: Annotated[Regex, Meta(description="The bodies that answer for the row.")]
    deadline: Annotated[Regex, Meta(description="Until when the row is to be done.")]
    baseline: Annotated[Regex, Meta(description="Where things stand already: never a target.")]
    indicator: Annotated[Regex, Meta(description="What the row is about.")]
    target: Annotated[Regex, Meta(description="Words in which targets stand.")]


class TableRules(RuleFileModel, kw_only=True):
    """How a table of targets is read."""

    columns: Columns
    expected: Annotated[Regex, Meta(description="A cell that says no more than expected; the group is word.")]
    nature: Annotated[Regex, Meta(description="A cell that says whether the body binds itself.")]
    nothing: Annotated[Regex, Meta(description="A cell that says nothing.")]
    body_end: Annotated[Regex, Meta(description="How the name of a body ends, on one line of a cell.")]
    until: Annotated[Regex, Meta(description="A cell that says until when.")]
    year: Annotated[str, Meta(min_length=1, description="The word behind a year in figures.")]
    month: Annotated[str, Meta(min_length=1, description="The word behind a month in figures.")]
    unnamed: Annotated[Regex, Meta(description="A clause that gives a number without a noun.")]
    when: Annotated[Regex, Meta(description="A head that says when, or whether it is a goal or done.")]
    year_head: Annotated[Regex, Meta(description="The year at the beginning of a head.")]
    change: Annotated[Regex, Meta(description="A head that names a change of what the row names.")]
    unsaid: Annotated[Regex, Meta(description="A head that is left out of the statement.")]
    number: Annotated[
        Regex, Meta(description="A cell with a number; the groups are before, number, unit and tail, all needed.")
    ]
    not_number: Annotated[Regex, Meta(description="A cell that only looks like a number.")]


_GROUPS = ("before", "number", "unit", "tail")


@dataclass(frozen=True, slots=True)
class TablePatterns:
    """``columns`` are the patterns of a column's head by what they say of its cells; ``named_unit`` finds a unit in
    brackets at the end of a head; ``sole_unit`` is a cell with nothing but a unit.
    """

    columns: Mapping[str, Pattern]
    expected: Pattern
    nature: Pattern
    nothing: Pattern
    body_end: Pattern
    until: Pattern
    year: str
    month: str
    unnamed: Pattern
    when: Pattern
    year_head: Pattern
    change: Pattern
    unsaid: Pattern
    number: Pattern
    not_number: Pattern
    named_unit: Pattern
    sole_unit: Pattern


def compile_tables(rules: TableRules, units: Units, numerals: Numerals, compiler: Compiler) -> TablePatterns:
    """Compile tables.yaml; the faults of its patterns are kept in ``compiler``."""
    lists = (units.count, units.measure, units.money, units.ratio, units.duration)
    words = any_word(word for words in lists for word in split_words(words))
    unit = rf"(?:[{any_letter(numerals.multipliers)}]*)(?:{words})(?:/[^\d()]{{1,8}})?"

    def single(name: str) -> Pattern:
        return compiler.single(getattr(rules, name), "tables", name)

    number = compiler.single(rules.number, "tables", "number", groups=True)
    missing = [name for name in _GROUPS if name not in group_names(number)]
    if missing and number.pattern != "(?!)":
        compiler.wrong(
            f"the pattern lacks the groups {', '.join(missing)}",
            compiler.place("tables", "number"),
            f"write (?P<{missing[0]}>…) around what it is",
        )
    return TablePatterns(
        columns=MappingProxyType(
            {
                name: compiler.single(getattr(rules.columns, name), "tables", "columns", name)
                for name in rules.columns.__struct_fields__
            }
        ),
        expected=compiler.single(rules.expected, "tables", "expected", groups=True),
        nature=single("nature"),
        nothing=single("nothing"),
        body_end=single("body_end"),
        until=single("until"),
        year=rules.year,
        month=rules.month,
        unnamed=single("unnamed"),
        when=single("when"),
        year_head=single("year_head"),
        change=single("change"),
        unsaid=single("unsaid"),
        number=number,
        not_number=single("not_number"),
        named_unit=compiler.pattern(rf"\((?:[^():]{{1,6}}:)?(?P<unit>{unit})\)$", "units"),
        sole_unit=compiler.pattern(rf"(?:{unit})(?:/(?:{unit}))?", "units"),
    )
