"""Builders of archives for the tests in this folder."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections import Counter
from typing import Any

from pledgeminer.documents.archive.members import Members
from pledgeminer.documents.source import Archive, Source

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


def names_in(archive: Archive, left_out: Counter[str] | None = None) -> list[str]:
    """Return the names of what is in ``archive``; an error's place and problem stand behind an exclamation mark."""
    found = Members(archive, Counter() if left_out is None else left_out)
    return [one.name if isinstance(one, Source) else f"! {one.where}: {one.problem}" for one in found]
