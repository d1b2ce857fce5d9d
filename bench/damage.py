"""What is left of a document when a page of it is damaged: python bench/damage.py [NAME …]

Makes traditional pages of the gold documents beside the checkout, and damages them as polluted pages are: a program
that looks at bytes puts readings behind letters of the GBK page (發(fā)展), wherever their two bytes stand, also in the
middle of two letters (日?qǐng)?bào)); full stops before quotation marks lose their first byte, which shifts what
follows; the tags of paragraphs are taken off, but for those that the damage has eaten into; full widths are folded; a
list of places fills the end. Then extracts the commitments from the traditional page and from the damaged one, and
counts the quantities that are equal once they are simplified.

Exit code 1: less than 95 % of the quantities are the same, all documents together, or a damaged page has a number that
the sound one does not have.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

import opencc
from agreement import Agreement, Key, compare, report
from gold import Gold, add_arguments, gold_documents

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.extraction.reading import read
from pledgeminer.record import Record
from pledgeminer.text.fold import fold

TARGET = 0.95

# Letters that only traditional text has, with their readings; a polluting program knows some of them.
_READINGS = (
    "國guó 業yè 發fā 經jīng 進jìn 產chǎn 設shè 會huì 實shí 濟jì 農nóng 資zī 強qiáng 們men 對duì "
    "動dòng 務wù 體tǐ 現xiàn 個gè 義yì 區qū 開kāi 長zhǎng 這zhè 關guān 學xué 為wèi 機jī 點diǎn 結jié "
    "堅jiān 項xiàng 續xù 計jì 來lái 決jué 過guò 萬wàn 積jī 劃huà 調diào 規guī 時shí 應yīng 極jí "
    "術shù 級jí 場chǎng 內nèi 種zhǒng 創chuàng 繼jì 總zǒng 穩wěn 億yì 費fèi 構gòu 導dǎo 領lǐng 題tí "
    "質zhì 問wèn 財cái 當dāng 權quán 爭zhēng 際jì 須xū 標biāo 統tǒng 護hù 爲wèi 營yíng 嚴yán 礎chǔ "
    "擴kuò 戰zhàn 將jiāng 黨dǎng 辦bàn 條tiáo 與yǔ 優yōu 員yuán 運yùn 兩liǎng 廣guǎng 職zhí 還hái "
    "從cóng 價jià 門mén 環huán 達dá 轉zhuǎn 係xì 眾zhòng 別bié 確què 節jié 變biàn 並bìng 認rèn 軍jūn "
    "數shù 間jiān 備bèi 電diàn 適shì 組zǔ 聯lián 監jiān 團tuán 準zhǔn 較jiào 幹gàn 範fàn 勢shì "
    "減jiǎn 難nán 勞láo 風fēng 責zé 處chù 醫yī 協xié 預yù 鄉xiāng 鬥dòu 貿mào 線xiàn 險xiǎn 觀guān "
    "斷duàn 階jiē 揮huī 議yì 鎮zhèn 單dān 專zhuān 況kuàng 證zhèng 執zhí 糧liáng 織zhī 針zhēn 緊jǐn "
    "維wéi 採cǎi 態tài 約yuē 則zé 據jù 稅shuì 東dōng 養yǎng 視shì 顯xiǎn 識shí 貫guàn 製zhì 徹chè "
    "驗yàn 綜zōng 試shì 額é 勵lì 夠gòu 類lèi 隊duì 負fù 衆zhòng 補bǔ 許xǔ 無wú 給gěi 論lùn 華huá "
    "層céng 該gāi 興xìng 貧pín 樣yàng 臺tái 舉jǔ 參cān 網wǎng 佔zhàn 噸dūn 圍wéi 貨huò 頭tóu 衛wèi "
    "貸dài 幾jǐ 審shěn 療liáo 氣qì 沒méi 帶dài 歷lì 鞏gǒng 績jī 幫bāng 傳chuán 購gòu 讓ràng 災zāi "
    "習xí 勝shèng 邊biān 鐵tiě 奮fèn 銷xiāo 說shuō 壓yā 紀jì 籌chóu 張zhāng 復fù 幣bì 車chē 擔dān "
    "縣xiàn 廠chǎng 順shùn 競jìng 債zhài 輕qīng 擊jī 裝zhuāng 遠yuǎn 銀yín 報bào 蘇sū 藥yào 見jiàn "
    "偉wěi 滿mǎn 榮róng 違wéi 鍵jiàn 屆jiè 佈bù 願yuàn 狀zhuàng 亞yà 灣wān 園yuán 獨dú 戶hù 輸shū "
    "匯huì 頓dùn 礦kuàng 鋼gāng 艱jiān 踐jiàn 餘yú 亂luàn 響xiǎng 訓xùn 遊yóu 蓋gài 熱rè 敗bài 愛ài "
    "屬shǔ 綱gāng 壞huài 記jì 漲zhǎng 顧gù 獻xiàn 舊jiù 藝yì 兒ér 揚yáng 庫kù 絕jué 講jiǎng 選xuǎn "
    "貼tiē 築zhù 錯cuò 隨suí 豐fēng 綠lǜ 連lián 評píng 終zhōng 書shū 師shī 畝mǔ 鏈liàn 貢gòng "
    "雙shuāng 損sǔn 樹shù 縮suō 儲chǔ 誤wù 寬kuān 僅jǐn 訂dìng 圖tú 檢jiǎn 緩huǎn 談tán 雜zá 馬mǎ "
    "換huàn 請qǐng 隱yǐn 齊qí 訪fǎng 輛liàng "
)
READINGS = {word[0]: word[1:] for word in _READINGS.split()}
_PLACES = (
    "望奎县 曲周县 沁水县 靖边县 西峡县 平果市 临泽县 荔波县 旌德县 上杭县 大余县 东明县 石首市 桃江县 "
    "乐业县 芒市 色达县 乌什县 额敏县 兴海县 康乐县 吴起县 隆化县 石楼县 康平县 汪清县 肇源县 宝应县 "
    "泰顺县 郎溪县 松溪县 吉安县 郓城县 新闻 光山县 麻城市 桂东县 连平县 灵山县 澄迈县 荣昌区 若尔盖县 "
    "大方县 元阳县 墨脱县 佛坪县 阿瓦提县 三都 图片 "
)
# What fills the end of a page.
PLACES = _PLACES.split()

OPENED, CLOSED = "<p>", "</p>"
STOP, MARKS = "。".encode("gbk"), [mark.encode("gbk") for mark in "“”‘’"]
FOLDED = str.maketrans("，：；？！（）％", ",:;?!()%")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    parser.add_argument("--seed", type=int, default=1, help="of the damage (default 1)")
    parser.add_argument("--letters", type=float, default=0.4, metavar="SHARE", help="that get a reading (default 0.4)")
    parser.add_argument(
        "--across", type=int, default=0, metavar="N", help="letters that it sees across two (default 0)"
    )
    parser.add_argument("--stops", type=float, default=0.8, metavar="SHARE", help="that lose their byte (default 0.8)")
    parser.add_argument("--browser", action="store_true", help="the page was saved by a browser")
    parser.add_argument("--write", action="store_true", help="write the damaged pages instead")
    chosen = parser.parse_args()
    documents = gold_documents(chosen.shared, chosen.names)
    damaged = partial(damage, letters=chosen.letters, across=chosen.across, stops=chosen.stops, browser=chosen.browser)
    if chosen.write:
        for document in documents:
            print(damaged(traditional(document.text), random.Random(f"{chosen.seed}{document.name}")))
        return 0
    invented: list[str] = []
    kind = f"seed {chosen.seed}"
    reached = report(kind, TARGET, agreements(documents, damaged, chosen.seed, invented), show=chosen.show)
    for line in invented:
        print(f"a number that the sound page does not have: {line}")
    return 0 if reached and not invented else 1


Damaging = Callable[[str, random.Random], str]


def agreements(
    documents: Sequence[Gold], damaged: Damaging, seed: int, invented: list[str]
) -> Iterator[tuple[str, Agreement]]:
    """Yield each document's name and how far the quantities of its damaged page are those of the sound one.

    Numbers that only the damaged page has are added to ``invented``.
    """
    extractor = Extractor()
    for document in documents:
        page = traditional(document.text)
        other = damaged(page, random.Random(f"{seed}{document.name}"))
        agreement = compare(*(commitments(document, text, extractor) for text in (page, other)), quantity_key)
        new = numbers(other, extractor) - numbers(page, extractor, named=True)
        invented += [f"{document.name}: {number}" for number in new.elements()]
        yield document.name, agreement


def commitments(document: Gold, text: str, extractor: Extractor) -> list[Record]:
    """Return the commitments in ``text``, a form of ``document``."""
    given = Document(text=text, source=document.name, date=document.date, body=document.body)
    return [record for record in extractor.extract(given) if record.kind == "commitment"]


def numbers(text: str, extractor: Extractor, *, named: bool = False) -> Counter[str]:
    """Return the numbers of all quantities in ``text``, whether they become records or not.

    ``named`` adds those that are parts of names, which a name may not be known to be once a letter of it is lost.
    """
    reading = read(Document(text=text, source=""), extractor.rules)
    spans = [(one.number_start, one.number_end) for one in reading.quantities]
    if named:
        spans += [(one.start, one.end) for one in reading.numbers.passed]
    return Counter(reading.text[start:end] for start, end in spans)


@cache
def converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def traditional(text: str) -> str:
    converted: str = converter("s2t").convert(text)
    return converted


def quantity_key(record: Record) -> Key:
    return (fold(converter("t2s").convert(record.quantity)),)


def damage(
    text: str,
    chance: random.Random,
    *,
    letters: float = 0.4,
    across: int = 0,
    stops: float = 0.8,
    browser: bool = False,
) -> str:
    """Return traditional ``text`` as a polluted page has it.

    ``letters`` is the share of the letters of READINGS that the program knows; it takes as many pairs of bytes
    ``across`` two letters of the text for letters that it knows too. ``stops`` is the share of the full stops before a
    quotation mark that lose their first byte. A ``browser`` shows a byte with no half as U+FFFD and takes nothing with
    it, and leaves full widths alone; an old converter writes ``?`` for it and for the byte behind it.
    """
    page = "\n".join(f"{OPENED}{line}{CLOSED}" if line.strip() else line for line in text.split("\n"))
    known = chance.sample(sorted(READINGS.items()), round(len(READINGS) * letters))
    pairs = letters_across(text) if across else []
    known += [(letter, chance.choice(known)[1]) for letter in chance.sample(pairs, min(across, len(pairs)))]
    data = with_readings(without_bytes(page, chance, stops), known)
    shown = re.sub(f"{OPENED}|{CLOSED}", "", decoded(data, "\ufffd" if browser else "?"))
    if not browser:
        shown = shown.translate(FOLDED)
    return shown.rstrip() + "\n\n" + "| ".join(chance.choices(PLACES, k=chance.randint(30, 60))) + "|\n"


def without_bytes(page: str, chance: random.Random, share: float) -> bytes:
    """Return the bytes of ``page`` in GBK; full stops before quotation marks have ``?`` for their first byte."""
    codes = [char.encode("gbk", "replace") for char in page]
    torn = [
        code == STOP and following in MARKS and chance.random() < share for code, following in pairwise([*codes, b""])
    ]
    return b"".join(b"?" + STOP[1:] if gone else code for code, gone in zip(codes, torn, strict=True))


def letters_across(text: str) -> list[str]:
    """Return the letters that the second byte of a letter of ``text`` makes with the first of the next, each once."""
    codes = [char.encode("gbk", "replace") for char in text]
    pairs = {one[1:] + other[:1] for one, other in pairwise(codes) if len(one) == len(other) == 2}
    letters = (pair.decode("gbk", "ignore") for pair in pairs if pair[0] > 0x80)
    return sorted(letter for letter in letters if "\u4e00" <= letter <= "\u9fff")


def with_readings(data: bytes, known: Iterable[tuple[str, str]]) -> bytes:
    """Put their readings in brackets behind the bytes of ``known`` letters, wherever these stand."""
    for letter, reading in known:
        code = letter.encode("gbk")
        data = data.replace(code, code + f"({reading})".encode("gbk"))
    return data


def decoded(data: bytes, hole: str) -> str:
    """Return ``data`` read as GBK, with ``hole`` for a byte with no half; a ``?`` takes the next byte with it."""
    letters: list[str] = []
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            letters.append(chr(data[at]))
            at += 1
            continue
        pair = data[at : at + 2]
        sound = len(pair) == 2 and 0x81 <= pair[0] <= 0xFE and 0x40 <= pair[1] <= 0xFE and pair[1] != 0x7F
        # The areas for letters of one's own become private-use characters, as in GB18030.
        letters.append(pair.decode("gb18030", "replace") if sound else hole)
        at += 2 if sound or hole == "?" else 1
    return "".join(letters)


if __name__ == "__main__":
    sys.exit(main())
