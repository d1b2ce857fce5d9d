"""PDFs that are made in memory, with the character or the line where the test wants it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Sequence
from functools import cache

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
NEVER_FIRST = "，。、；：！？）》”%"

# The font is one that every reader of PDF has to know: it is not embedded, and no file of it is needed.
registerFont(UnicodeCIDFont(FONT))


class Pdf:
    """A PDF that is being drawn; x grows to the right and y downwards, in points from the upper left corner."""

    def __init__(
        self, width: float = WIDTH, height: float = HEIGHT, *, title: str = "", encrypt: object = None
    ) -> None:
        self._to = io.BytesIO()
        self.width, self.height = width, height
        self.canvas = Canvas(self._to, pagesize=(width, height), encrypt=encrypt, invariant=1)
        if title:
            self.canvas.setTitle(title)

    def text(self, x: float, y: float, words: str, size: float = 10.0, *, spaced: float = 0.0) -> Pdf:
        """Write ``words`` on a line at ``y``; ``spaced`` points come between the characters."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.height - y, words, charSpace=spaced)
        return self

    def centred(self, y: float, words: str, size: float = 10.0, middle: float | None = None) -> Pdf:
        """Write ``words`` in the middle of the page, or around ``middle``."""
        middle = self.width / 2 if middle is None else middle
        return self.text(middle - stringWidth(words, FONT, size) / 2, y, words, size)

    def column(self, x: float, y: float, lines: Iterable[str], size: float = 10.0, pitch: float = 1.6) -> float:
        """Write ``lines`` under each other, the first at ``y``, and return where the next one would stand."""
        for line in lines:
            indent = len(line) - len(line.lstrip("\u3000"))
            self.text(x + indent * size, y, line.lstrip("\u3000"), size)
            y += pitch * size
        return y

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> Pdf:
        """Draw a line."""
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, *, fill: bool = False) -> Pdf:
        """Draw a rectangle, filled in light grey or not."""
        self.canvas.setFillGray(0.9)
        self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=not fill, fill=fill)
        self.canvas.setFillGray(0)
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Pdf:
        """Draw a table's lines."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        return self

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> Pdf:
        """Draw a picture of a few grey points."""
        self.canvas.drawImage(ImageReader(_grey()), x0, self.height - y1, x1 - x0, y1 - y0)
        return self

    def page(self) -> Pdf:
        """Begin the next page."""
        self.canvas.showPage()
        return self

    def done(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._to.getvalue()


def _grey() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("L", (8, 8), 128).save(file, "PNG")
    file.seek(0)
    return file


@cache
def a_font_is_there() -> bool:
    """Return whether PDFium finds a font on this machine that has Chinese letters.

    Without one it still reads the text, but knows no shape of a letter, so not where exactly one stands.
    """
    page = pdfium.PdfDocument(Pdf(100, 100).text(20, 60, "国", 50).done())[0]
    return min(page.render().to_pil().convert("L").tobytes()) < 128


needs_a_font = pytest.mark.skipif(
    not a_font_is_there(), reason="no font with Chinese letters is installed (Debian: fonts-noto-cjk)"
)


def width_of(words: str, size: float = 10.0) -> float:
    """Return how wide ``words`` are."""
    return float(stringWidth(words, FONT, size))


# Paragraphs in the genre, to be set in columns.
SCHOOLS = "今年全市将新建改扩建中小学12所，新增学位1.5万个，着力解决城区入学紧张问题。"
HOUSES = (
    "实施老旧小区改造工程，改造小区86个、惠及居民3.2万户，年内全部开工。新增公共停车位5000个以上，新建口袋公园30处。"
)
HOSPITALS = "全面提升医疗服务水平，新增三级医院床位800张，家庭医生签约率达到75%以上。"
FIELDS = "稳步推进乡村振兴，新建高标准农田20万亩，农村自来水普及率提高到95%。加快发展现代设施农业。"
JOBS = "扎实做好就业工作，城镇新增就业6万人，开展职业技能培训4万人次，零就业家庭动态清零。"
PARAGRAPHS = [SCHOOLS, HOUSES, HOSPITALS, FIELDS, JOBS]


def set_in(width: int, *paragraphs: str, indent: int = 2) -> list[str]:
    """Return the lines of ``paragraphs`` in a column that is so many characters wide."""
    return [line for paragraph in paragraphs for line in lines_of(paragraph, width, indent)]


def lines_of(text: str, width: int, indent: int = 2, size: float = 10.0) -> list[str]:
    """Break a paragraph into lines ``width`` characters wide; the first begins with blanks, and no mark begins one."""
    lines, line, room = [], "\u3000" * indent, (width - indent) * size
    for char in text:
        needed = stringWidth(char, FONT, size)
        if needed > room + 0.01:
            carried = ""
            if char in NEVER_FIRST:
                line, carried = line[:-1], line[-1]
            lines.append(line)
            line, room = carried, width * size - stringWidth(carried, FONT, size)
        line += char
        room -= needed
    return [*lines, line]


def lines_in(text: str) -> list[str]:
    """Return the lines of ``text`` that are not blank."""
    return [line for line in text.splitlines() if line]


def raw_pdf(*objects: bytes, root: int = 1) -> bytes:
    """Return a PDF of ``objects``, the first of which is number 1, with a table of where they stand."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        root,
        len(data),
    )


def stream(content: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    """Return a stream object, compressed if ``packed``."""
    if packed:
        content, entries = zlib.compress(content, 9), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)


def one_page(content: bytes, *more: bytes, resources: bytes = b"/Font<</F 5 0 R>>", packed: bool = False) -> bytes:
    """Return a PDF of one page that ``content`` draws; ``more`` objects are numbered from 5 on."""
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>" % resources,
        stream(content, packed=packed),
        *more,
    )


def mapped_font(codes: dict[int, str]) -> tuple[bytes, bytes]:
    """Return a font, as objects 5 and 6, whose byte codes stand for the characters of ``codes``."""
    lines = b"".join(b"<%02x> <%s>\n" % (code, char.encode("utf-16-be").hex().encode()) for code, char in codes.items())
    cmap = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
    cmap += b"%d beginbfchar\n%sendbfchar endcmap end" % (len(codes), lines)
    widths = b" ".join([b"1000"] * 256)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Any/FirstChar 0/LastChar 255/Widths[%s]/ToUnicode 6 0 R>>" % widths
    return font, stream(cmap)
