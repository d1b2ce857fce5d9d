"""Archives that are bombs, cut off or damaged."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

from situations.trial import (
    SENTENCE,
    Outcome,
    Size,
    done,
    extract,
    many,
    refused,
    situation,
    zipped,
)


@situation("a ZIP that unpacks to a thousand times its size")
def bomb(size: Size) -> Outcome:
    zipped((name, b"5" * 2**20 * size.bomb) for name in ("b.txt",))
    with zipfile.ZipFile("a.zip", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", SENTENCE.format(5))
    return refused(extract("a.zip"), "200 times its size", records=1)


@situation("a ZIP of ZIPs of ZIPs")
def nested(_: Size) -> Outcome:
    inner = SENTENCE.format(5).encode()
    name = "a.txt"
    for level in range(4):
        packed = BytesIO()
        zipped(iter([(name, inner), ("b.txt", SENTENCE.format(level).encode())]), packed)
        name, inner = "a.zip", packed.getvalue()
    Path("a.zip").write_bytes(inner)
    return refused(extract("a.zip"), "archives are opened 2 deep", records=2)


@situation("a ZIP with more than 100,000 members")
def too_many(_: Size) -> Outcome:
    zipped((f"{number:06d}", b"") for number in range(100_001))
    return refused(extract("a.zip"), "it has more than 100,000 members")


@situation("paths that lead out of their archive, and links")
def outside(_: Size) -> Outcome:
    with tarfile.open("a.tar", "w") as archive:
        for name in ("../a.txt", "/etc/a.txt", "C:\\a.txt", "a.txt"):
            data = SENTENCE.format(5).encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, BytesIO(data))
        info = tarfile.TarInfo("link.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    return done(extract("a.tar"), 1, left_out="3 leading out of their archive, 1 link")


@situation("a tar.gz that is cut off")
def cut_off(size: Size) -> Outcome:
    many(size.files // 10)
    shutil.make_archive("a", "gztar", "d")
    path = Path("a.tar.gz")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    ran = extract("a.tar.gz")
    return refused(ran, "the rest of this tar archive is cut off or damaged", records=max(1, len(ran.records)))


@situation("a ZIP that is cut off")
def cut_off_zip(_: Size) -> Outcome:
    zipped((f"{number}.txt", SENTENCE.format(5).encode()) for number in range(10))
    path = Path("a.zip")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return refused(extract("a.zip"), "the list of its contents is missing at its end")


@situation("one damaged document in a ZIP")
def damaged(_: Size) -> Outcome:
    with zipfile.ZipFile("a.zip", "w") as archive:
        for number in range(1, 4):
            archive.writestr(f"{number}.txt", SENTENCE.format(number * 111))
    path = Path("a.zip")
    path.write_bytes(path.read_bytes().replace(b"222", b"223"))
    return refused(extract("a.zip"), "a.zip!/2.txt: damaged in the archive: Bad CRC-32", records=2)
