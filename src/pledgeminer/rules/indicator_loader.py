"""The indicators of indicators.yaml alone, for those who compare records and need no other rule."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
import yaml

from ..errors import RulesError
from .folders import builtin_folder, read_layers
from .indicators import FILE, Indicators, IndicatorTable, indicator_table
from .yaml_file import read_trusted


def load_indicators(folders: Sequence[str] = ()) -> IndicatorTable:
    """Return the built-in indicators with those of ``folders`` on top. Raises ``RulesError`` with all faults."""
    return _load(tuple(folders)) if folders else _built_in()


@cache
def _built_in() -> IndicatorTable:
    try:
        # What is built in has been checked by the tests.
        return indicator_table(msgspec.convert(read_trusted(builtin_folder() / f"{FILE}.yaml"), Indicators))
    except (RulesError, ValueError, yaml.YAMLError):
        return _load(())


def _load(folders: tuple[str, ...]) -> IndicatorTable:
    files, problems = read_layers(folders, FILE)
    try:
        table = indicator_table(msgspec.convert(files[FILE], Indicators))
    except msgspec.ValidationError as error:
        problems.append(RulesError(str(error), where=f"{FILE}.yaml", hint="see the schema of the rules"))
    if problems:
        raise RulesError.of(problems)
    return table
