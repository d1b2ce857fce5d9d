from __future__ import annotations

import pytest

from pledgeminer.diff.owners import same_owners


@pytest.mark.parametrize(
    ("ones", "others", "same"),
    [
        (["市教育局"], ["市教育局"], True),
        (["青岛市教育局"], ["市教育局"], True),
        (["市教育局", "市财政局", "市科技局"], ["市教育局", "市科技局", "市财政局"], True),
        (["市教育局", "市财政局"], ["市财政局", "市教育局"], False),
        (["市教育局", "市财政局"], ["市教育局"], False),
        (["市教育局"], ["市体育局"], False),
        (["教委"], ["市教委"], False),
        ([], [], True),
        ([], ["市教育局"], False),
    ],
)
def test_owners_are_the_same_with_one_lead_and_the_others_in_any_order(
    ones: list[str], others: list[str], same: bool
) -> None:
    assert same_owners(ones, others) is same
    assert same_owners(others, ones) is same
