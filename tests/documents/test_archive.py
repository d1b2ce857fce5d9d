from __future__ import annotations

import bz2
import gc
import gzip
import io
import lzma
import os
import struct
import sys
import tarfile
import threading
import time
import tracemalloc
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pledgeminer.documents.archive import limits, members
from pledgeminer.documents.archive.limits import ArchiveError, LimitError
from pledgeminer.documents.archive.members import Members, is_archive
from pledgeminer.documents.archive.names import decoded, is_hidden, label, leads_outside
from pledgeminer.documents.metadata import Given
from pledgeminer.documents.model import Document
from pledgeminer.documents.read import read
from pledgeminer.documents.source import Archive, Source
from pledgeminer.documents.stream import Tally, feed, weight
from pledgeminer.documents.walk import describe, find_sources
from pledgeminer.errors import DocumentError

TEXT = "今年新增公共停车位5000个以上。\n".encode()
Files = dict[str, bytes]


def zipped(files: Files | list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive of ``files``."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in files.items() if isinstance(files, dict) else files:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return made.getvalue()


def tarred(files: Files | list[tuple[str, bytes]], format: int = tarfile.GNU_FORMAT) -> bytes:
    """Return a tar archive of ``files``."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=format) as archive:
        for name, data in files.items() if isinstance(files, dict) else files:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def item(name: str, data: bytes, **fields: Any) -> Archive:
    return Archive(name, name, len(data), data, **fields)


def told(archive: Archive, left_out: Counter[str] | None = None) -> list[str]:
    """Return the names of what is in ``archive``; an error's place and problem stand behind an exclamation mark."""
    found = Members(archive, Counter() if left_out is None else left_out)
    return [one.name if isinstance(one, Source) else f"! {one.where}: {one.problem}" for one in found]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# What is in them ----------------------------------------------------------------------------------------------------


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
    sources = [one for one in feed([found]) if isinstance(one, Source)]
    assert sources == [
        Source("a.txt", f"{name}!/a.txt", len(TEXT), TEXT),
        Source("b/c.md", f"{name}!/b/c.md", 2, b"3\n"),
        Source("b/长三角.txt", f"{name}!/b/长三角.txt", 4, "新增".encode("gbk")),
        Source("empty.txt", f"{name}!/empty.txt", 0, b""),
    ]
    document = read(sources[2], Given())
    assert (document.text, document.source, document.encoding) == ("新增", f"{name}!/b/长三角.txt", "gb18030")


def test_the_order_is_that_of_a_folder_in_a_zip_and_that_of_the_stream_in_a_tar() -> None:
    files = dict.fromkeys(("d/b.txt", "d/a/z.md", "d/c.md", "d/B.TXT", "d/a/b/c.text", "d-1.txt"), b"1")
    assert told(item("a.zip", zipped(files))) == [
        f"a.zip!/{name}" for name in ("d/B.TXT", "d/a/b/c.text", "d/a/z.md", "d/b.txt", "d/c.md", "d-1.txt")
    ]
    assert told(item("a.tar", tarred(files))) == [f"a.tar!/{name}" for name in files]


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
    assert sorted(told(item(name, pack(files)), left_out)) == [f"{name}!/a/../c.txt", f"{name}!/d.txt"]
    assert describe(left_out) == "1 binary, 3 hidden, 4 leading out of their archive, 2 other type"


def test_links_and_devices_in_a_tar_are_left_out() -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, b"V")):
            info = tarfile.TarInfo(f"{number}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    left_out: Counter[str] = Counter()
    assert told(item("a.tar", made.getvalue()), left_out) == []
    assert left_out == {"link": 2, "pipe or device": 2, "other type": 1}


def test_links_in_a_zip_are_left_out() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    left_out: Counter[str] = Counter()
    assert told(item("a.zip", made.getvalue()), left_out) == []
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
    assert told(item("o.tar", outer)) == [
        "o.tar!/a.txt",
        "o.tar!/in.zip!/b.txt",
        "! o.tar!/in.zip!/c.tar: archives are opened 2 deep, and this one lies deeper",
        "o.tar!/in.tgz!/e.txt",
        "o.tar!/z.txt",
    ]


def test_a_damaged_archive_in_an_archive_does_not_end_the_outer_one() -> None:
    found = told(item("o.tar", tarred({"in.zip": b"PK\x03\x04", "a.txt": b"1"})))
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
    assert list(feed(find_sources(["a.zip", "report"]).items)) == [
        Source("a.zip", "a.zip", len(data)),
        Source("report", "report", len(data)),
    ]
    nested = item("o.zip", zipped({"a.zip": data, f"b.{format}": data}))
    assert told(nested) == ["o.zip!/a.zip", f"o.zip!/b.{format}"]


def test_an_electronic_book_is_refused() -> None:
    (error,) = told(item("a.zip", zipped({"mimetype": b"application/epub+zip", "a.txt": b"1"})))
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


# Names --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("重庆/报告.txt".encode("gbk"), "重庆/报告.txt"),
        ("重庆/报告.txt".encode(), "重庆/报告.txt"),
        ("诚/a.txt".encode("gbk"), "诚/a.txt"),
        # A backslash as the second byte of a letter is none between folders.
        ("誠\\昞.txt".encode("gbk"), "誠/昞.txt"),
        (b"\xff\xff.txt", r"\xff\xff.txt"),
        (b"a\nb.txt", "a\nb.txt"),
    ],
)
def test_names_of_a_zip_without_the_mark_of_utf8(raw: bytes, shown: str) -> None:
    data = zipped({"x" * len(raw): b"1"}).replace(b"x" * len(raw), raw)
    assert told(item("a.zip", data)) == [f"a.zip!/{shown}"]


