"""Many documents."""

from __future__ import annotations

import shutil

from situations.trial import (
    Outcome,
    Ran,
    Size,
    done,
    extract,
    many,
    situation,
    sources,
)


def in_order(ran: Ran) -> bool:
    return sources(ran) == sorted(sources(ran))


@situation("10,000 small files")
def many_files(size: Size) -> Outcome:
    many(size.files)
    ran = extract("d")
    return done(ran, size.files, also=in_order(ran))


@situation("10,000 small files in a ZIP")
def many_zipped(size: Size) -> Outcome:
    many(size.files)
    shutil.make_archive("a", "zip", "d")
    ran = extract("a.zip")
    return done(ran, size.files, also=in_order(ran))


@situation("10,000 small files in a tar.gz")
def many_tarred(size: Size) -> Outcome:
    many(size.files)
    shutil.make_archive("a", "gztar", "d")
    ran = extract("a.tar.gz")
    return done(ran, size.files)
