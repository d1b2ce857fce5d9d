"""The compiled form of targets.yaml: rules over marked clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import regex

from ..errors import RulesError
from ..record import Aim, Comparator
from .marks import MARKS
from .model import TargetRule, Targets, UnitKind
from .patterns import Pattern, compile_pattern

#: Groups of a rule that make up the indicator.
PARTS = ("indicator", "head", "tail")


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule."""

    id: str
    pattern: Pattern
    aim: Aim | Literal["inherit", "level"]
    comparator: Comparator | None
    units: frozenset[UnitKind]
    compared: bool
    skip: bool
    awaits: bool
    unless_level: bool
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TargetPatterns:
    """The rules in their order, and what is said of indicators."""

    rules: tuple[Rule, ...]
    leading: Pattern
    trailing: Pattern
    level_nouns: Pattern
    dependent: Pattern
    modifier: Pattern
    unowed: Pattern
    joint: Pattern
    shared: Pattern


def expand(pattern: str, macros: Mapping[str, str], where: str) -> str:
    """Return ``pattern`` with its macros put in and its ``<names>`` turned into marks; raise ``RulesError`` for an unknown one."""

    def put(found: regex.Match[str]) -> str:
        name = found[1]
        if name in MARKS:
            return MARKS[name]
        if name in macros:
            return f"(?:{expand(macros[name], macros, where)})"
        known = ", ".join([*MARKS, *macros])
        raise RulesError(f"<{name}> is neither a mark nor a macro", where=where, hint=f"known are: {known}")

    # A group's name is written (?<name>…): the lookbehind leaves it alone.
    return regex.sub(r"(?<!\(\?)(?<!\(\?P)<(\w+)>", put, pattern)


def compile_targets(targets: Targets) -> TargetPatterns:
    """Compile targets.yaml."""
    return TargetPatterns(
        rules=tuple(_rule(rule, targets.macros) for rule in targets.rules),
        leading=compile_pattern(targets.trim.leading),
        trailing=compile_pattern(f"(?:{targets.trim.trailing})$"),
        level_nouns=compile_pattern(targets.level_nouns),
        dependent=compile_pattern(targets.dependent),
        modifier=compile_pattern(targets.modifier),
        unowed=compile_pattern(targets.unowed),
        joint=compile_pattern(targets.joint),
        shared=compile_pattern(targets.shared),
    )


def _rule(rule: TargetRule, macros: Mapping[str, str]) -> Rule:
    pattern = compile_pattern(expand(rule.pattern, macros, f"rule {rule.id}"), regex.VERBOSE)
    groups = pattern.groupindex
    unknown = set(groups) - set(PARTS)
    if unknown:
        raise RulesError(f"the group {min(unknown)} is unknown", where=f"rule {rule.id}", hint=f"name groups {', '.join(PARTS)}")
    usual: frozenset[UnitKind] = frozenset(("count", "measure", "money", "ratio", "none"))
    units = usual | {"duration"} if "any" in rule.unit else frozenset(unit for unit in rule.unit if unit != "any") or usual
    return Rule(rule.id, pattern, rule.aim, rule.comparator, units, rule.compared, rule.skip, rule.awaits, rule.unless_level, tuple(part for part in PARTS if part in groups))
