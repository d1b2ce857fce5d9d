"""Two lists of commitments to what became of each: raised, lowered, unchanged, reworded, added, dropped or running."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import msgspec

from ..extraction.simplified import simplified
from ..record import Record
from ..rules.indicator_loader import load_indicators
from ..rules.indicators import IndicatorTable
from .ambition import ambition
from .deadline import compare_deadlines
from .match import match
from .model import KINDS, Change, Comparison, Kind, Reworded
from .owners import same_owners
from .repeated import merge_repeated, place
from .units import as_number, convert, middle
from .words import Words, load_words

_EQUAL = Fraction(1, 10**9)
"""Values are equal if they differ by less than this part: one may have been in a spreadsheet."""


def diff(old: Iterable[Record], new: Iterable[Record], *, words: Words | None = None) -> list[Change]:
    """Return one row for every commitment of the two sides, those that belong together in one.

    Order and folding are those of `compare`.
    """
    return [comparison.change for comparison in compare(old, new, words=words)]


def compare(
    old: Iterable[Record],
    new: Iterable[Record],
    *,
    words: Words | None = None,
    indicators: IndicatorTable | None = None,
) -> list[Comparison]:
    """Return the changes between two sides with the records behind them.

    Within a document, records that say one target more than once are folded into one first (see `merge_repeated`); each
    folded record is then in exactly one row. The rows come in the order of `KINDS`, and among one kind in the
    order of the new documents' texts, or of the old ones' for what was dropped. Neither the order of the
    records nor which side is called old decides what is paired. Traditional words are compared in simplified
    characters, and shown as they are printed.
    """
    words, table = words or load_words(), indicators or load_indicators()
    printed: dict[int, Record] = {}
    read: list[list[Record]] = []
    for side in (old, new):
        records = list(side)
        read.append([simplified(record, words.letters) for record in records])
        printed |= {id(one): record for one, record in zip(read[-1], records, strict=True)}
    before, after = (merge_repeated(records, words) for records in read)
    # One of the two ways round, whichever is asked for: so ties fall alike when the sides are swapped.
    swapped = list(map(place, after)) < list(map(place, before))
    first, second = (after, before) if swapped else (before, after)
    pairs = [(m.second, m.first, m.likeness) if swapped else m for m in match(first, second, words)]
    owned = _sources_with_owners(before) | _sources_with_owners(after)
    written = max((record.date for record in after if record.date), default="")
    rows = [_pair(before[i], after[j], likeness, owned, words, table) for i, j, likeness in pairs]
    rows += [_dropped(record, written) for record in _without(before, (i for i, _, _ in pairs))]
    rows += [_added(record) for record in _without(after, (j for _, j, _ in pairs))]
    return [_as_printed(row, printed) for row in sorted(rows, key=_order)]


def _as_printed(row: Comparison, printed: Mapping[int, Record]) -> Comparison:
    """Return ``row`` with the words of its records as they are ``printed``, by the identity of what was compared."""
    old, new = (None if record is None else printed[id(record)] for record in (row.old, row.new))
    shown = new or old
    assert shown is not None
    change = msgspec.structs.replace(
        row.change,
        indicator=shown.indicator,
        unit=shown.unit,
        old_quantity=None if old is None else old.quantity,
        new_quantity=None if new is None else new.quantity,
        owners=shown.owners or (old.owners if old is not None else ()),
        old_indicator=None if old is None else old.indicator,
        new_indicator=None if new is None else new.indicator,
    )
    return msgspec.structs.replace(row, change=change, old=old, new=new)


def _pair(
    old: Record, new: Record, likeness: float, owned: set[str], words: Words, table: IndicatorTable
) -> Comparison:
    before, after = convert(middle(old), old.unit, new.unit, words), middle(new)
    difference = after - before
    same = abs(difference) <= _EQUAL * max(abs(before), abs(after))
    moved = compare_deadlines(old, new, words)
    fields: dict[Reworded, bool] = {
        "comparator": old.comparator != new.comparator,
        "strength": old.strength != new.strength,
        "deadline": moved != "same",
        "owners": _owners_differ(old, new, owned),
    }
    reworded = tuple(field for field, differs in fields.items() if differs)
    kind: Kind
    if same:
        kind = "reworded" if reworded else "unchanged"
    elif difference > 0:
        kind = "raised"
    else:
        kind = "lowered"
    change = Change(
        change=kind,
        indicator=new.indicator,
        aim=new.aim,
        unit=new.unit,
        old_quantity=old.quantity,
        new_quantity=new.quantity,
        old_value=as_number(before),
        new_value=as_number(after),
        difference=0 if same else as_number(difference),
        percent=0 if same else _percent(difference, before),
        reworded=reworded,
        owners=new.owners or old.owners,
        old_source=old.source,
        old_line=old.line,
        new_source=new.source,
        new_line=new.line,
        likeness=likeness,
        old_id=old.id,
        new_id=new.id,
        ambition=ambition(old, new, 0 if same else difference, slipped=moved == "slipped", table=table),
    )
    return Comparison(change, old, new, moved == "slipped")


def _percent(difference: Fraction, before: Fraction) -> int | float | None:
    return as_number(round(difference / abs(before) * 100, 4)) if before else None


def _owners_differ(old: Record, new: Record, owned: set[str]) -> bool:
    """A missing owner is a change only in a document that names owners elsewhere."""
    if not old.owners or not new.owners:
        missing = old if not old.owners else new
        return old.owners != new.owners and missing.source in owned
    return not same_owners(old.owners, new.owners)


def _dropped(old: Record, written: str) -> Comparison:
    """Return the row of a target that the new side does not name; it is running if it is due after ``written``."""
    running = bool(written) and old.deadline_date is not None and old.deadline_date > written
    return Comparison(
        Change(
            change="running" if running else "dropped",
            indicator=old.indicator,
            aim=old.aim,
            unit=old.unit,
            old_quantity=old.quantity,
            new_quantity=None,
            old_value=as_number(middle(old)),
            new_value=None,
            difference=None,
            percent=None,
            reworded=(),
            owners=old.owners,
            old_source=old.source,
            old_line=old.line,
            new_source=None,
            new_line=None,
            likeness=None,
            old_id=old.id,
            new_id=None,
        ),
        old,
        None,
    )


def _added(new: Record) -> Comparison:
    return Comparison(
        Change(
            change="added",
            indicator=new.indicator,
            aim=new.aim,
            unit=new.unit,
            old_quantity=None,
            new_quantity=new.quantity,
            old_value=None,
            new_value=as_number(middle(new)),
            difference=None,
            percent=None,
            reworded=(),
            owners=new.owners,
            old_source=None,
            old_line=None,
            new_source=new.source,
            new_line=new.line,
            likeness=None,
            old_id=None,
            new_id=new.id,
        ),
        None,
        new,
    )


def _sources_with_owners(records: Iterable[Record]) -> set[str]:
    return {record.source for record in records if record.owners}


def _without(records: list[Record], places: Iterable[int]) -> list[Record]:
    paired = set(places)
    return [record for number, record in enumerate(records) if number not in paired]


def _order(row: Comparison) -> tuple[int, tuple[str, int, str, str]]:
    record = row.new or row.old
    assert record is not None
    return KINDS.index(row.change.change), place(record)
