"""Folders, links, names and permissions."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from pathlib import Path

from situations.trial import (
    Outcome,
    Size,
    done,
    extract,
    fill,
    refused,
    situation,
)


@situation("999 folders in each other")
def deep(_: Size) -> Outcome:
    for level in range(1, 1000):
        os.mkdir("d/" * level)  # noqa: PTH102 - Path goes up all the levels each time
    fill("d/" * 999 + "a.txt")
    return done(extract("d"), 1)


@situation("folders in each other beyond the longest path")
def too_deep(_: Size) -> Outcome:
    fill("d/a.txt")
    folder = os.open("d", os.O_RDONLY)
    for _ in range(30):
        os.mkdir("x" * 200, dir_fd=folder)
        below = os.open("x" * 200, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = below
    os.close(folder)
    ran = extract("d")
    outcome = refused(ran, "a path may not be that long", records=1)
    outcome.words = f"…: {ran.told.partition(': ')[2]} (exit {ran.code}, {len(ran.records)} record)"
    return outcome


@situation("links that lead in a circle")
def circle(_: Size) -> Outcome:
    fill("d/a.txt")
    Path("d/e").symlink_to(".")
    Path("d/f").symlink_to("../d")
    Path("d/g").symlink_to("g")
    return done(extract("d"), 1, left_out="1 broken link")


@situation("a pipe in the folder", hasattr(os, "mkfifo"))
def pipe_in_folder(_: Size) -> Outcome:
    fill("d/a.txt")
    os.mkfifo("d/b.txt")
    return done(extract("d"), 1, left_out="1 pipe or device")


@situation("a pipe that is named", hasattr(os, "mkfifo"))
def named_pipe(_: Size) -> Outcome:
    os.mkfifo("p")
    writer = threading.Thread(target=lambda: fill("p"))
    writer.start()
    ran = extract("p", "--jobs", "2")
    writer.join()
    return done(ran, 1)


@situation("a folder called like a document")
def folder_like_document(_: Size) -> Outcome:
    fill("d/x.txt/a.txt")
    return done(extract("d"), 1)


@situation("names with newlines and in GBK")
def odd_names(_: Size) -> Outcome:
    for name in ("d/一\n二.txt".encode(), "d/报告.txt".encode("gbk")):
        fill(name)
    ran = extract("d")
    shown = [record["source"] for record in ran.records]
    return done(ran, 2, also=shown == ["d/一\n二.txt", r"d/\xb1\xa8\xb8\xe6.txt"])


@situation("no permission for a file", os.name == "posix")
def shut_file(_: Size) -> Outcome:
    fill("d/a.txt")
    fill("d/b.txt")
    Path("d/a.txt").chmod(0)
    return refused(extract("d", prepare=give_up_rights), "d/a.txt: cannot be read: Permission denied", records=1)


@situation("no permission for a folder", os.name == "posix")
def shut_folder(_: Size) -> Outcome:
    fill("d/a/a.txt")
    fill("d/b.txt")
    Path("d/a").chmod(0)
    return refused(extract("d", prepare=give_up_rights), "d/a: cannot be read: Permission denied", records=1)


def give_up_rights() -> None:
    """Take away from root, if that is who this is, the rights to pass over permissions."""
    if sys.platform == "linux" and os.geteuid() == 0:
        library = ctypes.CDLL(None)
        drop, override, read_search = 24, 1, 2
        for right in (override, read_search):
            library.prctl(drop, right, 0, 0, 0)
