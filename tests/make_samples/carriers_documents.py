"""The documents of tests/carriers: what is printed, and the canonical document that it has to become.

Both come from the same descriptions here, so that no program of ours says what is right.
"""
import dataclasses
import decimal
import re


class Number(str):
    """A JSON number that keeps its digits."""


@dataclasses.dataclass
class Paragraph:
    text: str
    heading: int = 0    # level, 0: none
    centred: bool = False
    bookmark: bool = False


@dataclasses.dataclass
class Cell:
    """A text, its paragraphs divided by line feeds, with the columns and rows it covers."""
    text: str = ""
    across: int = 1
    down: int = 1


@dataclasses.dataclass
class Table:
    rows: list      # of the cells that begin in each row, as in HTML
    widths: list    # of the columns, in centimetres

    def grid(self):
        """Rows of (cell, is origin), one a grid position."""
        grid = [[None] * len(self.widths) for _ in self.rows]
        for y, row in enumerate(self.rows):
            for cell in row:
                x = grid[y].index(None)
                for dy in range(cell.down):
                    for dx in range(cell.across):
                        grid[y + dy][x + dx] = (cell, dx == dy == 0)
        return grid


@dataclasses.dataclass
class Document:
    name: str
    blocks: list
    expected: dict
    kinds: str = ""    # of faults that it has, a line each, with the codes of the findings that name them

    def texts(self):
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from (cell.text for row in block.rows for cell in row)


# What is expected

def digits(text):
    return Number(text.replace(",", "").rstrip("%"))


def yuan(number, unit):
    if unit == "元":
        return number
    amount = decimal.Decimal(number) * 10000
    return Number(f"{amount:f}" if amount.as_tuple().exponent < 0 and amount % 1 else str(int(amount)))


def fund(scope, item, measure, text, unit):
    number = digits(text) if text not in ("", "—") else None
    money = number is not None and measure not in ("weight", "execution_rate", "score")
    return {"scope": scope, "item": item, "measure": measure, "number": number,
            "yuan": yuan(number, unit) if money else None}


COMPARATORS = {"≥": ">=", "≤": "<=", "=": "=", ">": ">", "<": "<"}


def quantity(text):
    """`≥90.00(%)`, `86.5公里`: the comparator, the number and the unit."""
    op, number, unit = re.fullmatch(r"([≥≤=><]?)([0-9.]+)\(?([^()]*)\)?", text).groups()
    return {"text": text, "kind": "quantity", "op": COMPARATORS.get(op), "number": Number(number), "upper": None,
            "unit": unit or None, "subject": None}


def words(text, kind="qualitative"):
    return {"text": text, "kind": kind, "op": None, "number": None, "upper": None, "unit": None, "subject": None}


def deadline(text):
    return words(text, "deadline")


def indicator(level1, level2, level3, target, **others):
    return {"level1": level1, "level2": level2, "level3": level3, "definition": None, "target": target, "actual": None,
            "weight": None, "score": None, "basis": None, "remark": None, "repaired": [], **others}


def party(name, code=None):
    return {"code": code, "name": name}


def form(kind, layout, **fields):
    empty = dict.fromkeys(("ordinal", "title", "fiscal_year", "project_name", "project_code", "project_nature",
                           "project_category", "supervising_department", "implementing_unit", "start_date", "end_date",
                           "amount_unit", "fund_purpose", "total_weight", "total_score", "grade"))
    goals = {**dict.fromkeys(("project", "project_period", "annual", "expected", "actual")), **fields.pop("goals")}
    return {"kind": kind, "layout": layout, **empty, "spending_schedule": [], **fields, "goals": goals}