def test_a_name_in_utf8_beside_the_one_of_the_writer() -> None:
    raw, name = "臺北.txt".encode("big5"), "臺北.txt".encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("x" * len(raw))
        info.extra = struct.pack("<HHBL", 0x7075, len(name) + 5, 1, zlib.crc32(raw)) + name
        archive.writestr(info, b"1")
    assert told(item("a.zip", made.getvalue().replace(b"x" * len(raw), raw))) == ["a.zip!/臺北.txt"]


@pytest.mark.parametrize("format", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("raw", ["重庆/报告.txt".encode("gbk"), ("重庆" * 20 + "/报告.txt").encode()])
def test_names_of_a_tar(format: int, raw: bytes) -> None:
    data = tarred({raw.decode("utf-8", "surrogateescape"): b"1"}, format)
    assert told(item("a.tar", data)) == [f"a.tar!/{decoded(raw)}"]
    assert decoded(raw)


@pytest.mark.parametrize(
    ("name", "outside", "hidden", "shown"),
    [
        ("a/b.txt", False, False, "a/b.txt"),
        ("./a//b.txt", False, False, "a/b.txt"),
        ("/a.txt", True, False, "a.txt"),
        ("..", True, False, ".."),
        ("a/../b.txt", False, False, "a/../b.txt"),
        ("a/../../b.txt", True, False, "a/../../b.txt"),
        ("c:a.txt", True, False, "c:a.txt"),
        ("a/.b/c.txt", False, True, "a/.b/c.txt"),
        ("__MACOSX/a.txt", False, True, "__MACOSX/a.txt"),
        ("a\0b.txt", False, False, r"a\x00b.txt"),
        ("", False, False, ""),
    ],
)
def test_names(name: str, outside: bool, hidden: bool, shown: str) -> None:
    assert (leads_outside(name), is_hidden(name), label(name)) == (outside, hidden, shown)


@given(st.lists(st.sampled_from(["..", ".", "", "a", "b.txt"]), max_size=8).map("/".join))
def test_a_name_that_stays_inside_does_so_for_the_system_too(name: str) -> None:
    lands = os.path.normpath(f"/one/two/{name}" if not name.startswith("/") else name)
    passes_out = any(
        not (os.path.normpath("/one/two/" + "/".join(name.split("/")[:end])) + "/").startswith("/one/two/")
        for end in range(1, len(name.split("/")) + 1)
    )
    assert leads_outside(name) == (name.startswith("/") or passes_out or not f"{lands}/".startswith("/one/two/"))


# Limits -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tarred)])
def test_too_many_members(monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[Files], bytes]) -> None:
    monkeypatch.setattr(limits, "MEMBERS", 3)
    files = {f"{number}.txt": b"1" for number in range(5)}
    assert told(item(name, pack(files))) == [
        f"{name}!/0.txt",
        f"{name}!/1.txt",
        f"{name}!/2.txt",
        f"! {name}: the rest of this archive is not read: it has more than 3 members",
    ]


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tarred)])
def test_a_member_that_is_too_large_does_not_end_the_archive(
    monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[Files], bytes]
) -> None:
    monkeypatch.setattr(limits, "MEMBER_BYTES", 2**20)
    monkeypatch.setattr(limits, "FREE_BYTES", 2**30)
    files = {"a.txt": b"1", "b.txt": b"1" * (2**20 + 1), "c.txt": b"1" * 2**20}
    assert told(item(name, pack(files))) == [
        f"{name}!/a.txt",
        f"! {name}!/b.txt: larger than 1 MB in an archive",
        f"{name}!/c.txt",
    ]


