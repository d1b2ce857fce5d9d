"""What may stand in the rule files: a module a file, from which the JSON Schema for editors comes too.

The descriptions are shown by editors and by ``pledgeminer rules``.
"""

from __future__ import annotations

import msgspec

from .bodies import Bodies
from .common import FORMS, Strict, UnitFilter, UnitKind
from .comparators import Comparators
from .diff import DeadlineWords, DiffRules, UnitWords
from .examples import BodyExample, Examples, KindExample, LabelExample, QuantityExample, TimeExample
from .kind import Cue, Forms, KindRules, Scopes, Sections, TimeWeights
from .labels import Label, Labels
from .layout import Heading, LayoutRules
from .numerals import NumberWord, Numerals, Vague
from .tables import Columns, TableRules
from .targets import Example, TargetRule, Targets, Trim
from .times import TimePattern, Times, TimeWords
from .units import Units
from .words import WordClass, WordRules

__all__ = [
    "FORMS",
    "Bodies",
    "BodyExample",
    "Columns",
    "Comparators",
    "Cue",
    "DeadlineWords",
    "DiffRules",
    "Example",
    "Examples",
    "Forms",
    "Heading",
    "KindExample",
    "KindRules",
    "Label",
    "LabelExample",
    "Labels",
    "LayoutRules",
    "NumberWord",
    "Numerals",
    "QuantityExample",
    "RuleFiles",
    "Scopes",
    "Sections",
    "TableRules",
    "TargetRule",
    "Targets",
    "TimeExample",
    "TimePattern",
    "TimeWeights",
    "TimeWords",
    "Times",
    "Trim",
    "UnitFilter",
    "UnitKind",
    "UnitWords",
    "Units",
    "Vague",
    "WordClass",
    "WordRules",
]


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
    kind: KindRules
    targets: Targets
    diff: DiffRules
    examples: Examples = msgspec.field(default_factory=Examples)