def indicator_cells(indicators, cells_of):
    """Rows of an indicator table, the labels of levels 1 and 2 merged over theirs; cells_of gives the rest of a row."""
    rows, last1, last2 = [], None, None
    for entry in indicators:
        row = []
        if last1 is None or entry["level1"] != last1.text:
            last1, last2 = Cell(entry["level1"], down=0), None
            row.append(last1)
        if last2 is None or entry["level2"] != last2.text:
            last2 = Cell(entry["level2"], down=0)
            row.append(last2)
        last1.down += 1
        last2.down += 1
        rows.append(row + cells_of(entry))
    return rows


# Declarations

DECLARATION = "财政项目支出绩效目标申报表"


def declaration(name, nature, unit, dates, period, project_funds, year_funds, goals, indicators):
    """A heading and a table of six columns. Funds are printed in the order total, fiscal, (carryover,) other."""
    total, fiscal, other = project_funds
    year_total, year_fiscal, carryover, year_other = year_funds
    project_label = "项目总目标" + (f"\n({period})" if period else "")
    body = indicator_cells(indicators, lambda entry: [Cell(entry["level3"], 2), Cell(entry["target"]["text"])])
    rows = [
        [Cell("项目名称"), Cell(name), Cell("项目性质"), Cell(nature), Cell("项目类别"), Cell("特定目标类")],
        [Cell("主管部门"), Cell("青石湾区水务局(汇总)"), Cell("实施单位"), Cell(unit, 3)],
        [Cell("计划开始日期"), Cell(dates[0]), Cell("计划完成日期"), Cell(dates[1], 3)],
        [Cell("项目资金\n(元)", down=4), Cell("项目资金总额"), Cell(total), Cell("年度资金申请总额"), Cell(year_total, 2)],
        [Cell("其中：财政资金"), Cell(fiscal), Cell("其中：当年财政拨款"), Cell(year_fiscal, 2)],
        [Cell(), Cell(), Cell("上年结转资金"), Cell(carryover, 2)],
        [Cell("其他资金"), Cell(other), Cell("其他资金"), Cell(year_other, 2)],
        [Cell("项目\n绩效\n目标", down=2), Cell(project_label, 2), Cell("年度总体目标", 3)],
        [Cell(goals[0], 2), Cell(goals[1], 3)],
        [Cell("绩效\n指标", down=1 + len(body)), Cell("一级指标"), Cell("二级指标"), Cell("三级指标", 2), Cell("年度(/项目)指标值")],
    ]
    funds = [("project", "total", total), ("year", "total", year_total), ("project", "fiscal", fiscal),
             ("year", "fiscal", year_fiscal), ("year", "carryover", carryover), ("project", "other", other),
             ("year", "other", year_other)]
    blocks = [Paragraph(DECLARATION, heading=2, centred=True), Paragraph("(2026年度)", centred=True),
              Table(rows + body, [2.1, 2.7, 3.1, 3.0, 2.6, 3.1])]
    return blocks, form(
        "declaration", "shanghai-declaration", title=DECLARATION, fiscal_year=Number(2026), project_name=name,
        project_nature=nature, project_category="特定目标类", supervising_department=party("青石湾区水务局(汇总)"),
        implementing_unit=party(unit), start_date=dates[0], end_date=dates[1], amount_unit="元",
        funds=[fund(scope, item, "budget", text, "元") for scope, item, text in funds],
        goals={"project": goals[0] or None, "project_period": period, "annual": goals[1]}, indicators=indicators)


