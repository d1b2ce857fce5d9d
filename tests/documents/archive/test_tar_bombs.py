"""Tar archives whose headers ask for far more than they hold."""

from __future__ import annotations

import gzip
import io
import tarfile
import tracemalloc
from pathlib import Path

import pytest

import pledgeminer
from pledgeminer.documents.archive.limits import FREE_BYTES, LimitError
from pledgeminer.errors import DocumentError

SENTENCE = "今年新建学校12所。\n".encode()


def sparse(name: str, length: int) -> bytes:
    """Return the header of a member of the old GNU form that has ``length`` bytes, all of them in holes."""
    info = tarfile.TarInfo(name)
    info.type = tarfile.GNUTYPE_SPARSE
    header = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    header[386:410] = b"%011o\0" % 0 * 2
    header[483:495] = b"%011o\0" % length
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def pax(records: bytes) -> bytes:
    """Return a tar with one document behind a header of pax with ``records``."""
    head, member = tarfile.TarInfo("PaxHeader/a"), tarfile.TarInfo("a.txt")
    head.type, head.size, member.size = tarfile.XHDTYPE, len(records), len(SENTENCE)
    parts = (head.tobuf(tarfile.USTAR_FORMAT), records, member.tobuf(tarfile.USTAR_FORMAT), SENTENCE, b"\0" * 1024)
    return b"".join(part + b"\0" * (-len(part) % 512) for part in parts)


@pytest.mark.parametrize("count", [10, 2000])
def test_holes_count_like_bytes(tmp_path: Path, count: int) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(b"".join(sparse(f"{n}.txt", FREE_BYTES // 2) for n in range(count)) + b"\0" * 1024))
    with pytest.raises(LimitError, match="unpacks to more than 200 times its size"):
        pledgeminer.extract(path)


def test_a_small_sparse_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    member = tarfile.TarInfo("a.txt")
    member.size = len(SENTENCE)
    path.write_bytes(sparse("empty.txt", 0) + member.tobuf() + SENTENCE + b"\0" * (-len(SENTENCE) % 512) + b"\0" * 1024)
    assert [record.value for record in pledgeminer.extract(path)] == [12]


@pytest.mark.parametrize(
    "records",
    [
        b"2 " * 400_000 + b"x=\n",
        b"9 " * 1000,
        b"12 path=aaaa" * 100,
        b"999999 path=a\n" + b" " * 600,
        b"path=a\n" * 100,
    ],
    ids=["lengths alone", "no name", "no end", "too long", "no length"],
)
def test_a_header_that_is_no_list_of_records_is_refused_at_once(tmp_path: Path, records: bytes) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(pax(records))
    tracemalloc.start()
    with pytest.raises(DocumentError, match="a header that is no list of names and values"):
        pledgeminer.extract(path)
    assert tracemalloc.get_traced_memory()[1] < 40_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("length", [10, 600, 5000])
def test_a_sound_header_is_read(tmp_path: Path, length: int) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        member = tarfile.TarInfo(f"{'长' * 20}/报告.txt")
        member.size, member.pax_headers = len(SENTENCE), {"comment": "注\n= 9 " * length}
        archive.addfile(member, io.BytesIO(SENTENCE))
    path = tmp_path / "a.tar"
    path.write_bytes(packed.getvalue())
    assert [record.value for record in pledgeminer.extract(path)] == [12]
