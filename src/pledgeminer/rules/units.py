"""units.yaml: measure words by kind; its structure, and the table of units that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from .compiler import Compiler
from .field_types import Regex, RuleFileModel, UnitKind, Words
from .patterns import split_words


class Units(RuleFileModel, kw_only=True):
    """Measure words by kind."""

    count: Annotated[Words, Meta(description="They count things and people (个 家 所).")]
    measure: Annotated[Words, Meta(description="Physical measures (公里 平方米 吨).")]
    money: Annotated[Words, Meta(description="Currencies (元 美元).")]
    ratio: Annotated[Words, Meta(description="Relations (% 倍 个百分点).")]
    duration: Annotated[
        Words, Meta(description="Lengths of time (天 个月); they count only where a rule asks for them.")
    ]
    per: Annotated[Words, Meta(description="Between a unit and what it is counted by (元/人).")]
    per_words: Annotated[Words, Meta(description="What a unit is counted by, besides the units.")]
    begun_words: Annotated[Words, Meta(description="Words that begin like a unit (道路).")]
    line_words: Annotated[Words, Meta(description="The same at the head of a line (1.3项目建设).")]
    bracket_head: Annotated[Regex, Meta(description="Before the unit in brackets that stands before its number.")]
    caption: Annotated[Regex, Meta(description="Before a unit that only says what others are counted in (单位：万元).")]
    bracket_gap: Annotated[Regex, Meta(description="Between such brackets and the number ((亿元)达到35.6).")]
    parts: Annotated[
        dict[str, dict[str, Annotated[int, Meta(ge=1)]]],
        Meta(description="Smaller units behind a unit, and how many of each make one (2元3角)."),
    ]
    named: Annotated[dict[str, str], Meta(description="How a unit is named in a record (个百分点: 百分点).")]
    whole: Annotated[Words, Meta(description="Units that begin with a power and are not number and unit (千瓦).")]


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word: how it is named in a record, and its kind."""

    name: str
    kind: UnitKind


def compile_units(units: Units, compiler: Compiler) -> dict[str, Unit]:
    """Return the unit of each measure word; a word in two lists is an error, which is kept in ``compiler``."""
    kinds: dict[UnitKind, list[str]] = {
        "count": units.count,
        "measure": units.measure,
        "money": units.money,
        "ratio": units.ratio,
        "duration": units.duration,
    }
    compiler.one_list_each({("units", kind): lists for kind, lists in kinds.items()})
    return {
        word: Unit(units.named.get(word, word), kind) for kind, lists in kinds.items() for word in split_words(lists)
    }