def declarations():
    title = "青石湾区水务局2026年度项目绩效目标汇总表"
    meters, meters_form = declaration(
        "老旧小区二次供水设施改造及水质在线监测经费", "一次性项目", "青石湾区供水管理所", ("2026-03-01", "2027-11-30"),
        "2026年-2027年", ("4,860,000.00", "4,500,000.00", "360,000.00"),
        ("2,430,500.50", "2,250,500.50", "0.00", "180,000.00"),
        ("用两年时间完成全区二十四个老旧小区的二次供水改造，居民用上合格的自来水。",
         "1.完成十二个小区的泵房改造、水箱更换和管道清洗，改造期间不间断供水，施工噪声和扬尘符合要求；\n"
         "2.安装水质在线监测设备（浊度、余氯、pH），数据接入区级平台，异常数据当日处置。"),
        [indicator("成本指标", "经济成本指标", "单个泵房改造成本", quantity("≤182000.00(元/座)")),
         indicator("产出指标", "数量指标", "完成改造的老旧小区个数", quantity("≥12.00(个)")),
         indicator("产出指标", "数量指标", "安装水质在线监测设备台数", quantity("=24.00(台)")),
         indicator("产出指标", "质量指标", "改造工程一次验收合格率以及隐蔽工程影像资料归档率", quantity("≥98.50(%)")),
         indicator("产出指标", "时效指标", "年度改造任务完成时间", deadline("11月底前")),
         indicator("效益指标", "社会效益指标", "供水水质达标情况", words("稳定达标")),
         indicator("效益指标", "可持续影响指标", "设施长效管护机制", words("健全")),
         indicator("满意度指标", "服务对象满意度指标", "改造小区居民满意度", quantity("≥90.00(%)"))])
    lakes, lakes_form = declaration(
        "河道保洁经费", "经常性项目", "青石湾区河道管理所", ("2026-01-01", "2026-12-31"), None, ("", "", ""),
        ("756,000.00", "756,000.00", "0.00", "0.00"),
        ("", "按照河道保洁养护标准，对辖区内三十六条段河道开展日常保洁，保持水面无漂浮物、岸坡无垃圾。"),
        [indicator("成本指标", "经济成本指标", "每公里河道保洁费用", quantity("≤8400.00(元)")),
         indicator("产出指标", "数量指标", "保洁河道长度", quantity("≥90.00(公里)")),
         indicator("产出指标", "质量指标", "月度考核合格次数", quantity("=12.00(次)")),
         indicator("效益指标", "生态效益指标", "河道水面整洁程度", words("明显改善")),
         indicator("满意度指标", "服务对象满意度指标", "沿河居民满意度", quantity("≥88.00(%)"))])
    return Document("declarations", [Paragraph(title, heading=1, centred=True)] + meters + lakes,
                    {"title": title, "sections": [], "forms": [meters_form, lakes_form]})


# Target table

