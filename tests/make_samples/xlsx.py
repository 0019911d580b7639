#!/usr/bin/python3
"""Writes the workbooks of samples/, the same bytes on every run. Needs Debian's python3-openpyxl.

Usage: tests/make_samples/xlsx.py [FOLDER]     (default: samples/ beside tests/)
"""
import datetime
import io
import pathlib
import re
import sys
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment

TIME = "2026-01-01T00:00:00Z"


class Cell:
    """A value with the columns and rows it covers and its number format."""

    def __init__(self, value, columns=1, rows=1, shown_as=None):
        self.value, self.columns, self.rows, self.shown_as = value, columns, rows, shown_as


def fill(sheet, rows):
    """Puts rows of cells into a sheet, each in the first columns that no cell above covers; None is an empty cell."""
    covered = set()
    for number, row in enumerate(rows, 1):
        column = 1
        for entry in row:
            while (number, column) in covered:
                column += 1
            cell = entry if isinstance(entry, Cell) else Cell(entry)
            place = sheet.cell(number, column)
            place.value = cell.value
            place.alignment = Alignment(wrap_text=True)
            if cell.shown_as:
                place.number_format = cell.shown_as
            if cell.columns > 1 or cell.rows > 1:
                sheet.merge_cells(start_row=number, start_column=column,
                                  end_row=number + cell.rows - 1, end_column=column + cell.columns - 1)
            covered.update((number + y, column + x) for y in range(cell.rows) for x in range(cell.columns))
            column += cell.columns


def save(workbook, path, patch=None):
    """Saves without the time of day; `patch` may change the parts, which it gets as texts by their names."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    with zipfile.ZipFile(buffer) as saved:
        parts = {name: unescape(saved.read(name).decode("utf-8")) for name in saved.namelist()}
    core = "docProps/core.xml"
    parts[core] = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", TIME, parts[core])
    if patch:
        patch(parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as out:
        for name, text in parts.items():
            out.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text.encode("utf-8"), zipfile.ZIP_DEFLATED)


def unescape(text):
    """Characters beyond ASCII as themselves, which openpyxl's writer gives by their numbers."""
    return re.sub(r"&#(\d{3,});", lambda found: chr(int(found[1])), text)


def replace(text, old, new):
    """As str.replace, but sure that there is something to replace."""
    assert old in text, old
    return text.replace(old, new)


def declaration(project="芦苇荡湿地管护", amount="86,000.00", target="≥1200.00(亩)", dates=("2026-03-01", "2026-11-30")):
    """The rows of a declaration of six columns. Amounts, target and dates may be cells."""
    return [
        [Cell("财政项目支出绩效目标申报表", 6)],
        [Cell("(2026年度)", 6)],
        ["项目名称", project, "项目性质", "经常性项目", "项目类别", "特定目标类"],
        ["主管部门", "芦湾县林业局", "实施单位", Cell("芦湾县湿地管理站", 3)],
        ["计划开始日期", dates[0], "计划完成日期", Cell(dates[1], 3) if not isinstance(dates[1], Cell) else dates[1]],
        [Cell("项目资金\n(元)", 1, 4), "项目资金总额", amount, "年度资金申请总额", Cell(amount, 2)],
        ["其中：财政资金", amount, "其中：当年财政拨款", Cell(amount, 2)],
        [None, None, "上年结转资金", Cell("0.00", 2)],
        ["其他资金", "0.00", "其他资金", Cell("0.00", 2)],
        [Cell("项目\n绩效\n目标", 1, 2), Cell("项目总目标", 2), Cell("年度总体目标", 3)],
        [Cell(None, 2), Cell("管护湿地，保护越冬候鸟。\n清理外来水草。", 3)],
        [Cell("绩效\n指标", 1, 5), "一级指标", "二级指标", Cell("三级指标", 2), "年度(/项目)指标值"],
        [Cell("产出指标", 1, 2), "数量指标", Cell("管护湿地面积", 2), target],
        ["质量指标", Cell("水草清理合格率", 2), "≥95.00(%)"],
        ["效益指标", "生态效益指标", Cell("越冬候鸟数量", 2), "≥3000.00(只)"],
        ["满意度指标", "服务对象满意度指标", Cell("周边村民满意度", 2), "≥90.00(%)"],
    ]


def self_evaluation():
    """A self-evaluation whose numbers are numbers, as their formats show them."""
    wan, share, score = "0.00", "0.00%", "General"
    accounting = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '
    return [
        [Cell("2025年度项目支出绩效自评表", 9)],
        ["项目名称", Cell("渡口趸船检修", 8)],
        ["主管部门", Cell("芦湾县交通局", 4), "实施单位", Cell("芦湾县航道所", 3)],
        [Cell("项目资金（万元）", 1, 5), Cell(None, 2), "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [Cell("年度资金总额", 2), Cell(1250, shown_as="#,##0.00"), Cell(1250, shown_as="#,##0.00"),
         Cell(1187.5, shown_as="#,##0.00"), Cell(10, shown_as=score), Cell(0.95, shown_as=share),
         Cell(9.5, shown_as=score)],
        [Cell("其中：当年财政拨款", 2), Cell(1250, shown_as=accounting),
         Cell(1250, shown_as="#,##0.00_);(#,##0.00)"), Cell(1187.5, shown_as="#,##0.00"), "—",
         Cell(0.95, shown_as=share), "—"],
        [Cell("上年结转资金", 2), Cell(0, shown_as=wan), Cell(0, shown_as=accounting), Cell(0, shown_as=wan), "—", None, "—"],
        [Cell("其他资金", 2), None, None, None, "—", None, "—"],
        [Cell("年度总体目标", 1, 2), Cell("预期目标", 4), Cell("实际完成情况", 4)],
        [Cell("检修全县渡口趸船。", 4), Cell("趸船全部检修，无安全事故。", 4)],
        [Cell("绩效指标", 1, 4), "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
         "偏差原因分析及改进措施"],
        [Cell("产出指标", 1, 2), "数量指标", "检修趸船数", Cell(12, shown_as='"≥"0"(艘)"'), Cell(12, shown_as='0"艘"'), 30, 30,
         None],
        ["时效指标", "检修完成时间", Cell(datetime.date(2025, 11, 30), shown_as='yyyy"年"m"月"d"日前"'),
         Cell(datetime.date(2025, 11, 21), shown_as='yyyy"年"m"月"d"日"'), 30, 30, None],
        ["满意度指标", "服务对象满意度指标", "乘客满意度", Cell(0.9, shown_as='"≥"0%'), Cell(0.925, shown_as="0.0%"), 30, 29.5,
         "候船时间偏长。"],
        [Cell("总分", 6), 100, Cell(98.99999999999999, shown_as=score), None],
    ]


