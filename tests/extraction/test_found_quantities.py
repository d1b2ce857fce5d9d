"""What is a quantity, and what each is worth; a new case is one more row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgeminer.record import Commitment

Found = tuple[str, int | float, int | float | None, str, str]
Find = Callable[[str], list[Found]]

# Text; the quantity as it stands there; value, upper value of a range, unit, comparator.
ONE = [
    # Figures
    ("升级改造97所学校", "97所", 97, None, "所", "="),
    ("新增公共停车位5,000个", "5,000个", 5000, None, "个", "="),
    ("新增公共停车位1,250,000个", "1,250,000个", 1250000, None, "个", "="),
    ("新增公共停车位５０００个", "５０００个", 5000, None, "个", "="),
    ("增长５．５％", "５．５％", 5.5, None, "%", "="),
    ("粮食产量1.3亿斤", "1.3亿斤", 130000000, None, "斤", "="),
    ("下降0.05个百分点", "0.05个百分点", 0.05, None, "百分点", "="),
    ("绿化面积12.50万亩", "12.50万亩", 125000, None, "亩", "="),
    # Multipliers
    ("惠及12万人", "12万人", 120000, None, "人", "="),
    ("惠及7.34万户", "7.34万户", 73400, None, "户", "="),
    ("外贸总额1.4万亿元", "1.4万亿元", 1400000000000, None, "元", "="),
    ("植树3千万株", "3千万株", 30000000, None, "株", "="),
    ("投放2百万元", "2百万元", 2000000, None, "元", "="),
    ("完成投资5.66万亿元", "5.66万亿元", 5660000000000, None, "元", "="),
    ("提高3200万农村人口供水保障水平", "3200万", 32000000, None, "", "="),
    # Chinese numerals
    ("新建三所学校", "三所", 3, None, "所", "="),
    ("改造三千五百户", "三千五百户", 3500, None, "户", "="),
    ("安置十二万人", "十二万人", 120000, None, "人", "="),
    ("兴修水渠一百零五条", "一百零五条", 105, None, "条", "="),
    ("培育两家龙头企业", "两家", 2, None, "家", "="),
    ("打井一万二千眼", "一万二千眼", 12000, None, "眼", "="),
    ("增产二十三点五亿斤", "二十三点五亿斤", 2350000000, None, "斤", "="),
    ("新建三十二座水库", "三十二座", 32, None, "座", "="),
    ("改造二〇〇户", "二〇〇户", 200, None, "户", "="),
    ("架设电线廿五公里", "廿五公里", 25, None, "公里", "="),
    # Numerals that are also the beginning of a name (四平, 三台, 两头)
    pytest.param(
        "绿化四平方公里山地", "四平方公里", 4, None, "平方公里", "=",
        marks=pytest.mark.xfail(strict=True, reason="the beginning of the name of a place hides the numeral"),
    ),
    pytest.param(
        "购置三台设备", "三台", 3, None, "台", "=",
        marks=pytest.mark.xfail(strict=True, reason="the beginning of the name of a place hides the numeral"),
    ),
    pytest.param(
        "引进两头种牛", "两头", 2, None, "头", "=",
        marks=pytest.mark.xfail(strict=True, reason="the beginning of the name of a place hides the numeral"),
    ),
    # Nouns that end like the label of a table or a picture (表3, 图5)
    pytest.param(
        "安装水表5000块", "5000块", 5000, None, "块", "=",
        marks=pytest.mark.xfail(strict=True, reason="a number behind 表, 图 or 注 is always taken for a label"),
    ),
    pytest.param(
        "绘制地图20幅", "20幅", 20, None, "幅", "=",
        marks=pytest.mark.xfail(strict=True, reason="a number behind 表, 图 or 注 is always taken for a label"),
    ),
    # A power without a digit
    ("链接企业千家以上", "千家以上", 1000, None, "家", ">="),
    ("总量超万亿元", "超万亿元", 1000000000000, None, "元", ">"),
    ("植树百万株", "百万株", 1000000, None, "株", "="),
    ("培训万名农民", "万名", 10000, None, "名", "="),
    ("投入千万元", "千万元", 10000000, None, "元", "="),
    # Vague counts
    ("选派上百名干部", "上百名", 100, None, "名", ">="),
    ("服务数千名群众", "数千名", 1000, None, "名", ">"),
    ("服务数万名群众", "数万名", 10000, None, "名", ">"),
    ("组织近千家企业", "近千家", 1000, None, "家", "~"),
    ("新增百余家门店", "百余家", 100, None, "家", ">"),
    ("更换90余万块电表", "90余万块", 900000, None, "块", ">"),
    ("更换九十余万块电表", "九十余万块", 900000, None, "块", ">"),
    ("推进二十多个项目", "二十多个", 20, None, "个", ">"),
    ("推进20多个项目", "20多个", 20, None, "个", ">"),
    ("惠及30多万人", "30多万人", 300000, None, "人", ">"),
    ("培训农民5000余人次", "5000余人次", 5000, None, "人次", ">"),
    ("筹集资金3亿多元", "3亿多元", 300000000, None, "元", ">"),
    # Shares
    ("压减百分之三十", "百分之三十", 30, None, "%", "="),
    ("增长百分之二十一点六", "百分之二十一点六", 21.6, None, "%", "="),
    ("出生率降到千分之十二", "千分之十二", 12, None, "‰", "="),
    ("争取农产品网络零售额增长两成以上", "两成以上", 20, None, "%", ">="),
    ("能耗压减3成", "3成", 30, None, "%", "="),
    ("死亡率控制在5‰以内", "5‰以内", 5, None, "‰", "<="),
    ("失业率下降0.5个百分点", "0.5个百分点", 0.5, None, "百分点", "="),
    ("失业率下降2百分点", "2百分点", 2, None, "百分点", "="),
    ("产值增长1.5倍", "1.5倍", 1.5, None, "倍", "="),
    ("产值翻一番", "翻一番", 1, None, "番", "="),
    pytest.param(
        "利率下调10个基点", "10个基点", 10, None, "基点", "=",
        marks=pytest.mark.xfail(strict=True, reason="the measure word stays in the unit, as it does not in 个百分点"),
    ),
    # Ranges
    ("打造2—3个平台", "2—3个", 2, 3, "个", "range"),
    ("打造2-3个平台", "2-3个", 2, 3, "个", "range"),
    ("打造2–3个平台", "2–3个", 2, 3, "个", "range"),
    ("打造2－3个平台", "2－3个", 2, 3, "个", "range"),
    ("打造2~3个平台", "2~3个", 2, 3, "个", "range"),
    ("打造2～3个平台", "2～3个", 2, 3, "个", "range"),
    ("打造3至5个平台", "3至5个", 3, 5, "个", "range"),
    ("招引20到30家企业", "20到30家", 20, 30, "家", "range"),
    ("打造二至三个平台", "二至三个", 2, 3, "个", "range"),
    ("打造三五个平台", "三五个", 3, 5, "个", "range"),
    ("筹建七八百个站点", "七八百个", 700, 800, "个", "range"),
    ("增长6%-6.5%", "6%-6.5%", 6, 6.5, "%", "range"),
    ("增长6%～6.5%", "6%～6.5%", 6, 6.5, "%", "range"),
    ("增长6—6.5%", "6—6.5%", 6, 6.5, "%", "range"),
    ("提高百分之八至百分之十", "百分之八至百分之十", 8, 10, "%", "range"),
    ("投入2—3亿元", "2—3亿元", 200000000, 300000000, "元", "range"),
    ("投入8000万元至1亿元", "8000万元至1亿元", 80000000, 100000000, "元", "range"),
    ("新建2个至3个中心", "2个至3个", 2, 3, "个", "range"),
    # Comparators before the number
    ("组织竞赛不少于3000项", "不少于3000项", 3000, None, "项", ">="),
    ("兑现率不低于90%", "不低于90%", 90, None, "%", ">="),
    ("培育企业至少5家", "至少5家", 5, None, "家", ">="),
    ("产量超100万吨", "超100万吨", 1000000, None, "吨", ">"),
    ("产量超过100万吨", "超过100万吨", 1000000, None, "吨", ">"),
    ("总量突破1500亿元", "突破1500亿元", 150000000000, None, "元", ">"),
    ("累计逾200场", "逾200场", 200, None, "场", ">"),
    ("水质达标率高于95%", "高于95%", 95, None, "%", ">"),
    ("能耗不超过12吨标准煤", "不超过12吨标准煤", 12, None, "吨标准煤", "<="),
    ("成本不高于800元", "不高于800元", 800, None, "元", "<="),
    ("给予最高500万元奖励", "最高500万元", 5000000, None, "元", "<="),
    ("误差小于3毫米", "小于3毫米", 3, None, "毫米", "<"),
    ("失业率低于4%", "低于4%", 4, None, "%", "<"),
    ("用时不到2小时", "不到2小时", 2, None, "小时", "<"),
    ("安排约1000人上岗", "约1000人", 1000, None, "人", "~"),
    ("培育近50家企业", "近50家", 50, None, "家", "~"),
    # 迈上 and 站上 lead to a level and say no more than it
    pytest.param(
        "总额迈上1500亿元台阶", "1500亿元", 150000000000, None, "元", "=",
        marks=pytest.mark.xfail(strict=True, reason="迈上 is taken for a comparator"),
    ),
    # Comparators behind the unit
    ("新增就业900万人以上", "900万人以上", 9000000, None, "人", ">="),
    ("服务20万人次以上", "20万人次以上", 200000, None, "人次", ">="),
    ("达标率95%及以上", "95%及以上", 95, None, "%", ">="),
    ("失业率控制在5.5%以内", "5.5%以内", 5.5, None, "%", "<="),
    ("失业率控制在5.5%左右", "5.5%左右", 5.5, None, "%", "~"),
    ("投资在3亿元上下", "3亿元上下", 300000000, None, "元", "~"),
    ("压缩到3天以下", "3天以下", 3, None, "天", "<="),
    ("覆盖率达90%以上", "90%以上", 90, None, "%", ">="),
    ("安排1000余人次以上", "1000余人次以上", 1000, None, "人次", ">="),
    # Counts
    ("组织招聘活动1300场次", "1300场次", 1300, None, "场次", "="),
    ("巡诊600人次", "600人次", 600, None, "人次", "="),
    ("走访慰问8000户次", "8000户次", 8000, None, "户次", "="),
    ("办理提案320件", "320件", 320, None, "件", "="),
    ("接种疫苗50万剂次", "50万剂次", 500000, None, "剂次", "="),
    ("新建换电站40座", "40座", 40, None, "座", "="),
    ("开行中欧班列800列", "800列", 800, None, "列", "="),
    ("发放消费券60万张", "60万张", 600000, None, "张", "="),
    ("新设床位500张", "500张", 500, None, "张", "="),
    ("购置公交车120辆", "120辆", 120, None, "辆", "="),
    ("安装路灯300盏", "300盏", 300, None, "盏", "="),
    ("更新电梯260部", "260部", 260, None, "部", "="),
    ("打通断头路22条", "22条", 22, None, "条", "="),
    ("存栏奶牛3万头", "3万头", 30000, None, "头", "="),
    ("吞吐量80万标箱", "80万标箱", 800000, None, "标箱", "="),
    # Physical units
    ("新建住宅58万平方米", "58万平方米", 580000, None, "平方米", "="),
    ("绿化3平方公里", "3平方公里", 3, None, "平方公里", "="),
    ("新建公路12.6公里", "12.6公里", 12.6, None, "公里", "="),
    ("造林26万亩", "26万亩", 260000, None, "亩", "="),
    ("造林1.2万公顷", "1.2万公顷", 12000, None, "公顷", "="),
    ("供水3万立方米", "3万立方米", 30000, None, "立方米", "="),
    ("装机50万千瓦", "50万千瓦", 500000, None, "千瓦", "="),
    ("装机2千瓦", "2千瓦", 2, None, "千瓦", "="),
    ("节电3亿千瓦时", "3亿千瓦时", 300000000, None, "千瓦时", "="),
    ("节煤4万吨标准煤", "4万吨标准煤", 40000, None, "吨标准煤", "="),
    ("产粮345万吨", "345万吨", 3450000, None, "吨", "="),
    ("运输6亿吨公里", "6亿吨公里", 600000000, None, "吨公里", "="),
    ("贮肥300担", "300担", 300, None, "担", "="),
    # Money
    ("投资6.6亿元", "6.6亿元", 660000000, None, "元", "="),
    ("引进外资3.5亿美元", "3.5亿美元", 350000000, None, "美元", "="),
    ("贷款2000万欧元", "2000万欧元", 20000000, None, "欧元", "="),
    ("结算40亿日元", "40亿日元", 4000000000, None, "日元", "="),
    ("汇出3000万港元", "3000万港元", 30000000, None, "港元", "="),
    ("补助20元", "20元", 20, None, "元", "="),
    # What a unit is counted by
    ("处理污水3万立方米/日", "3万立方米/日", 30000, None, "立方米/日", "="),
    ("补助标准670元/人", "670元/人", 670, None, "元/人", "="),
    ("细颗粒物浓度30微克/立方米", "30微克/立方米", 30, None, "微克/立方米", "="),
    ("细颗粒物浓度控制在30微克每立方米", "30微克每立方米", 30, None, "微克每立方米", "="),
    ("亩产500公斤/亩", "500公斤/亩", 500, None, "公斤/亩", "="),
    # Units that are printed in Latin letters
    ("算力达到20EFLOPS", "20EFLOPS", 20, None, "EFLOPS", "="),
    ("存储30PB", "30PB", 30, None, "PB", "="),
    ("装机300MW", "300MW", 300, None, "MW", "="),
    ("带宽100Gbps", "100Gbps", 100, None, "Gbps", "="),
    ("吞吐量50万TEU", "50万TEU", 500000, None, "TEU", "="),
    # How long something takes
    ("办理时限压缩至3天", "3天", 3, None, "天", "="),
    pytest.param(
        "办理时限压缩到2个工作日", "2个工作日", 2, None, "工作日", "=",
        marks=pytest.mark.xfail(strict=True, reason="the measure word stays in the unit, as it does not in 个百分点"),
    ),
    ("响应时间缩短至15分钟以内", "15分钟以内", 15, None, "分钟", "<="),
]  # fmt: skip

SEVERAL = [
    ("建设20座水库、30个泵站", ["20座", "30个"]),
    ("90名国家级、150名省级科技人才", ["90名", "150名"]),
    ("分别达到65%、40%和12万元", ["65%", "40%", "12万元"]),
    ("建设400家基地、3家左右中心", ["400家", "3家左右"]),
    ("农民每人增收500元、每户增收2000元", ["500元", "2000元"]),
    ("安置96户、183人", ["96户", "183人"]),
]

# Numbers that measure nothing.
NONE = [
    # Dates and times
    "2026年3月24日召开会议",
    "二〇二四年一月二十九日",
    "会议于3月23日至24日召开",
    "10月底前完成任务",
    "“十五五”期间取得进展",
    "上世纪九十年代以来",
    "下午3时召开动员会",
    "到2035年基本建成",
    # Documents, laws, telephone numbers, places
    "印发国发〔2021〕5号文件",
    "拨打12345热线",
    "咨询电话0532-85912345",
    "依照民法典第1043条",
    "位于中山路125号",
    "修建G20高速公路连接线",
    "完善附件2和表3的内容",
    # Ordinals, editions, grades, models
    "第三次代表大会",
    "召开第十四届人民代表大会",
    "推动5A级景区创建",
    "争创三级医院",
    "跻身中国500强",
    "推进二期工程",
    "布局6G和5G网络",
    "加强PM2.5治理",
    "研发C919客机",
    # Articles
    "一批重大项目落地",
    "打造一个平台",
    "完善一站式服务",
    "建成一张网",
    "统一思想",
    "进一步提高水平",
    "一定要做好工作",
    "万众一心推进改革",
    # Labels and names
    "实施八项重点任务",
    "完善三项制度",
    "推进“六大工程”",
    "构建“1+N”政策体系",
    "夯实“四梁八柱”",
    "建设“15分钟健康服务圈”",
    "实施“十百千万”工程",
    "做好六稳工作",
    "发展第三产业",
    "加强长三角合作",
    "减少二氧化碳排放",
    "弘扬长征精神，落实三严三实",
    "千方百计扩大就业",
    "走进千家万户",
    "老百姓得到实惠",
    "服务三农",
    "培育千亿级产业集群",
    pytest.param("实施千人计划", marks=pytest.mark.xfail(strict=True, reason="千人 is taken for a thousand people")),
    "实现零增长",
    "省、市两级联动",
    "深化“放管服”改革",
]


@pytest.fixture(scope="module")
def find(mine: Callable[..., list[Commitment]]) -> Find:
    """A finder of all quantities of a text, promised or reported."""

    def find_in(text: str) -> list[Found]:
        return [
            (record.quantity, record.value, record.value_max, record.unit, record.comparator)
            for record in mine(text, all_kinds=True)
        ]

    return find_in


@pytest.mark.parametrize(("text", "words", "value", "value_max", "unit", "comparator"), ONE)
def test_a_quantity(
    find: Find,
    text: str,
    words: str,
    value: float,
    value_max: float | None,
    unit: str,
    comparator: str,
) -> None:
    assert find(text) == [(words, value, value_max, unit, comparator)]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_quantities(find: Find, text: str, expected: list[str]) -> None:
    assert [found[0] for found in find(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(find: Find, text: str) -> None:
    assert find(text) == []


def test_whole_values_are_integers(find: Find) -> None:
    ((_, value, _, _, _),) = find("惠及1.2万人")
    assert (value, type(value)) == (12000, int)
    ((_, value, value_max, _, _),) = find("增长6%-6.5%")
    assert (type(value), type(value_max)) == (int, float)


@pytest.mark.parametrize(
    ("text", "value"), [("增长0.1%", 0.1), ("增长1.005亿元", 100500000), ("投资12345.6789亿元", 1234567890000)]
)
def test_values_are_exact(find: Find, text: str, value: float) -> None:
    ((_, found, _, _, _),) = find(text)
    assert found == value