def target_table():
    sections = [
        ("一、总体绩效目标", "统筹山水林田湖草系统治理，守住全县生态红线，森林覆盖率稳步提高。"),
        ("二、分项绩效目标", "1.完成松材线虫病疫木清理；\n2.建好两处野生鸟类观测站，常年开展监测；\n3.护林员巡护做到全覆盖、有记录。"),
        ("三、工作保障措施", "1.加强组织领导。局长负总责，分管副局长按季度调度；\n2.强化资金监管。专款专用，按进度支付。"),
    ]
    indicators = [
        indicator("产出指标", "数量指标", "清理疫木株数", quantity("≥3200株"), definition="全年清理松材线虫病疫木的株数",
                  basis="防治方案"),
        indicator("产出指标", "数量指标", "巡查山场面积", quantity("≥1.85万亩"), definition="开展春秋两季松林普查的面积",
                  basis="防治方案"),
        indicator("产出指标", "质量指标", "疫木除害处理合格率", quantity("100%"),
                  definition="经检查合格的疫木除害处理批次占全部处理批次的比例", basis="国家技术规程"),
        indicator("产出指标", "时效指标", "疫木清理完成时限", deadline("3月底前"), definition="疫木清理在媒介昆虫羽化之前完成",
                  basis="防治方案"),
        indicator("产出指标", "成本指标", "单株清理成本", quantity("≤95元"), definition="清理每株疫木的平均费用", basis="市场询价"),
        indicator("效益指标", "生态效益指标", "松林受害面积", words("逐年下降"), definition="与上一年相比松林受害面积的变化情况",
                  basis="历史数据"),
        indicator("满意度指标", "服务对象满意度指标", "林农满意度", quantity("≥92%"),
                  definition="受访林农中对防治工作表示满意的人数占受访总人数的比例", basis="问卷调查"),
    ]
    purpose = "用于松材线虫病疫木清理、山场普查和诱捕器购置，以及清理后的补植补造。"
    goals = ("1.全面清理现有疫木，除害处理合格，遏制疫情扩散；\n"
             "2.对全县松林开展春秋两季普查，新发疫情第一时间发现、报告并处置。")
    schedule = [("3月底", "40.00"), ("6月底", "55.00"), ("10月底", "80.00"), ("12月底", "100.00")]
    body = indicator_cells(indicators, lambda entry: [Cell(entry["level3"]), Cell(entry["definition"], 2),
                                                      Cell(entry["target"]["text"]), Cell(entry["basis"])])
    rows = [
        [Cell("项目编码"), Cell("99017026P00D4E5F6A7B", 2), Cell("项目名称"), Cell("松材线虫病防治", 3)],
        [Cell("预算规模及资金用途", down=2), Cell("预算数"), Cell("48.60"), Cell("其中：财政资金"), Cell("45.00"),
         Cell("其他资金"), Cell("3.60")],
        [Cell(purpose, 6)],
        [Cell("资金支出计划（%）", down=2), Cell("3月底"), Cell("6月底"), Cell("10月底", 2), Cell("12月底", 2)],
        [Cell(schedule[0][1]), Cell(schedule[1][1]), Cell(schedule[2][1], 2), Cell(schedule[3][1], 2)],
        [Cell("绩效目标"), Cell(goals, 6)],
        [Cell("一级指标"), Cell("二级指标"), Cell("三级指标"), Cell("绩效指标描述", 2), Cell("指标值"), Cell("指标值确定依据")],
    ] + body
    prose = [block for heading, text in sections
             for block in [Paragraph(heading, heading=1, bookmark=True)] + [Paragraph(line) for line in text.split("\n")]]
    blocks = prose + [Paragraph("1.松材线虫病防治绩效目标表", heading=2, bookmark=True), Paragraph("310209云岭县林业局"),
                      Paragraph("单位：万元"), Table(rows, [2.2, 2.4, 2.6, 2.4, 2.4, 2.2, 2.4])]
    return Document("target_table", blocks, {
        "title": None, "sections": [{"heading": heading, "text": text} for heading, text in sections],
        "forms": [form(
            "target_table", "hebei-target-table", ordinal="1", title="松材线虫病防治绩效目标表", project_name="松材线虫病防治",
            project_code="99017026P00D4E5F6A7B", implementing_unit=party("云岭县林业局", "310209"), amount_unit="万元",
            funds=[fund("year", "total", "budget", "48.60", "万元"), fund("year", "fiscal", "budget", "45.00", "万元"),
                   fund("year", "other", "budget", "3.60", "万元")],
            fund_purpose=purpose, spending_schedule=[{"by": by, "percent": Number(part)} for by, part in schedule],
            goals={"annual": goals}, indicators=indicators)]})


# Self-evaluation

def scored(level1, level2, level3, target, actual, weight, score, remark=None):
    return indicator(level1, level2, level3, target, actual=actual, weight=Number(weight), score=Number(score), remark=remark)


