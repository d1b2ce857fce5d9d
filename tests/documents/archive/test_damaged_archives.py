from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import time
import zipfile
from collections import Counter
from typing import Any

import pytest
from archive_files import TEXT, item, names_in, tarred, zipped
from hypothesis import example, given
from hypothesis import strategies as st

from pledgeminer.documents.archive.members import Members
from pledgeminer.documents.source import Source
from pledgeminer.errors import DocumentError


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
    *_, last = names_in(item("a.tar", data, named=True))
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
    (error,) = names_in(item("a.zip", data, named=True))
    assert error.startswith("! a.zip: ")
    assert problem in error


def test_a_wrong_checksum_costs_one_document() -> None:
    data = zipped({"a.txt": TEXT, "b.txt": b"1234567", "c.txt": TEXT}, zipfile.ZIP_STORED)
    found = names_in(item("a.zip", data.replace(b"1234567", b"1234568", 1)))
    assert found == [
        "a.zip!/a.txt",
        "! a.zip!/b.txt: damaged in the archive: Bad CRC-32 for file 'b.txt'",
        "a.zip!/c.txt",
    ]


def test_a_way_of_packing_that_is_unknown_costs_one_document() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    at = data.index(b"PK\x01\x02")
    data[8:10] = data[at + 10 : at + 12] = b"\x09\0"
    first, second = names_in(item("a.zip", bytes(data)))
    assert first.startswith("! a.zip!/a.txt: packed in a way that is not read here: ")
    assert second == "a.zip!/b.txt"


def test_encrypted_documents_are_told_of_once() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT, "d.png": TEXT}))
    for number in (0, 1, 3):
        name = f"{'abcd'[number]}.".encode()
        data[data.index(name) - 24] |= 1
        data[data.rindex(name) - 38] |= 1
    assert names_in(item("a.zip", bytes(data))) == [
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
