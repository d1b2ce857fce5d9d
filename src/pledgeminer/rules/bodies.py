"""The compiled form of bodies.yaml: who answers."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Bodies
from .patterns import Pattern, compile_pattern


@dataclass(frozen=True, slots=True)
class BodyPatterns:
    """Patterns over folded text."""

    resets: Pattern


def compile_bodies(rules: Bodies) -> BodyPatterns:
    """Compile bodies.yaml."""
    return BodyPatterns(resets=compile_pattern(rules.resets))
