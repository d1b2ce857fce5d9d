"""What became of every number of a document, kept on demand for those who ask why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..record import Record
    from .clauses import Clause
    from .decide import Cue
    from .marked import Fit
    from .model import Passed, Quantity, Time
    from .outline import Lead
    from .sentence import Context


@dataclass(frozen=True, slots=True)
class Judged:
    """A quantity with all that was found out about it; without a record a rule has left it out, or none fitted.

    ``clauses`` are those of its sentence, ``index`` says which is its own. ``given_up`` is a rule that fitted first.
    ``strength_by`` is the word or the lead-in that set its strength, ``owner_by`` what named its owner.
    """

    clauses: list[Clause]
    index: int
    position: int
    quantity: Quantity
    fit: Fit | None
    given_up: str = ""
    record: Record | None = None
    cues: tuple[Cue, ...] = ()
    time: Time | None = None
    deadline: Time | None = None
    leads: tuple[Lead, ...] = ()
    strength_by: str = ""
    every_by: str = ""
    owner_by: str = ""


@dataclass(slots=True)
class Trace:
    """The numerals that were passed over and the quantities that were judged, each in the order of the text."""

    context: Context = field(init=False)
    passed: Sequence[Passed] = ()
    judged: list[Judged] = field(default_factory=list)
