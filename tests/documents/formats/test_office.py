from __future__ import annotations

import os
import shlex
import shutil
import sys
import time
from pathlib import Path

import pytest
from docx_files import docx, p, zipped

from pledgeminer.documents.formats import office
from pledgeminer.documents.formats.office import read
from pledgeminer.errors import DocumentError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
#: The beginning of the text of an old Word document: its head has the flag of encryption at the end.
DOC = OLE + b"\xec\xa5\xc1\x00\x00\x00\x00\x00\x00\x00\x00\x00" + "WordDocument".encode("utf-16-le")
PROTECTED_DOC = DOC.replace(
    b"\xec\xa5\xc1\x00\x00\x00\x00\x00\x00\x00\x00\x00", b"\xec\xa5\xc1\x00" + bytes(7) + b"\x01"
)
RTF = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\f0 " + "".join(
    f"\\'{byte:02x}" for byte in "全年新增公办学位1.2万个。".encode("gbk")
).encode() + rb"\par}"  # fmt: skip
_MIMETYPE = "application/vnd.oasis.opendocument.text"
ODT = {
    "mimetype": _MIMETYPE,
    "META-INF/manifest.xml": (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIMETYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    ),
    "content.xml": (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>'
        "<text:p>全年新增公办学位1.2万个。</text:p></office:text></office:body></office:document-content>"
    ),
}

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
real = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on the path")


