"""``pledgeminer.describe``, and what ``extract`` and ``diff`` warn of documents."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from pledgeminer import Description, DocumentError, DocumentWarning, describe, diff, explain, extract

FRONT = "---\ndate: 2026-03-24\ntitle: 工作要点\n---\n今年新增公共停车位5000个以上，新建学校3所。\n"
WRONG = "---\ndate: 2026-02-30\n---\n今年新增公共停车位5000个以上。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("d").mkdir()
    Path("d/a.md").write_text(FRONT, encoding="utf-8")
    Path("d/b.txt").write_text("新建学校3所。\n", encoding="gbk")
    return tmp_path


def test_a_folder_is_described() -> None:
    assert describe("d") == [
        Description(
            source="d/a.md",
            format="text",
            encoding="utf-8",
            date="2026-03-24",
            body=None,
            title="工作要点",
            place=None,
            pages=None,
            characters=len(FRONT),
            numbers=2,
        ),
        Description(
            source="d/b.txt",
            format="text",
            encoding="gb18030",
            date=None,
            body=None,
            title=None,
            place=None,
            pages=None,
            characters=8,
            numbers=1,
        ),
    ]


def test_a_text_says_the_same_as_its_file() -> None:
    (text,), (file,) = describe(FRONT), describe(Path("d/a.md"))
    assert (text.source, text.date, text.title, text.characters, text.numbers) == (
        "<text>",
        file.date,
        file.title,
        file.characters,
        file.numbers,
    )
    assert [(one.start, one.line, one.deadline_date) for one in extract(FRONT)] == [
        (one.start, one.line, one.deadline_date) for one in extract("d/a.md")
    ]


def test_what_is_given_goes_before_the_list() -> None:
    Path("d/documents.yaml").write_text("- {path: '*', date: 2025-01-16, body: 市财政局}", encoding="utf-8")
    with pytest.warns(DocumentWarning, match="by the list of documents beside it but .* by its front matter"):
        assert [(one.date, one.body) for one in describe("d")] == [("2025-01-16", "市财政局")] * 2
    with pytest.warns(DocumentWarning, match="by an option but .* by the list of documents beside it"):
        given = describe("d", date="2024-01-01", body="x")
    assert [(one.date, one.body) for one in given] == [("2024-01-01", "x")] * 2


def test_a_faulty_list_is_an_error() -> None:
    Path("d/documents.yaml").write_text("- {path: '*', dat: 2025-01-16}", encoding="utf-8")
    for call in (describe, extract, explain, lambda path: diff(path, path)):
        with pytest.raises(DocumentError, match=r"d/documents\.yaml:1:15: there is no key dat"):
            call("d/a.md")  # type: ignore[operator]


def test_errors_are_raised() -> None:
    with pytest.raises(DocumentError, match="no such file"):
        describe("missing.txt")


def test_warnings_name_the_line_that_called() -> None:
    Path("d/a.md").write_text(WRONG, encoding="utf-8")
    Path("d/documents.yaml").write_text("- path: c.txt", encoding="utf-8")
    expected = [
        "d/a.md:2:7: '2026-02-30' is not a date, and is not used (write YYYY-MM-DD, for example 2026-03-24)",
        "d/documents.yaml: this entry fits no document: c.txt (line 1)",
    ]
    for call, told in (
        (lambda: extract("d"), expected),
        (lambda: describe("d"), expected),
        (lambda: explain("d/a.md"), expected[:1]),
        (lambda: diff("d/a.md", "d/b.txt"), expected[:1]),
    ):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            call()
        assert [str(one.message) for one in caught] == told
        assert {(one.category, one.filename) for one in caught} == {(DocumentWarning, __file__)}


def test_a_guess_is_warned_of() -> None:
    Path("d/b.txt").write_bytes("全市新增公共停車位5000個以上，近視率下降1%。\n".encode("big5") * 9)
    with pytest.warns(DocumentWarning, match="d/b.txt: read as big5, which is a guess"):
        extract("d/b.txt")
    assert len(extract("d/b.txt", encoding="big5", kind="all")) > 1