@pytest.mark.parametrize(
    ("name", "pack"), [("a.zip", zipped), ("a.tar", tarred), ("a.tgz", lambda files: gzip.compress(tarred(files)))]
)
def test_too_much_in_all(monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[Files], bytes]) -> None:
    monkeypatch.setattr(limits, "TOTAL_BYTES", 3 * 2**20)
    files = {f"{number}.txt": b"1" * 2**20 for number in range(5)}
    found = told(item(name, pack(files)))
    assert found[:2] == [f"{name}!/0.txt", f"{name}!/1.txt"]
    assert found[-1] == f"! {name}: the rest of this archive is not read: it unpacks to more than 3 MB"


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tgz", lambda files: gzip.compress(tarred(files)))])
def test_an_archive_that_unpacks_to_far_more_than_its_size(
    monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[Files], bytes]
) -> None:
    monkeypatch.setattr(limits, "FREE_BYTES", 2**20)
    found = told(item(name, pack({"a.txt": TEXT, "b.txt": b"1" * 2**22, "c.txt": TEXT})))
    assert found == [
        f"{name}!/a.txt",
        f"! {name}: the rest of this archive is not read: it unpacks to more than 200 times its size, "
        "as archives do that are made to fill disks",
    ]


def test_what_is_skipped_in_a_compressed_tar_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE_BYTES", 2**20)
    data = gzip.compress(tarred({"a.txt": b"1", "b.bin": b"\0" * 2**22, "c.txt": b"1"}))
    found = told(item("a.tgz", data))
    assert found[0] == "a.tgz!/a.txt"
    assert "200 times its size" in found[1]


def test_a_bomb_in_an_archive_ends_the_outer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE_BYTES", 2**20)
    outer = zipped({"a.zip": zipped({"a.txt": b"1" * 2**22}), "b.txt": b"1"})
    (found,) = Members(item("o.zip", outer), Counter())
    assert isinstance(found, LimitError)
    assert found.where == "o.zip"
    assert found.hint == "if it is sound, unpack it and name the folder"


def test_the_sizes_of_the_headers_are_not_believed() -> None:
    data = zipped({"a.txt": b"1" * 1000, "b.txt": b"2"})
    size = struct.pack("<L", 1000)
    (first, second) = told(item("a.zip", data.replace(size, struct.pack("<L", 10))))
    assert first.startswith("! a.zip!/a.txt: damaged in the archive: Bad CRC-32")
    assert second == "a.zip!/b.txt"


def test_a_list_of_contents_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pledgeminer.documents.archive.zipped.DIRECTORY_BYTES", 100)
    (error,) = told(item("a.zip", zipped({"a.txt": b"1", "b.txt": b"1", "c.txt": b"1"})))
    assert error == "! a.zip: the rest of this archive is not read: its list of contents takes more than 100 bytes"


# Damage -------------------------------------------------------------------------------------------------------------


