#!/usr/bin/python3
"""Writes samples/ in which a program left another text than the one that is shown: data behind a content control, notation of programs,
letters without room, bars, colours by number, notes and files of a PDF. The same bytes on every run. Needs Debian's python3-openpyxl.

Usage: tests/make_samples/quirks_of_programs.py [FOLDER]     (default: samples/ beside tests/)
"""
import pathlib
import re
import sys
import urllib.parse

import carriers_writers
import pages_seen
import quirks_of_sheets
from pages import HEIGHT, ROWS, lay_out, strokes, texts, title
from pages_filled import file_with, string
from quirks_of_words import T6, T95, put
from seen import Samples, as_csv, matrix, rows
from word import GOAL, paragraph, run
from word_seen import changed, style_xml
from xlsx import one_sheet, replace, share_strings

OFFICE, UNIT, TARGET = "梅坞区水库管理所", "芦湾县湿地管理站", "≥1200.00(亩)"
DATA_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


def control(binding, kind, content):
    return f"<w:sdt><w:sdtPr>{binding}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def bound(path):
    return f"""<w:dataBinding w:prefixMappings="xmlns:b='urn:biaodan'" w:xpath="{path}" w:storeItemID="{{0F2B8D40-5A0C-4E61-9C1D-7B3E2A6F1C55}}"/>"""


def with_data():
    """What was stored of an office is an old name, a list keeps a code, and a target was never stored."""
    listed = '<w:dropDownList><w:listItem w:displayText="经常性项目" w:value="1"/><w:listItem w:displayText="一次性项目" w:value="2"/></w:dropDownList>'
    document = changed({
        OFFICE: paragraph(control(bound("/b:biao[1]/b:danwei[1]"), "<w:text/>", run("梅坞区水库管理站"))),
        "经常性项目": control(bound("/b:biao[1]/b:xingzhi[1]"), listed, paragraph("一次性项目")),
        T6: paragraph(control(bound("/b:biao[1]/b:zhibiao[2]/@zhi"), "<w:text/>", "")),
        T95: paragraph(control(bound("/b:biao[1]/b:zhibiao[1]/@zhi"), "<w:text/>", run(T95))),
    }, others=[("customXml", "customXml/item1.xml", f'<b:biao xmlns:b="urn:biaodan"><b:danwei>{OFFICE}</b:danwei><b:xingzhi>1</b:xingzhi>'
                f'<b:zhibiao zhi="{T95}"/><b:zhibiao zhi="{T6}"/></b:biao>')])
    return document


def in_word(samples):
    kind = "texts that data replace"
    put(samples, "controls_bound_to_data_in_word", "docx", with_data(), kind,
        "Content controls are bound to a part of data. Word shows what the data say, not what was stored when another program filled them in.")
    put(samples, "controls_bound_to_data_in_a_flat_package", "xml", carriers_writers.whole_flat_opc(with_data()), kind,
        "The same in a Word document of one file.")
    listed = ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="类别"/><w:enabled/><w:ddList>{}<w:listEntry w:val="其他运转类"/>'
              '<w:listEntry w:val="特定目标类"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>'
              '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    put(samples, "list_of_a_form_in_word", "docx", changed({"特定目标类": paragraph(listed.format('<w:default w:val="1"/>'))}), "check boxes",
        "A list of a form, which nobody has touched: it shows the entry that it shows by default, and stores no text.")
    low = style_xml("paragraph", "压缩", '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>')
    put(samples, "letters_without_room_in_word", "docx", changed({
        OFFICE: paragraph(OFFICE) + paragraph("原水库管理站", '<w:pStyle w:val="压缩"/>'),
        T6: paragraph(run(T6) + run("≥5.00(座)", '<w:w w:val="1"/>')),
        T95: paragraph(run("≥95.00") + run("%", '<w:eastAsianLayout w:id="1" w:combine="1" w:combineBrackets="round"/>')),
    }, low), "hidden text", "Lines of one point, and letters of a hundredth of their width, leave nothing to see. Two lines in one have "
        "brackets around them that are no characters.")


