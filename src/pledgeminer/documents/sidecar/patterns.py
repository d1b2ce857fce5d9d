"""Patterns of paths, as shells have them: ``*`` and ``?`` within a name, ``**`` for any number of folders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import translate

Part = re.Pattern[str] | None
"""What fits one name of a path; None stands for any number of names."""

_WILD = re.compile(r"[*?\[]|/$")


def has_wildcard(pattern: str) -> bool:
    """Say whether ``pattern`` can fit other paths than the one that is written there."""
    return _WILD.search(pattern) is not None


def parts_of(path: str) -> list[str]:
    """Return the names that ``path`` is made of; ``.`` is none."""
    return [name for name in path.split("/") if name not in ("", ".")]


def compiled(pattern: str) -> list[Part]:
    """Return ``pattern`` in the form that ``fits`` takes; one that ends with a slash fits all in the folder."""
    names = [*parts_of(pattern), *(["**", "*"] if pattern.endswith("/") else [])]
    return [None if name == "**" else re.compile(translate(name)) for name in names]


def fits(pattern: Sequence[Part], names: Sequence[str]) -> bool:
    """Say whether ``pattern`` fits the whole path ``names``, in a time of no more than their product.

    Neither is empty.
    """
    last = pattern[-1]
    if last is not None and not last.match(names[-1]):
        return False  # as most patterns do not fit most files
    at = here = 0
    star, tried = -1, 0
    while here < len(names):
        part = pattern[at] if at < len(pattern) else _NOTHING
        if part is None:
            star, tried = at, here
            at += 1
        elif part.match(names[here]):
            at, here = at + 1, here + 1
        elif star >= 0:
            # What went wrong behind ** is tried again one folder further on.
            tried += 1
            at, here = star + 1, tried
        else:
            return False
    return all(part is None for part in pattern[at:])


_NOTHING = re.compile(r"(?!)")