def header(**fields: Any) -> bytes:
    """Return one header of a tar."""
    info = tarfile.TarInfo("a.txt")
    for name, value in fields.items():
        setattr(info, name, value)
    return info.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the rest of this tar archive is cut off or damaged: empty file"),
        (b"1" * 2000, "this is no ZIP or tar archive but something else"),
        (b"Rar!\x1a\x07" + b"1" * 2000, "this is no ZIP or tar archive but a compressed file (RAR)"),
        (gzip.compress(b"1" * 2000), "the rest of this tar archive is cut off or damaged: bad checksum"),
        (gzip.compress(tarred({"a.txt": b"1"}))[:-20], "cut off or damaged: Compressed file ended before"),
        (gzip.compress(tarred({"a.txt": b"1"}))[:-8] + b"1" * 8, "cut off or damaged: CRC check failed"),
        (header(size=10**12), "the rest of this tar archive is cut off or damaged: unexpected end of data"),
        (header(size=-1024) * 3, "the rest of this tar archive is cut off or damaged: a header leads back"),
        (header(type=b"L", size=2**21) + b"a" * 2**21, "the headers of a member take more than 1 MB"),
        (header(type=b"L", size=1024) * 3000, "damaged: "),
        (header(type=b"x", size=1024) + b"1" * 1024, "a number of more than 100 digits in a header"),
        (
            b"".join(
                header(type=b"g", size=512) + f"16 key{number:03d}=12345\n".encode().ljust(512, b"\0")
                for number in range(150)
            )
            + tarred({"a.txt": b"1"}),
            "more than 100 global headers",
        ),
    ],
)  # fmt: skip
def test_damaged_tars(data: bytes, problem: str) -> None:
    started = time.perf_counter()
    *_, last = told(item("a.tar", data, named=True))
    assert last.startswith("! a.tar: ")
    assert problem in last
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the list of its contents is missing at its end"),
        (zipped({"a.txt": TEXT * 9})[:-30], "the list of its contents is missing at its end"),
        (zipped({"a.txt": TEXT})[:-22] + zipped({})[:12] + b"\xff\xff\xff\0" + b"\0" * 6, "Bad offset for central"),
        (b"Rar!\x1a\x07" + b"1" * 2000, "this is no ZIP or tar archive but a compressed file (RAR)"),
        (b"<html>" + b"1" * 2000, "this is no ZIP or tar archive but something else"),
    ],
)
def test_damaged_zips(data: bytes, problem: str) -> None:
    (error,) = told(item("a.zip", data, named=True))
    assert error.startswith("! a.zip: ")
    assert problem in error


def test_a_wrong_checksum_costs_one_document() -> None:
    data = zipped({"a.txt": TEXT, "b.txt": b"1234567", "c.txt": TEXT}, zipfile.ZIP_STORED)
    found = told(item("a.zip", data.replace(b"1234567", b"1234568", 1)))
    assert found == [
        "a.zip!/a.txt",
        "! a.zip!/b.txt: damaged in the archive: Bad CRC-32 for file 'b.txt'",
        "a.zip!/c.txt",
    ]


def test_a_way_of_packing_that_is_unknown_costs_one_document() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    at = data.index(b"PK\x01\x02")
    data[8:10] = data[at + 10 : at + 12] = b"\x09\0"
    first, second = told(item("a.zip", bytes(data)))
    assert first.startswith("! a.zip!/a.txt: packed in a way that is not read here: ")
    assert second == "a.zip!/b.txt"


def test_encrypted_documents_are_told_of_once() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT, "d.png": TEXT}))
    for number in (0, 1, 3):
        name = f"{'abcd'[number]}.".encode()
        data[data.index(name) - 24] |= 1
        data[data.rindex(name) - 38] |= 1
    assert told(item("a.zip", bytes(data))) == [
        "! a.zip: there are encrypted documents in it, which are not read (the first is a.txt)",
        "a.zip!/c.txt",
    ]


SEVERAL = tarred({"a.txt": TEXT, "b.png": b"2" * 700, "c.txt": TEXT * 40, "d.txt": b"1" * 512})
FORMS = {
    "a.tar": SEVERAL,
    "a.tar.gz": gzip.compress(SEVERAL),
    "a.tar.bz2": bz2.compress(SEVERAL),
    "a.tar.xz": lzma.compress(SEVERAL),
    "a.zip": zipped({"a.txt": TEXT, "c.txt": TEXT * 40, "d.txt": b"1" * 512}),
}
_END = SEVERAL.rindex(b"1") + 1


@given(st.sampled_from(sorted(FORMS)), st.floats(0, 1, exclude_max=True))
@example("a.tar", 512 / len(SEVERAL))
@example("a.tar", _END / len(SEVERAL))
def test_nothing_is_cut_off_in_silence(name: str, share: float) -> None:
    whole = FORMS[name]
    cut = int(len(whole) * share)
    left_out: Counter[str] = Counter()
    found = list(Members(item(name, whole[:cut], named=True), left_out))
    sources = [one for one in found if isinstance(one, Source)]
    good = [one for one in Members(item(name, whole), Counter()) if isinstance(one, Source)]
    assert sources == good[: len(sources)]
    # Behind the block of zeros that ends a tar there may be more of them, and nobody needs the last.
    assert len(found) > len(sources) or (name == "a.tar" and cut >= _END + 512)


