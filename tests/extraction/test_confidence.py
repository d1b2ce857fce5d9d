"""How sure a record is, and what makes it so."""

from __future__ import annotations

import pytest

import pledgeminer
from pledgeminer.extraction.confidence import confidence
from pledgeminer.rules.confidence import ConfidenceRules

RULES = ConfidenceRules(most=8, weights={"base": 1.0, "margin": 0.5, "close": -2.0})


@pytest.mark.parametrize(
    ("factors", "sure"),
    [
        ({}, 0.5),
        ({"base": 1.0}, 0.731),
        ({"base": 1.0, "margin": 2.0}, 0.881),
        ({"base": 1.0, "margin": 2.0, "close": 1.0, "unknown": 1.0}, 0.5),
        ({"margin": 1000.0}, 1.0),
    ],
)
def test_factors_add_up_in_log_odds(factors: dict[str, float], sure: float) -> None:
    assert confidence(factors, RULES) == sure


def test_a_clear_promise_is_surer_than_a_close_one() -> None:
    (clear,) = pledgeminer.extract("今年市教育局将新建幼儿园12所。", date="2026-01-20")
    close = pledgeminer.extract("幼儿园12所。", date="2026-01-20", kind="all")[0]
    assert clear.confidence is not None
    assert close.confidence is not None
    assert 0 < close.confidence < clear.confidence < 1


def test_explain_shows_what_makes_a_record_sure() -> None:
    (found,) = pledgeminer.explain("市教育局将新建幼儿园12所。", date="2026-01-20")
    assert {factor.found for factor in found.factors} >= {"base", "margin"}
