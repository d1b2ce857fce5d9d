"""All rule files together: which there are, and the structure of each, in a module of the same name.

The JSON Schema for editors comes from the structures too; their descriptions are shown by editors and by
``pledgeminer rules``.
"""

from __future__ import annotations

from functools import cache

import msgspec
import msgspec.inspect as types

from .bodies import Bodies
from .comparators import Comparators
from .confidence import ConfidenceRules
from .diff import DiffRules
from .examples import Examples
from .facts import FactRules
from .field_types import Strict
from .indicators import Indicators
from .kind import KindRules
from .labels import Labels
from .layout import LayoutRules
from .numerals import Numerals
from .tables import TableRules
from .targets import Targets
from .times import Times
from .units import Units
from .words import WordRules


class RuleFiles(Strict):
    """All files of a rule folder together."""

    numerals: Numerals
    units: Units
    comparators: Comparators
    words: WordRules
    times: Times
    labels: Labels
    layout: LayoutRules
    tables: TableRules
    bodies: Bodies
    facts: FactRules
    kind: KindRules
    confidence: ConfidenceRules
    targets: Targets
    diff: DiffRules
    indicators: Indicators = msgspec.field(default_factory=Indicators)
    examples: Examples = msgspec.field(default_factory=Examples)


@cache
def file_types() -> dict[str, types.StructType]:
    """Return the type of each rule file by its name without the ending."""
    whole = types.type_info(RuleFiles)
    assert isinstance(whole, types.StructType)
    return {field.encode_name: field.type for field in whole.fields if isinstance(field.type, types.StructType)}
