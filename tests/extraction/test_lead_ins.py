"""What a lead-in says of its list, and what it does not say of anything else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Record

Mine = Callable[..., list[Record]]

# Text; for each promise its quantity, strength and deadline.
LEADS = [
    (
        "今年发展主要预期目标是：地区生产总值增长5.5%左右；城镇新增就业3万人以上；居民消费价格涨幅3%左右。",
        [("5.5%左右", "aspire", "今年"), ("3万人以上", "aspire", "今年"), ("3%左右", "aspire", "今年")],
    ),
    (
        "今年发展主要预期目标是：地区生产总值增长5.5%左右。城镇新增就业3万人以上。",
        [("5.5%左右", "aspire", "今年"), ("3万人以上", "aspire", "今年")],
    ),
    (
        "到2028年，主要目标是：\n——新建学校3所。\n——城镇化率达到75%。",
        [("3所", "aspire", "到2028年"), ("75%", "aspire", "到2028年")],
    ),
    (
        "到2028年，公共服务体系更加完善。\n——新建学校3所。\n——城镇化率达到75%。",
        [("3所", "firm", "到2028年"), ("75%", "firm", "到2028年")],
    ),
    (
        "到2028年，公共服务体系更加完善。\n- 新建学校3所。\n- 城镇化率达到75%。",
        [("3所", "firm", "到2028年"), ("75%", "firm", "到2028年")],
    ),
    # The nearest time wins
    (
        "到2028年，公共服务体系更加完善。\n——新建学校3所。\n——2027年底前，改造小区5个。",
        [("3所", "firm", "到2028年"), ("5个", "firm", "2027年底前")],
    ),
    # A list ends
    (
        "到2028年，主要目标是：\n——新建学校3所。\n——城镇化率达到75%。\n二、重点任务\n将改造小区5个。",
        [("3所", "aspire", "到2028年"), ("75%", "aspire", "到2028年"), ("5个", "firm", None)],
    ),
    # A heading is no lead-in
    ("二、2026年主要目标\n将新建学校3所。", [("3所", "firm", None)]),
    ("三、2026年工作安排\n（一）教育\n将新建学校3所。", [("3所", "firm", None)]),
    # A sentence over all the chapters is
    (
        "今年要重点做好以下几方面工作。\n一、办好教育\n将新建学校3所。\n二、改善居住\n将改造小区5个。",
        [("3所", "firm", "今年"), ("5个", "firm", "今年")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_lead_ins(mine: Mine, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(record.quantity, record.strength, record.deadline) for record in mine(text)] == expected
