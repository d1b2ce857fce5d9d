"""Write a corpus of made-up official documents: python bench/corpus.py FOLDER [--size MB] [--seed N]

Three kinds in turn: a city's work report (title, review, targets under a lead-in, tasks in chapters), a province's
action plan (bullets, bodies in brackets), a page of bureau heads' speeches (names over them, quotations). They are put
together from templates, so that a corpus of any size can be had, the same on every machine for the same seed. About as
many numbers are in a page as in real reports, but the sentences are far more alike: what the program remembers from one
sentence to the next helps it more here than in real texts.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from pathlib import Path

CITIES = "云浦 澜滨 松陵 青澜 鹤川 望江 临溪 岚山 平澜 沙洲 海棠 柳林".split()  # noqa: SIM905
NAMES = "李明华 王秀英 陈大勇 沈砚秋 贺同舟 赵文博 周雨桐 吴建国 郑晓岚 孙立新".split()  # noqa: SIM905

# Bureau: what it counts (noun and unit), what it raises, what it measures.
BUREAUS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "教育局": (
        ("公办幼儿园/所", "普惠学位/个", "骨干教师/名", "课后服务学校/所"),
        ("学前教育普惠率", "体质健康优良率"),
    ),
    "财政局": (("专项资金/亿元", "惠企政策/项", "绩效评价项目/个"), ("民生支出占比", "预算执行率")),
    "人力资源社会保障局": (
        ("职业技能培训/万人次", "公共实训基地/个", "招聘活动/场", "高技能人才/人"),
        ("失业率", "劳动争议结案率"),
    ),
    "住房城乡建设局": (
        ("老旧小区/个", "停车位/个", "保障性住房/套", "燃气管网/公里"),
        ("物业覆盖率", "装配式建筑占比"),
    ),
    "交通运输局": (("农村公路/公里", "公交线路/条", "充电桩/个", "客运站/座"), ("绿色公交占比", "道路优良率")),
    "农业农村局": (("高标准农田/万亩", "示范合作社/家", "冷库/座", "农产品品牌/个"), ("良种覆盖率", "机械化率")),
    "水务局": (("病险水库/座", "河道治理/公里", "供水管网/公里", "排污口整治/处"), ("自来水普及率", "污水处理率")),
    "卫生健康委": (("村卫生室/个", "托位/个", "家庭医生团队/支", "体检服务/万人次"), ("签约服务率", "县域就诊率")),
    "科技局": (("高新技术企业/家", "技术攻关项目/项", "孵化器/家", "院士工作站/个"), ("研发投入强度", "成果转化率")),
    "生态环境局": (("减排项目/个", "监测站点/个", "湿地修复/公顷", "造林/万亩"), ("空气优良天数比例", "水质达标率")),
}
LEVELS = (
    "地区生产总值",
    "一般公共预算收入",
    "固定资产投资",
    "社会消费品零售总额",
    "规模以上工业增加值",
    "居民人均可支配收入",
)

# Sentences without a number, as most of a real report has.
PROSE = (
    "坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展。",
    "坚持把{thing}摆在突出位置，健全体制机制，压实工作责任，推动各项任务落地见效。",
    "我们清醒地看到，{thing}工作与群众期盼相比还有差距，发展不平衡不充分的问题依然存在。",
    "要进一步解放思想、转变作风，以更实的举措、更大的力度、更高的标准抓好{thing}各项工作。",
    "加强部门协同和上下联动，完善政策措施，优化营商环境，激发各类经营主体活力。",
    "广泛听取各方面意见建议，及时回应社会关切，让改革发展成果更多更公平惠及人民群众。",
    "统筹发展和安全，守牢底线，有效防范化解重点领域风险，保持社会大局和谐稳定。",
    "持续深化改革，扩大开放，推动科技创新和产业创新深度融合，因地制宜发展新质生产力。",
    "各级各部门要切实增强责任感和紧迫感，主动担当作为，形成齐抓共管的良好局面。",
    "围绕{thing}补短板、强弱项、提质量，探索形成一批可复制、可推广的经验做法。",
)
REPORTED = (
    "一年来，{noun}新增{n}{unit}，同比增长{p}%。",
    "全年完成{noun}{n}{unit}，累计达到{m}{unit}。",
    "{rate}达到{p}%，比上年提高{q}个百分点。",
    "{level}完成{m}亿元，增长{p}%，增速居全省前列。",
    "去年新建{noun}{n}{unit}，改造{other}{k}{unit2}。",
    "已建成{noun}{n}{unit}，惠及群众{m}万人。",
    "投入资金{k}亿元，较上年增加{q}亿元。",
)
PROMISED = (
    "今年新增{noun}{n}{unit}以上。",
    "年内完成{noun}不少于{n}{unit}，{rate}达到{p}%以上。",
    "力争{rate}提高到{p}%左右，{other}达到{k}{unit2}。",
    "新建{noun}{n}{unit}，改造提升{other}{k}{unit2}。",
    "确保{rate}保持在{p}%以上，投诉量下降{q}%。",
    "计划投资{k}亿元，实施{noun}建设，{month}月底前建成{n}{unit}。",
    "培育打造{k}—{m}个示范点，每年培训{n}人次以上。",
    "将{rate}从{q}%提高到{p}%，全面完成{noun}{n}{unit}的任务。",
    "安排{noun}补助{k}万元，惠及{m}余户居民。",
)
TARGETS = (
    "{level}增长{q}%左右",
    "{level}突破{m}亿元",
    "城镇新增就业{k}万人以上",
    "{rate}控制在{p}%以内",
    "居民消费价格涨幅{q}%左右",
    "新增{noun}{n}{unit}",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where to write; it is made if it is missing")
    parser.add_argument("--size", type=float, default=3.0, metavar="MB", help="how much, in 10^6 bytes (default 3)")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives another corpus (default 1)")
    parser.add_argument("--length", type=float, default=50.0, metavar="KB", help="of one document (default 50)")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    count = written = 0
    for name, text in corpus(chosen.size, chosen.seed, chosen.length):
        data = text.encode()
        (chosen.folder / name).write_bytes(data)
        count, written = count + 1, written + len(data)
    print(f"{count:,} documents, {written:,} bytes in {chosen.folder}")


def corpus(megabytes: float, seed: int = 1, kilobytes: float = 50.0) -> Iterator[tuple[str, str]]:
    """Yield names and texts of documents of about ``kilobytes`` each, ``megabytes`` of UTF-8 in all."""
    chance = random.Random(seed)
    left = round(megabytes * 1e6)
    number = 0
    while left > 0:
        number += 1
        kind, write = KINDS[number % len(KINDS)]
        text = document(write, min(left, round(kilobytes * 1e3)), chance)
        left -= len(text.encode())
        yield f"{kind}-{number:05d}.txt", text


def document(write: Callable[[random.Random], Iterator[str]], size: int, chance: random.Random) -> str:
    """Return the lines that ``write`` yields, cut behind the one that reaches ``size`` bytes of UTF-8."""
    lines: list[str] = []
    length = 0
    for line in write(chance):
        lines.append(line)
        length += len(line.encode()) + 1
        if length >= size:
            break
    return "\n".join(lines) + "\n"


def report(chance: random.Random) -> Iterator[str]:
    """Yield the lines of a work report without an end."""
    city, year = chance.choice(CITIES), chance.randrange(2015, 2026)
    yield "政府工作报告"
    day, meeting = chance.randrange(5, 28), chance.choice("一二三四五")
    yield f"——{year}年1月{day}日在{city}市第十六届人民代表大会第{meeting}次会议上"
    yield f"{city}市人民政府市长 {chance.choice(NAMES)}"
    yield ""
    yield "各位代表："
    yield "现在，我代表市人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。"
    yield f"一、{year - 1}年工作回顾"
    for _ in range(40):
        yield paragraph(chance, REPORTED)
    yield f"二、{year}年工作安排"
    yield f"今年发展主要预期目标是：{'；'.join(sentence(chance, TARGETS) for _ in range(6))}。"
    yield "今年要重点做好以下几方面工作。"
    while True:
        for ordinal in "一二三四五六七八九":
            yield f"（{ordinal}）抓好{chance.choice(list(BUREAUS))[:-1]}工作"
            for _ in range(4):
                yield paragraph(chance, PROMISED)


def plan(chance: random.Random) -> Iterator[str]:
    """Yield the lines of an action plan without an end."""
    year = chance.randrange(2020, 2026)
    yield f"{chance.choice(CITIES)}省数字强省建设行动方案（{year}—{year + 2}年）"
    yield f"{year}年3月{chance.randrange(1, 29)}日"
    yield paragraph(chance)
    yield "一、主要目标"
    yield f"到{year + 2}年，重点领域取得明显成效，体制机制更加完善。"
    for _ in range(5):
        yield f"——{sentence(chance, TARGETS)}，{sentence(chance, TARGETS)}。"
    number = 1
    while True:
        number += 1
        yield f"{chance.choice('二三四五六七八九')}、实施重点领域提升行动"
        for item in range(1, 6):
            first, second, third = chance.sample(list(BUREAUS), 3)
            tag = chance.choice(
                (
                    f"（责任单位：省{first}、省{second}）",
                    f"（牵头单位：省{first}，责任单位：省{second}、省{third}）",
                    f"（省{first}牵头，省{second}配合）",
                    f"（省{first}、省{second}按职责分工负责）",
                )
            )
            yield f"{item}.{paragraph(chance, PROMISED)}{tag}"


def speeches(chance: random.Random) -> Iterator[str]:
    """Yield the lines of a page of speeches without an end."""
    city, year = chance.choice(CITIES), chance.randrange(2018, 2026)
    yield f"{city}市召开重点工作推进会"
    yield f"{year}年2月{chance.randrange(1, 28)}日"
    yield paragraph(chance)
    while True:
        bureau, name = chance.choice(list(BUREAUS)), chance.choice(NAMES)
        yield f"{city}市{bureau}党组书记、局长 {name}"
        for start in ("去年，", "今年，我们将", "下一步，"):
            yield start + paragraph(chance, REPORTED if start == "去年，" else PROMISED)
        yield f"“{sentence(chance, PROMISED)}”市{bureau}局长{chance.choice(NAMES)}表示。{sentence(chance, PROSE)}"


KINDS = (("report", report), ("plan", plan), ("speeches", speeches))


def paragraph(chance: random.Random, templates: tuple[str, ...] = ()) -> str:
    """Return a paragraph of prose with, every other time, a sentence from ``templates`` in it."""
    prose = [sentence(chance, PROSE) for _ in range(4)]
    if templates and chance.random() < 0.5:
        prose.insert(1, sentence(chance, templates))
    return "".join(prose)


def sentence(chance: random.Random, templates: tuple[str, ...]) -> str:
    """Return one of ``templates`` filled in."""
    bureau = chance.choice(list(BUREAUS))
    counted, rates = BUREAUS[bureau]
    noun, unit = chance.choice(counted).split("/")
    other, unit2 = chance.choice(counted).split("/")
    return chance.choice(templates).format(
        thing=noun,
        noun=noun,
        unit=unit,
        other=other,
        unit2=unit2,
        rate=chance.choice(rates),
        level=chance.choice(LEVELS),
        n=chance.choice((chance.randrange(3, 900), f"{chance.randrange(1, 90)},{chance.randrange(100, 999)}")),
        m=chance.randrange(21, 3000),
        k=chance.randrange(2, 20),
        p=round(chance.uniform(50, 99), chance.randrange(2)),
        q=round(chance.uniform(1, 12), 1),
        month=chance.randrange(4, 12),
    )


if __name__ == "__main__":
    main()
