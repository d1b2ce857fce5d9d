"""Finds every quantitative commitment in official Chinese speeches, work reports and action plans.

>>> import pledgeminer
>>> pledgeminer.extract("今年新增公共停车位5000个以上。")  # doctest: +SKIP

Nothing heavy is imported until a name is used, so that ``import pledgeminer`` costs nothing.
"""

from __future__ import annotations

import sys
import warnings
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .audit.model import Audited
    from .diff.model import Change
    from .documents.description import Description
    from .errors import DocumentError, DocumentWarning, PledgeminerError, RulesError, RulesWarning
    from .record import Record
    from .report.data_frame import to_frame
    from .rule_tools.explain import explain
    from .rule_tools.explanation import Explanation
    from .run.audit import audit
    from .run.compare import diff
    from .run.extract import describe, extract

__version__ = "0.1.0"

__all__ = [
    "Audited",
    "Change",
    "Description",
    "DocumentError",
    "DocumentWarning",
    "Explanation",
    "PledgeminerError",
    "Record",
    "RulesError",
    "RulesWarning",
    "__version__",
    "audit",
    "describe",
    "diff",
    "explain",
    "extract",
    "to_frame",
]

_HOMES = {
    "Audited": ".audit.model",
    "Change": ".diff.model",
    "Description": ".documents.description",
    "DocumentError": ".errors",
    "DocumentWarning": ".errors",
    "Explanation": ".rule_tools.explanation",
    "PledgeminerError": ".errors",
    "Record": ".record",
    "RulesError": ".errors",
    "RulesWarning": ".errors",
    "audit": ".run.audit",
    "describe": ".run.extract",
    "diff": ".run.compare",
    "explain": ".rule_tools.explain",
    "extract": ".run.extract",
    "to_frame": ".report.data_frame",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first used (PEP 562)."""
    if name == "Commitment":
        # An achievement is no commitment; the class has had the wider name since 0.2.
        warnings.warn("pledgeminer.Commitment is now pledgeminer.Record", DeprecationWarning, stacklevel=2)
        name = "Record"
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
