"""Packages that only some formats need, and that the user may not have installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ...errors import DocumentError


def need(module: str, *, extra: str, name: str) -> Any:
    """Return ``module``, which reading the file shown as ``name`` takes; ``extra`` is the extra that brings it.

    Raises ``DocumentError`` with the command that installs it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise DocumentError(
            f"reading {extra.upper()} needs a package that is not installed ({error.name})",
            where=name,
            hint=f"pip install 'pledgeminer[{extra}]'",
        ) from None