@given(st.sampled_from(sorted(FORMS)), st.data())
def test_any_damage_ends_in_documents_and_errors(name: str, data: st.DataObject) -> None:
    damaged = bytearray(FORMS[name])
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=4)):
        damaged[place] = data.draw(st.integers(0, 255))
    for found in Members(item(name, bytes(damaged), named=True), Counter()):
        assert isinstance(found, Source | DocumentError)


@given(
    st.sampled_from(["a.zip", "a.tar", "a.tgz"]),
    st.binary(max_size=600),
    st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08\0"]),
)
def test_any_bytes_end_in_an_error(name: str, data: bytes, head: bytes) -> None:
    found = list(Members(item(name, head + data, named=True), Counter()))
    assert all(isinstance(one, DocumentError) for one in found)


# How they are read --------------------------------------------------------------------------------------------------


def test_an_archive_is_opened_once_and_read_as_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.zip").write_bytes(zipped({f"{number}.txt": TEXT for number in range(9)}))
    opened: list[Path] = []
    read_members: list[str] = []
    open_path, open_member = Path.open, zipfile.ZipFile.open
    monkeypatch.setattr(Path, "open", lambda path, mode: opened.append(path) or open_path(path, mode))
    monkeypatch.setattr(
        zipfile.ZipFile, "open", lambda self, info: read_members.append(info.filename) or open_member(self, info)
    )
    fed = feed([Archive("a.zip", "a.zip")])
    for number in range(4):
        one = next(fed)
        assert isinstance(one, Source)
        assert (one.path, len(read_members)) == (f"{number}.txt", number + 1)
    assert opened == [Path("a.zip")]
    fed.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("pack", [zipped, tarred, lambda files: gzip.compress(tarred(files))])
def test_no_more_than_one_document_is_held(pack: Callable[[Files], bytes]) -> None:
    def peak(count: int) -> int:
        megabyte = b"".join(os.urandom(2**10).hex().encode() for _ in range(2**9))
        Path("a.zip").write_bytes(pack({f"{number}.txt": megabyte for number in range(count)}))
        del megabyte
        gc.collect()
        tracemalloc.start()
        for one in feed([Archive("a.zip", "a.zip")]):
            assert isinstance(one, Source), one
            del one
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(6) < peak(1) + 2**18


def test_an_archive_that_changes_meanwhile() -> None:
    Path("a.tar").write_bytes(tarred({"a.txt": TEXT, "b.txt": TEXT}))
    fed = feed([Archive("a.tar", "a.tar")])
    next(fed)
    with Path("a.tar").open("ab") as file:
        file.write(b"\0")
    second, last = fed
    assert isinstance(second, Source)
    assert isinstance(last, DocumentError)
    assert str(last).startswith("a.tar: it changes while it is read (wait")


def test_an_archive_that_is_gone() -> None:
    (error,) = feed([Archive("a.zip", "a.zip")])
    assert isinstance(error, DocumentError)
    assert (error.where, error.problem) == ("a.zip", "there is no such file or folder")


def test_archives_in_folders() -> None:
    Path("d/e").mkdir(parents=True)
    Path("d/a.txt").write_bytes(TEXT)
    Path("d/e/a.zip").write_bytes(zipped({"a.txt": TEXT, "b.png": b"1"}))
    Path("d/pictures.tar.gz").write_bytes(gzip.compress(tarred({"c.png": b"1"})))
    found = find_sources(["d"])
    tally = Tally(found.left_out)
    names = [one.name for one in feed(found.items, tally) if isinstance(one, Source)]
    assert names == ["d/a.txt", "d/e/a.zip!/a.txt"]
    assert describe(tally.left_out) == "2 other type"
    assert tally.done == weight(found.items)


def test_an_archive_without_documents_is_told_if_it_was_named() -> None:
    Path("a.zip").write_bytes(zipped({"a.png": b"1", ".b": b"1"}))
    (error,) = feed(find_sources(["a.zip"]).items)
    assert isinstance(error, DocumentError)
    assert error.problem == "no documents in this archive"
    assert "looked for .txt" in error.hint
    assert error.hint.endswith("left out: 1 hidden, 1 other type")


