from __future__ import annotations

import gzip
import struct
from collections import Counter
from collections.abc import Callable

import pytest
from archive_files import TEXT, Files, item, names_in, tarred, zipped

from pledgeminer.documents.archive import limits
from pledgeminer.documents.archive.limits import LimitError
from pledgeminer.documents.archive.members import Members


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tarred)])
def test_too_many_members(monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[Files], bytes]) -> None:
    monkeypatch.setattr(limits, "MEMBERS", 3)
    files = {f"{number}.txt": b"1" for number in range(5)}
    assert names_in(item(name, pack(files))) == [
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
    assert names_in(item(name, pack(files))) == [
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
    found = names_in(item(name, pack(files)))
    assert found[:2] == [f"{name}!/0.txt", f"{name}!/1.txt"]
    assert found[-1] == f"! {name}: the rest of this archive is not read: it unpacks to more than 3 MB"


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tgz", lambda files: gzip.compress(tarred(files)))])
def test_an_archive_that_unpacks_to_far_more_than_its_size(
    monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[Files], bytes]
) -> None:
    monkeypatch.setattr(limits, "FREE_BYTES", 2**20)
    found = names_in(item(name, pack({"a.txt": TEXT, "b.txt": b"1" * 2**22, "c.txt": TEXT})))
    assert found == [
        f"{name}!/a.txt",
        f"! {name}: the rest of this archive is not read: it unpacks to more than 200 times its size, "
        "as archives do that are made to fill disks",
    ]


def test_what_is_skipped_in_a_compressed_tar_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE_BYTES", 2**20)
    data = gzip.compress(tarred({"a.txt": b"1", "b.bin": b"\0" * 2**22, "c.txt": b"1"}))
    found = names_in(item("a.tgz", data))
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
    (first, second) = names_in(item("a.zip", data.replace(size, struct.pack("<L", 10))))
    assert first.startswith("! a.zip!/a.txt: damaged in the archive: Bad CRC-32")
    assert second == "a.zip!/b.txt"


def test_a_list_of_contents_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pledgeminer.documents.archive.zipped.DIRECTORY_BYTES", 100)
    (error,) = names_in(item("a.zip", zipped({"a.txt": b"1", "b.txt": b"1", "c.txt": b"1"})))
    assert error == "! a.zip: the rest of this archive is not read: its list of contents takes more than 100 bytes"
