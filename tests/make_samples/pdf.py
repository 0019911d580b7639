#!/usr/bin/python3
"""Makes the samples of text taken from PDFs: forms of invented content, laid out by LibreOffice, read by pdftotext.

usage: tests/make_samples/pdf.py OUT
Needs python3-docx, libreoffice-writer, fonts-wqy-zenhei and poppler-utils. For each form NAME, OUT gets NAME.docx,
NAME.grid.tsv (the source table: covered cells blank), NAME.layout.txt, NAME.bbox.html, NAME.bbox-layout.html and NAME.tsv.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

EMPTY, LEFT, UP = "", "<", "^"  # LEFT: covered by the cell to the left, UP: by the one above

DECLARATION = {
    "widths": [2.0, 2.6, 2.4, 4.4, 2.2, 3.0], "size": 10, "centred": False,
    "before": ["财政项目支出绩效目标申报表", "（2031年度）"],
    "rows": [
        ["项目名称", "河道保洁与岸线绿化养护项目", "项目性质", "经常性项目", "项目类别", "其他一次性项目"],
        ["主管部门", "云溪县水务局", "实施单位", "云溪县河道管理所", LEFT, LEFT],
        ["计划开始日期", "2031-01-01", "计划完成日期", "2031-12-31", LEFT, LEFT],
        ["项目资金（元）", "项目资金总额", "1,286,400.00", "年度资金申请总额", "1,286,400.00", LEFT],
        [UP, "其中：财政资金", "1,286,400.00", "其中：当年财政拨款", "1,200,000.00", LEFT],
        [UP, EMPTY, EMPTY, "上年结转资金", "86,400.00", LEFT],
        [UP, "其他资金", "0.00", "其他资金", "0.00", LEFT],
        ["项目绩效目标", "项目总目标", LEFT, "年度总体目标", LEFT, LEFT],
        [UP, "三年内使全县二十四条河道达到水清、岸绿、景美，居民满意度逐年提高。", LEFT,
         "1.每周保洁两次，及时打捞水面漂浮物；\n2.补种岸线绿化三千平方米，成活率达到规定标准；\n3.建立巡查记录，处理投诉不过夜。", LEFT, LEFT],
        ["绩效指标", "一级指标", "二级指标", "三级指标", LEFT, "年度指标值"],
        [UP, "成本指标", "经济成本指标", "保洁作业单位成本控制情况", LEFT, "≤42.00（元/米）"],
        [UP, "产出指标", "数量指标", "河道保洁长度", LEFT, "≥86.50（公里）"],
        [UP, UP, UP, "岸线绿化补种面积完成情况及其验收资料归档数量", LEFT, "=3000.00（平方米）"],
        [UP, UP, "质量指标", "绿化成活率", LEFT, "≥95.00（%）"],
        [UP, UP, "时效指标", "投诉处理及时性", LEFT, "当日处理"],
        [UP, "效益指标", "社会效益指标", "沿河居民居住环境改善程度", LEFT, "明显改善"],
        [UP, UP, "可持续影响指标", "长效管护机制", LEFT, "健全"],
        [UP, "满意度指标", "服务对象满意度指标", "沿河居民满意度", LEFT, "≥88.00（%）"],
    ],
}

SELF_EVALUATION = {
    "widths": [1.5, 1.9, 2.3, 3.6, 1.9, 1.9, 1.3, 1.3, 2.6], "size": 9, "centred": True,
    "before": ["项目支出绩效自评表", "（2031年度）"],
    "rows": [
        ["项目名称", LEFT, "图书馆夜间开放与少儿阅读推广项目", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
        ["主管部门", LEFT, "柳川市文化局", LEFT, "实施单位", LEFT, "柳川市图书馆", LEFT, LEFT],
        ["项目资金（万元）", LEFT, EMPTY, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [UP, LEFT, "年度资金总额", "96.50", "92.00", "88.32", "10", "96.00%", "9.6"],
        [UP, LEFT, "当年财政拨款", "90.00", "85.50", "81.82", "-", "95.70%", "-"],
        [UP, LEFT, "上年结转资金", "6.50", "6.50", "6.50", "-", "100.00%", "-"],
        [UP, LEFT, "其他资金", "0.00", "0.00", "0.00", "-", "-", "-"],
        ["年度总体目标", "预期目标", LEFT, LEFT, "实际完成情况", LEFT, LEFT, LEFT, LEFT],
        [UP, "全年夜间开放不少于二百八十天，组织少儿阅读活动六十场，新增少儿图书一万二千册，让更多家庭养成共同阅读的习惯。",
         LEFT, LEFT, "全年夜间开放二百九十一天，组织少儿阅读活动五十八场，新增少儿图书一万二千四百册。", LEFT, LEFT, LEFT, LEFT],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
        [UP, "产出指标", "数量指标", "夜间开放天数", "≥280天", "291天", "8", "8", EMPTY],
        [UP, UP, UP, "少儿阅读活动场次", "≥60场", "58场", "8", "7.7", "十一月场地维修，两场活动改到次年一月举行"],
        [UP, UP, UP, "新增少儿图书册数", "≥12000册", "12400册", "8", "8", EMPTY],
        [UP, UP, "质量指标", "活动方案与年龄段相符程度以及授课老师持证情况", "相符", "相符", "8", "8", EMPTY],
        [UP, UP, UP, "图书验收合格率", "=100%", "100%", "8", "8", EMPTY],
        [UP, UP, "时效指标", "采购完成时间", "9月底前", "8月", "10", "10", EMPTY],
        [UP, "效益指标", "社会效益指标", "少儿持证读者增长率", "≥8%", "9.3%", "15", "15", EMPTY],
        [UP, UP, "可持续影响指标", "家庭共读习惯的养成情况", "持续向好", "持续向好", "15", "14", "问卷样本偏少，下年扩大到全部分馆"],
        [UP, "满意度指标", "服务对象满意度指标", "到馆读者满意度", "≥90%", "93.5%", "10", "10", EMPTY],
        ["总分", LEFT, LEFT, LEFT, LEFT, LEFT, "100", "98.3", EMPTY],
    ],
}

TARGETS = {
    "widths": [2.1, 2.1, 3.0, 3.6, 2.6, 2.8], "size": 10.5, "centred": False, "lines_before": 24,
    "before": ["4.乡镇敬老院设施改造绩效目标表", "905003青石县民政局", "单位：万元"],
    "rows": [
        ["项目编码", "44083131P0077120001K", LEFT, "项目名称", "乡镇敬老院设施改造", LEFT],
        ["预算规模及资金用途", "预算数", "318.60", "其中：财政资金", "318.60", "其他资金"],
        [UP, "用于六所乡镇敬老院更换供暖管道、加装扶手和呼叫装置，并对厨房和浴室作防滑改造。", LEFT, LEFT, LEFT, LEFT],
        ["资金支出计划（%）", "3月底", LEFT, "6月底", "10月底", "12月底"],
        [UP, "10%", LEFT, "45%", "80%", "100%"],
        ["绩效目标", "1.按期完成六所敬老院的改造并通过验收\n2.老人居住安全得到保障，冬季室温不低于规定标准", LEFT, LEFT, LEFT, LEFT],
        ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"],
        ["产出指标", "数量指标", "改造敬老院数量", "完成改造并通过验收的敬老院数量", "6所", "改造方案"],
        [UP, "质量指标", "工程验收合格率", "一次验收合格的项目占全部项目的比例", "100%", "工程合同"],
        [UP, "时效指标", "完工时间", "全部工程完工并交付使用的时间", "2031年10月底前", "改造方案"],
        [UP, "成本指标", "成本控制率", "实际支出占预算的比例", "≤100%", "预算批复"],
        ["效益指标", "社会效益指标", "老人居住安全水平", "改造后跌倒等意外减少的情况", "明显减少", "年度工作计划"],
        ["满意度指标", "服务对象满意度指标", "入住老人满意度", "对改造结果满意的入住老人所占比例", "≥92%", "问卷调查"],
    ],
}

FORMS = {"declaration": DECLARATION, "self_evaluation": SELF_EVALUATION, "targets_over_pages": TARGETS}


def origin(rows, y, x):
    """The place of the cell that covers this one."""
    while rows[y][x] in (LEFT, UP):
        y, x = (y, x - 1) if rows[y][x] == LEFT else (y - 1, x)
    return y, x


def set_font(run, size):
    run.font.size = Pt(size)
    run.font.name = "WenQuanYi Zen Hei"
    run._element.rPr.rFonts.set(qn("w:eastAsia"), "WenQuanYi Zen Hei")


def add_table(document, form):
    rows, widths = form["rows"], form["widths"]
    table = document.add_table(len(rows), len(widths), style="Table Grid")
    table.autofit = False
    for y, row in enumerate(rows):
        for x, _ in enumerate(row):
            table.cell(y, x).width = Cm(widths[x])
    covered = {}
    for y, row in enumerate(rows):
        for x, _ in enumerate(row):
            covered.setdefault(origin(rows, y, x), []).append((y, x))
    for (y, x), places in covered.items():
        cell = table.cell(y, x).merge(table.cell(*max(places))) if len(places) > 1 else table.cell(y, x)
        if form["centred"]:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        paragraphs = rows[y][x].split("\n")
        for paragraph in cell.paragraphs[1:]:
            paragraph._element.getparent().remove(paragraph._element)
        for i, text in enumerate(paragraphs):
            paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            if form["centred"] and len(text) < 30:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            set_font(paragraph.add_run(text), form["size"])


def add_page_number(document):
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind is None:
            code = OxmlElement("w:instrText")
            code.text = "PAGE"
            run._element.append(code)
            continue
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._element.append(mark)


def make_docx(form, path):
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.3 if form["centred"] else 2.2)
    for i in range(form.get("lines_before", 0)):
        set_font(document.add_paragraph().add_run(
            f"第{'一二三四五六七八九十'[i % 10]}项工作由各科室分工落实，按季度汇总进展，年底向局务会议报告完成情况和存在的困难。"), 10.5)
    for text in form["before"]:
        set_font(document.add_paragraph().add_run(text), 12)
    add_table(document, form)
    add_page_number(document)
    document.save(path)


def write_grid(form, path):
    lines = ["\t".join("" if c in (LEFT, UP) else c.replace("\n", " ") for c in row) for row in form["rows"]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name, form in FORMS.items():
            document = out / f"{name}.docx"
            make_docx(form, document)
            write_grid(form, out / f"{name}.grid.tsv")
            run("soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "pdf",
                "--outdir", scratch, str(document))
            pdf = f"{scratch}/{name}.pdf"
            for mode, ending in (("-layout", "layout.txt"), ("-bbox", "bbox.html"), ("-bbox-layout", "bbox-layout.html"),
                                 ("-tsv", "tsv")):
                run("pdftotext", mode, pdf, str(out / f"{name}.{ending}"))


if __name__ == "__main__":
    main()
