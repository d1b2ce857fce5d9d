from __future__ import annotations

import io
import os
import struct
import tarfile
import zipfile
import zlib

import pytest
from archive_files import item, names_in, tarred, zipped
from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.documents.archive.names import decoded, is_hidden, label, leads_outside


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
    assert names_in(item("a.zip", data)) == [f"a.zip!/{shown}"]


def test_a_name_in_utf8_beside_the_one_of_the_writer() -> None:
    raw, name = "臺北.txt".encode("big5"), "臺北.txt".encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("x" * len(raw))
        info.extra = struct.pack("<HHBL", 0x7075, len(name) + 5, 1, zlib.crc32(raw)) + name
        archive.writestr(info, b"1")
    assert names_in(item("a.zip", made.getvalue().replace(b"x" * len(raw), raw))) == ["a.zip!/臺北.txt"]


@pytest.mark.parametrize("format", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("raw", ["重庆/报告.txt".encode("gbk"), ("重庆" * 20 + "/报告.txt").encode()])
def test_names_of_a_tar(format: int, raw: bytes) -> None:
    data = tarred({raw.decode("utf-8", "surrogateescape"): b"1"}, format)
    assert names_in(item("a.tar", data)) == [f"a.tar!/{decoded(raw)}"]
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
