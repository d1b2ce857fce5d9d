"""indicators.yaml: the indicators that reports use, their names and what is desired of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated, Literal

import msgspec
import regex
import yaml
from msgspec import Meta

from ..errors import RulesError
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


def load_indicators(folders: Sequence[str] = ()) -> IndicatorTable:
    """Return the built-in indicators with those of ``folders`` on top. Raises ``RulesError`` with all faults."""
    return _load(tuple(folders)) if folders else _built_in()


@cache
def _built_in() -> IndicatorTable:
    from .folders import builtin_folder
    from .yaml_file import read_trusted

    try:
        # What is built in has been checked by the tests.
        return _table(msgspec.convert(read_trusted(builtin_folder() / f"{FILE}.yaml"), Indicators))
    except (RulesError, ValueError, yaml.YAMLError):
        return _load(())


def _load(folders: tuple[str, ...]) -> IndicatorTable:
    from .folders import read_layers

    files, problems = read_layers(folders, FILE)
    try:
        table = _table(msgspec.convert(files[FILE], Indicators))
    except msgspec.ValidationError as error:
        problems.append(RulesError(str(error), where=f"{FILE}.yaml", hint="see the schema of the rules"))
    if problems:
        raise RulesError.of(problems)
    return table


def _table(file: Indicators) -> IndicatorTable:
    names = {other.upper(): name for name, one in file.indicators.items() for other in (*one.others, name) if other} | {
        name.upper(): name for name in file.indicators
    }
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return IndicatorTable(file.indicators, names, regex.compile("|".join(map(regex.escape, longest_first)) or "(?!)"))
