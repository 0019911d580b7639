#!/usr/bin/python3
"""Writes the workbooks and delimited texts of samples/ that other programs are known to read wrong: what users of them reported,
rebuilt around a form of our own. The same bytes on every run. Needs Debian's python3-openpyxl.

Usage: tests/make_samples/quirks_of_sheets.py [FOLDER]     (default: samples/ beside tests/)
"""
import csv
import io
import pathlib
import re
import sys
import zipfile
from xml.sax.saxutils import escape

from seen import Samples, as_csv, as_pipes, as_tabs, as_xml, matrix, rows
from xlsx import Cell, one_sheet, replace

SHEET = "xl/worksheets/sheet1.xml"
SAVED, NUMBERS = "csv as people save it", "numbers as programs write them"


def texts(samples):
    lines = matrix(rows())
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(lines)
    whole = out.getvalue()
    samples.text("csv_cut_off_inside_a_quoted_field", "csv", whole[:whole.index("≥3000.00(只)") + len("≥30")], "files cut off",
                 "A copy broke off in the middle of a quoted target. What is left of it is no target; that the file ends there is said.")
    samples.text("csv_with_amounts_parted_at_their_thousands", "csv", "".join(",".join(line) + "\n" for line in lines), SAVED,
                 "A script joined the fields with commas and quoted none: 86,000.00 stands as two fields, and the row is too long by as many\nas it has amounts.")
    quoted = [[f'"{text}"' if "," in text else text for text in line] for line in lines]
    samples.text("csv_with_spaces_behind_its_commas", "csv", "".join(", ".join(line) + "\n" for line in quoted), SAVED,
                 "A space follows each comma, before quotation marks as well. No prose has as many commas in each line.")
    numbered = [["", *map(str, range(6))]] + [[str(i), *line] for i, line in enumerate(lines)]
    samples.text("csv_with_the_numbers_of_a_data_frame", "csv", as_csv(numbered), NUMBERS,
                 "A data frame was saved with its index: a number before each row, the title among them, and one above each column. None of\nthem is a goal or a group.")
    samples.text("markdown_with_the_numbers_of_a_data_frame", "md", as_pipes(numbered), NUMBERS, "The same, printed as a table of Markdown.")
    apart = "".join("^".join(line) + "\n" for line in lines)
    samples.text("csv_parted_by_circumflexes", "csv", apart, SAVED,
                 "An export of a database parts fields with a sign that no text has. Any sign does that parts all lines into as many fields.")
    wide = "".join("，".join(f'"{text}"' if "，" in text else text for text in line) + "\n" for line in lines)
    samples.text("csv_parted_by_commas_of_full_width", "csv", wide, SAVED,
                 "Somebody replaced all commas in a file by those of Chinese texts. Amounts keep theirs, and a text with such a comma is quoted.")
    open_quote = as_csv(lines).replace("芦湾县湿地管理站", '"芦湾县湿地管理站').replace("越冬候鸟数量", '"越冬候鸟数量')
    samples.text("csv_with_quotation_marks_left_open", "csv", open_quote, SAVED,
                 "Two fields begin with quotation marks that nothing closes. The rows have as many fields as the others: the marks are slips, and said.")
    samples.text("csv_encoded_twice", "csv", as_csv(lines).encode().decode("latin-1"), SAVED,
                 "UTF-8 was taken for Latin-1 and written as UTF-8 once more. No character is lost.")
    samples.text("characters_lost_on_the_way_to_csv", "csv", as_csv(matrix(rows(target="?1200.00(亩)", unit="芦湾县湿地管理锟斤拷"))), SAVED,
                 "A sign that an encoding does not have became a question mark, and two lost characters became three others in the next\nencoding. Neither is what was written, and that is said.")
    small = matrix(rows(target=">\u03321200.00(亩)", goal="管护湿地\ufe50水草清理合格率\U0001d7d7\U0001d7d3\ufe6a以上。"))
    samples.text("small_signs_and_digits_of_formulas_in_tabs", "txt", as_tabs(small), "characters that look the same, or like nothing",
                 "A > with a line below it is a ≥. Small commas and percent signs and the digits of formula editors look like the plain ones.")
    turned = matrix(rows(target="≥\u202e00.0021\u202c(亩)"))
    samples.text("text_turned_round_in_csv", "csv", as_csv(turned), "characters that look the same, or like nothing",
                 "A mark turns the digits of a target round: programs show it the other way round than it is stored.")


