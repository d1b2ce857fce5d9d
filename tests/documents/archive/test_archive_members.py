from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from archive_files import TEXT, Files, item, names_in, tarred, zipped

from pledgeminer.documents.archive import members
from pledgeminer.documents.archive.limits import ArchiveError, LimitError
from pledgeminer.documents.archive.members import Members, is_archive
from pledgeminer.documents.metadata import UserMetadata
from pledgeminer.documents.problems import left_out_words
from pledgeminer.documents.reading import read
from pledgeminer.documents.source import Archive, Source
from pledgeminer.documents.stream import open_archives
from pledgeminer.documents.walk import find_sources
from pledgeminer.errors import DocumentError


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.zip", zipped),
        ("a.tar", tarred),
        ("a.tar.gz", lambda files: gzip.compress(tarred(files))),
        ("a.TGZ", lambda files: gzip.compress(tarred(files))),
        ("a.tar.bz2", lambda files: bz2.compress(tarred(files))),
        ("a.tar.xz", lambda files: lzma.compress(tarred(files))),
        ("wrong-name.zip", lambda files: gzip.compress(tarred(files))),
        ("wrong-name.tar", zipped),
    ],
)
def test_the_documents_of_an_archive(name: str, pack: Callable[[Files], bytes]) -> None:
    data = pack({"a.txt": TEXT, "b/c.md": b"3\n", "b/长三角.txt": "新增".encode("gbk"), "empty.txt": b""})
    Path(name).write_bytes(data)
    (found,) = find_sources([name]).items
    assert found == Archive(name, name, len(data), named=True)
    sources = [one for one in open_archives([found]) if isinstance(one, Source)]
    assert sources == [
        Source("a.txt", f"{name}!/a.txt", len(TEXT), TEXT),
        Source("b/c.md", f"{name}!/b/c.md", 2, b"3\n"),
        Source("b/长三角.txt", f"{name}!/b/长三角.txt", 4, "新增".encode("gbk")),
        Source("empty.txt", f"{name}!/empty.txt", 0, b""),
    ]
    document = read(sources[2], UserMetadata())
    assert (document.text, document.source, document.encoding) == ("新增", f"{name}!/b/长三角.txt", "gb18030")


def test_the_order_is_that_of_a_folder_in_a_zip_and_that_of_the_stream_in_a_tar() -> None:
    files = dict.fromkeys(("d/b.txt", "d/a/z.md", "d/c.md", "d/B.TXT", "d/a/b/c.text", "d-1.txt"), b"1")
    assert names_in(item("a.zip", zipped(files))) == [
        f"a.zip!/{name}" for name in ("d/B.TXT", "d/a/b/c.text", "d/a/z.md", "d/b.txt", "d/c.md", "d-1.txt")
    ]
    assert names_in(item("a.tar", tarred(files))) == [f"a.tar!/{name}" for name in files]


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tarred)])
def test_what_is_no_document_is_left_out_and_counted(name: str, pack: Callable[[Files], bytes]) -> None:
    left_out: Counter[str] = Counter()
    names = [".a.txt", ".git/a.txt", "__MACOSX/a.txt", "a.png", "b", "/etc/a.txt", "../a.txt", "a/../../b.txt"]
    files = {
        **dict.fromkeys(names, b"1"),
        "C:\\a.txt": b"1",
        "binary.txt": b"\0\1",
        "a/../c.txt": b"1",
        "./d.txt": b"1",
    }
    assert sorted(names_in(item(name, pack(files)), left_out)) == [f"{name}!/a/../c.txt", f"{name}!/d.txt"]
    assert left_out_words(left_out) == "1 binary, 3 hidden, 4 leading out of their archive, 2 other type"


