#!/usr/bin/python3
"""Writes samples/ of what a person sees of a form and a program does not, or the other way round: one kind of fault each, in
the carriers of sheets and of plain text. The same bytes on every run. Needs Debian's python3-openpyxl.

Usage: tests/make_samples/seen.py [FOLDER]     (default: samples/ beside tests/)
"""
import csv
import html
import io
import pathlib
import sys

from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

import seen_packages as packages
from xlsx import Cell, declaration, one_sheet, replace, save, share_strings

NAME_PLACE, TARGET_PLACE = (3, 3), (12, 4)     # row and position in it: the implementing unit, the first target
MORE_QUOTES = "管护湿地，落实\"十四五\"规划，推进\"候鸟\"保护。"


def rows(unit="芦湾县湿地管理站", target="≥1200.00(亩)", goal="管护湿地，保护越冬候鸟。", amount="86,000.00"):
    """A declaration whose goal is one line."""
    form = declaration(amount=amount, target=target)
    form[3][3] = Cell(unit, 3)
    form[10][1] = Cell(goal, 3)
    form[5][0] = Cell("项目资金(元)", 1, 4)
    form[9][0] = Cell("项目绩效目标", 1, 2)
    form[11][0] = Cell("绩效指标", 1, 5)
    return form


def matrix(form):
    """Texts by row and column; what a merged cell covers is empty."""
    texts, covered = [], set()
    for y, row in enumerate(form):
        line = [""] * 6
        x = 0
        for entry in row:
            cell = entry if isinstance(entry, Cell) else Cell(entry)
            while (y, x) in covered:
                x += 1
            line[x] = "" if cell.value is None else str(cell.value)
            covered.update((y + dy, x + dx) for dy in range(cell.rows) for dx in range(cell.columns))
            x += cell.columns
        texts.append(line)
    return texts


def as_csv(texts, separator=","):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(texts)
    return out.getvalue()


def as_tabs(texts):
    return "".join("\t".join(line) + "\n" for line in texts)


def as_pipes(texts):
    lines = ["| " + " | ".join(line) + " |" for line in texts]
    return "\n".join([lines[0], "|" + " --- |" * len(texts[0]), *lines[1:]]) + "\n"


def as_xml(form, styles="", style_of=None, data_of=None):
    """An XML workbook of 2003. `style_of` and `data_of` give a text's style and what stands in its Data element."""
    out, covered = [], set()
    for y, row in enumerate(form):
        cells, x = "", 0
        for entry in row:
            cell = entry if isinstance(entry, Cell) else Cell(entry)
            while (y, x) in covered:
                x += 1
            across = f' ss:MergeAcross="{cell.columns - 1}"' if cell.columns > 1 else ""
            down = f' ss:MergeDown="{cell.rows - 1}"' if cell.rows > 1 else ""
            style = (style_of or {}).get(cell.value)
            style = f' ss:StyleID="{style}"' if style else ""
            data = (data_of or {}).get(cell.value) or (
                "" if cell.value is None else f'<Data ss:Type="String">{html.escape(str(cell.value), False)}</Data>')
            cells += f'<Cell ss:Index="{x + 1}"{across}{down}{style}>{data}</Cell>'
            covered.update((y + dy, x + dx) for dy in range(cell.rows) for dx in range(cell.columns))
            x += cell.columns
        out.append(f"   <Row>{cells}</Row>\n")
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return ('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
            f'<Workbook xmlns="{space}" xmlns:ss="{space}" xmlns:html="http://www.w3.org/TR/REC-html40">\n'
            f" <Styles>{styles}</Styles>\n"
            f' <Worksheet ss:Name="申报表">\n  <Table>\n{"".join(out)}  </Table>\n </Worksheet>\n</Workbook>\n')


class Samples:
    """Writes inputs, and the words that say why each is there."""

    def __init__(self, folder):
        self.folder = folder

    def text(self, name, ending, content, kind, why):
        self.explain(name, kind, why)
        (self.folder / name / f"input.{ending}").write_bytes(content.encode("utf-8"))

    def workbook(self, name, workbook, kind, why, patch=None):
        self.explain(name, kind, why)
        save(workbook, self.folder / name / "input.xlsx", patch)

    def explain(self, name, kind, why):
        (self.folder / name).mkdir(parents=True, exist_ok=True)
        (self.folder / name / "why.md").write_text(f"{why}\n\nKind{'s' if ';' in kind else ''}: {kind}\n", encoding="utf-8")


