from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pledgeminer.record import FIELDS, Record


def test_a_table_with_a_head(write: Any, make: Callable[..., Record]) -> None:
    head, rule, *body = write("markdown", [make()], [make()]).splitlines()
    assert head.strip("| ").split(" | ") == list(FIELDS)
    assert rule == "| " + " | ".join(["---"] * len(FIELDS)) + " |"
    assert len(body) == 2


def test_markup_is_escaped_and_stays_in_its_cell(write: Any, make: Callable[..., Record]) -> None:
    record = make(page=3, confidence=0.9, indicator="a|b*c*_d_[e](f)<br>`g`~h~\\&amp;", text="一\r\n二\x1b[31m")
    *_, line = write("markdown", [record]).splitlines()
    cells = re.split(r"(?<!\\) \| ", line.strip("| "))
    assert len(cells) == len(FIELDS)
    assert cells[2] == r"a\|b\*c\*\_d\_\[e\](f)\<br\>\`g\`\~h\~\\\&amp;"
    assert cells[15] == r"一 二 \[31m"
    assert cells[4] == r"\>="
