"""RTF, OpenDocument and old Word documents, by way of LibreOffice, which makes DOCX of them."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from msgspec.structs import replace

from ...errors import DocumentError
from ..content import Content
from . import docx
from .docx.package import OLE, office_problem
from .extras import need

VARIABLE = "PLEDGEMINER_SOFFICE"
"""The environment variable that may name LibreOffice's program."""

TIMEOUT = 120
"""How many seconds LibreOffice may take for one document; starting it takes one to five."""

_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_FILTERS = {"rtf": "Rich Text Format", "odt": "writer8", "doc": "MS Word 97"}
# No macros run, and nothing is fetched that a document only links to.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
_WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
_HEAD = 4096
_TAKE_OFF = "open it in Word or LibreOffice, take the password off and save it again"
_OPEN_IN_WORD = "open it in Word and save it as DOCX"
_OPEN = "open it in LibreOffice or Word and save it as DOCX"


def read(data: bytes, name: str, encoding: str | None) -> Content:  # noqa: ARG001 - these say their encoding themselves
    """Return the text of an RTF, OpenDocument, old Word or WPS document, as ``docx.read`` gives it.

    The format is ``rtf``, ``odt`` or ``doc``, by the first bytes. Raises ``DocumentError`` for a file that is none of
    these, is protected by a password or damaged, and where LibreOffice is not found, fails or takes longer than
    ``TIMEOUT``.
    """
    form = _form(data, name)
    # Without what reads a DOCX all the waiting would be for nothing.
    need("lxml.etree", form="docx", name=name)
    program = _program(name, form)
    try:
        with tempfile.TemporaryDirectory(prefix="pledgeminer-", ignore_cleanup_errors=True) as folder:
            made = _converted(program, data, form, Path(folder), name)
    except OSError as error:
        problem = f"LibreOffice has nowhere to work: {error.strerror or error}"
        hint = f"make room in {tempfile.gettempdir()}, or name another folder in TMPDIR"
        raise DocumentError(problem, where=name, hint=hint) from None
    return replace(docx.read(made, name, None), format=form)


def _form(data: bytes, name: str) -> str:
    """Return the format, by its first bytes, of a document that LibreOffice may be able to read."""
    if data.startswith(OLE):
        problem = office_problem(data)
        if problem is not None:
            raise DocumentError(problem[0], where=name, hint=problem[1])
        return "doc"
    if data.startswith(b"PK"):
        if _is_encrypted(data):
            raise DocumentError("protected by a password", where=name, hint=_TAKE_OFF)
        return "odt"
    if data.lstrip(b"\r\n \t\xef\xbb\xbf").startswith(b"{\\rtf"):
        return "rtf"
    if _WORD_2003 in data[:_HEAD]:
        # LibreOffice would read it, but without what was inserted, and with what is hidden.
        raise DocumentError("this is XML of Word 2003, which cannot be read", where=name, hint=_OPEN_IN_WORD)
    hint = f"if it is plain text, name it .txt; else {_OPEN}"
    raise DocumentError("this is no RTF, ODT or DOC document, whatever its name says", where=name, hint=hint)


def _program(name: str, form: str) -> str:
    """Return LibreOffice's program: the one that the user names, else one on the path, else where it usually lies."""
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if found is None:
            hint = "name the file soffice, or unset the variable to have it looked for"
            raise DocumentError(f"the program that {VARIABLE} names is not there: {named}", where=name, hint=hint)
        return found
    for place in ("soffice", "libreoffice", *_PLACES):
        found = shutil.which(os.path.expanduser(place))  # noqa: PTH111 - shutil.which takes names too
        if found is not None:
            return found
    hint = f"install LibreOffice, or save the document as DOCX; if it is installed, say where soffice is in {VARIABLE}"
    raise DocumentError(
        f"this is a {form.upper()} document; LibreOffice reads it and is not found", where=name, hint=hint
    )


def _converted(program: str, data: bytes, form: str, folder: Path, name: str) -> bytes:
    """Return the DOCX that LibreOffice makes of ``data`` within ``folder``."""
    source, made, profile = folder / f"document.{form}", folder / "made" / "document.docx", folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    source.write_bytes(data)
    _run(
        [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
            # What is damaged would else be taken for plain text.
            f"--infilter={_FILTERS[form]}",
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent)),
            str(source),
        ],
        folder,
        name,
    )
    if made.is_file():
        return made.read_bytes()
    # It ends without an error, whatever is wrong.
    if form == "doc" and _says_encrypted(data):
        raise DocumentError("protected by a password", where=name, hint=_TAKE_OFF)
    hint = f"it may be damaged or protected by a password; {_OPEN}"
    raise DocumentError(f"LibreOffice cannot read this {form.upper()} document", where=name, hint=hint)


def _run(command: list[str], folder: Path, name: str) -> None:
    """Run LibreOffice, which is ended with all that it started when it takes too long or the user interrupts."""
    with (folder / "errors").open("w+b") as errors:
        try:
            process: subprocess.Popen[bytes] = subprocess.Popen(
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )
        except OSError as error:
            problem = f"LibreOffice does not start: {error.strerror or error}"
            raise DocumentError(problem, where=name, hint=f"see {command[0]}") from None
        try:
            ended = process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            problem = f"LibreOffice took more than {TIMEOUT} seconds and was stopped"
            raise DocumentError(problem, where=name, hint=_OPEN) from None
        finally:
            if process.poll() is None:
                _end(process)
        if ended != 0:
            errors.seek(0)
            said = " ".join(errors.read(10_000).decode("utf-8", "replace").split())[-200:]
            problem = f"LibreOffice failed with code {ended}" + (f": {said}" if said else "")
            raise DocumentError(problem, where=name, hint=f"try {command[0]} by itself; else {_OPEN}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End ``process`` and those that it started: LibreOffice's program is only a starter."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _is_encrypted(data: bytes) -> bool:
    """Say whether an OpenDocument package declares the encryption of its parts; one that is damaged does not."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("META-INF/manifest.xml") as file:
            return b"encryption-data" in file.read(2**20)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, EOFError, RuntimeError, NotImplementedError):
        return False


def _says_encrypted(data: bytes) -> bool:
    """Say whether the head of an old Word document's text ([MS-DOC] 2.5.2) has the flag of encryption."""
    for start in range(512, len(data), 512):
        if data.startswith(b"\xec\xa5", start):
            return bool(data[start + 11 : start + 12]) and bool(data[start + 11] & 1)
    return False
