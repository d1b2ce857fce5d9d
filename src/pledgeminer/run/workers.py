"""From sources to records, in one process or in several, one document at a time."""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from types import FrameType

from ..documents.description import Description
from ..documents.model import Document
from ..documents.reading import read
from ..documents.source import Archive, Source
from ..documents.stream import Item, Tally, open_archives
from ..errors import DocumentError, PledgeminerError
from ..extraction.extractor import Extractor
from ..extraction.simplified import simplified
from ..record import Record
from .events import Extracted, Outcome
from .task import Task

_BYTES_PER_JOB = 8_000_000
"""About what one process does in the time that another one takes to start and to compile the rules."""
_UNPACKED = 3
"""How many times its size a compressed archive of texts has in it."""
_GRACE = 2.0
"""Seconds that a process has to clean up when the run is ended."""
_MANY = 1000
"""How many documents an archive is taken to have before it is opened."""


def extract_documents(
    items: Iterable[Item], task: Task, *, jobs: int = 1, tally: Tally | None = None
) -> Iterator[Outcome]:
    """Yield the outcome of every item, in their order and the same with any number of processes.

    An archive gives one for each of its documents; ``tally`` is told of its other files, and how far the run is. No
    more than two documents for each of the ``jobs`` are held at a time. Raises ``RulesError`` for rules that cannot
    be used, and ``PledgeminerError`` when a process dies.
    """
    fed = open_archives(items, tally)
    if jobs > 1:
        return _in_processes(fed, task, jobs)
    return map(_Miner(task).mine, fed)


def suitable_jobs(items: Iterable[Item]) -> int:
    """Return how many processes are worth their start for ``items``, at most one for each processor."""
    size = documents = 0
    for item in items:
        if isinstance(item, Archive):
            size += item.size * _UNPACKED
            documents += _MANY
        elif isinstance(item, Source):
            size += item.size
            documents += 1
    return max(1, min(os.cpu_count() or 1, size // _BYTES_PER_JOB, documents))


class _Miner:
    """An extractor with what to tell it and what to keep of its records."""

    def __init__(self, task: Task) -> None:
        self._task = task
        # Rules of the user's own may change between two calls; those that are built in cannot.
        self._extractor = Extractor(task.rules) if task.rules else _built_in_extractor()
        self._slow = len(self._extractor.slow)

    def mine(self, item: Item) -> Outcome:
        """Return the wanted records of ``item``, or why there are none; no document can stop the others."""
        if isinstance(item, DocumentError):
            return item
        try:
            document = read(item, self._task.given) if isinstance(item, Source) else item
            records, description = self._found(document)
        except DocumentError as error:
            return error
        except Exception as error:
            return _failure(item.name if isinstance(item, Source) else item.source, error)
        kept = [record for record in records if self._task.selection.wants(record)]
        slow = tuple(self._extractor.slow[self._slow :])
        self._slow += len(slow)
        return Extracted(description, kept, slow, document.warnings)

    def _found(self, document: Document) -> tuple[list[Record], Description]:
        """Return the records that are asked for, and what the document is."""
        if self._task.describing:
            return [], self._extractor.describe(document)
        records, description = self._extractor.extract_described(document)
        if self._task.simplified:
            letters = self._extractor.rules.layout.letters
            records = [simplified(record, letters) for record in records]
        return records, description


def _failure(where: str, error: Exception) -> DocumentError:
    failure = DocumentError(
        f"the extraction failed: {type(error).__name__}: {error}",
        where=where,
        hint="this is a fault of pledgeminer; please report it with the document",
    )
    failure.__cause__ = error
    return failure


@cache
def _built_in_extractor() -> Extractor:
    return Extractor()


def _in_processes(items: Iterable[Item], task: Task, jobs: int) -> Iterator[Outcome]:
    # A fork would copy the locks of a progress bar's thread; a fresh process is the same on every system.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_die_quietly_when_interrupted)
    waiting: deque[Future[Outcome]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(_mine, task, item))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise PledgeminerError(
            "a process of this run was ended from outside",
            hint="the memory may have run out; try --jobs 1",
        ) from None
    except BaseException:
        # Whoever ends the run waits for no document: one may be read for ever.
        _end_all(pool)
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _end_all(pool: ProcessPoolExecutor) -> None:
    """Ask the processes of ``pool`` to end, which lets them clean up, and end those that do not."""
    processes = list((pool._processes or {}).values())  # Python 3.14 has terminate_workers for it
    for process in processes:
        process.terminate()
    stop = time.monotonic() + _GRACE
    for process in processes:
        process.join(max(0.0, stop - time.monotonic()))
        if process.is_alive():
            process.kill()


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _die_quietly_when_interrupted() -> None:
    # Asked to end, it removes its temporary files first.
    signal.signal(signal.SIGTERM, _end)
    # A run in the background ignores Ctrl-C, and so must its processes.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


@cache
def _miner(task: Task) -> _Miner:
    return _Miner(task)


def _mine(task: Task, item: Item) -> Outcome:
    """Do one item in a process of the pool, which keeps its extractor for the next one."""
    return _miner(task).mine(item)
