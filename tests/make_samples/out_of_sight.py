#!/usr/bin/python3
"""Writes samples/ of what formats take out of sight: letters without ink or size, rows and columns without room, and formats that depend on
a condition; and of packages whose XML other programs wrote. The same bytes on every run. Needs Debian's python3-openpyxl.

Usage: tests/make_samples/out_of_sight.py [FOLDER]     (default: samples/ beside tests/)
"""
import io
import pathlib
import sys
import zipfile

from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Font

import word
from quirks_of_sheets import flat_sheet, put, table
from seen import Samples, as_csv, as_xml, matrix, rows
from word import GOAL, INDICATORS, cell_xml, form, heading_xml, package, paragraph, row_xml, run, table_xml
from word_seen import changed
from xlsx import Cell, one_sheet, replace

HIDDEN, STRUCK = "hidden text", "struck text"
SHEET = "xl/worksheets/sheet1.xml"
T6, T95, T90 = "≥6.00(座)", "≥95.00(%)", "≥90.00(%)"


def ink(kind, inner=""):
    return f"<w14:{kind}>{inner}</w14:{kind}>"


def solid(colour, alpha=""):
    return f'<w14:solidFill><w14:srgbClr w14:val="{colour}">{alpha}</w14:srgbClr></w14:solidFill>'