def workbooks(samples):
    def zero(parts):
        parts["xl/workbook.xml"] = re.sub(r"<calcPr[^>]*/>", '<calcPr calcId="124519" fullCalcOnLoad="1"/>', parts["xl/workbook.xml"])
        parts[SHEET] = re.sub(r"(<f>C7\+C9</f>)<v\s*/>", r"\1<v>0</v>", replace(parts[SHEET], "<v></v>", "<v/>"))
        assert "<v>0</v>" in parts[SHEET]
    form = rows()
    form[5][2] = "=C7+C9"
    samples.workbook("workbook_whose_formulas_nobody_computed", one_sheet(form), NUMBERS,
                     "A library wrote the workbook and put a 0 for what its formulas give; office programs compute it on opening. The amount is\nnot 0.", zero)
    form = rows()
    form[5][2] = Cell(86000, shown_as="#,##0.00,")
    samples.workbook("workbook_that_shows_thousands", one_sheet(form), NUMBERS,
                     "The format of an amount in 元 ends with a comma, so that the cell shows 86.00. What is shown is read, and what is stored is said.")

    def low(parts):
        parts[SHEET] = replace(parts[SHEET], '<row r="14"', '<row r="14" ht="0.0" customHeight="1"')
    samples.workbook("workbook_with_a_row_of_no_height", one_sheet(rows()), "hidden text",
                     "A row was dragged to the height 0.0; it is not marked as hidden, and nobody sees it.", low)
    plain = as_xml(rows())
    empty = '<Row>' + '<Cell ss:StyleID="Default"/>' * 6 + "</Row>\n"
    samples.text("xml_of_2003_styled_far_below_its_form", "xml", replace(plain, "</Table>", empty * 3000 + "</Table>"), "styles without content",
                 "Styles were given to three thousand rows below the form: cells that hold nothing.")


NAMES = {"office": "office", "text": "text", "table": "table", "draw": "drawing", "form": "form", "style": "style"}
NAMESPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"' for name, uri in NAMES.items()) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"')


def table(form, drawn, forms="", below=""):
    """The rows of a form as a table of OpenDocument; `drawn` is what stands in cells in place of their texts: {text: XML}."""
    out, covered = "", set()
    for y, row in enumerate(form):
        x, line = 0, ""
        entries = [entry if isinstance(entry, Cell) else Cell(entry) for entry in row]
        while entries or (y, x) in covered:
            if (y, x) in covered:
                line, x = line + "<table:covered-table-cell/>", x + 1
                continue
            cell = entries.pop(0)
            text = "" if cell.value is None else str(cell.value)
            inside = drawn.get(text) or (f"<text:p>{escape(text)}</text:p>" if text else "")
            line += (f'<table:table-cell table:number-columns-spanned="{cell.columns}" table:number-rows-spanned="{cell.rows}" '
                     f'office:value-type="string">{inside}</table:table-cell>')
            covered.update((y + dy, x + dx) for dy in range(cell.rows) for dx in range(cell.columns))
            x += 1
        out += f"<table:table-row>{line}</table:table-row>"
    return f'<table:table table:name="申报表">{forms}{out}{below}</table:table>'


def flat_sheet(content):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
            f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:document>\n")


def sheet_package(content):
    out = io.BytesIO()
    body = flat_sheet(content).replace("office:document ", "office:document-content ").replace("office:document>", "office:document-content>")
    with zipfile.ZipFile(out, "w") as package:
        for name, text in (("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", body)):
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode())
    return out.getvalue()


def control(number, y):
    return (f'<draw:control draw:z-index="0" svg:x="0.1cm" svg:y="{y}cm" svg:width="4cm" svg:height="0.4cm" draw:control="control{number}"/>')


def open_documents(samples):
    boxes = "".join(f'<form:checkbox form:name="b{i}" form:id="control{i}" form:label="{label}" form:current-state="{state}" '
                    f'form:control-implementation="ooo:com.sun.star.form.component.CheckBox"/>'
                    for i, label, state in ((1, "芦湾县湿地管理站", "checked"), (2, "芦湾县林场", "unchecked")))
    forms = f'<office:forms form:automatic-focus="false"><form:form form:name="表">{boxes}</form:form></office:forms>'
    unit = "芦湾县湿地管理站"
    put(samples, "check_boxes_in_a_flat_sheet", "fods", flat_sheet(table(rows(), {unit: control(1, 0) + control(2, 0.4)}, forms)), "check boxes",
        "Check boxes are controls of a form that stand in a cell, one of them ticked; what they say is in the form, not in the cell.")
    thing = '<draw:frame svg:width="3cm" svg:height="1cm"><draw:object xlink:href="./Object 1"/></draw:frame>'
    put(samples, "embedded_workbook_in_an_open_sheet", "ods", sheet_package(table(rows(), {"管护湿地，保护越冬候鸟。": thing})),
        "documents in documents", "The goal is an embedded object. It is not read, and that is said.")
    empty = ('<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:style-name="ce1" '
             'table:number-columns-repeated="1024"/></table:table-row>')
    put(samples, "open_sheet_styled_far_below_its_form", "fods", flat_sheet(table(rows(), {}, below=empty)), "styles without content",
        "Styles reach down to the last row of the sheet, told by one repeated row.")


def put(samples, name, ending, data, kind, why):
    samples.explain(name, kind, why)
    (samples.folder / name / f"input.{ending}").write_bytes(data.encode() if isinstance(data, str) else data)


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")
    for write in (texts, workbooks, open_documents):
        write(samples)


if __name__ == "__main__":
    main()
