"""The rule set: all rule files read, checked and compiled, once per process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from ..errors import RulesError
from .bodies import BodyPatterns, compile_bodies
from .folders import read_folders
from .kinds import KindPatterns, compile_kinds
from .labels import LabelPatterns, compile_labels
from .layout import Layout, compile_layout
from .lexicon import Lexicon, compile_lexicon
from .model import RuleFiles
from .quantities import QuantityPatterns, compile_quantities
from .targets import TargetPatterns, compile_targets
from .times import TimePatterns, compile_times


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Everything that the rules say, compiled; nothing in it changes."""

    layout: Layout
    quantities: QuantityPatterns
    labels: LabelPatterns
    times: TimePatterns
    lexicon: Lexicon
    targets: TargetPatterns
    kinds: KindPatterns
    bodies: BodyPatterns


@lru_cache(maxsize=4)
def load_rules(folders: tuple[str, ...] = ()) -> RuleSet:
    """Return the compiled rule set of the built-in rules with ``folders`` on top. Raises ``RulesError``."""
    try:
        files = msgspec.convert(read_folders(folders), RuleFiles)
    except msgspec.ValidationError as error:
        raise RulesError(str(error), where="rules", hint="see the schema of the rules") from None
    return RuleSet(
        layout=compile_layout(files.layout),
        quantities=compile_quantities(files.numerals, files.units, files.comparators),
        labels=compile_labels(files.labels),
        times=compile_times(files.times, files.numerals.variants),
        lexicon=compile_lexicon(files.words, files.times, files.kind, files.labels),
        targets=compile_targets(files.targets),
        kinds=compile_kinds(files.kind),
        bodies=compile_bodies(files.bodies),
    )
