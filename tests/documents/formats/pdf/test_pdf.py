"""What is said of PDFs that cannot be read, and the process that reads them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_samples import PARAGRAPHS, Pdf, lines_in, mapped_font, one_page, raw_pdf, set_in, stream
from reportlab.lib.pdfencrypt import StandardEncryption

from pledgeminer.documents.formats.pdf import read, reading
from pledgeminer.documents.formats.pdf import worker as workers
from pledgeminer.documents.formats.pdf.reading import content_of
from pledgeminer.errors import DocumentError

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
# A font that numbers its glyphs and does not say what they are.
NUMBERED = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/DW 1000/FontDescriptor 7 0 R"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
    b"<</Type/FontDescriptor/FontName/Any/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120"
    b"/CapHeight 700/StemV 80>>",
)


def report(pages: int = 1, **options: object) -> bytes:
    """A report with the same text on every page."""
    pdf = Pdf(**options)  # type: ignore[arg-type]
    for _ in range(pages):
        pdf.column(60, 60, set_in(44, *PARAGRAPHS))
        pdf.page()
    return pdf.done()


def scan(pages: int, *, name: str = "") -> bytes:
    pdf = Pdf()
    for _ in range(pages):
        pdf.picture(0, 0, 595, 842).text(500, 830, name, 8).page()
    return pdf.done()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"PK\x03\x04", "this is not a PDF", id="something else"),
        pytest.param(b"%PDF-1.4\n", "the PDF is damaged beyond repair, or has no pages", id="a beginning"),
        pytest.param(report()[:400], "the PDF is damaged beyond repair, or has no pages", id="cut off"),
        pytest.param(
            raw_pdf(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"),
            "the PDF is damaged beyond repair, or has no pages",
            id="no pages",
        ),
        pytest.param(
            raw_pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 900000>>", PAGE),
            "the PDF has 900,000 pages, more than 10,000",
            id="too many pages",
        ),
        pytest.param(
            raw_pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 3>>"),
            "none of its 3 pages can be read: the PDF is damaged",
            id="pages in a circle",
        ),
        pytest.param(one_page(b""), "no text in its 1 page: nothing stands there", id="blank"),
        pytest.param(
            one_page(b"0 0 m 100 100 l 200 50 l f"),
            "no text in its 1 page, only letters drawn as shapes; it needs OCR",
            id="shapes",
        ),
        pytest.param(scan(4), "no text in its 4 pages, only pictures; it needs OCR", id="scan"),
        pytest.param(scan(2, name="Scanner"), "no text in its 2 pages, only pictures; it needs OCR", id="scan by name"),
        pytest.param(
            one_page(b"BT /F 12 Tf 60 700 Td <012301240125012601270128> Tj ET", *NUMBERED),
            "its fonts do not say which characters they show (6 of 6 characters); it needs OCR",
            id="no Unicode map",
        ),
        pytest.param(
            one_page(b"BT /F 12 Tf 60 700 Td (ABCD) Tj ET", *mapped_font(dict(enumerate("Ãþå新", 65)))),
            "its fonts do not say which characters they show (3 of 4 characters); it needs OCR",
            id="an order of its own",
        ),
        pytest.param(
            report(encrypt=StandardEncryption("secret", ownerPassword="owner", strength=128)),
            "the PDF is encrypted and opens only with a password",
            id="password",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(data, "folder/a.pdf", None)
    assert (caught.value.problem, caught.value.where) == (problem, "folder/a.pdf")
    assert caught.value.hint


def test_protected_by_the_owner_only() -> None:
    data = report(encrypt=StandardEncryption("", ownerPassword="owner", strength=128))
    assert lines_in(read(data, "a.pdf", None).text) == PARAGRAPHS


def test_pages_that_are_only_pictures_are_named() -> None:
    pdf = Pdf()
    for page in range(1, 13):
        if page in (3, 7, 8, 9):
            pdf.picture(0, 0, 595, 842)
        else:
            pdf.column(60, 60, set_in(44, *PARAGRAPHS))
        pdf.page()
    content = read(pdf.done(), "a.pdf", None)
    assert content.warnings == ("a.pdf: pages 3, 7-9 of 12 hold only pictures and were not read (they need OCR)",)
    assert lines_in(content.text) == PARAGRAPHS * 8
    assert len(content.pages) == 12
    assert content.pages == tuple(sorted(content.pages))


def test_a_damaged_page_is_named() -> None:
    font = mapped_font({65: "共"})
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    pages = b"<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>"
    data = raw_pdf(CATALOG, pages, page, stream(b"BT /F 12 Tf 60 700 Td (AA) Tj ET"), *font)
    content = read(data, "a.pdf", None)
    assert (content.text, content.pages) == ("共共\n", (0, 3))
    assert content.warnings == ("a.pdf: page 2 of 2 is damaged, not read",)


def test_a_few_unreadable_characters() -> None:
    font = mapped_font({65: "共", 66: "\ue000"})
    content = read(one_page(b"BT /F 12 Tf 60 700 Td (AAAAAB) Tj ET", *font), "a.pdf", None)
    assert content.warnings == ("a.pdf: 1 of 6 characters cannot be read: their fonts do not say which they are",)


def test_a_page_with_too_many_characters_is_read_without_layout() -> None:
    rows = b"".join(b"1 0 0 1 20 %d Tm (%s) Tj " % (800 - row % 800, b"a" * 1000) for row in range(120))
    content = read(one_page(b"BT /F 0.5 Tf " + rows + b"ET", HELVETICA, packed=True), "a.pdf", None)
    assert content.warnings == ("a.pdf: page 1 of 1 read without layout: too many characters",)
    assert len(content.text) > 50_000


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("临江市2024年政府工作报告", "临江市2024年政府工作报告"),
        ("Microsoft Word - 报告.doc", None),
        ("政府工作报告.docx", None),
        ("report", None),
        ("", None),
    ],
)
def test_the_title_if_a_person_wrote_it(title: str, kept: str | None) -> None:
    metadata = content_of(report(title=title), "a.pdf").metadata
    assert (metadata.title, metadata.date, metadata.body) == (kept, None, None)


def test_all_that_is_said_of_a_sound_file() -> None:
    content = read(report(pages=2), "a.pdf", "gb18030")
    half = len("\n\n".join(PARAGRAPHS)) + 2
    assert (content.format, content.encoding, content.start) == ("pdf", None, 0)
    assert (content.pages, content.repairs, content.warnings) == ((0, half), (), ())


def test_the_process_goes_on_after_a_failure() -> None:
    worker = workers.Worker()
    try:
        with pytest.raises(DocumentError):
            worker.ask(b"", "a.pdf")
        assert lines_in(worker.ask(report(), "b.pdf").text) == PARAGRAPHS
    finally:
        assert worker.close() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_process_that_dies_is_told_and_started_anew() -> None:
    worker = workers.Worker()
    try:
        worker.ask(report(), "a.pdf")
        process = worker._process
        assert process is not None
        # Held, it cannot answer, and is killed while it is waited for.
        os.kill(process.pid, signal.SIGSTOP)
        killer = subprocess.Popen(["sh", "-c", f"sleep 0.3; kill -9 {process.pid}"])
        with pytest.raises(DocumentError) as caught:
            worker.ask(report(), "b.pdf")
        assert caught.value.problem == "PDFium failed on the PDF (exit code -9)"
        killer.wait()
        assert lines_in(worker.ask(report(), "c.pdf").text) == PARAGRAPHS
    finally:
        worker.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the worker is slowed down through a signal")
def test_a_fault_of_the_program_is_not_told_as_one_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = "; ".join(
        (
            "import sys",
            "sys.path[:] = sys.argv[1:]",
            "from pledgeminer.documents.formats.pdf import reading, worker",
            "reading.content_of = lambda data, name, tell: data[-1:][1]",
            "worker.serve({parent})",
        )
    )
    monkeypatch.setattr(workers, "_START", wrong)
    worker = workers.Worker()
    with pytest.raises(workers.WorkerError, match="IndexError: index out of range"):
        worker.ask(report(), "a.pdf")
    worker.close()


def test_a_page_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = "; ".join(
        (
            "import sys, time",
            "sys.path[:] = sys.argv[1:]",
            "from pledgeminer.documents.formats.pdf import reading, worker",
            "worker.SECONDS = 0.2",
            "reading.content_of = lambda data, name, tell: (tell(2, 3), time.sleep(30))",
            "worker.serve({parent})",
        )
    )
    monkeypatch.setattr(workers, "_START", slow)
    worker = workers.Worker()
    with pytest.raises(DocumentError) as caught:
        worker.ask(report(), "a.pdf")
    assert caught.value.problem == "page 2 of 3 takes too long to read"


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(DocumentError) as caught:
        content_of(report(), "a.pdf")
    assert "pip install 'pledgeminer[pdf]'" in str(caught.value)


def test_one_program_without_python_reads_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(workers, "ask", None)
    assert lines_in(read(report(), "a.pdf", None).text) == PARAGRAPHS


def test_pages_are_counted_in_ranges() -> None:
    assert reading._pages([2]) == "page 2"
    assert reading._pages([1, 3, 4, 5, 9]) == "pages 1, 3-5, 9"


SOUND = report(pages=2)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, len(SOUND)), st.binary(max_size=12)),
        min_size=1,
        max_size=6,
    )
)
def test_damage_ends_in_a_text_or_a_message(cuts: list[tuple[int, int, bytes]]) -> None:
    data = SOUND
    for start, length, put in cuts:
        data = data[:start] + put + data[start + length % 200 :]
    try:
        content = read(data, "a.pdf", None)
    except DocumentError:
        return
    assert content.pages[0] == 0
    assert list(content.pages) == sorted(content.pages)
    assert content.pages[-1] <= len(content.text)
