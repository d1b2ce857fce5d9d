"""The names in archives, which are only labels here: nothing is ever written to where they lead."""

from __future__ import annotations

import re

_DRIVE = re.compile("[A-Za-z]:")


def decoded(name: bytes) -> str | None:
    """Return ``name`` as text: UTF-8, else what Chinese Windows writes, else None."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            pass
    return None


def escaped(name: bytes) -> str:
    r"""Return ``name``, which is in no encoding that is known, with ``\xNN`` for its other bytes."""
    return name.decode("utf-8", "backslashreplace")


def parts(name: str) -> list[str]:
    """Return the folders and the file that ``name`` is made of."""
    return [part for part in name.split("/") if part not in ("", ".")]


def label(name: str) -> str:
    """Return how the path ``name`` is shown."""
    return "/".join(parts(name)).replace("\0", r"\x00")


def leads_outside(name: str) -> bool:
    """Say whether whoever unpacks ``name`` would write beside the folder that he unpacks to."""
    if name.startswith("/") or _DRIVE.match(name):
        return True
    level = 0
    for part in parts(name):
        level += -1 if part == ".." else 1
        if level < 0:
            return True
    return False


def is_hidden(name: str) -> bool:
    """Say whether the file or a folder above it is hidden, or is what a Mac adds to archives."""
    return any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in parts(name))
