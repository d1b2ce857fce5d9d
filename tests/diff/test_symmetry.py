"""What holds for any two lists of records."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pledgeminer.diff.compare import diff
from pledgeminer.diff.model import Change
from pledgeminer.diff.repeated import merge_repeated
from pledgeminer.diff.words import load_words
from pledgeminer.record import Record

INDICATORS = (
    "城镇新增就业",
    "新增城镇就业",
    "新增就业",
    "再就业",
    "财政赤字",
    "中央财政赤字",
    "地方财政赤字",
    "城镇调查失业率",
    "城镇登记失业率",
    "粮食产量",
    "粮食总产量",
    "投资",
    "固定资产投资",
    "项目",
    "重点项目",
    "公共停车位",
    "停车位",
    "PM2.5浓度",
    "PM10浓度",
)
OWNERS = ("市教育局", "青岛市教育局", "市财政局", "国务院")
DEADLINES = (
    (None, None),
    ("今年", "2026-12-31"),
    ("全年", "2025-12-31"),
    ("10月底前", "2026-10-31"),
    ("到2030年", "2030-12-31"),
    ("春节前", None),
)
WORDS = load_words()
SWAPPED = {"raised": "lowered", "lowered": "raised", "added": "dropped", "dropped": "added"}

number = st.integers(0, 12) | st.floats(-5, 5, allow_nan=False).map(lambda x: round(x, 2)) | st.integers(0, 10**15)
text = st.sampled_from(INDICATORS) | st.text("城乡市县投资就业率项目ABC12。、 ", max_size=8)
record = st.builds(
    lambda deadline, **fields: Record(deadline=deadline[0], deadline_date=deadline[1], **fields),
    deadline=st.sampled_from(DEADLINES),
    id=st.integers(0, 10**9).map("{:012x}".format),
    kind=st.sampled_from(["commitment", "commitment", "achievement"]),
    indicator=text,
    aim=st.sampled_from(["reach", "increase", "decrease", "deliver"]),
    comparator=st.sampled_from([">=", "=", "~", "range"]),
    value=number,
    value_max=st.none() | number,
    unit=st.sampled_from(["%", "百分点", "个", "家", "", "人", "元", "亿元"]),
    quantity=st.sampled_from(["5000个以上", "3%", "两个"]),
    owners=st.lists(st.sampled_from(OWNERS), max_size=2, unique=True).map(tuple),
    strength=st.sampled_from(["firm", "aspire"]),
    every=st.sampled_from([None, None, "year"]),
    speaker=st.none(),
    text=text,
    source=st.sampled_from(["a.txt", "b.txt"]),
    date=st.sampled_from([None, "2025-01-10", "2026-01-12"]),
    line=st.integers(1, 9),
    start=st.integers(0, 50),
    end=st.just(60),
    rule=st.just("any"),
)
side = st.lists(record, max_size=12)


@given(side)
def test_nothing_changes_between_a_side_and_itself(records: list[Record]) -> None:
    rows = diff(records, records)
    assert all(row.change == "unchanged" for row in rows)
    assert len(rows) == len(merge_repeated(records, WORDS))


@given(side, side)
def test_swapped_sides_swap_the_changes(old: list[Record], new: list[Record]) -> None:
    assert counted(diff(new, old)) == Counter(
        {
            (SWAPPED.get(change, change), *reversed(ids)): count
            for (change, *ids), count in counted(diff(old, new)).items()
        }
    )


@given(side, side, st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(old: list[Record], new: list[Record], chance: Random) -> None:
    rows = diff(old, new)
    chance.shuffle(old)
    chance.shuffle(new)
    assert diff(old, new) == rows


@given(side, side)
def test_every_record_is_in_exactly_one_row(old: list[Record], new: list[Record]) -> None:
    rows = diff(old, new)
    assert Counter(row.old_id for row in rows if row.old_id is not None) == Counter(
        record.id for record in merge_repeated(old, WORDS)
    )
    assert Counter(row.new_id for row in rows if row.new_id is not None) == Counter(
        record.id for record in merge_repeated(new, WORDS)
    )


@settings(max_examples=25)
@given(st.lists(record, min_size=25, max_size=60), st.integers(1, 3))
def test_many_records_of_few_indicators_keep_to_themselves(records: list[Record], few: int) -> None:
    named = [
        Record(**{f: getattr(r, f) for f in Record.__struct_fields__} | {"indicator": INDICATORS[n % few]})
        for n, r in enumerate(records)
    ]
    assert all(row.change == "unchanged" for row in diff(named, named))


def counted(rows: list[Change]) -> Counter[tuple[str, str | None, str | None]]:
    # Which of two sides is the later one says whether what only one has is dropped or still runs.
    changes = {"running": "dropped"}
    return Counter((changes.get(row.change, row.change), row.old_id, row.new_id) for row in rows)
