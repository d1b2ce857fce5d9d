"""Whether two bodies are the same, and whether two lists of them say the same."""

from __future__ import annotations

from collections.abc import Sequence

from .letters import letters_only

SHORTEST = 3
"""A short form of a body's name has at least so many characters."""


def lead(owners: Sequence[str]) -> str:
    """Return the name of the leading body reduced to its characters, or an empty string."""
    return letters_only(owners[0]) if owners else ""


def same_body(one: str, other: str) -> bool:
    """Return whether two reduced names are those of one body: the same, or one without its place's name."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SHORTEST and longer.endswith(shorter)


def same_owners(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Return whether two lists have the same leading body and the same bodies in any order."""
    left, right = [letters_only(name) for name in ones], [letters_only(name) for name in others]
    if not left or not right:
        return left == right
    return (
        same_body(left[0], right[0])
        and all(any(same_body(one, other) for other in right) for one in left)
        and all(any(same_body(one, other) for other in left) for one in right)
    )
