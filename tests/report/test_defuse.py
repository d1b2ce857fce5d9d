from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.formulas import defuse, undefuse


@pytest.mark.parametrize("start", "=+-@\t\r\n＝＋－＠")
def test_formulas_are_defused(start: str) -> None:
    assert defuse(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "5000个以上", "=", "-", ">=", "~", "a=1", "'a"])
def test_harmless_cells_stay(text: str) -> None:
    assert defuse(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r\n＝a1")) | st.text())
def test_defusing_can_be_undone(text: str) -> None:
    assert undefuse(defuse(text)) == text
    assert not defuse(text)[:1] or defuse(text)[1:] == "" or defuse(text)[0] not in "=+-@\t\r\n＝＋－＠"