def in_other_words(samples):
    why = "Letters of a hundredth of their width, and lines of one point, leave nothing to see."
    hidden = "".join(f"\\u{ord(c)}?" for c in "（原站）")
    text = (samples.folder / "rtf_with_white_text_and_capitals/input.rtf").read_text(encoding="ascii")
    cells = re.split(r"\\cell(?!x)", text)
    cells[1] += "{\\charscalex1 " + hidden + "}"
    cells[7] += "\\par\\sl-20\\slmult0 " + hidden
    put(samples, "letters_without_room_in_rtf", "rtf", "\\cell".join(cells), "hidden text", why)
    flat = quirks_of_sheets.flat_sheet(quirks_of_sheets.table(rows(), {}))
    style = ('<office:automatic-styles><style:style style:name="Z" style:family="text"><style:text-properties style:text-scale="1%"/></style:style>'
             '<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:line-height="0.02cm"/></style:style>'
             "</office:automatic-styles><office:body>")
    flat = flat.replace("<office:body>", style, 1).replace("spreadsheet", "text")
    flat = flat.replace(f"{UNIT}</text:p>", f'{UNIT}<text:span text:style-name="Z">原林场</text:span></text:p>', 1)
    flat = flat.replace(f"{TARGET}</text:p>", f'{TARGET}</text:p><text:p text:style-name="H">≥900.00(亩)</text:p>', 1)
    put(samples, "letters_without_room_in_open_document", "fodt", flat, "hidden text", why)


def in_pages(samples):
    put(samples, "bars_and_quotation_marks_of_a_page", "html", pages_seen.page({
        T95: f'{T95}<meter min="0" max="1" value="0.88">88%</meter>',
        T6: '<svg width="90" height="20"><text y="15"><![CDATA[≥6.00(座)]]></text></svg>',
        GOAL: "全年监测水库六座，落实<q>一库一策</q>。",
        "=100.00(%)": '<span style="float: right">(%)</span>=100.00',
    }), "pictures in cells", "A bar shows a figure without its number: the text in it is for programs that draw none. Quotation marks of an "
        "element are seen, text of a drawing may stand where no mark-up is looked for, and what floats to the right follows its line.")
    put(samples, "letters_in_colours_by_lightness_in_a_page", "html", pages_seen.page({
        OFFICE: f'{OFFICE}<span style="color: oklch(100% 0 0)">甲</span><span style="color: hwb(0 100% 0%)">乙</span>'
                '<span style="color: color(srgb 1 1 1)">丙</span><span class="dots">丁</span>',
        "水库安全监测经费": '水库安全监测经费<div style="opacity: 0">旧<b style="font-size: 12pt">名</b></div>',
        T6: f'{T6}<span style="display: inline-block; transform: translateX(-9999px)">≥5.00(座)</span>',
        "≥90.00(%)": '<span style="color: transparent; background: linear-gradient(red, blue); background-clip: text">≥90.00(%)</span>'
                     '<i style="transform: scaleX(0)">≥80.00</i><i style="position: fixed; right: -9999px">(%)</i>',
        T95: f'{T95}<span class="memo">≥90.00(%)</span><span style="zoom: 1%">去年</span>',
    }, "@scope (td) { .memo { display: none } } .dots { -webkit-text-security: disc }"), "hidden text",
        "White in new notations of colours, text that a rule of a scope hides, that is moved off the page, made small, or shown as dots.")


def in_sheets(samples):
    def palette(parts):
        share_strings(parts)
        parts["xl/sharedStrings.xml"] = replace(parts["xl/sharedStrings.xml"], f"<t>{UNIT}</t>",
                                                f'<r><t>{UNIT}</t></r><r><rPr><color indexed="20"/></rPr><t>（内部）</t></r>')
        colours = "".join('<rgbColor rgb="00%s"/>' % ("FFFFFF" if i == 20 else "203040") for i in range(64))
        sheet = parts["xl/styles.xml"]
        begin, end = sheet.index("<indexedColors>"), sheet.index("</indexedColors>")
        parts["xl/styles.xml"] = sheet[:begin] + "<indexedColors>" + colours + sheet[end:]
    samples.workbook("white_letters_by_a_palette_of_a_workbook", one_sheet(rows()), "hidden text",
                     "The workbook has colours of its own by number; one of them is white, and letters in it are not seen.", palette)

    def loose(parts):
        share_strings(parts)
        relations = next(name for name in parts if name.endswith("workbook.xml.rels"))
        text = parts[relations]
        text = text.decode() if isinstance(text, bytes) else text
        begin = text.rindex("<Relationship ", 0, text.index("sharedStrings"))
        parts[relations] = text[:begin] + text[text.index("/>", begin) + 2:]
        sheet = parts["xl/worksheets/sheet1.xml"]
        sheet = sheet.decode() if isinstance(sheet, bytes) else sheet
        at = sheet.index('<c r="D4"')
        parts["xl/worksheets/sheet1.xml"] = sheet[:at] + '<c r="D4" t="inlineStr"><is><t>原湿地管理站</t></is></c>' + sheet[at:]
    samples.workbook("cell_twice_and_texts_without_a_relationship_in_a_workbook", one_sheet(rows()), "containers off the standard",
                     "Nothing tells where the shared texts stand but the name that all programs give them, and one cell is stored twice.", loose)

    icons = ('<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
             '<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
             '<x14:cfRule type="iconSet" priority="1" id="{A}"><x14:iconSet iconSet="3Stars" showValue="0"/></x14:cfRule><xm:sqref>A1:F20</xm:sqref>'
             "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>")

    def stars(parts):
        parts["xl/worksheets/sheet1.xml"] = replace(parts["xl/worksheets/sheet1.xml"], "</worksheet>", icons)
    samples.workbook("stars_in_place_of_numbers_in_a_workbook", one_sheet(rows(target=1200)), "hidden text",
                     "A format that Excel 2007 did not know shows stars in place of numbers.", stars)


