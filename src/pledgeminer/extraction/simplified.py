"""Records in simplified characters, for those who asked for them; else a record's words stay as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..text.fold import is_traditional, simplify

if TYPE_CHECKING:
    from ..record import Record
    from ..rules.layout import Letters

_WORDS = ("indicator", "unit", "quantity", "deadline", "speaker", "text")


def simplified(record: Record, letters: Letters) -> Record:
    """Return ``record`` with its words, names of persons too, in simplified characters, each as long as before.

    ``letters`` are those of the rules (``RuleSet.layout.letters``). The id, the numbers and the place stay, and so does
    a record without a traditional letter.
    """
    words = {field: text for field in _WORDS if (text := getattr(record, field)) is not None}
    every = "\n".join((*words.values(), *record.owners))
    if letters.traditional.search(every) is None:
        return record
    # A short name of a traditional document may have none of the frequent letters.
    whole = is_traditional(every, letters)
    return msgspec.structs.replace(
        record,
        owners=tuple(simplify(owner, letters, whole=whole) for owner in record.owners),
        **{field: simplify(text, letters, whole=whole) for field, text in words.items()},
    )
