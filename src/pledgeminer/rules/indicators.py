"""indicators.yaml: the indicators that reports use, their names and what is desired of them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import regex
from msgspec import Meta

from .field_types import RuleFileModel, Strict

FILE = "indicators"
"""The name of the rule file, without its ending."""

Better = Literal["more", "less", "neither"]


class Indicator(Strict):
    """One indicator; its key in the file is the name by which it goes."""

    en: Annotated[str, Meta(description="Its name in English.")]
    better: Annotated[Better, Meta(description="What is desired: more of it, less, or neither (an instrument).")]
    others: Annotated[list[str], Meta(description="Other names in use.")] = msgspec.field(default_factory=list)
    unit: Annotated[str, Meta(description="The unit of its level, without multiplier.")] = ""
    published: Annotated[bool, Meta(description="Whether statistical offices publish it.")] = False


class Indicators(RuleFileModel, kw_only=True):
    """The indicators by their names."""

    indicators: Annotated[dict[str, Indicator], Meta(description="An indicator, by the name under which it goes.")] = (
        msgspec.field(default_factory=dict)
    )


class IndicatorTable(msgspec.Struct, frozen=True):
    """The indicators, to be found in the words of a record: ``names`` leads from every name to the canonical one."""

    indicators: dict[str, Indicator]
    names: dict[str, str]
    pattern: regex.Pattern[str]

    def find(self, words: str) -> tuple[str, Indicator] | None:
        """Return the indicator with the longest name in ``words``, of two as long the later one; ``None`` if none."""
        found = max(
            (match.group() for match in self.pattern.finditer(words.upper(), overlapped=True)),
            key=len,
            default=None,
        )
        if found is None:
            return None
        name = self.names[found]
        return name, self.indicators[name]


def indicator_table(file: Indicators) -> IndicatorTable:
    """Return the indicators of ``file``, to be found by any of their names."""
    names = {other.upper(): name for name, one in file.indicators.items() for other in (*one.others, name) if other} | {
        name.upper(): name for name in file.indicators
    }
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return IndicatorTable(file.indicators, names, regex.compile("|".join(map(regex.escape, longest_first)) or "(?!)"))