def self_evaluation():
    title = "2025年度项目支出绩效自评表"
    indicators = [
        scored("产出指标", "数量指标", "更换破损井盖数量", quantity("≥450(套)"), quantity("463套"), "20", "20"),
        scored("产出指标", "数量指标", "疏通雨水管道长度", quantity("≥68.5(公里)"), quantity("64.2公里"), "15", "14.1",
               "汛期施工受限，余下管段已列入下年计划。"),
        scored("产出指标", "质量指标", "管道疏通验收合格率", quantity("≥95%"), quantity("97.6%"), "10", "10"),
        scored("产出指标", "时效指标", "汛前疏通完成时间", deadline("5月底前"), deadline("5月20日前"), "5", "5"),
        scored("效益指标", "社会效益指标", "道路积水点消除个数", quantity("≥9(个)"), quantity("9个"), "20", "20"),
        scored("效益指标", "可持续影响指标", "排水设施巡查养护制度", words("健全"), words("健全"), "10", "10"),
        scored("满意度指标", "服务对象满意度指标", "周边居民满意度", quantity("≥90%"), quantity("87%"), "10", "9.5",
               "个别小区排水不畅，已会同物业整改。"),
    ]
    matrix = [("total", "年度资金总额", ("320.00", "305.50", "290.23", "10", "95.00%", "9.5")),
              ("fiscal", "其中：当年财政拨款", ("320.00", "300.50", "285.23", "—", "94.92%", "—")),
              ("carryover", "上年结转资金", ("0.00", "5.00", "5.00", "—", "100.00%", "—")),
              ("other", "其他资金", ("0.00", "0.00", "0.00", "—", "", "—"))]
    measures = ("initial_budget", "revised_budget", "executed", "weight", "execution_rate", "score")
    expected = "完成全区雨水管道疏通和破损井盖更换，汛期道路不积水。"
    actual = "更换井盖463套，疏通雨水管道64.2公里，消除积水点9个，汛期主要道路没有出现长时间积水。"

    def cells_of(entry):
        return [Cell(entry["level3"]), Cell(entry["target"]["text"]), Cell(entry["actual"]["text"]), Cell(entry["weight"]),
                Cell(entry["score"]), Cell(entry["remark"] or "")]

    fund_rows = [[Cell(label, 2)] + [Cell(text) for text in amounts] for _, label, amounts in matrix]
    body = indicator_cells(indicators, cells_of)
    rows = [
        [Cell("项目名称"), Cell("雨水管网养护", 8)],
        [Cell("主管部门"), Cell("石桥湾区城市管理局", 3), Cell("实施单位"), Cell("石桥湾区市政养护中心", 4)],
        [Cell("项目资金\n（万元）", down=5), Cell("", 2), Cell("年初预算数"), Cell("全年预算数"), Cell("全年执行数"), Cell("分值"),
         Cell("执行率"), Cell("得分")],
        *fund_rows,
        [Cell("年度总体目标", down=2), Cell("预期目标", 4), Cell("实际完成情况", 4)],
        [Cell(expected, 4), Cell(actual, 4)],
        [Cell("绩效指标", down=1 + len(body)), Cell("一级指标"), Cell("二级指标"), Cell("三级指标"), Cell("年度指标值"),
         Cell("实际完成值"), Cell("分值"), Cell("得分"), Cell("偏差原因分析及改进措施")],
        *body,
        [Cell("总分", 6), Cell("100"), Cell("98.1"), Cell()],
        [Cell("评分等级", 6), Cell("优", 3)],
    ]
    return Document("self_evaluation", [Paragraph(title, heading=1, centred=True),
                                        Table(rows, [1.5, 1.6, 1.9, 2.4, 2.0, 2.0, 1.5, 1.7, 2.6])], {
        "title": None, "sections": [],
        "forms": [form(
            "self_evaluation", "shanghai-self-evaluation", title=title, fiscal_year=Number(2025), project_name="雨水管网养护",
            supervising_department=party("石桥湾区城市管理局"), implementing_unit=party("石桥湾区市政养护中心"),
            amount_unit="万元", funds=[fund("year", item, measure, text, "万元") for item, _, amounts in matrix
                                       for measure, text in zip(measures, amounts)],
            goals={"expected": expected, "actual": actual}, indicators=indicators, total_weight=Number("100"),
            total_score=Number("98.1"), grade="优")]})


def documents():
    return [declarations(), target_table(), self_evaluation()]