def test_links_and_devices_in_a_tar_are_left_out() -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, b"V")):
            info = tarfile.TarInfo(f"{number}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    left_out: Counter[str] = Counter()
    assert names_in(item("a.tar", made.getvalue()), left_out) == []
    assert left_out == {"link": 2, "pipe or device": 2, "other type": 1}


def test_links_in_a_zip_are_left_out() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    left_out: Counter[str] = Counter()
    assert names_in(item("a.zip", made.getvalue()), left_out) == []
    assert left_out == {"link": 1}


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tarred)])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_gives_both(name: str, pack: Callable[[list[tuple[str, bytes]]], bytes]) -> None:
    archive = item(name, pack([("a.txt", b"1"), ("a.txt", b"2")]))
    assert [one.data for one in Members(archive, Counter()) if isinstance(one, Source)] == [b"1", b"2"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing(method: int) -> None:
    (source,) = Members(item("a.zip", zipped({"a.txt": TEXT}, method)), Counter())
    assert isinstance(source, Source)
    assert source.data == TEXT


def test_archives_in_an_archive() -> None:
    inner = zipped({"b.txt": b"1", "c.tar": tarred({"d.txt": b"2"})})
    outer = tarred({"a.txt": b"0", "in.zip": inner, "in.tgz": gzip.compress(tarred({"e.txt": b"3"})), "z.txt": b"4"})
    assert names_in(item("o.tar", outer)) == [
        "o.tar!/a.txt",
        "o.tar!/in.zip!/b.txt",
        "! o.tar!/in.zip!/c.tar: archives are opened 2 deep, and this one lies deeper",
        "o.tar!/in.tgz!/e.txt",
        "o.tar!/z.txt",
    ]


def test_a_damaged_archive_in_an_archive_does_not_end_the_outer_one() -> None:
    found = names_in(item("o.tar", tarred({"in.zip": b"PK\x03\x04", "a.txt": b"1"})))
    assert found == [
        "! o.tar!/in.zip: this ZIP archive is damaged: the list of its contents is missing at its end",
        "o.tar!/a.txt",
    ]


@pytest.mark.parametrize(
    ("files", "format"),
    [
        ({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>", "word/a.txt": b"1"}, "docx"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "a.txt": b"1"}, "odt"),
    ],
)
def test_an_office_document_is_no_archive(files: Files, format: str) -> None:
    data = zipped(files, zipfile.ZIP_STORED)
    Path("a.zip").write_bytes(data)
    Path("report").write_bytes(data)
    assert not is_archive(data)
    assert list(open_archives(find_sources(["a.zip", "report"]).items)) == [
        Source("a.zip", "a.zip", len(data)),
        Source("report", "report", len(data)),
    ]
    nested = item("o.zip", zipped({"a.zip": data, f"b.{format}": data}))
    assert names_in(nested) == ["o.zip!/a.zip", f"o.zip!/b.{format}"]


def test_an_electronic_book_is_refused() -> None:
    (error,) = names_in(item("a.zip", zipped({"mimetype": b"application/epub+zip", "a.txt": b"1"})))
    assert error.startswith("! a.zip: this is an Office or OpenDocument file, or an electronic book, of a kind")


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (zipped({"a.txt": b"1"}), True),
        (zipped({}), True),
        (tarred({"a.txt": b"1"}), True),
        (gzip.compress(tarred({"a.txt": b"1"})), True),
        (lzma.compress(tarred({"a.txt": b"1"})), True),
        (gzip.compress(b"1" * 600), False),
        (b"\x1f\x8bnothing", False),
        (b"BZh", False),
        (b"\xfd7zXZ\0", False),
        (TEXT * 50, False),
        (b"", False),
    ],
)
def test_an_archive_is_told_by_its_first_bytes(data: bytes, answer: bool) -> None:
    assert is_archive(data[:8192]) is answer


@pytest.fixture
def nested() -> None:
    inner = zipped({"b.txt": b"1", "c.dat": TEXT})
    Path("o.tar").write_bytes(tarred({"a.txt": TEXT, "in.zip": inner, ".hidden": b"2", "z.txt": b"4"}))


@pytest.mark.usefixtures("nested")
@pytest.mark.parametrize("name", ["o.tar!/a.txt", "o.tar!/in.zip!/b.txt", "o.tar!/in.zip!/c.dat", "o.tar!/.hidden"])
def test_the_name_of_a_record_names_the_document_again(name: str) -> None:
    (source,) = open_archives(find_sources([name]).items)
    assert isinstance(source, Source)
    assert source.name == name


@pytest.mark.usefixtures("nested")
def test_a_document_that_is_not_in_the_archive() -> None:
    for name in ("o.tar!/b.txt", "o.tar!/in.zip!/z.txt"):
        (error,) = open_archives(find_sources([name]).items)
        assert isinstance(error, DocumentError)
        assert error.problem == "there is no such file in the archive"
    (error,) = find_sources(["p.tar!/b.txt"]).items
    assert isinstance(error, DocumentError)
    assert error.problem == "there is no such file or folder"


def test_errors_that_end_an_archive_are_errors_of_documents() -> None:
    assert issubclass(LimitError, ArchiveError)
    assert issubclass(ArchiveError, DocumentError)
    assert members.DEPTH == 2
