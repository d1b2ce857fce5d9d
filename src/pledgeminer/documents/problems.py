"""What is wrong with files, in words for the person who can repair it."""

from __future__ import annotations

import errno
from collections import Counter

from ..errors import DocumentError

_HINTS = {
    errno.ENOENT: "check the spelling; a relative path starts at the current folder",
    errno.EACCES: "you need permission to read it",
    errno.EPERM: "you need permission to read it",
    errno.ENOMEM: "split it into smaller files",
    errno.ELOOP: "a link leads back to itself; name the file that is meant",
    errno.ENAMETOOLONG: "a path may not be that long; go into the folder and name it from there",
    errno.EIO: "the disk or the network failed; try again or copy the file elsewhere first",
}


def unreadable(name: str, error: OSError) -> DocumentError:
    """Return the ``DocumentError`` for ``error``, which reading what is shown as ``name`` raised."""
    if error.errno == errno.ENOENT:
        problem = "there is no such file or folder"
    else:
        problem = f"cannot be read: {error.strerror or error}"
    return DocumentError(problem, where=name, hint=_HINTS.get(error.errno or 0, ""))


def left_out_words(left_out: Counter[str]) -> str:
    """Return the counts of files left out as words, such as ``2 hidden, 1 binary``."""
    return ", ".join(f"{count} {reason}" for reason, count in sorted(left_out.items()))
