from __future__ import annotations

import pytest
from msgspec.structs import replace

from pledgeminer.diff.deadline import Move, compare_deadlines
from pledgeminer.diff.words import load_words
from pledgeminer.record import Record
from samples import COMMITMENT

WORDS = load_words()


def record(deadline: str | None, day: str | None, written: str | None) -> Record:
    return replace(COMMITMENT, deadline=deadline, deadline_date=day, date=written)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # Words that move on with the document.
        (("今年", "2025-12-31", "2025-01-10"), ("今年", "2026-12-31", "2026-01-12"), "same"),
        (("今年", "2025-12-31", "2025-01-10"), ("全年", "2026-12-31", "2026-01-12"), "same"),
        (("今年10月底前", "2025-10-31", "2025-01-10"), ("10月底前", "2026-10-31", "2026-01-12"), "same"),
        (("三年内", "2027-12-31", "2025-01-10"), ("三年内", "2028-12-31", "2026-01-12"), "same"),
        (("10月底前", "2025-10-31", "2025-01-10"), ("年底前", "2026-12-31", "2026-01-12"), "slipped"),
        (("年底前", "2025-12-31", "2025-01-10"), ("上半年", "2026-06-30", "2026-01-12"), "moved"),
        # A number without a deadline holds for the year of its document.
        ((None, None, "2025-01-10"), ("今年", "2026-12-31", "2026-01-12"), "same"),
        ((None, None, "2025-01-10"), (None, None, "2026-01-12"), "same"),
        ((None, None, None), (None, None, None), "same"),
        (("今年10月底前", "2025-10-31", "2025-01-10"), (None, None, "2026-01-12"), "moved"),
        ((None, None, "2025-01-10"), ("到2030年", "2030-12-31", "2026-01-12"), "moved"),
        # Words that name their year.
        (("2025年底", "2025-12-31", "2025-01-10"), ("2026年底", "2026-12-31", "2026-01-12"), "slipped"),
        (("到2027年", "2027-12-31", "2025-01-10"), ("到2026年", "2026-12-31", "2026-01-12"), "moved"),
        (("到2030年", "2030-12-31", "2025-01-10"), ("到2030年", "2030-12-31", "2026-01-12"), "same"),
        (("“十四五”末", "2025-12-31", "2024-01-10"), ("“十五五”末", "2030-12-31", "2025-01-10"), "slipped"),
        # The document's own year by its number is 今年.
        (("2025年", "2025-12-31", "2025-01-10"), ("2026年", "2026-12-31", "2026-01-12"), "same"),
        (("今年", "2025-12-31", "2025-01-10"), ("2026年", "2026-12-31", "2026-01-12"), "same"),
        # The same day in other words.
        (("明年底", "2026-12-31", "2025-01-10"), ("今年底", "2026-12-31", "2026-01-12"), "same"),
        (("2026年底", "2026-12-31", "2025-01-10"), ("今年", "2026-12-31", "2026-01-12"), "same"),
        # Documents without a date.
        (("今年", None, None), ("年底前", None, None), "same"),
        (("今年", None, None), (None, None, None), "same"),
        (("春节前", None, None), ("春节 前", None, None), "same"),
        (("春节前", None, None), ("雨季前", None, None), "moved"),
        (("2025年底", "2025-12-31", None), ("2026年底", "2026-12-31", None), "slipped"),
    ],
)
def test_deadlines_are_read_from_where_each_document_stands(
    old: tuple[str | None, str | None, str | None],
    new: tuple[str | None, str | None, str | None],
    expected: Move,
) -> None:
    assert compare_deadlines(record(*old), record(*new), WORDS) == expected
    back = {"same": "same", "slipped": "moved", "moved": compare_deadlines(record(*new), record(*old), WORDS)}
    assert compare_deadlines(record(*new), record(*old), WORDS) == back[expected]
    assert back["moved"] != "same" or expected == "same"
