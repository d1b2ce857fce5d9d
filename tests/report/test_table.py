from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len

from pledgeminer.record import Record

Make = Callable[..., Record]
LONG = "城乡居民基础养老金最低标准和城乡居民医疗保险人均财政补助标准"


@pytest.fixture
def at_width(write: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    def write_table(width: int, *documents: list[Record], **options: object) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        written: str = write("table", *documents, **options)
        return written

    return write_table


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_the_table_fits_the_terminal(at_width: Any, make: Make, width: int) -> None:
    record = make(indicator=LONG, text=LONG * 9, owners=(LONG, LONG), source=LONG * 9, line=123456)
    written = at_width(width, [record, make()])
    assert max(map(cell_len, written.splitlines())) <= width
    assert "123456" in written


def test_what_the_table_shows(at_width: Any, make: Make) -> None:
    lines = at_width(80, [make()]).splitlines()
    assert lines[0] == "0.txt  2026-03-24"
    assert lines[1].split() == ["Indicator", "Target", "Owner", "Deadline", "Line"]
    assert lines[3].split() == [
        "公共停车位",
        "↑",
        "5000个以上",
        "市住房城乡建设局",
        "+1",
        "今年10月底前",
        "12",
    ]
    assert lines[-1] == "documents 1 · commitments 1 (firm 1, aspire 0)"


def test_a_wide_table_shows_more(at_width: Any, make: Make) -> None:
    roomy = at_width(120, [make()])
    assert "市住房城乡建设局, 市财政局" in roomy
    assert "今年10月底前 · 2026-10-31" in roomy
    assert "新增公共停车位" not in roomy
    assert "新增公共停车位5000个以上" in at_width(160, [make()])


@pytest.mark.parametrize(
    ("aim", "quantity", "target"),
    [
        ("reach", "68%以上", "→ 68%以上"),
        ("increase", "5000个以上", "↑ 5000个以上"),
        ("decrease", "1%以上", "↓ 1%以上"),
        ("deliver", "97所", "▪ 97所"),
        ("increase", "900\n万人", "↑ 900 万人"),
    ],
)
def test_targets(at_width: Any, make: Make, aim: str, quantity: str, target: str) -> None:
    assert target in at_width(80, [make(aim=aim, quantity=quantity)])


@pytest.mark.parametrize(
    ("deadline", "every", "shown"),
    [(None, None, ""), (None, "year", "yearly"), ("到2025年", "month", "到2025年 · monthly")],
)
def test_deadlines(at_width: Any, make: Make, deadline: str | None, every: str | None, shown: str) -> None:
    line = at_width(80, [make(owners=(), deadline=deadline, every=every)]).splitlines()[3]
    assert line.split("以上")[1].removesuffix("12").strip() == shown


def test_chinese_headings(at_width: Any, make: Make) -> None:
    lines = at_width(80, [make(), make(strength="aspire")], [], language="zh").splitlines()
    assert lines[1].split() == ["指标", "目标", "责任单位", "期限", "行"]
    assert lines[-1] == "文件 2 · 承诺 2 (确定 1, 预期 1)"
    assert "  未发现" in lines


def test_kinds_are_told_apart_when_both_are_asked_for(at_width: Any, make: Make) -> None:
    documents = [make(), make(kind="achievement", strength="firm")]
    assert "Kind" not in at_width(80, documents)
    lines = at_width(100, documents, kinds=True).splitlines()
    assert lines[1].split()[0] == "Kind"
    assert [line.split()[0] for line in lines[3:5]] == ["commitments", "achievements"]
    assert lines[-1] == "documents 1 · commitments 1 (firm 1, aspire 0) · achievements 1 (firm 1, aspire 0)"


def test_columns_stand_below_each_other_in_spite_of_wide_characters(at_width: Any, make: Make) -> None:
    lines = at_width(80, [make(indicator="GDP"), make(indicator="公共停车位")]).splitlines()
    assert cell_len(lines[3].split("↑")[0]) == cell_len(lines[4].split("↑")[0])


def test_nothing_commands_the_terminal(at_width: Any, make: Make) -> None:
    written = at_width(80, [make(indicator="a\x1b[2Jb", owners=("\x07c",), deadline="\x9bd", quantity="[bold]5")])
    assert not {"\x1b", "\x07", "\x9b"} & set(written)
    assert "[bold]5" in written
