"""Records as a pandas data frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, get_args

from msgspec.structs import astuple

from .record import FIELDS, Aim, Commitment, Comparator, Every, Kind, Strength

if TYPE_CHECKING:
    import pandas

_CATEGORIES = {"kind": Kind, "aim": Aim, "comparator": Comparator, "strength": Strength, "every": Every}
_NUMBERS: dict[str, Literal["float64", "int64"]] = {
    "value": "float64",
    "value_max": "float64",
    "line": "int64",
    "start": "int64",
    "end": "int64",
}
_DATES = ("deadline_date", "date")
_LISTS = ("owners",)


def to_frame(records: Iterable[Commitment]) -> pandas.DataFrame:
    """Return one row per record, with the columns of ``FIELDS`` in that order even without a record.

    ``value`` and ``value_max`` are float64 (exact for integers up to 2**53), offsets and ``line`` int64, the
    two dates datetime64, fields with a fixed choice of words are categories, ``owners`` holds lists, and all
    else is text. What a record does not know is missing (NA, NaN or NaT).
    """
    import pandas as pd

    columns = zip(*map(astuple, records), strict=True)
    frame = pd.DataFrame(dict(zip(FIELDS, columns, strict=False)), columns=list(FIELDS), dtype=object)
    for name in FIELDS:
        column = frame[name]
        if name in _CATEGORIES:
            frame[name] = column.astype(pd.CategoricalDtype(list(get_args(_CATEGORIES[name]))))
        elif name in _NUMBERS:
            frame[name] = column.astype(_NUMBERS[name])
        elif name in _DATES:
            frame[name] = pd.to_datetime(column, format="%Y-%m-%d").astype("datetime64[s]")
        elif name in _LISTS:
            frame[name] = column.map(list)
        else:
            frame[name] = column.astype("string")
    return frame
