"""The rule set: all rule files read, checked and compiled, once per process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec
import yaml

from ..errors import RulesError
from .bodies import BodyPatterns, compile_bodies
from .compiler import Compiler, TrustedCompiler
from .confidence import ConfidenceRules
from .facts import FactPatterns, compile_facts
from .files import RuleFiles
from .folders import builtin_folder, read_layers, rule_files
from .indicators import FILE as INDICATORS
from .kind import KindPatterns, compile_kinds
from .labels import LabelPatterns, compile_labels
from .layout import Layout, compile_layout
from .lexicon import Lexicon, compile_lexicon
from .quantities import QuantityPatterns, compile_quantities
from .slow import Slow
from .tables import TablePatterns, compile_tables
from .targets import TargetPatterns, compile_targets
from .times import TimePatterns, compile_times
from .yaml_file import Table, read_trusted


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Everything that the rules say, compiled; nothing in it changes but ``slow``, the patterns that took too long.

    Patterns of the built-in rules are compiled when they are first used.
    """

    layout: Layout
    tables: TablePatterns
    quantities: QuantityPatterns
    labels: LabelPatterns
    times: TimePatterns
    lexicon: Lexicon
    targets: TargetPatterns
    kinds: KindPatterns
    confidence: ConfidenceRules
    bodies: BodyPatterns
    facts: FactPatterns
    slow: list[Slow]


def load_rules(folders: tuple[str, ...] = ()) -> RuleSet:
    """Return the compiled rule set of the built-in rules with ``folders`` on top, each over those before it.

    Raises ``RulesError`` with all that is wrong in all files. The built-in rules alone are compiled once; those of a
    user's own may change between two calls.
    """
    return _load(folders) if folders else _built_in()


def check_built_in() -> None:
    """Compile the built-in rules with all checks; raise ``RulesError`` with all that is wrong in them."""
    _load(())


@cache
def _built_in() -> RuleSet:
    # What is built in has been checked by the tests; a start need not check it again.
    compiler = TrustedCompiler()
    try:
        # The indicators are for the comparison of documents, which reads them itself.
        paths = (path for path in rule_files(builtin_folder()) if path.stem != INDICATORS)
        data = {path.stem: read_trusted(path) for path in paths}
        rules = compile_rules(msgspec.convert(data, RuleFiles), compiler)
    except (RulesError, ValueError, yaml.YAMLError):
        return _load(())
    return _load(()) if compiler.problems else rules


def _load(folders: tuple[str, ...]) -> RuleSet:
    files, problems = read_layers(folders)
    model = _convert(files, problems)
    compiler = Compiler(files)
    rules = compile_rules(model, compiler)
    problems += compiler.problems
    if problems:
        raise RulesError.of(sorted(problems, key=_order))
    return rules


def read_rules(folders: Sequence[str] = ()) -> tuple[RuleFiles, Mapping[str, Table]]:
    """Return what the rule files say, the built-in ones with ``folders`` on top, and the same with places.

    Raises ``RulesError`` with what is wrong in their structure; the patterns are not looked at.
    """
    files, problems = read_layers(folders)
    model = _convert(files, problems)
    if problems:
        raise RulesError.of(sorted(problems, key=_order))
    return model, files


def _convert(files: Mapping[str, Table], problems: list[RulesError]) -> RuleFiles:
    try:
        return msgspec.convert(files, RuleFiles)
    except msgspec.ValidationError as error:
        unseen = RulesError(str(error), where=str(builtin_folder()), hint="see the schema of the rules")
        raise RulesError.of(sorted(problems, key=_order) or [unseen]) from None


def _order(problem: RulesError) -> tuple[str, int, int]:
    """Return what sorts faults by their places."""
    path, *numbers = problem.where.rsplit(":", 2)
    return (
        (path, int(numbers[0]), int(numbers[1]))
        if len(numbers) == 2 and all(map(str.isdigit, numbers))
        else (problem.where, 0, 0)
    )


def compile_rules(files: RuleFiles, compiler: Compiler) -> RuleSet:
    """Compile what the files say; every fault that is found is kept in ``compiler``."""
    # The comparison compiles its words itself; here it is only seen that it can.
    for name in ("named", "own_year"):
        compiler.single(getattr(files.diff.deadlines, name), "diff", "deadlines", name, groups=True)
    for name in ("years", "since", "total", "growth", "of_target", "claimed", "failed"):
        compiler.single(getattr(files.diff.audit, name), "diff", "audit", name, groups=True)
    return RuleSet(
        layout=compile_layout(files.layout, compiler),
        tables=compile_tables(files.tables, files.units, files.numerals, compiler),
        quantities=compile_quantities(files.numerals, files.units, files.comparators, compiler),
        labels=compile_labels(files.labels, compiler),
        times=compile_times(files.times, files.numerals.variants, compiler),
        lexicon=compile_lexicon(files.words, files.times, files.kind, files.labels, compiler),
        targets=compile_targets(files.targets, compiler),
        kinds=compile_kinds(files.kind, compiler),
        confidence=files.confidence,
        bodies=compile_bodies(files.bodies, compiler),
        facts=compile_facts(files.facts, files.bodies, files.times, compiler),
        slow=compiler.slow,
    )