def test_archives_without_documents_are_told_if_there_is_nothing_else() -> None:
    Path("d").mkdir()
    for name in "ab":
        Path(f"d/{name}.zip").write_bytes(zipped({"a.png": b"1"}))
    found = find_sources(["d"])
    (error,) = feed(found.items, Tally(found.left_out))
    assert isinstance(error, DocumentError)
    assert (error.where, error.problem) == ("d/b.zip", "no documents in this archive")
    assert error.hint.endswith("left out: 2 other type")
    Path("d/c.txt").write_bytes(TEXT)
    assert list(feed(find_sources(["d"]).items)) == [Source("d/c.txt", "d/c.txt", len(TEXT))]
    assert list(feed([])) == []


def test_the_weight_of_what_is_done_grows() -> None:
    Path("a.tar").write_bytes(tarred({f"{number}.txt": TEXT for number in range(9)}))
    Path("b.txt").write_bytes(TEXT)
    items = find_sources(["a.tar", "b.txt"]).items
    tally = Tally()
    seen = [tally.done for _ in feed(items, tally)]
    assert seen == sorted(seen)
    assert seen[1] < seen[8] < tally.done == weight(items)


# Streams ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [zipped({"a.txt": TEXT}), gzip.compress(tarred({"a.txt": TEXT}))])
def test_an_archive_on_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert list(feed(find_sources(["-"]).items)) == [Source("a.txt", "-!/a.txt", len(TEXT), TEXT)]


def test_a_text_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT)))
    assert list(feed([Source("-", "-")])) == [Source("-", "-", len(TEXT), TEXT)]


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (error,) = feed([Source("-", "-")])
    assert isinstance(error, DocumentError)
    assert error.problem == "standard input is closed"


@pytest.mark.parametrize(("data", "name"), [(TEXT, "pipe"), (zipped({"a.txt": TEXT}), "pipe!/a.txt")])
def test_a_pipe_is_read_once(data: bytes, name: str) -> None:
    os.mkfifo("pipe")
    writer = threading.Thread(target=Path("pipe").write_bytes, args=(data,))
    writer.start()
    (source,) = feed(find_sources(["pipe"]).items)
    writer.join()
    assert isinstance(source, Source)
    assert (source.name, source.data) == (name, TEXT)


def test_other_items_pass() -> None:
    Path("a.bin").write_bytes(TEXT)
    items = [Document("1", "x"), DocumentError("missing"), Source("a.bin", "a.bin", 3), Source("gone.bin", "gone.bin")]
    assert list(feed(items)) == items


def test_an_archive_may_have_any_name_if_it_is_named() -> None:
    Path("archive.2026").write_bytes(zipped({"a.txt": TEXT}))
    assert [one.name for one in feed(find_sources(["archive.2026"]).items)] == ["archive.2026!/a.txt"]  # type: ignore[union-attr]


# One of its documents -----------------------------------------------------------------------------------------------


@pytest.fixture
def nested() -> None:
    inner = zipped({"b.txt": b"1", "c.dat": TEXT})
    Path("o.tar").write_bytes(tarred({"a.txt": TEXT, "in.zip": inner, ".hidden": b"2", "z.txt": b"4"}))


@pytest.mark.usefixtures("nested")
@pytest.mark.parametrize("name", ["o.tar!/a.txt", "o.tar!/in.zip!/b.txt", "o.tar!/in.zip!/c.dat", "o.tar!/.hidden"])
def test_the_name_of_a_record_names_the_document_again(name: str) -> None:
    (source,) = feed(find_sources([name]).items)
    assert isinstance(source, Source)
    assert source.name == name


@pytest.mark.usefixtures("nested")
def test_a_document_that_is_not_in_the_archive() -> None:
    for name in ("o.tar!/b.txt", "o.tar!/in.zip!/z.txt"):
        (error,) = feed(find_sources([name]).items)
        assert isinstance(error, DocumentError)
        assert error.problem == "there is no such file in the archive"
    (error,) = find_sources(["p.tar!/b.txt"]).items
    assert isinstance(error, DocumentError)
    assert error.problem == "there is no such file or folder"


def test_errors_that_end_an_archive_are_errors_of_documents() -> None:
    assert issubclass(LimitError, ArchiveError)
    assert issubclass(ArchiveError, DocumentError)
    assert members.DEPTH == 2