def errors(samples):
    kind = "error values"
    form = rows(unit="#N/A", target="#VALUE!", amount="#REF!")
    samples.text("error_values_in_csv", "csv", as_csv(matrix(form)), kind,
                 "A sheet with broken formulas, saved as CSV: the errors stand where values should. There is nothing to read, and it is\n"
                 "said at each field. Taken as texts, the office would be called #N/A.")
    samples.text("error_values_in_markdown", "md", as_pipes(matrix(rows(unit="Err:509", target="#NAME?"))), kind,
                 "The errors of a spreadsheet program in a table that a converter wrote, LibreOffice's among them.")
    samples.text("error_values_in_tabs", "txt", as_tabs(matrix(rows(target="完成率#DIV/0!", amount="########"))), kind,
                 "An error inside of a text stays, since something else is said, too; a row of # is a number that its column was too narrow\nfor.")
    workbook = one_sheet(rows(unit="#N/A", target="#VALUE!"))
    samples.workbook("error_values_in_a_workbook", workbook, kind,
                     "Cells of the type for errors (t=\"e\"), as broken formulas leave them.")
    samples.text("error_values_in_xml_of_2003", "xml", as_xml(form), kind, "The same in a workbook of 2003.")


def fillers(samples):
    kind = "words for empty cells"
    texts = matrix(rows())
    filled = [[text or "NaN" for text in line] for line in texts]
    filled[0] = [texts[0][0]] + [f"Unnamed: {i}" for i in range(1, 6)]
    samples.text("pandas_words_in_markdown", "md", as_pipes(filled), kind,
                 "A program for data tables writes NaN where a cell is empty, and Unnamed: 1 over a column without a name. Neither is a value;\n"
                 "one note says how many there were.")
    samples.text("null_words_in_csv", "csv", as_csv([[text or word for text, word in
                                                       zip(line, ["None", "null", "<NA>", "\\N", "NULL", "nan"])] for line in texts]), kind,
                 "Exports of databases and scripts fill empty cells with words of their own.")


def prompts(samples):
    kind = "prompts"
    form = rows(unit="{{ unit_name }}", target="${target}", goal="（请填写年度目标）")
    for name, ending, write in (("csv", "csv", as_csv), ("markdown", "md", as_pipes)):
        samples.text(f"variables_left_in_a_template_of_{name}", ending, write(matrix(form)), kind,
                     "A form that a program should have filled in: names of variables stand where values should, and a prompt asks for\n"
                     "one. None is a value; each is said at its field.")


def formulas(samples):
    kind = "formulas printed as texts"
    call = '=DISPIMG("ID_0A1B2C3D4E5F",1)'
    samples.text("formulas_printed_in_csv", "csv", as_csv(matrix(rows(unit=call, target="=C13*2", amount="=SUM(C8:C10)"))), kind,
                 "A sheet that was saved while it showed its formulas. What they give is not in the file; a picture in a cell is a call, too.")
    samples.text("formulas_printed_in_tabs", "txt", as_tabs(matrix(rows(target="=COUNTA(B2:B9)"))), kind,
                 "The same in text with tabs. `=95%` would be a value with its comparator; a call is none.")


def guards(samples):
    texts = [[f'="{text}"' if text[:1].isdigit() else text for text in line] for line in matrix(rows(amount="86000.00"))]
    samples.text("text_guards_in_csv", "csv", "".join(",".join(line) + "\n" for line in texts), "text guards",
                 "An export guards what begins with a digit, so that no program turns it into a date: =\"2026-03-01\". The guard is no part of\nthe value.")
    texts = [["'" + text if text[:1].isdigit() else text for text in line] for line in matrix(rows())]
    samples.text("apostrophe_guards_in_tabs", "txt", as_tabs(texts), "text guards",
                 "The apostrophe that keeps a number a text in a spreadsheet, exported with it.")


def notation(samples):
    target, unit = "$\\geq 1200.00$(亩)", "芦湾县湿地管理站"
    for name, ending, write in (("markdown", "md", as_pipes), ("tabs", "txt", as_tabs)):
        texts = matrix(rows(target=target, goal="水草清理合格率$\\geqslant 95\\%$，管护\\(3 \\times 4\\)片湿地。"))
        samples.text(f"latex_comparators_in_{name}", ending, write(texts), "formulas of LaTeX",
                     "Programs that recognise pages write comparators as formulas. Read as printed, the target would be a text without a number.")
    samples.text("entities_printed_twice_in_csv", "csv", as_csv(matrix(rows(unit=unit, target="&amp;ge;1200.00(亩)"))),
                 "entities printed twice", "Text that was escaped once too often on its way out of a web page.")
    samples.text("entities_printed_twice_in_a_workbook_of_2003", "xml", as_xml(rows(target="&ge;1200.00(亩)")),
                 "entities printed twice", "The same in a workbook: the text of the cell is the name of the sign.")


