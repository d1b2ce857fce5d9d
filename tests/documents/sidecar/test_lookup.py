"""Which lists of documents hold for which documents, however they are named."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from pledgeminer.documents.content import Metadata
from pledgeminer.documents.metadata import UserMetadata
from pledgeminer.documents.model import Document
from pledgeminer.documents.problems import left_out_words
from pledgeminer.documents.reading import read
from pledgeminer.documents.source import Source
from pledgeminer.documents.stream import open_archives
from pledgeminer.documents.walk import find_sources
from pledgeminer.errors import DocumentError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with lists on three levels; the working folder is the one in the middle."""
    for path, text in {
        "outer/documents.csv": "path,date,body\n**,2000-01-01,outer\n",
        "outer/here/documents.yaml": "- {path: '**/*.txt', date: 2001-01-01, place: here}\n",
        "outer/here/d/e/documents.yaml": "- {path: a.txt, date: 2002-01-01}\n",
        "outer/here/d/a.txt": "新增5000个",
        "outer/here/d/e/a.txt": "新增5000个",
        "outer/here/d/e/b.txt": "新增5000个",
        "outer/f/a.txt": "新增5000个",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "outer" / "here")
    return tmp_path


def said(*paths: str | Path) -> dict[str, Metadata]:
    """Return what is said of each source under ``paths``."""
    found = find_sources(map(os.fspath, paths))
    assert found.listings.problems == []
    sources = [item for item in open_archives(found.items) if isinstance(item, Source)]
    return {source.name: source.sidecar for source in sources}


HERE = Metadata(date="2001-01-01", place="here")
NEARER = Metadata(date="2002-01-01", place="here")


def test_a_list_holds_for_its_folder_and_those_below_and_the_nearest_is_right() -> None:
    assert said("d") == {"d/a.txt": HERE, "d/e/a.txt": NEARER, "d/e/b.txt": HERE}


@pytest.mark.parametrize(
    "path", ["d/e/a.txt", "./d/e/a.txt", "d/../d/e/a.txt", "d/e", "d/e/", ".", "../here/d/e/a.txt"]
)
def test_a_file_is_the_same_however_it_is_named(path: str) -> None:
    assert [one for name, one in said(path).items() if name.endswith("e/a.txt")] == [NEARER]


def test_a_whole_path_is_the_same_as_well(folder: Path) -> None:
    assert said(folder / "outer/here/d/e/a.txt") == {str(folder / "outer/here/d/e/a.txt"): NEARER}


def test_lists_above_the_working_folder_hold_only_for_a_folder_above_that_is_named(folder: Path) -> None:
    everywhere = said("..")
    assert everywhere["../here/d/e/a.txt"] == Metadata(date="2002-01-01", body="outer", place="here")
    assert everywhere["../f/a.txt"] == Metadata(date="2000-01-01", body="outer")
    assert said("../f") == {"../f/a.txt": Metadata()}
    assert said("../f/a.txt") == {"../f/a.txt": Metadata()}
    assert said(folder / "outer") != {}


def test_a_list_in_the_file_s_own_folder_holds_anywhere(folder: Path) -> None:
    (folder / "outer/f/documents.csv").write_text("path,title\na.txt,f\n", encoding="utf-8")
    assert said("../f/a.txt") == {"../f/a.txt": Metadata(title="f")}


def test_of_two_lists_in_a_folder_yaml_goes_before(folder: Path) -> None:
    (folder / "outer/f/documents.csv").write_text("path,title,place\na.txt,csv,csv\n", encoding="utf-8")
    (folder / "outer/f/documents.yaml").write_text("- {path: a.txt, title: yaml}", encoding="utf-8")
    assert said("../f") == {"../f/a.txt": Metadata(title="yaml", place="csv")}


def test_documents_in_archives() -> None:
    Path("g").mkdir()
    Path("g/documents.yaml").write_text(
        "- {path: a.zip, date: 2003-01-01}\n- {path: 'a.zip!/i/*.txt', encoding: big5}\n- {path: b.zip, body: b}\n",
        encoding="utf-8",
    )
    for name in ("a", "b"):
        with zipfile.ZipFile(f"g/{name}.zip", "w") as archive:
            archive.writestr("i/x.txt", "新增學校".encode("big5"))
            archive.writestr("y.txt", "新增")
    assert said("g") == {
        "g/a.zip!/i/x.txt": Metadata(date="2003-01-01", place="here"),
        "g/a.zip!/y.txt": Metadata(date="2003-01-01", place="here"),
        "g/b.zip!/i/x.txt": Metadata(date="2001-01-01", body="b", place="here"),
        "g/b.zip!/y.txt": Metadata(date="2001-01-01", body="b", place="here"),
    }
    (source, *_) = open_archives(find_sources(["g/a.zip!/i/x.txt"]).items)
    assert isinstance(source, Source)
    document = read(source, UserMetadata())
    assert (document.text, document.encoding, document.date) == ("新增學校", "big5", "2003-01-01")


