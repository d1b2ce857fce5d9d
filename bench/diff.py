"""How long `diff` takes for two years of many commitments, and how much memory: python bench/diff.py [RECORDS] [KIND].

The two years are made up from templates with a settled seed: of the first year's records one in ten is dropped in
the second, as many are added, the others are kept, raised, lowered or reworded, some under a longer name. KIND is

- `varied`: as many indicators as a province's plans have (the default);
- `counties`: sixty indicators, each in the reports of hundreds of counties;
- `same`: one indicator for all, in a few records of each county;
- `alike`: an indicator for each, and every one like all the others (twenty thousand villages' housing estates).

Prints the seconds of each run, their median, the peak memory of the process, and how many rows are as made.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections import Counter
from collections.abc import Iterator

import msgspec

from pledgeminer.diff.compare import diff
from pledgeminer.record import Every, Record


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return text.split()


PLACES = words(
    """
    城区 江北 东部 新城 老城 高新区 开发区 滨河 南湖 北山 西河 临港 空港 环湖 山区 平原
    岭南 湾区
    """
)
QUALITIES = words(
    """
    高标准 智慧 绿色 普惠 公办 老旧 农村 城镇 省级 市级 国家级 数字化 现代化 生态 保障性
    示范 新型 专精特新 科技型 规模以上 紧密型 特色 骨干
    """
)
THINGS = words(
    """
    农田 停车位 小区改造 幼儿园学位 养老床位 托位 口袋公园 公路 燃气管网 供水管网 污水处理厂
    电梯更新 智能工厂 车间 技术改造项目 创新平台 高新技术企业 孵化器 专利授权 技能培训 租赁住房
    卫生室 医联体 图书馆 文化站 健身步道 充电桩 公交车 基站 数据中心 产业园 冷链物流中心
    电商平台 示范村 合作社 家庭农场 造林 湿地修复 排污口整治 河道治理 水库加固 光伏装机
    储能电站 标准厂房 招商项目 旅游线路 粮食产量 蔬菜产量 生猪出栏 水产品产量 研发投入 发明专利
    失业率 覆盖率 签约率 合格率 办结率
    """
)
TAILS = ("", "", "建设", "总量", "规模", "改造提升", "综合整治", "任务")
UNITS = ("个", "家", "%", "元", "公里", "亩", "人", "吨")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("records", type=int, nargs="?", default=20_000)
    arguments.add_argument("kind", choices=("varied", "counties", "same", "alike"), nargs="?", default="varied")
    arguments.add_argument("--runs", type=int, default=3)
    chosen = arguments.parse_args()
    old, new, made = two_years(chosen.records, chosen.kind, random.Random(4))
    indicators = len({record.indicator for record in old})
    print(f"{len(old):,} records against {len(new):,}, {indicators:,} indicators in the first year")
    seconds = []
    for _ in range(chosen.runs):
        start = time.perf_counter()
        rows = diff(old, new)
        seconds.append(time.perf_counter() - start)
        print(f"  {seconds[-1]:.1f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {(row.old_id, row.new_id) for row in rows}
    print(f"median {statistics.median(seconds):.1f} s, peak memory {peak:,.0f} MB")
    print(f"{len(found & made) / len(made):.1%} of the {len(made):,} rows are the pairs that were made")
    print(dict(Counter(row.change for row in rows)))


def two_years(
    count: int, kind: str, chance: random.Random
) -> tuple[list[Record], list[Record], set[tuple[str | None, str | None]]]:
    """Return the records of two years and the pairs of ids that belong together."""
    names = indicators(kind, chance)
    old, new = [], []
    made: set[tuple[str | None, str | None]] = set()
    for number in range(count):
        indicator, body = next(names)
        record = one(number, indicator, body, 2024, chance)
        old.append(record)
        if chance.random() < 0.1:
            made.add((record.id, None))
            extra = one(number + 2 * count, *next(names), 2025, chance)
            new.append(extra)
            made.add((None, extra.id))
        else:
            successor = next_year(record, number + count, chance)
            new.append(successor)
            made.add((record.id, successor.id))
    return old, new, made


def indicators(kind: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield indicators with the bodies that promise them."""
    if kind == "same":
        while True:
            yield "地区生产总值", f"第{chance.randrange(3000)}县人民政府"
    few = ["".join((chance.choice(QUALITIES), chance.choice(THINGS))) for _ in range(60)]
    number = 0
    while True:
        if kind == "alike":
            yield village(chance) + "社区老旧小区综合改造", "市住房城乡建设局"
        elif kind == "counties":
            yield few[number % 60], f"第{number // 60}县人民政府"
        else:
            place = chance.choice(PLACES) if chance.random() < 0.5 else ""
            quality = chance.choice(QUALITIES) if chance.random() < 0.8 else ""
            yield (
                place + quality + chance.choice(THINGS) + chance.choice(TAILS),
                f"市{chance.choice(THINGS)}局",
            )
        number += 1


def village(chance: random.Random) -> str:
    """Return a name of two to four common characters."""
    return "".join(chr(chance.randrange(0x4E00, 0x4E00 + 1500)) for _ in range(chance.randrange(2, 5)))


def one(number: int, indicator: str, body: str, year: int, chance: random.Random) -> Record:
    """Return one record of ``year``."""
    unit = UNITS[sum(map(ord, indicator)) % len(UNITS)]
    value = chance.choice((1, 5, 10, 20, 50)) * chance.randrange(1, 100)
    every: Every | None = "year" if chance.random() < 0.05 else None
    return Record(
        id=f"{number:012x}", kind="commitment", indicator=indicator, aim="deliver", comparator=">=", value=value,
        value_max=None, unit=unit, quantity=f"{value}{unit}以上", owners=(body,), strength="firm", deadline="今年",
        deadline_date=f"{year}-12-31", every=every, speaker=None, text=f"{indicator}{value}{unit}以上",
        source=f"{year}/{body}.txt", date=f"{year}-01-20", line=number + 1, start=number, end=number + 5, rule="made",
    )  # fmt: skip


def next_year(record: Record, number: int, chance: random.Random) -> Record:
    """Return what became of ``record`` a year later."""
    changed = msgspec.structs.replace(
        record,
        id=f"{number:012x}",
        deadline_date="2025-12-31",
        source=record.source.replace("2024", "2025", 1),
        date="2025-01-20",
    )
    what = chance.random()
    if what < 0.5:
        value = max(1, round(record.value * chance.uniform(0.7, 1.4)))
        changed = msgspec.structs.replace(changed, value=value, quantity=f"{value}{record.unit}以上")
    elif what < 0.6:
        changed = msgspec.structs.replace(changed, comparator="~", quantity=f"{record.value}{record.unit}左右")
    if chance.random() < 0.1:
        changed = msgspec.structs.replace(changed, indicator=record.indicator + "数量")
    return changed


if __name__ == "__main__":
    main()