def one_sheet(rows):
    workbook = Workbook()
    fill(workbook.active, rows)
    workbook.active.title = "申报表"
    return workbook


def merged_cells(folder):
    save(one_sheet(declaration()), folder / "workbook_with_merged_cells/input.xlsx")


def number_formats(folder):
    """Scores are what a calculation left of them: 98.99999999999999 and the like."""
    workbook = one_sheet(self_evaluation())
    save(workbook, folder / "workbook_with_numbers_in_formats/input.xlsx")


def dates_and_amounts(folder):
    rows = declaration(amount=Cell(86000, shown_as="#,##0.00"), target=Cell(1200, shown_as='"≥"0.00"(亩)"'),
                       dates=(Cell(datetime.date(2026, 3, 1), shown_as="mm-dd-yy"),
                              Cell(datetime.date(2026, 11, 30), 3, 1, 'yyyy"年"m"月"d"日"')))
    rows[5][4] = rows[6][3] = Cell(86000, 2, 1, "#,##0.00")
    save(one_sheet(rows), folder / "workbook_with_dates_and_amounts_as_numbers/input.xlsx")


def hidden(folder):
    workbook = one_sheet(declaration())
    sheet = workbook.active
    for row in (8, 9, 14):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["E"].hidden = True
    fill(workbook.create_sheet("旧表"), declaration("芦苇荡湿地管护（旧）", "80,000.00"))
    workbook["旧表"].sheet_state = "hidden"
    save(workbook, folder / "workbook_with_hidden_rows_columns_and_sheet/input.xlsx")


def two_sheets(folder):
    workbook = one_sheet(declaration())
    workbook.create_sheet("空表")
    fill(workbook.create_sheet("自评表"), self_evaluation())
    save(workbook, folder / "workbook_with_a_form_on_each_sheet/input.xlsx")


def share_strings(parts):
    """Moves the strings of the first sheet into the part that Excel keeps them in."""
    strings = []

    def share(found):
        strings.append(found[1])
        return f't="s"><v>{len(strings) - 1}</v>'
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(r't="inlineStr"><is>(.*?)</is>', share, parts[sheet], flags=re.DOTALL)
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    items = "".join(f"<si>{item}</si>" for item in strings)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{namespace}" count="{len(strings)}">{items}</sst>'
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = replace(parts[links], "</Relationships>",
                           f'<Relationship Type="{types}/sharedStrings" Target="sharedStrings.xml" Id="rId9"/></Relationships>')
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    parts["[Content_Types].xml"] = replace(
        parts["[Content_Types].xml"], "</Types>",
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{content_type}"/></Types>')


def rich_strings(folder):
    def patch(parts):
        share_strings(parts)
        text = parts["xl/sharedStrings.xml"]
        text = replace(text, "<t>项目名称</t>", "<r><rPr><b/></rPr><t>项目</t></r><r><t>名称</t></r>"
                       '<rPh sb="0" eb="2"><t>xiangmu</t></rPh>')
        text = replace(text, "<t>≥1200.00(亩)</t>",
                       "<r><rPr><i/></rPr><t>≥</t></r><r><t>1200.00</t></r><r><t>(亩)</t></r>")
        parts["xl/sharedStrings.xml"] = replace(text, "候鸟。\n清理", "候鸟。_x000D_\n清理")
    save(one_sheet(declaration()), folder / "workbook_with_rich_strings/input.xlsx", patch)


def formulas(folder):
    rows = declaration(target="=1200.00(亩)")
    rows[5][2] = "=C7+C9"
    save(one_sheet(rows), folder / "workbook_with_formulas_without_values/input.xlsx")


def covered_text(folder):
    def patch(parts):
        sheet = "xl/worksheets/sheet1.xml"
        for place, text in (("F5", "已延期"), ("A15", "绩效\n指标")):
            parts[sheet] = replace(parts[sheet], f'<c r="{place}" s="1" t="n"></c>',
                                   f'<c r="{place}" s="1" t="inlineStr"><is><t>{text}</t></is></c>')
    workbook = one_sheet(declaration())
    for place in ("F5", "A15"):
        workbook.active[place].alignment = Alignment(wrap_text=True)
    save(workbook, folder / "workbook_with_a_text_under_a_merged_cell/input.xlsx", patch)


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2] / "samples"
    for make in (merged_cells, number_formats, dates_and_amounts, hidden, two_sheets, rich_strings, formulas, covered_text):
        make(target)
