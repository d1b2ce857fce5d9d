from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from pledgeminer import DocumentError, PledgeminerError, extract
from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record
from samples import described

pytestmark = pytest.mark.usefixtures("record_per_line")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(records: list[Record]) -> list[tuple[str, str, int]]:
    return [(record.source, record.indicator, record.line) for record in records]


@pytest.mark.parametrize(
    "text",
    ["a1", "a1\nb", "a1 in report.txt\n", "/a1", "a1" * 9000, "a1\0"],
)
def test_a_string_that_names_no_file_is_text(text: str) -> None:
    assert found(extract(text)) == [("<text>", text.splitlines()[0], 1)]


def test_a_string_that_names_a_file_is_a_path() -> None:
    Path("a1").write_text("b\nc2", encoding="utf-8")
    assert found(extract("a1")) == [("a1", "c2", 2)]


def test_a_path_is_a_path() -> None:
    Path("a.txt").write_text("a1", encoding="utf-8")
    assert found(extract(Path("a.txt"))) == [("a.txt", "a1", 1)]
    with pytest.raises(DocumentError, match="no such file"):
        extract(Path("a1"))


def test_a_hyphen_is_not_standard_input() -> None:
    Path("-").write_text("a1", encoding="utf-8")
    assert found(extract(Path("-"))) == [("./-", "a1", 1)]
    assert found(extract("-")) == [("./-", "a1", 1)]


@pytest.mark.parametrize("text", ["missing1.txt", "docs1/2024.MD", "missing1/"])
def test_a_string_that_looks_like_a_missing_path_is_an_error(text: str) -> None:
    with pytest.raises(DocumentError, match="no such file or folder"):
        extract(text)


def test_a_folder_gives_all_its_documents() -> None:
    os.makedirs("d/e")  # noqa: PTH103
    Path("d/b.txt").write_text("b1", encoding="utf-8")
    Path("d/e/a.md").write_text("a1", encoding="gbk")
    assert found(extract("d")) == [("d/b.txt", "b1", 1), ("d/e/a.md", "a1", 1)]


def test_the_first_error_is_raised() -> None:
    os.mkdir("d")  # noqa: PTH102
    with pytest.raises(DocumentError, match="no documents in this folder"):
        extract("d")


def test_records_are_chosen_by_kind_and_owner() -> None:
    text = "A office: 1\nB bureau: 2\nA office: 3 done\n4"
    assert [record.line for record in extract(text)] == [1, 2, 4]
    assert [record.line for record in extract(text, kind="achievement")] == [3]
    assert [record.line for record in extract(text, kind="all", owner="office")] == [1, 3]
    assert [record.line for record in extract(text, owner=["bureau", "office"])] == [1, 2]


def test_what_is_given_reaches_the_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Document] = []
    monkeypatch.setattr(
        Extractor, "extract_described", lambda _, document: (seen.append(document) or [], described("a.txt"))
    )
    Path("a.txt").write_bytes("停车位".encode("big5", "replace"))
    extract("text", date=datetime.date(2026, 3, 24), body="国务院")
    extract(Path("a.txt"), date="2026-03-24", encoding="big5")
    assert [(document.date, document.body, document.encoding) for document in seen] == [
        ("2026-03-24", "国务院", "utf-8"),
        ("2026-03-24", None, "big5"),
    ]


@pytest.mark.parametrize("rules", ["mine", Path("mine"), ["mine"], (Path("mine"),)])
def test_rules_are_one_folder_or_several(monkeypatch: pytest.MonkeyPatch, rules: object) -> None:
    seen: list[tuple[str, ...]] = []
    monkeypatch.setattr(Extractor, "__init__", lambda _, folders: seen.append(folders))
    extract("a1", rules=rules)  # type: ignore[arg-type]
    assert seen == [("mine",)]


def test_wrong_options_are_errors() -> None:
    with pytest.raises(PledgeminerError, match="not a date"):
        extract("a1", date="2026-02-30")
    with pytest.raises(PledgeminerError, match="not an encoding"):
        extract("a1", encoding="klingon")


def test_a_fault_is_told_with_its_document_and_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> list[Record]:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(Extractor, "extract_described", fail)
    with pytest.raises(DocumentError, match="<text>: the extraction failed: ZeroDivisionError: oops") as caught:
        extract("a1")
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
