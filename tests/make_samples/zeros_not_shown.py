#!/usr/bin/python3
"""Writes samples/ of sheets that do not show the number 0, in each format of workbooks, and of a colour that LibreOffice saves as clear.
The same bytes on every run. Needs Debian's python3-openpyxl.

Usage: tests/make_samples/zeros_not_shown.py [FOLDER]     (default: samples/ beside tests/)
"""
import pathlib
import struct
import sys

import old_workbooks
from quirks_of_sheets import SHEET, flat_sheet, put, table
from seen import Samples, as_xml, rows
from xlsx import one_sheet, replace

KIND = "hidden text"
WHY = "The sheet does not show the number 0: who looks at it sees a blank amount. What is stored there is told of."
SETTINGS = ('<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item config:name="ShowZeroValues" '
            'config:type="boolean">false</config:config-item></config:config-item-set></office:settings>')
STYLES = ('<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties loext:opacity="0%" '
          'style:use-window-font-color="true"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties '
          'loext:opacity="0%" fo:color="#000000"/></style:style><style:style style:name="ta1" style:family="table" '
          'style:master-page-name="页面"/></office:automatic-styles>')
MASTER = ('<office:master-styles><style:master-page style:name="页面"><style:header><text:p><text:span text:style-name="T1">'
          "财政项目支出绩效目标申报表</text:span></text:p></style:header></style:master-page></office:master-styles>")
SPACES = (' xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:'
          'xmlns:loext:1.0"')


def with_number(value):
    form = rows()
    form[7][3] = value
    return form


def flat(form, drawn, before=""):
    text = flat_sheet(table(form, drawn))
    return text.replace(' office:version=', SPACES + " office:version=", 1).replace("<office:body>", before + "<office:body>", 1)


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")

    def hide(parts):
        parts[SHEET] = replace(parts[SHEET], "<sheetView ", '<sheetView showZeros="0" ')
    samples.workbook("zeros_that_a_workbook_does_not_show", one_sheet(with_number(0)), KIND, WHY, hide)
    form = with_number(None)
    window = old_workbooks.record(0x023E, struct.pack("<HHHIHHI", 0x06A6, 0, 0, 64, 0, 0, 0))
    zero = old_workbooks.record(0x0203, struct.pack("<HHHd", 7, 4, 0, 0.0))
    put(samples, "zeros_that_an_old_workbook_does_not_show", "xls", old_workbooks.workbook(form, zero + window), KIND, WHY)
    number = flat(with_number("0"), {}, SETTINGS).replace('office:value-type="string"><text:p>0</text:p>',
                                                          'office:value-type="float" office:value="0"><text:p>0</text:p>')
    put(samples, "zeros_that_an_open_sheet_does_not_show", "fods", number, KIND, WHY)
    options = '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><DoNotDisplayZeros/></WorksheetOptions>'
    text = as_xml(with_number("零"), data_of={"零": '<Data ss:Type="Number">0</Data>'}).replace("</Worksheet>", options + "</Worksheet>")
    put(samples, "zeros_that_xml_of_2003_does_not_show", "xml", text, KIND, WHY)
    form = rows()
    form[0] = [None]
    unit = form[3][3].value
    span = '<text:p><text:span text:style-name="T1">{}</text:span><text:span text:style-name="T2">原管理站</text:span></text:p>'
    put(samples, "colour_that_the_paper_decides_in_an_open_sheet", "fods", flat(form, {unit: span.format(unit)}, STYLES + MASTER), "hidden text; page headers",
        "LibreOffice saves letters in the colour that the paper decides as letters without ink: they are seen, an office as well as the title in the\n"
        "header of the page. Letters without ink in a colour of their own are not.")


if __name__ == "__main__":
    main()
