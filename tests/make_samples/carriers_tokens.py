"""A document of tests/carriers full of what programs leave in texts: error values, words for empty cells, formulas and guards as texts,
entities and LaTeX printed as they are, labels printed twice, signs of fonts that nobody named, prompts of a template.

Each is undone in the text, so that every carrier has to give the same document, and the same findings.
"""
from carriers_documents import DECLARATION, Cell, Document, Number, Paragraph, Table, form, fund, indicator, indicator_cells, party, quantity

KINDS = """\
characters printed twice G246
characters that look the same, or like nothing
entities printed twice
error values G240
formulas of LaTeX
formulas printed as texts G242
numbers as programs write them G247
prompts G225
signs of fonts that are not named G244
text guards
words for empty cells G243
"""


def twice(text):
    return "".join(2 * character for character in text)


def printed(level3, target, read):
    """An indicator whose target is printed as `target` and read as `read`."""
    return level3, target, quantity(read) if read else None


def machine_tokens():
    rows = [("产出指标", "数量指标", *printed("改造机井眼数", "40.00(眼)", "40.00(眼)")),
            ("产出指标", "质量指标", *printed("水质检测合格率", r"$\geq 97\%$", "≥97%")),
            ("产出指标", "时效指标", *printed("改造完成时间", "#REF!", None)),
            ("效益指标", "社会效益指标", *printed("受益村庄个数", "≥12.00(个)", "≥12.00(个)")),
            ("满意度指标", "服务对象满意度指标", *printed("受益村民满意度", '="≥90.00(%)"', "≥90.00(%)"))]
    indicators = [indicator(level1, level2, level3, read) for level1, level2, level3, _, read in rows]
    targets = {level3: target for _, _, level3, target, _ in rows}
    body = indicator_cells(indicators, lambda entry: [Cell(entry["level3"], 2), Cell(targets[entry["level3"]])])
    table = [
        [Cell(twice("项目名称")), Cell("旧井&amp;新井改造"), Cell(twice("项目性质")), Cell('="经常性项目"'), Cell(twice("项目类别")),
         Cell("特定目标类")],
        [Cell(twice("主管部门")), Cell("雁滩县水务局"), Cell(twice("实施单位")), Cell("#N/A", 3)],
        [Cell(twice("计划开始日期")), Cell('="2026-03-01"'), Cell(twice("计划完成日期")), Cell("2026-11-30", 3)],
        [Cell("项目资金\n(元)", down=4), Cell("项目资金总额"), Cell("6.25E+05"), Cell("年度资金申请总额"), Cell("625,000.00", 2)],
        [Cell("其中：财政资金"), Cell("625,000.00"), Cell("其中：当年财政拨款"), Cell("625,000.00", 2)],
        [Cell(), Cell(), Cell("上年结转资金"), Cell("NULL", 2)],
        [Cell("其他资金"), Cell("=SUM(C8:C10)"), Cell("其他资金"), Cell("0.00", 2)],
        [Cell("项目\n绩效\n目标", down=2), Cell("项目总目标", 2), Cell("年度总体目标", 3)],
        [Cell("（请填写项目总目标）", 2), Cell("改造旧井，水质(cid:149)合格。", 3)],
        [Cell("绩效\n指标", down=1 + len(body)), Cell("一级指标"), Cell("二级指标"), Cell("三级指标", 2), Cell("年度(/项目)指标值")],
    ]
    funds = [("project", "total", "625000"), ("year", "total", "625,000.00"), ("project", "fiscal", "625,000.00"),
             ("year", "fiscal", "625,000.00"), ("year", "carryover", ""), ("project", "other", ""), ("year", "other", "0.00")]
    blocks = [Paragraph(DECLARATION[:8] + "\u200b" + DECLARATION[8:], heading=2, centred=True),
              Paragraph("(2026\uf98e度)", centred=True), Table(table + body, [2.6, 2.7, 3.1, 3.0, 2.6, 3.1])]
    return Document("machine_tokens", blocks, {
        "title": None, "sections": [],
        "forms": [form(
            "declaration", "shanghai-declaration", title=DECLARATION, fiscal_year=Number(2026), project_name="旧井&新井改造",
            project_nature="经常性项目", project_category="特定目标类", supervising_department=party("雁滩县水务局"),
            start_date="2026-03-01", end_date="2026-11-30", amount_unit="元",
            funds=[fund(scope, item, "budget", text, "元") for scope, item, text in funds],
            goals={"annual": "改造旧井，水质\ufffd合格。"}, indicators=indicators)]}, KINDS)
