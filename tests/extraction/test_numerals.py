"""The short reader of usual numerals: it says what cn2an says, or nothing."""

from __future__ import annotations

import subprocess
import sys
from itertools import product

import cn2an
import pytest

from pledgeminer.extraction.numerals import usual_numeral


def by_cn2an(numeral: str) -> int | None:
    try:
        return int(cn2an.cn2an(numeral, "smart"))
    except (ValueError, KeyError):
        return None


def test_every_short_numeral_that_is_usual_has_the_value_that_cn2an_gives() -> None:
    numerals = ["".join(letters) for length in range(1, 5) for letters in product("零两三十百千万亿", repeat=length)]
    read = {numeral: value for numeral in numerals if (value := usual_numeral(numeral)) is not None}
    assert len(read) > 100
    assert read == {numeral: by_cn2an(numeral) for numeral in read}


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("二十八", 28),
        ("一百零六", 106),
        ("三千零五十", 3050),
        ("一万二千", 12_000),
        ("五万零三百", 50_300),
        ("二百零三万", 2_030_000),
        ("三亿零五十万", 300_500_000),
        ("二〇二六", 2026),
        ("二亿", 200_000_000),
    ],
)
def test_usual_numerals(numeral: str, value: int) -> None:
    assert usual_numeral(numeral) == value


@pytest.mark.parametrize("numeral", ["", "百二", "十十", "三百五", "二万五", "三点五", "卅", "一千百", "½百", "多"])
def test_what_is_unusual_ambiguous_or_no_numeral_is_left_to_cn2an(numeral: str) -> None:
    assert usual_numeral(numeral) is None


def test_a_document_with_usual_numerals_does_not_import_cn2an() -> None:
    program = (
        "import sys, pledgeminer\n"
        "(record,) = pledgeminer.extract('今年新建三百二十套保障性住房。', date='2026-03-01')\n"
        "assert record.value == 320, record\n"
        "sys.exit('cn2an' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