def with_space(document):
    """Declares the namespace of the effects that Word has drawn letters with since 2010."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).replace(b"<w:document ", b'<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ')
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


def words(samples):
    nothing, clear = ink("textFill", "<w14:noFill/>"), ink("textFill", solid("000000", '<w14:alpha w14:val="100000"/>'))
    edges = ink("textOutline", solid("1F3864")) + nothing
    document = changed({
        T6: paragraph(run("≥5", nothing) + run(T6)),
        T95: paragraph(run(T95) + run("上年90", ink("textFill", solid("FFFFFF"))) + run("待核", clear)),
        T90: paragraph(run(T90, edges)),
    })
    put(samples, "letters_without_ink_in_word", "docx", with_space(document), HIDDEN,
        "Old values were given letters without a fill, with a white one and with one that lets everything through; their colour is black.\n"
        "None of them is seen. Letters without a fill that are drawn by their edges are.")

    lines = [row_xml(cells, cell_xml) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    low = row_xml([None, None, word.Cell("时效指标"), word.Cell("监测完成时限"), word.Cell("12月底前", across=2)],
                  properties='<w:trHeight w:val="20" w:hRule="exact"/>')
    lines.insert(-1, low)
    put(samples, "row_of_one_point_in_word", "docx", package(heading_xml() + table_xml(lines)), HIDDEN,
        "A row has the height of one point and no more. It is not marked as hidden, and nobody sees it.")


def low_rows(samples):
    def low(parts):
        parts[SHEET] = replace(parts[SHEET], '<row r="14"', '<row r="14" ht="1" customHeight="1"')
    samples.workbook("workbook_with_a_row_of_one_point", one_sheet(rows()), HIDDEN,
                     "A row was dragged to the height of one point. It is not marked as hidden, and nobody sees it.", low)
    lines = as_xml(rows()).split("   <Row>")
    samples.text("row_of_one_point_in_xml_of_2003", "xml", "   <Row>".join(lines[:14]) + '   <Row ss:Height="0.75">' + "   <Row>".join(lines[14:]),
                 HIDDEN, "The same in an XML workbook of 2003.")
    style = ('<office:automatic-styles><style:style style:name="ro2" style:family="table-row"><style:table-row-properties '
             'style:row-height="0.02cm" style:use-optimal-row-height="false"/></style:style></office:automatic-styles>')
    flat = replace(flat_sheet(table(rows(), {})), "<office:body>", style + "<office:body>")
    parts = flat.split("<table:table-row>")
    put(samples, "row_of_one_point_in_an_open_sheet", "fods", "<table:table-row>".join(parts[:14]) +
        '<table:table-row table:style-name="ro2">' + "<table:table-row>".join(parts[14:]), HIDDEN, "The same in an OpenDocument spreadsheet.")


def small_letters(samples):
    workbook = one_sheet(rows())
    for row in workbook.active.iter_rows():
        for cell in row:
            if cell.value == "≥3000.00(只)":
                cell.font = Font(size=1)
    samples.workbook("letters_of_one_point_in_a_workbook", workbook, HIDDEN,
                     "A target has letters of one point, as small as Excel has them: on paper it is a line.")
    samples.text("letters_of_one_point_in_xml_of_2003", "xml",
                 as_xml(rows(), '<Style ss:ID="s1"><Font ss:Size="1"/></Style>', {"≥3000.00(只)": "s1"}), HIDDEN,
                 "The same in an XML workbook of 2003.")


def conditions(samples):
    workbook = one_sheet([*rows(), [None, "时效指标", Cell("湿地巡查时限", 2), "12月底前"]])
    sheet = workbook.active
    white = Font(color="FFFFFFFF")
    sheet.conditional_formatting.add("A1:F20", CellIsRule(operator="equal", formula=['"0.00"'], font=white))
    sheet.conditional_formatting.add("F13:F16", FormulaRule(formula=['$C13="质量指标"'], font=Font(strike=True)))
    sheet.conditional_formatting.add("F16", FormulaRule(formula=["COUNTIF($F$13:$F16,$F16)>0"], font=white))
    samples.workbook("formats_under_conditions_in_a_workbook", workbook, f"{HIDDEN}; {STRUCK}",
                     "Formats that depend on conditions give zeros white letters and strike the target of a row by its group. A third condition\n"
                     "counts cells: it is not computed, and that is said.")
    conditional = ('<ConditionalFormatting xmlns="urn:schemas-microsoft-com:office:excel"><Range>R6C3:R9C6</Range><Condition>'
                   "<Qualifier>Equal</Qualifier><Value1>0</Value1><Format Style='color:white'/></Condition></ConditionalFormatting>")
    plain = replace(as_xml(rows(), data_of={"0.00": '<Data ss:Type="Number">0</Data>'}), "</Table>", "</Table>" + conditional)
    samples.text("formats_under_conditions_in_xml_of_2003", "xml", plain, HIDDEN, "A format that depends on a condition gives zeros white letters.")
    styles = ('<office:automatic-styles><style:style style:name="ce1" style:family="table-cell"><style:map style:condition="cell-content()=0" '
              'style:apply-style-name="ce2"/></style:style><style:style style:name="ce2" style:family="table-cell"><style:text-properties '
              'fo:color="#ffffff"/></style:style><style:style style:name="ce3" style:family="table-cell"><style:text-properties '
              'style:text-line-through-style="solid"/></style:style></office:automatic-styles>')
    formats = ('<calcext:conditional-formats xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
               '<calcext:conditional-format calcext:target-range-address="申报表.F13:申报表.F16"><calcext:condition '
               'calcext:apply-style-name="ce3" calcext:value="contains-text(&quot;3000&quot;)"/></calcext:conditional-format></calcext:conditional-formats>')
    flat = replace(flat_sheet(table(rows(), {}, below=formats)), "<office:body>", styles + "<office:body>")
    zero = 'office:value-type="string"><text:p>0.00</text:p>'
    flat = flat.replace(zero, 'table:style-name="ce1" office:value-type="float" office:value="0"><text:p>0.00</text:p>')
    put(samples, "formats_under_conditions_in_an_open_sheet", "fods", flat, f"{HIDDEN}; {STRUCK}",
        "The styles of cells give zeros white letters by a condition of their own; one of the table strikes a target.")


def pieces(text):
    """A part whose texts other programs have parted: by comments, instructions and CDATA sections."""
    return (replace(text, "安全监测", "安<!-- 草稿 -->全监<![CDATA[测]]>") if "安全监测" in text
            else replace(replace(text, "1200.00", "<![CDATA[1200]]>.0<?x y?>0"), "湿地管护", "湿<!-- -->地管护"))


def packages_of_others(samples):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(changed({}))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), pieces(text.decode()).encode() if name == "word/document.xml" else text)
    kind = "containers off the standard"
    put(samples, "texts_in_pieces_in_word", "docx", out.getvalue(), kind,
        "A tool wrote comments and CDATA sections into the XML of the document. They part the texts for parsers, and for nobody else.")

    def parted(parts):
        name = next(name for name, text in parts.items() if "湿地管护" in text)
        parts[name] = pieces(parts[name])
    samples.workbook("texts_in_pieces_in_a_workbook", one_sheet(rows()), kind, "The same in a workbook.", parted)


def field_errors(samples):
    kind = "error values"
    put(samples, "errors_of_fields_in_word", "docx", changed({
        T6: paragraph(run("错误!未找到引用源。")), T95: paragraph(run("!语法错误, )")), GOAL: paragraph(run("见错误!未定义书签。号文。"))}), kind,
        "Word leaves words where a field cannot find what it refers to, or cannot compute. They are no values; inside of a text they are\nfound, and stay.")
    samples.text("errors_of_fields_in_csv", "csv", as_csv(matrix(rows(unit="Error! Reference source not found.", target="错误:508", amount="正在加载..."))), kind,
                 "Errors of word processors, of LibreOffice in Chinese and of sheets on the web, copied with their texts.")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")
    for write in (words, low_rows, small_letters, conditions, packages_of_others, field_errors):
        write(samples)


if __name__ == "__main__":
    main()
