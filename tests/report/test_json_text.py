from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pledgeminer.record import FIELDS, Record


def test_json_is_one_array(write: Any, make: Callable[..., Record]) -> None:
    written = json.loads(write("json", [make(), make(value=1.5)], [], [make(owners=())]))
    assert [row["value"] for row in written] == [5000, 1.5, 5000]
    assert [list(row) for row in written] == [list(FIELDS)] * 3
    assert written[0]["owners"] == ["市住房城乡建设局", "市财政局"]
    assert written[2]["owners"] == []
    assert written[0]["value_max"] is None


def test_no_record_is_an_empty_array(write: Any) -> None:
    assert write("json", []) == "[]\n"
    assert write("json") == "[]\n"


def test_jsonl_is_one_object_to_a_line(write: Any, make: Callable[..., Record]) -> None:
    lines = write("jsonl", [make(text="一\n二"), make()], [make()]).splitlines()
    assert [list(json.loads(line)) for line in lines] == [list(FIELDS)] * 3
    assert json.loads(lines[0])["text"] == "一\n二"
    assert '"value":5000,"value_max":null' in lines[0]
    assert "公共停车位" in lines[0]


def test_no_record_is_no_line(write: Any) -> None:
    assert write("jsonl", []) == ""


def test_a_file_has_no_mark(write_file: Any, make: Callable[..., Record]) -> None:
    assert write_file("jsonl", make()).startswith(b'{"id":')
    assert write_file("json", make()).startswith(b'[\n{"id":')
