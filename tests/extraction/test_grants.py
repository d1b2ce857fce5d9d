"""Grants and rewards: rates and limits that a body undertakes to give are levels, and measure what is given."""

from __future__ import annotations

import pytest

import pledgeminer

Row = tuple[str, str]

GRANTS: list[tuple[str, list[Row]]] = [
    ("对首次获评的省级工业设计中心给予50万元奖励。", [("50万元", "奖励")]),
    ("对新落户的总部企业，给予最高200万元一次性奖励。", [("最高200万元", "一次性奖励")]),
    (
        "按不超过设备投入的20%给予最高60万元一次性补助。",
        [("20%", "一次性补助"), ("最高60万元", "一次性补助")],
    ),
    ("对数据交易企业按年度交易额的3%给予补贴。", [("3%", "补贴")]),
    ("按实际租金的50%予以补贴。", [("50%", "补贴")]),
    (
        "对租用算力的企业按30%给予补贴，每家企业每年最高100万元。",
        [("30%", "补贴"), ("最高100万元", "补贴")],
    ),
    (
        "按等次给予最高60万元、40万元、20万元一次性奖励。",
        [("最高60万元", "一次性奖励"), ("40万元", "一次性奖励"), ("20万元", "一次性奖励")],
    ),
    ("给予运营单位不超过30万元的奖励。", [("不超过30万元", "奖励")]),
    ("每个承办单位年度补贴不超过20万元。", [("不超过20万元", "年度补贴")]),
    ("按评审结果分别给予最高80万元经费支持。", [("最高80万元", "经费支持")]),
    ("对进阶需求按实际费用的40%实行分档补助。", [("40%", "分档补助")]),
]


@pytest.mark.parametrize(("text", "rows"), GRANTS)
def test_grant(text: str, rows: list[Row]) -> None:
    records = pledgeminer.extract(text, date="2026-03-01", kind="all")
    assert [(record.quantity, record.indicator) for record in records] == rows
    assert {record.aim for record in records} == {"reach"}
