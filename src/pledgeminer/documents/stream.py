"""The items of a run, one at a time: archives are opened, and what only this process can read is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from ..errors import DocumentError
from .archive.kind import kind_of
from .fetch import fetch, is_stream
from .file_types import ENDINGS, HEAD
from .model import Document
from .source import Archive, Source

Item = Source | Document | DocumentError
"""What can be mined: a source, a document that was read, or an error, which is passed on."""

_OVERHEAD = 4096
"""What a document costs whatever its size, as if it were so many bytes more."""


class Tally:
    """What a run counts while it goes on.

    ``left_out`` counts, by reason, what is no document, in archives too; ``done`` is the weight of the items that were
    given out so far, out of ``weight`` of all.
    """

    def __init__(self, left_out: Counter[str] | None = None) -> None:
        self.left_out: Counter[str] = Counter() if left_out is None else left_out
        self.done = 0


def weight(items: Iterable[Item]) -> int:
    """Return about how much work ``items`` are, in bytes."""
    return sum(map(_weight, items))


def open_archives(items: Iterable[Item], tally: Tally | None = None) -> Iterator[Item]:
    """Yield ``items`` with each archive replaced by its documents, as they are asked for, one at a time.

    Standard input and pipes are read here, since no other process has them; they may hold an archive too. Where there
    are archives only, and no document is in any of them, there is an error for the last.
    """
    tally = tally or Tally()
    given = False
    empty = None
    for item in items:
        before = tally.done
        if isinstance(item, Source):
            found = yield from _of(item, tally)
            given, empty = given or found, empty if found else item
        else:
            given = True
            yield item
        tally.done = before + _weight(item)
    if empty is not None and not given:
        from .archive.members import nothing_in

        yield nothing_in(empty, tally.left_out)


def _of(source: Source, tally: Tally) -> Generator[Item, None, bool]:
    """Yield what ``source`` stands for, and return whether that is anything."""
    expected = source.size
    if not isinstance(source, Archive):
        if is_stream(source):
            try:
                data = fetch(source)
            except DocumentError as error:
                yield error
                return True
            source = replace(source, size=len(data), data=data)
            del data
        if not _is_archive(source):
            yield source
            return True
        source = Archive(source.path, source.name, source.size, source.data, named=True)
    # The libraries that unpack are loaded where there is something to unpack.
    from .archive.members import Members

    members = Members(source, tally.left_out)
    before = tally.done
    for member in members:
        tally.done = before + min(members.passed, expected)
        yield member if source.sidecars is None else source.sidecars.with_member_sidecar(source, member)
        del member  # or it would be held while the next one is read
    return members.found > 0


def _is_archive(source: Source) -> bool:
    """Say whether what does not look like an archive by its name is one."""
    if source.data is not None:
        head = source.data[:HEAD]
    elif Path(source.path).suffix.lower() in ENDINGS:
        return False
    else:
        try:
            with Path(source.path).open("rb") as file:
                head = file.read(HEAD)
        except OSError:
            return False  # the reader will say what is wrong with it
    if kind_of(head) is None:
        return False
    from .archive.members import is_archive

    return is_archive(head)


def _weight(item: Item) -> int:
    return _OVERHEAD + (item.size if isinstance(item, Source) else 0)
