"""Types of keys and values that the structures of several rule files share."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

UnitKind = Literal["count", "measure", "money", "ratio", "duration", "none"]
UnitFilter = Literal["count", "measure", "money", "ratio", "duration", "none", "any"]

#: Words parted by blanks or one by one.
Words = list[str]
#: The form of a name, a day and a fraction, and what to write for each.
FORMS = {
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "write small letters and digits, joined by hyphens",
    r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$": "write YYYY-MM-DD",
    r"^[1-9]\d{0,11}(/[1-9]\d{0,11})?$": "write a whole number or a fraction such as 2000/3",
}
_NAME, _DAY, _FRACTION = FORMS
Id = Annotated[
    str,
    Meta(
        pattern=_NAME,
        max_length=60,
        description="A name of small letters, digits and hyphens; records and `rules show` name the rule by it.",
    ),
]
Regex = Annotated[
    str,
    Meta(
        max_length=20_000,
        description="A regular expression, as Python's `regex` reads it, tried on folded text: "
        "widths are ASCII, traditional letters simplified.",
    ),
]
Letter = Annotated[str, Meta(min_length=1, max_length=1)]
Month = Annotated[int, Meta(ge=1, le=12)]
Day = Annotated[int, Meta(ge=1, le=31)]
Length = Annotated[int, Meta(ge=1, le=100)]
IsoDate = Annotated[str, Meta(pattern=_DAY, description="A day as YYYY-MM-DD.")]
Fraction = Annotated[int, Meta(ge=1)] | Annotated[str, Meta(pattern=_FRACTION)]
Weight = Annotated[float, Meta(ge=-100, le=100, description="Above 0 it speaks for a promise, below 0 for a report.")]
About = Annotated[str, Meta(description="What it is for, in a line, best with an example in brackets.")]


class Strict(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Unknown keys are errors: a misspelt key must not be silently without effect."""


class RuleFileModel(Strict):
    """What every rule file may have: words and ids of the folders below that shall not hold."""

    off: Annotated[Words, Meta(description="Ids and words of the folders below that shall not hold.")] = msgspec.field(
        default_factory=list
    )