def test_what_is_given_goes_before_the_list_and_that_before_the_front_matter() -> None:
    Path("d/a.txt").write_text(
        "---\ndate: 1999-01-01\nbody: front\ntitle: front\nplace: front\n---\n", encoding="utf-8"
    )
    Path("d/documents.yaml").write_text("- {path: a.txt, date: 1998-01-01, body: list, title: list}", encoding="utf-8")

    def document(given: UserMetadata) -> Document:
        (source,) = find_sources(["d/a.txt"]).items
        assert isinstance(source, Source)
        return read(source, given)

    one = document(UserMetadata())
    assert (one.date, one.body, one.title, one.place) == ("1998-01-01", "list", "list", "here")
    one = document(UserMetadata(date="1997-01-01", body="given"))
    assert (one.date, one.body, one.title, one.place) == ("1997-01-01", "given", "list", "here")
    Path("d/documents.yaml").unlink()
    Path("documents.yaml").unlink()
    one = document(UserMetadata(date="1997-01-01"))
    assert (one.date, one.body, one.title, one.place) == ("1997-01-01", "front", "front", "front")


def test_an_encoding_that_is_given_goes_before_that_of_the_list() -> None:
    Path("d/a.txt").write_bytes("新增學校".encode("big5"))
    Path("d/documents.yaml").write_text("- {path: a.txt, encoding: big5}", encoding="utf-8")
    (source,) = find_sources(["d/a.txt"]).items
    assert isinstance(source, Source)
    assert read(source, UserMetadata()).text == "新增學校"
    assert read(source, UserMetadata()).warnings == ()
    with pytest.raises(DocumentError, match="not utf-8 text"):
        read(source, UserMetadata(encoding="utf-8"))


def test_a_list_is_no_document_and_not_left_out_either() -> None:
    Path("d/c.png").touch()
    found = find_sources(["d", "d/e/documents.yaml", "documents.yaml"])
    assert [item.name for item in found.items if isinstance(item, Source)] == ["d/a.txt", "d/e/a.txt", "d/e/b.txt"]
    assert left_out_words(found.left_out) == "1 other type"


def test_a_list_alone_is_an_error() -> None:
    (error,) = find_sources(["d/e/documents.yaml"]).items
    assert isinstance(error, DocumentError)
    assert str(error) == (
        "d/e/documents.yaml: this is a list of documents, and no document "
        "(name the folder that it lies in, or the documents)"
    )


def test_entries_that_fit_nothing_are_told_where_the_whole_folder_was_looked_through() -> None:
    entries = "".join(f"- path: {name}.txt\n" for name in "avwxyz")
    Path("d/documents.yaml").write_text(entries, encoding="utf-8")
    found = find_sources(["d"])
    assert found.listings.warnings == [
        "d/documents.yaml: 5 entries fit no document: v.txt (line 2), w.txt (line 3), x.txt (line 4) and 2 more"
    ]
    assert find_sources(["d/a.txt", "d/e"]).listings.warnings == []
    Path("d/documents.yaml").write_text("- path: e\n", encoding="utf-8")
    assert find_sources(["d"]).listings.warnings == ["d/documents.yaml: this entry fits no document: e (line 1)"]


def test_faults_are_told_once_and_name_the_list_as_one_would_from_here(folder: Path) -> None:
    Path("d/documents.csv").write_text("path,date\na.txt,x\n", encoding="utf-8")
    (folder / "outer/f/documents.csv").write_text("path,date\na.txt,x\n", encoding="utf-8")
    problems = find_sources(["d", "d/a.txt", "../f"]).listings.problems
    assert [problem.where for problem in problems] == [
        "d/documents.csv: row 2, column date",
        f"{folder}/outer/f/documents.csv: row 2, column date",
    ]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path.name)])
def test_what_is_no_file_is_no_list(make: object, folder: Path) -> None:
    make(folder / "outer/f/documents.yaml")  # type: ignore[operator]
    assert said("../f/a.txt") == {"../f/a.txt": Metadata()}


def test_a_name_that_is_no_text(folder: Path) -> None:
    path = folder / "outer/f" / os.fsdecode(b"\xb5\xd8.txt")
    path.write_text("新增5000个", encoding="utf-8")
    (folder / "outer/f/documents.yaml").write_text("- {path: '?*.txt', title: f}", encoding="utf-8")
    assert list(said("../f").values()) == [Metadata(title="f")] * 2


def test_a_working_folder_that_is_gone(folder: Path) -> None:
    (folder / "gone").mkdir()
    os.chdir(folder / "gone")
    (folder / "gone").rmdir()
    (folder / "outer/f/documents.yaml").write_text("- {path: a.txt, title: f}", encoding="utf-8")
    assert said(folder / "outer/f/a.txt") == {str(folder / "outer/f/a.txt"): Metadata(title="f")}
    (error,) = find_sources(["a.txt"]).items
    assert isinstance(error, DocumentError)