def characters(samples):
    compatibility = str.maketrans("年度量率立", "\uf98e\ufa01\uf97e\uf961\uf9f7")
    hidden = "\u200e芦湾县\u2060湿地\u202d管理站\u202c\ufeff"

    def disguised(form):
        return [[text.translate(compatibility) for text in line] for line in matrix(form)]
    kind = "characters that look the same, or like nothing"
    samples.text("compatibility_ideographs_in_tabs", "txt", as_tabs(disguised(rows())), kind,
                 "Text copied from a PDF has compatibility ideographs (U+F98E for 年), which look the same.")
    samples.text("invisible_controls_in_csv", "csv", as_csv(matrix(rows(unit=hidden, target="\u200f≥1200.00\u2062(亩)"))), kind,
                 "Marks of direction and invisible operators inside of names and values.")
    form = [[Cell(cell.value.translate(compatibility), cell.columns, cell.rows) if isinstance(cell, Cell) and cell.value else cell
             for cell in row] for row in rows(unit=hidden)]
    samples.workbook("compatibility_ideographs_in_a_workbook", one_sheet(form), kind, "The same in a workbook.")
    doubled = [["".join(c * 2 for c in text) if text in ("项目名称", "主管部门", "绩效指标", "一级指标", "二级指标", "三级指标") else text
                for text in line] for line in matrix(rows())]
    samples.text("labels_printed_twice_in_tabs", "txt", as_tabs(doubled), "characters printed twice",
                 "A bold look that was made by printing labels twice comes out as 项项目目名名称称. Values stay as they are.")
    samples.text("signs_of_unnamed_fonts_in_tabs", "txt", as_tabs(matrix(rows(target="\uf0b3 1200.00(亩)", goal="\uf0fe管护湿地\uf123，保护(cid:149)候鸟。"))),
                 "signs of fonts that are not named",
                 "Codes of symbol fonts, and numbers of glyphs, in text that no longer names the font. Before a number U+F0B3 is ≥; what\n"
                 "nobody can know is said.")


def looks(samples):
    kind, target = "struck text", "≥1200.00(亩)"
    workbook = one_sheet(rows())
    sheet = workbook.active
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "管护湿地，保护越冬候鸟。":
                cell.font = Font(strike=True)
    def patch(parts):
        share_strings(parts)
        parts["xl/sharedStrings.xml"] = replace(parts["xl/sharedStrings.xml"], f"<t>{target}</t>",
                                                "<r><rPr><strike/></rPr><t>≥900.00(亩)</t></r><r><rPr><b/></rPr><t>≥1200.00(亩)</t></r>")
    samples.workbook("struck_text_in_a_workbook", workbook, kind,
                     "A crossed-out figure beside the valid one, and a goal that is crossed out as a whole. Neither is a value any more.", patch)
    struck = '<Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style>'
    samples.text("struck_text_in_xml_of_2003", "xml", as_xml(
        rows(), struck, {"管护湿地，保护越冬候鸟。": "s1"},
        {target: f'<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>≥900.00(亩)</S>{target}</ss:Data>'}), kind,
                 "The same in a workbook of 2003, whose texts may hold HTML.")
    looks = ('<Style ss:ID="s1"><Font ss:FontName="Symbol"/></Style><Style ss:ID="s2"><Font ss:Color="#FFFFFF"/></Style>')
    sign = "³3000.00(只)"
    samples.text("hidden_row_comment_and_signs_in_xml_of_2003", "xml", as_xml(
        rows(), looks, {"芦湾县湿地管理站": "s2", "≥3000.00(只)": "s1"},
        {"≥3000.00(只)": f'<Data ss:Type="String">{sign}</Data>',
         target: f'<Comment ss:Author="审核"><ss:Data>与林业局核对</ss:Data></Comment><Data ss:Type="String">{target}</Data>'},
    ).replace("<Row>", '<Row ss:Hidden="1">', 14).replace('<Row ss:Hidden="1">', "<Row>", 13), "hidden text; notes beside a value; symbol fonts",
                 "The sign of a symbol font, a comment, white letters and a hidden row in a workbook of 2003.")
    workbook = one_sheet(rows())
    for row in workbook.active.iter_rows():
        for cell in row:
            if cell.value == "芦湾县湿地管理站":
                cell.number_format = ";;;"
            elif cell.value == "管护湿地，保护越冬候鸟。":
                cell.font = Font(color="FFFFFFFF")
            elif cell.value == "生态效益指标":
                cell.font, cell.fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF003366")
    samples.workbook("texts_nobody_sees_in_a_workbook", workbook, "hidden text",
                     "A number format that shows nothing, and white letters on a white cell, hide texts; white letters on a dark cell do not.")

    def signs(parts):
        share_strings(parts)
        parts["xl/sharedStrings.xml"] = replace(
            parts["xl/sharedStrings.xml"], f"<t>{target}</t>",
            '<r><rPr><rFont val="Symbol"/></rPr><t>\uf0b3</t></r><r><rPr><rFont val="宋体"/></rPr><t>1200.00(亩)</t></r>')
    workbook = one_sheet(rows(unit="\xfe芦湾县湿地管理站"))
    samples.workbook("symbol_fonts_in_a_workbook", workbook, "symbol fonts",
                     "A comparator typed in the font Symbol: the character that is stored says nothing of what is shown.", signs)
    workbook = one_sheet(rows())
    for row in workbook.active.iter_rows():
        for cell in row:
            if cell.value == target:
                cell.comment = Comment("按上年实绩核定", "审核人")
    samples.workbook("comment_on_a_cell_of_a_workbook", workbook, "notes beside a value",
                     "A comment on a target says where it comes from. It is no part of the target.")


