"""Records, and changes between them, as a pandas data frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, get_args

from msgspec.structs import astuple

from ..diff.model import Ambition, Change
from ..diff.model import Kind as ChangeKind
from ..record import Aim, Comparator, Every, Kind, Record, Strength

if TYPE_CHECKING:
    import pandas

_CATEGORIES = {
    "kind": Kind,
    "aim": Aim,
    "comparator": Comparator,
    "strength": Strength,
    "every": Every,
    "change": ChangeKind,
    "ambition": Ambition,
}
_NUMBERS: dict[str, Literal["float64", "int64", "Int64"]] = {
    "value": "float64",
    "value_max": "float64",
    "line": "int64",
    "start": "int64",
    "end": "int64",
    "page": "Int64",
    "confidence": "float64",
    "old_value": "float64",
    "new_value": "float64",
    "difference": "float64",
    "percent": "float64",
    "old_line": "Int64",
    "new_line": "Int64",
    "likeness": "float64",
}
_DATES = ("deadline_date", "date")
_LISTS = ("owners", "reworded")


def to_frame(
    records: Iterable[Record] | Iterable[Change],
    of: type[Record] | type[Change] = Record,
) -> pandas.DataFrame:
    """Return one row per record or per change, with their fields as columns in their order.

    ``of`` says which columns a frame without rows has: those of a record or of a change. Values,
    differences and likeness are float64 (exact for integers up to 2**53), offsets and lines integers, dates
    datetime64, fields with a fixed choice of words are categories, ``owners`` and ``reworded`` hold lists, and
    all else is text. What a row does not know is missing (NA, NaN or NaT).
    """
    import pandas as pd

    rows = list(records)
    fields = type(rows[0]).__struct_fields__ if rows else of.__struct_fields__
    columns = zip(*map(astuple, rows), strict=True)
    frame = pd.DataFrame(dict(zip(fields, columns, strict=False)), columns=list(fields), dtype=object)
    for name in fields:
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
