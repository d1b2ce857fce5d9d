"""The process that reads PDFs, and the talk with it: a length of eight bytes and a message, both ways."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from typing import IO

import msgspec

from ....errors import DocumentError
from ...content import Content

SECONDS = 60.0
"""How long one page may take; a full one of a newspaper takes a tenth of a second."""

SECONDS_A_PAGE = 0.5
"""How long the pages of a document may take on average, above the first ``SECONDS``."""

MEMORY = 4 << 30
"""How many bytes of address space the process may have, where the system can limit it."""

_TIMED_OUT = 124
_ORPHAN = 125
_LOOK = 1.0
_START = "import sys; sys.path[:] = sys.argv[1:]; from {module} import serve; serve({parent})"


class _Request(msgspec.Struct, frozen=True, array_like=True):
    name: str
    data: bytes


class _Page(msgspec.Struct, frozen=True, tag=True):
    """The page that is taken next, and the number of pages."""

    number: int
    count: int


class _Done(msgspec.Struct, frozen=True, tag=True):
    content: Content


class _Refused(msgspec.Struct, frozen=True, tag=True):
    problem: str
    hint: str


class _NoMemory(msgspec.Struct, frozen=True, tag=True):
    pass


class _Fault(msgspec.Struct, frozen=True, tag=True):
    """What is wrong with the program, not with the file."""

    error: str


_Answer = _Page | _Done | _Refused | _NoMemory | _Fault


class WorkerError(Exception):
    """An error in the process that reads PDFs which the file is not to blame for."""


def ask(data: bytes, name: str) -> Content:
    """Return the content of the PDF ``data``, which another process reads.

    Raises ``DocumentError``, ``MemoryError`` if that process has not enough, and ``WorkerError``.
    """
    with _lock:
        return _worker().ask(data, name)


class Worker:
    """A process that reads one document after the other, started when the first one comes."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, data: bytes, name: str) -> Content:
        """Return the content of ``data``; raise what ``ask`` does."""
        process = self._running()
        answers, requests = process.stdout, process.stdin
        assert answers is not None
        assert requests is not None
        page = _Page(0, 0)
        try:
            _send(requests, _Request(name, data))
            while isinstance(answer := _received(answers), _Page):
                page = answer
        except (OSError, EOFError):
            raise self._failure(name, page) from None
        except BaseException:
            # Interrupted half-way: what is still to come belongs to no question.
            self.close(kill=True)
            raise
        if isinstance(answer, _Done):
            return answer.content
        if isinstance(answer, _Refused):
            raise DocumentError(answer.problem, where=name, hint=answer.hint)
        if isinstance(answer, _Fault):
            raise WorkerError(answer.error)
        raise MemoryError

    def close(self, *, kill: bool = False) -> int:
        """End the process and return its exit code; one that is asked nothing ends by itself."""
        process, self._process = self._process, None
        if process is None:
            return 0
        if kill:
            process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    # What was still to be sent cannot be: the process has ended.
                    continue
        return process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            code = _START.format(module=__name__, parent=self.owner)
            self._process = subprocess.Popen(
                [sys.executable, "-c", code, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _failure(self, name: str, page: _Page) -> DocumentError:
        """Return why the process ended while it read ``page``."""
        code = self.close()
        at = f"page {page.number} of {page.count}" if 0 < page.number <= page.count else "the PDF"
        hint = "open it in a viewer and print it to a new PDF; the file may be damaged, or made to do harm"
        if code in (_TIMED_OUT, -getattr(signal, "SIGALRM", _TIMED_OUT)):
            return DocumentError(f"{at} takes too long to read", where=name, hint=hint)
        return DocumentError(f"PDFium failed on {at} (exit code {code})", where=name, hint=hint)


_lock = threading.Lock()
_workers: list[Worker] = []


def _worker() -> Worker:
    # A process that was forked shares the pipes of its parent, and must not read from them.
    if not _workers or _workers[-1].owner != os.getpid():
        _workers[:] = [Worker()]
        atexit.register(_workers[0].close)
    return _workers[0]


def _send(pipe: IO[bytes], message: msgspec.Struct) -> None:
    _send_packed(pipe, msgspec.msgpack.encode(message))


def _send_packed(pipe: IO[bytes], packed: bytes) -> None:
    pipe.write(len(packed).to_bytes(8, "big"))
    pipe.write(packed)
    pipe.flush()


def _taken(pipe: IO[bytes]) -> bytes:
    """Return the next message; raise ``EOFError`` if there is none."""
    size = pipe.read(8)
    if len(size) < 8:
        raise EOFError
    message = pipe.read(int.from_bytes(size, "big"))
    if len(message) < int.from_bytes(size, "big"):
        raise EOFError
    return message


def _received(pipe: IO[bytes]) -> _Answer:
    answer: _Answer = msgspec.msgpack.decode(_taken(pipe), type=_Answer)
    return answer


def serve(parent: int) -> None:
    """Answer requests until no more come: what the process does. It ends when the process ``parent`` has."""
    from .reading import content_of

    # Whoever asks is interrupted too, and then closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Nothing else may write into the talk.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit_memory()
    threading.Thread(target=_end_with, args=[parent], daemon=True).start()
    while True:
        try:
            request = msgspec.msgpack.decode(_taken(requests), type=_Request)
        except EOFError:
            return
        clock = _Clock(answers)
        answer: _Answer
        try:
            answer = _Done(content_of(request.data, request.name, clock.report))
        except DocumentError as error:
            answer = _Refused(error.problem, error.hint)
        except MemoryError:
            answer = _NoMemory()
        except Exception as error:
            answer = _Fault(f"{type(error).__name__}: {error}")
        clock.stop()
        try:
            packed = msgspec.msgpack.encode(answer)
        except (UnicodeError, ValueError) as error:
            packed = msgspec.msgpack.encode(_Fault(f"{type(error).__name__}: {error}"))
        _send_packed(answers, packed)


def _end_with(parent: int) -> None:
    """End this process when the one that started it is gone: while a page is read, nobody sees that the pipe is."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(_ORPHAN)


class _Clock:
    """Passes on which page is taken, and ends the process when one takes too long.

    The system's own timer does it where there is one: a thread would wait for whoever holds the interpreter's lock,
    as a pattern does that backtracks.
    """

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers
        self._begun = time.monotonic()
        self._timer: threading.Timer | None = None
        self._set(SECONDS)

    def report(self, number: int, count: int) -> None:
        """Begin the page ``number`` of ``count``."""
        left = SECONDS + SECONDS_A_PAGE * count - (time.monotonic() - self._begun)
        self._set(max(1.0, min(SECONDS, left)))
        _send(self._answers, _Page(number, count))

    def stop(self) -> None:
        """Let the process live."""
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        if self._timer is not None:
            self._timer.cancel()

    def _set(self, seconds: float) -> None:
        self.stop()
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, seconds)
            return
        self._timer = threading.Timer(seconds, os._exit, [_TIMED_OUT])
        self._timer.daemon = True
        self._timer.start()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        # Windows has no such limit.
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
