"""What has the form of a body's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..rules.bodies import BodyPatterns


def is_body(name: str, rules: BodyPatterns) -> bool:
    """Say whether ``name``, which has the form of a body's, can be one."""
    return len(name) > 1 and name not in rules.own and not name.endswith(rules.never)


def is_named_body(name: str, rules: BodyPatterns) -> bool:
    """Say whether ``name`` has the form of a body's or a place's name, not of a person's."""
    return any(pattern.fullmatch(name) is not None for pattern in (rules.whole_body, rules.place, rules.subject))