class StandIn:
    """A stand-in for LibreOffice: a shell script that notes how it was called and then does as it is told."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        monkeypatch.setenv(office.VARIABLE, str(folder / "soffice"))
        self.does("exit 0")

    def does(self, commands: str) -> None:
        script = self.folder / "soffice"
        script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {self.folder}/called\n{commands}\n')
        script.chmod(0o755)

    def makes(self, data: bytes) -> None:
        (self.folder / "made.docx").write_bytes(data)
        self.does(
            'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"\n'
            f'cat {shlex.quote(str(self.folder / "made.docx"))} > "$2/document.docx"'
        )

    @property
    def called(self) -> list[str]:
        return (self.folder / "called").read_text().splitlines()


@pytest.fixture
def libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    return StandIn(tmp_path, monkeypatch)


@posix
@pytest.mark.parametrize(
    ("data", "form", "infilter"),
    [
        (RTF, "rtf", "Rich Text Format"),
        (b"\xef\xbb\xbf\r\n" + RTF, "rtf", "Rich Text Format"),
        (zipped({**ODT}), "odt", "writer8"),
        (DOC, "doc", "MS Word 97"),
    ],
)
def test_libreoffice_makes_a_docx_which_is_read(libreoffice: StandIn, data: bytes, form: str, infilter: str) -> None:
    libreoffice.makes(docx(p("一、目标"), p("新增学位500个。")))
    content = read(data, "a." + form, None)
    assert (content.text, content.format, content.encoding) == ("一、目标\n\n新增学位500个。", form, None)
    assert f"--infilter={infilter}" in libreoffice.called
    assert "--headless" in libreoffice.called
    source = Path(libreoffice.called[-1])
    assert source.name == f"document.{form}"
    assert f"-env:UserInstallation={(source.parent / 'profile').as_uri()}" in libreoffice.called
    assert not source.parent.exists()


@posix
def test_its_profile_forbids_macros_and_what_is_only_linked(libreoffice: StandIn) -> None:
    libreoffice.does(f"cp profile/user/registrymodifications.xcu {libreoffice.folder}/settings")
    with pytest.raises(DocumentError):
        read(RTF, "a.rtf", None)
    settings = (libreoffice.folder / "settings").read_text()
    for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks"):
        assert f'<prop oor:name="{name}" oor:op="fuse"><value>true</value></prop>' in settings


@posix
@pytest.mark.parametrize(
    ("commands", "data", "problem"),
    [
        ("exit 0", RTF, r"LibreOffice cannot read this RTF document \(it may be damaged or protected by a password"),
        ("exit 0", DOC, r"LibreOffice cannot read this DOC document \(it may be damaged"),
        ("exit 0", PROTECTED_DOC, r"protected by a password \(open it in Word or LibreOffice, take the password off"),
        ("echo no display >&2; exit 77", RTF, r"LibreOffice failed with code 77: no display \(try .*soffice by itself"),
    ],
)
def test_what_libreoffice_cannot_do_is_told(libreoffice: StandIn, commands: str, data: bytes, problem: str) -> None:
    libreoffice.does(commands)
    with pytest.raises(DocumentError, match=rf"^a\.x: {problem}"):
        read(data, "a.x", None)


@posix
def test_what_it_makes_is_checked_like_any_docx(libreoffice: StandIn) -> None:
    libreoffice.makes(b"PK")
    with pytest.raises(DocumentError, match=r"a\.rtf: this Word document is cut off or damaged"):
        read(RTF, "a.rtf", None)


@posix
def test_libreoffice_is_stopped_with_all_it_started(libreoffice: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "TIMEOUT", 1)
    libreoffice.does(f"sleep 60 & echo $! > {libreoffice.folder}/child\nsleep 60")
    with pytest.raises(DocumentError, match=r"a\.rtf: LibreOffice took more than 1 seconds and was stopped"):
        read(RTF, "a.rtf", None)
    assert not Path(libreoffice.called[-1]).parent.exists()
    assert _ends(int((libreoffice.folder / "child").read_text()))


def _ends(process: int) -> bool:
    """Say whether a process is gone within five seconds; one that nobody has waited for counts as gone."""
    for _ in range(50):
        try:
            os.kill(process, 0)
            status = Path(f"/proc/{process}/stat")
            if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@posix
def test_a_program_that_does_not_start_is_told(libreoffice: StandIn) -> None:
    (libreoffice.folder / "soffice").write_text("no program")
    with pytest.raises(DocumentError, match=r"a\.rtf: LibreOffice does not start: .*\(see /.*soffice"):
        read(RTF, "a.rtf", None)


@posix
def test_a_folder_that_cannot_be_written_is_told(libreoffice: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(libreoffice.folder / "gone"))
    with pytest.raises(DocumentError, match=r"a\.rtf: LibreOffice has nowhere to work: .*TMPDIR"):
        read(RTF, "a.rtf", None)


def test_without_libreoffice_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(office.VARIABLE, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    for data, form in ((RTF, "RTF"), (zipped({**ODT}), "ODT"), (DOC, "DOC")):
        problem = (
            rf"a\.x: this is a {form} document; LibreOffice reads it and is not found \(install LibreOffice, or save"
            r" the document as DOCX; if it is installed, say where soffice is in PLEDGEMINER_SOFFICE\)"
        )
        with pytest.raises(DocumentError, match=problem):
            read(data, "a.x", None)


def test_a_program_that_is_named_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.VARIABLE, "/no/such/soffice")
    with pytest.raises(
        DocumentError, match=r"the program that PLEDGEMINER_SOFFICE names is not there: /no/such/soffice"
    ):
        read(RTF, "a.rtf", None)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", r"this is no RTF, ODT or DOC document, whatever its name says \(if it is plain text, name it \.txt"),
        ("新增学位500个。".encode(), r"this is no RTF, ODT or DOC document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), r"protected by a password \(open it in Word or LibreOffice"),
        (OLE + "Workbook".encode("utf-16-le"), r"this is an Excel workbook \(XLS\), not a Word document"),
        (OLE, r"this is an old Office file in which there is no Word document"),
        (
            b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
            r"this is XML of Word 2003, which cannot be read \(open it in Word and save it as DOCX\)",
        ),
        (
            zipped({**ODT, "META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"}),
            r"protected by a password \(open it in Word or LibreOffice",
        ),
    ],
)  # fmt: skip
def test_what_is_no_such_document_is_refused_before_libreoffice_is_started(
    data: bytes, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_program", lambda *_: pytest.fail("LibreOffice is looked for"))
    with pytest.raises(DocumentError, match=rf"^a\.doc: {problem}"):
        read(data, "a.doc", None)


@real
@pytest.mark.parametrize(("data", "form"), [(RTF, "rtf"), (zipped({**ODT}), "odt")])
def test_libreoffice_itself(data: bytes, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(office.VARIABLE, raising=False)
    content = read(data, "a.x", None)
    assert (content.text, content.format) == ("全年新增公办学位1.2万个。", form)


@real
def test_what_libreoffice_cannot_read_is_not_taken_for_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(office.VARIABLE, raising=False)
    with pytest.raises(DocumentError, match=r"a\.doc: LibreOffice cannot read this DOC document"):
        read(DOC + b"500 " * 1000, "a.doc", None)
