"""examples.yaml: texts and what becomes of them; its structure."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from ..record import Comparator, Every, Kind
from .field_types import IsoDate, RuleFileModel, Strict


class QuantityExample(Strict):
    """A text and the quantity in it; ``quantity`` says which where there are several."""

    text: str
    value: float
    value_max: float | None = None
    unit: str = ""
    comparator: Comparator = "="
    quantity: str | None = None


class TimeExample(Strict):
    """A text in a document of a date, and the deadline of its number."""

    text: str
    date: IsoDate
    deadline_date: IsoDate | None
    deadline: str | None = None
    every: Every | None = None


class BodyExample(Strict):
    """A text and who answers for the number in it, the leading body first."""

    text: str
    owners: list[str]
    speaker: str | None = None


class KindExample(Strict):
    """A text, and whether its number is promised or reported."""

    text: str
    kind: Kind
    quantity: str | None = None
    date: IsoDate | None = None


class LabelExample(Strict):
    """A text whose number is left out, and what leaves it out: the id of a label, or name, time or no-measure."""

    text: str
    by: str
    number: Annotated[str | None, Meta(description="The number that is meant, where there are several.")] = None


class Examples(RuleFileModel, kw_only=True):
    """Texts and what becomes of them: tests of units, comparators, times, bodies, cues and labels."""

    quantities: list[QuantityExample] = msgspec.field(default_factory=list)
    times: list[TimeExample] = msgspec.field(default_factory=list)
    bodies: list[BodyExample] = msgspec.field(default_factory=list)
    kinds: list[KindExample] = msgspec.field(default_factory=list)
    labels: list[LabelExample] = msgspec.field(default_factory=list)
