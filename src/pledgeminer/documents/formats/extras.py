"""Packages that only some formats need, and that the user may not have installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ...errors import DocumentError
from ..file_types import BY_NAME


def need(module: str, *, form: str, name: str) -> Any:
    """Return ``module``, which reading the file shown as ``name``, of the format ``form``, takes.

    Raises ``DocumentError`` with the command that installs it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        extra = BY_NAME[form].extra
        raise DocumentError(
            f"reading {extra.upper()} needs a package that is not installed ({error.name})",
            where=name,
            hint=f"pip install 'pledgeminer[{extra}]'",
        ) from None
