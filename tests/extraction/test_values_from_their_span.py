"""No value is made up: each can be computed from the digits of its own span, whatever stands around them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record

SEEDS = Path(__file__).parents[2] / "seeds"
DIGITS = str.maketrans(
    "一二两三四五六七八九壹贰叁肆伍陆柒捌玖兩０１２３４５６７８９", "12234567891234567892" + "0123456789"
)
#: What pages and keyboards put between letters; none of them is a digit of the number that it stands in.
STRAY = [" ", "  ", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u00ad", "**", "\n", "\n- ", "\n1. ", "\t", "①", "|"]
#: In a span with one of these the digits are not all of its value: halves, fractions, factors, bounds said again.
OTHERWISE = "半分番含倍角毛寸两"
POWERS = "十百千万亿拾佰仟萬億兆"


def _digits(span: str) -> str:
    """Return the digits of ``span`` other than 0; a power with no number before it is one."""
    found, before = "", ""
    for char in span.translate(DIGITS):
        if char.isascii() and char.isdecimal():
            found += char
        elif char in POWERS and not (before.isdecimal() or (before and before in POWERS + "点几余多來来.〇零○")):
            found += "1"
        if char.isalnum():
            before = char
    return found.replace("0", "")


def _expected(record: Record) -> str:
    values = [record.value] if record.value_max is None else [record.value, record.value_max]
    return "".join(f"{value:.9f}".replace(".", "").replace("-", "").replace("0", "") for value in values)


def _lines() -> list[str]:
    return [
        line for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text("utf-8", "ignore").splitlines() if line
    ]


@pytest.mark.parametrize("seed", range(60))
def test_values_have_the_digits_of_their_span(seed: int) -> None:
    chance = random.Random(seed)
    lines = _lines()
    letters = list("\n".join(chance.choice(lines) for _ in range(12)))
    for _ in range(chance.randrange(60)):
        letters.insert(chance.randrange(len(letters)), chance.choice(STRAY))
    text = "".join(letters)
    for record in Extractor().extract(Document(text=text, source="-", date="2024-01-20")):
        span = text[record.start : record.end]
        if any(letter in span for letter in OTHERWISE) or record.unit[-1:].isdecimal():
            continue
        assert _digits(span) == _expected(record), (span, record.quantity, record.value, record.value_max)
