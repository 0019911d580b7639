#!/usr/bin/python3
"""Writes the samples of comparators that are a > or < with a line below it, in every carrier that knows lines. Needs Debian's
libreoffice-writer and -calc and python3-openpyxl.

Usage: tests/make_samples/signs_with_lines.py [FOLDER]     (default: samples/ beside tests/)
"""
import pathlib
import sys
import tempfile

import carriers
import carriers_writers
import ofd
import ofd_writer
import old_office
import pages
import pages_seen
from pages_parted import line
from quirks_of_words import T6, T95, put, saved
from seen import Samples, as_csv, as_tabs, as_xml, matrix, rows
from word import paragraph, run
from word_seen import changed
from xlsx import one_sheet, replace, share_strings

KIND = "comparators with a line below"
WHY = ("A > with a line below it is what people type who do not find the sign ≥, and < for ≤. A line under a whole value is one to "
       "write on, and its > is a >.")
T90, SHEET_TARGET = "≥90.00(%)", "≥1200.00(亩)"
LINE = '<w:u w:val="single"/>'


def in_word():
    return changed({T6: paragraph(run(">", LINE) + run("6.00(座)")), T95: paragraph(run(">", LINE) + run("95.00", LINE) + run("(%)")),
                    T90: paragraph(run("＞", LINE) + run("90.00(%)"))})


def in_words(samples):
    document = in_word()
    put(samples, "comparators_with_a_line_below_in_word", "docx", document, KIND, WHY)
    put(samples, "comparators_with_a_line_below_in_a_flat_package", "xml", carriers_writers.whole_flat_opc(document), KIND, WHY)
    for name, ending, target in (("old_word", "doc", "MS Word 97"), ("open_document", "odt", "writer8")):
        saved(samples, f"comparators_with_a_line_below_in_{name}", ending, target, document, KIND, WHY + " As LibreOffice saves it.")
    form = old_office.form("{\\ul >}60" + old_office.escaped("批次"), "{\\ul <}{\\ulnone 90%}")
    put(samples, "comparators_with_a_line_below_in_rtf", "rtf", old_office.rich_text("3.良种补贴绩效目标表", form), KIND, WHY)


def underline(parts):
    share_strings(parts)
    parts["xl/sharedStrings.xml"] = replace(parts["xl/sharedStrings.xml"], f"<t>{SHEET_TARGET}</t>",
                                            "<r><rPr><u/></rPr><t>&gt;</t></r><r><t>1200.00(亩)</t></r>")


def in_sheets(samples):
    name = "comparators_with_a_line_below_in_a_workbook"
    samples.workbook(name, one_sheet(rows()), KIND, WHY, underline)
    for other, ending, target in (("an_old_workbook", "xls", "MS Excel 97"), ("an_open_sheet", "ods", "calc8")):
        with tempfile.TemporaryDirectory() as folder:
            data = carriers.libreoffice(pathlib.Path(folder), samples.folder / name / "input.xlsx", target, ending).read_bytes()
        put(samples, f"comparators_with_a_line_below_in_{other}", ending, carriers.cleaned(f"libreoffice.{ending}", data), KIND,
            WHY + " As LibreOffice saves it.")
    data = ('<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><U>&gt;</U><Font>1200.00(亩)</Font></ss:Data>')
    put(samples, "comparators_with_a_line_below_in_xml_of_2003", "xml", as_xml(rows(), data_of={SHEET_TARGET: data}), KIND, WHY)


def in_pages(samples):
    page = pages_seen.page({T6: "<u>&gt;</u>6.00(座)", T95: "<u>&gt;95.00</u>(%)", T90: '<span class="u">&gt;</span>90.00(%)'},
                           ".u { text-decoration: underline }")
    put(samples, "comparators_with_a_line_below_in_a_page", "html", page, KIND, WHY)
    archive = ("MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=teil\n\n"
               f"--teil\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{page}\n--teil--\n")
    put(samples, "comparators_with_a_line_below_in_an_archive", "mht", archive, KIND, WHY)
    put(samples, "comparators_with_a_line_below_in_markdown", "md",
        pages_seen.seen_in_markdown({T6: "<u>></u>6.00(座)", T95: "<u>>95.00</u>(%)", T90: "<u>&gt;</u>90.00(%)"}), KIND, WHY)


def in_tabs(samples):
    put(samples, "comparators_with_a_line_below_in_tabs", "txt", as_tabs(matrix(rows(target=">\u03321200.00(亩)"))), KIND,
        "A > with a combining line below it (U+0332) is the sign ≥.")
    put(samples, "comparators_with_a_line_below_in_csv", "csv", as_csv(matrix(rows(target=">\u03321200.00(亩)"))), KIND,
        "A > with a combining line below it (U+0332) is the sign ≥.")


def in_print(samples):
    form = [[(">" + text[1:] if text == "≥86公里" else text, across, down) for text, across, down in row] for row in pages.ROWS]
    cells = pages.lay_out(form, 80)
    cell = pages.cell_with(">86公里", cells)
    under = b"0.5 w\n" + line(cell.x0 + 3, cell.y0 + 11.2, cell.x0 + 3 + pages.width(">", 9), cell.y0 + 11.2)
    put(samples, "comparators_with_a_line_below_in_a_pdf", "pdf",
        pages.document([pages.title() + under + pages.strokes(cells) + pages.texts(cells)]), KIND, WHY)
    page = ofd.form(form)
    cell = next(c for c in ofd.cells_of(form) if c.text == ">86公里")
    left = cell.x0 + 1
    page.line(left, cell.y0 + 4.0, left + ofd_writer.width(">", ofd.SIZE), cell.y0 + 4.0)
    put(samples, "comparators_with_a_line_below_in_an_ofd", "ofd", ofd_writer.package([page]), KIND, WHY)


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")
    for write in (in_words, in_sheets, in_pages, in_tabs, in_print):
        write(samples)


if __name__ == "__main__":
    main()