def in_csv(samples):
    kind = "csv as people save it"
    quoted = urllib.parse.quote(UNIT)
    escaped = TARGET.encode()
    kept = {"经常性项目": "经常性项目".encode("gb18030").decode("latin-1"), "特定目标类": "{'value': '2', 'label': None}"}
    cells = matrix(rows(unit=quoted, target="b'" + "".join(f"\\x{b:02x}" if b > 127 else chr(b) for b in escaped) + "'",
                        goal="['管护湿地；', '保护越冬候鸟。']"))
    put(samples, "texts_as_programs_keep_them_in_csv", "csv", as_csv([[kept.get(text, text) for text in line] for line in cells]), kind,
        "An export wrote what programs keep: bytes of a link, bytes and a list of Python, GB18030 taken for Latin-1, and an object without a text.")
    put(samples, "csv_with_line_ends_that_nobody_quoted", "csv", as_csv(matrix(rows(goal="@"))).replace("@", "管护湿地，\n保护越冬候鸟。"), kind,
        "A line end in a field that nobody quoted breaks its record into two.")
    put(samples, "characters_lost_between_others_in_csv", "csv", as_csv(matrix(rows(unit="????????", goal="管护?地，保护越冬候鸟。"))), kind,
        "Characters that the encoding of an export does not have became question marks.")


def in_pdf(samples):
    cells = lay_out(ROWS, 80)
    old = next(c for c in cells if c.text == "≥95%")
    content = title() + strokes(cells) + texts(cells)
    note = b"<</Type/Annot/Subtype/Text/Name/Comment/F 4/Rect[%g %g %g %g]/Contents%s>>" % (
        old.x1 - 20, HEIGHT - old.y1, old.x1 - 2, HEIGHT - old.y1 + 18, string("请核对成活率"))
    width = 9 * 2.5
    quad = (old.x0 + 3, HEIGHT - old.y0 - 3, old.x0 + 3 + width, HEIGHT - old.y0 - 12)
    mark = b"<</Type/Annot/Subtype/StrikeOut/F 4/Rect[%g %g %g %g]/QuadPoints[%g %g %g %g %g %g %g %g]>>" % (
        quad[0], quad[3], quad[2], quad[1], quad[0], quad[1], quad[2], quad[1], quad[0], quad[3], quad[2], quad[3])
    attached = b"<</Type/Filespec/F(2.pdf)/UF%s/EF<</F 9 0 R>>>>" % string("指标说明.pdf")
    catalog = b"/Names<</EmbeddedFiles<</Names[(a) 8 0 R]>>>>"
    put(samples, "pdf_with_a_note_a_struck_mark_and_a_file", "pdf",
        file_with(content, [note, mark, attached, b"<</Length 0>>stream\n\nendstream"], [b"6 0 R", b"7 0 R"], catalog),
        "notes beside a value; struck text", "A note that opens at a click, a mark that strikes a target and has no look of its own, and a file "
        "that is attached: the note and the file are told of, and what is struck is no value.")


def main():
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "samples")
    for write in (in_word, in_other_words, in_pages, in_sheets, in_csv, in_pdf):
        write(samples)


if __name__ == "__main__":
    main()