def colours(samples):
    workbook = one_sheet(rows())
    for row in workbook.active.iter_rows():
        for cell in row:
            if cell.value == "≥1200.00(亩)":
                cell.font, cell.fill = Font(color="FF4472C4"), PatternFill("solid", fgColor="FF4472C4")
            elif cell.value == "≥95.00(%)":
                cell.font, cell.fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF4472C4")
    samples.workbook("text_in_the_colour_of_its_cell_in_a_workbook", workbook, "hidden text",
                     "A figure that should not be seen was given the colour of its cell. White on the same colour is seen, and read.")


def drawings(samples):
    samples.workbook("title_in_a_text_box_of_a_workbook", one_sheet([[None] * 6] + rows()[1:]), "text in drawings",
                     "The title lies over the empty first row as a text box, and a remark beside the amounts in another.",
                     packages.text_boxes([(0, 0, 1, 5, "财政项目支出绩效目标申报表"), (6, 0, 7, 5, "增加候鸟监测经费6000元。")]))
    samples.workbook("picture_in_a_cell_of_a_workbook", one_sheet(rows(goal=None)), "pictures in cells",
                     "A picture lies in the cell of the goal. What it shows is not known, and that is said at the field.",
                     packages.picture(10, 3))
    samples.workbook("check_boxes_in_a_workbook", one_sheet(rows(unit=None)), "check boxes",
                     "Check boxes over a cell, one of them ticked: controls that stand in a drawing.",
                     packages.check_boxes(3, 3, [("芦湾县湿地管理站", True), ("芦湾县林场", False)]))
    samples.workbook("embedded_workbook_in_a_workbook", one_sheet(rows()), "documents in documents",
                     "A workbook embedded in the sheet, shown as an icon. It is not read, and that is said.", packages.embedded(12, 4))


def containers(samples):
    samples.explain("workbook_with_backslashes_in_its_package", "containers off the standard",
                    "Entries of the package are named with backslashes, as some programs write them; office programs open it.")
    packages.with_backslashes(one_sheet(rows()), samples.folder / "workbook_with_backslashes_in_its_package/input.xlsx")
    samples.workbook("workbook_styled_far_below_its_form", one_sheet(rows()), "styles without content",
                     "Borders were drawn far below the form: thousands of cells that hold nothing.", packages.styled_rows(17, 20000))
    samples.text("xml_workbook_of_2003_called_xls", "xls", as_xml(rows()), "carriers under other names",
                 "A workbook in the XML of 2003, with merged cells placed by index, under the ending of another format.")


def careless_csv(samples):
    texts = matrix(rows(goal=MORE_QUOTES))
    kind = "csv as people save it"
    samples.text("csv_with_single_quotes_inside_of_quoted_fields", "csv",
                 "".join(",".join(f'"{text}"' for text in line) + "\n" for line in texts), kind,
                 "Every field is quoted, but the quotation marks inside are not doubled.")
    samples.text("csv_with_backslashes_before_quotes", "csv",
                 "".join(",".join('"' + text.replace('"', '\\"') + '"' for text in line) + "\n" for line in texts), kind,
                 "A database escapes quotation marks with backslashes.")
    samples.text("csv_with_blank_first_columns", "csv", as_csv([["", "", *line] for line in texts]), kind,
                 "The form was laid out from the third column on; the title must still be found.")
    samples.text("csv_with_semicolons_and_a_line_that_says_so", "csv", "sep=;\n" + as_csv(texts, ";"), kind,
                 "Excel of other countries parts fields with semicolons, and a first line may say so.")
    curly = [[f"\u201c{text}\u201d" for text in line] for line in matrix(rows(goal="管护湿地，落实\u201c十四五\u201d规划。"))]
    samples.text("csv_with_curly_quotes", "csv", "".join(",".join(line) + "\n" for line in curly), kind,
                 "A word processor made the quotation marks around the fields curly. Inside of a text they are its own.")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")
    for write in (errors, fillers, prompts, formulas, guards, notation, characters, looks, colours, drawings, containers, careless_csv):
        write(samples)


if __name__ == "__main__":
    main()
