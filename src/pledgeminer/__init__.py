"""Finds every quantitative commitment in official Chinese speeches, work reports and action plans.

>>> import pledgeminer
>>> pledgeminer.extract("今年新增公共停车位5000个以上。")  # doctest: +SKIP

Nothing heavy is imported until a name is used, so that ``import pledgeminer`` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import describe, extract
    from .description import Description
    from .diff.model import Change
    from .errors import DocumentError, DocumentWarning, PledgeminerError, RulesError, RulesWarning
    from .explain import Explanation, explain
    from .frame import to_frame
    from .record import Commitment
    from .sides import diff

__version__ = "0.1.0"

__all__ = [
    "Change",
    "Commitment",
    "Description",
    "DocumentError",
    "DocumentWarning",
    "Explanation",
    "PledgeminerError",
    "RulesError",
    "RulesWarning",
    "__version__",
    "describe",
    "diff",
    "explain",
    "extract",
    "to_frame",
]

_HOMES = {
    "Change": ".diff.model",
    "Commitment": ".record",
    "Description": ".description",
    "DocumentError": ".errors",
    "DocumentWarning": ".errors",
    "Explanation": ".explain",
    "PledgeminerError": ".errors",
    "RulesError": ".errors",
    "RulesWarning": ".errors",
    "describe": ".api",
    "diff": ".sides",
    "explain": ".explain",
    "extract": ".api",
    "to_frame": ".frame",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps ``pledgeminer.extract`` the function, though a folder of the package has the same name.

    Python binds every submodule that it imports to its parent; without this, the first import of anything in
    that folder would put the folder in the function's place.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
