#!/usr/bin/python3
"""Writes samples/ of what is seen and what is not that no other program's save makes: strokes and codes of terminals, boxes of web pages
that open later, page headers in parts of their own, texts under merged cells, files that were cut off. The same bytes on every run.
Needs Debian's python3-openpyxl.

Usage: tests/make_samples/quirks_seen.py [FOLDER]     (default: samples/ beside tests/)
"""
import html
import pathlib
import re
import sys

import carriers_writers
import pages_seen
import quirks_of_sheets
from quirks_of_words import T6, T95, put
from seen import Samples, as_csv, as_tabs, as_xml, matrix, rows
from word import CONTINUED, GOAL, INDICATORS, form, heading_xml, package, paragraph, row_xml, table_xml
from word_seen import changed, style_xml
from xlsx import one_sheet, replace, share_strings

T90, SHEET_TARGET = "≥90.00(%)", "≥1200.00(亩)"


def struck(text):
    return "".join(character + "\u0336" for character in text)


def overprinted(samples):
    texts = as_tabs(matrix(rows(unit="芦\b芦湾\b湾县湿地管理站", target="\x1b[9m≥900.00(亩)\x1b[0m≥1200.00(亩)", goal="\x1b[1m管护湿地\x1b[0m，保护越冬候鸟。")))
    put(samples, "text_printed_for_a_terminal", "txt", texts, "struck text",
        "Codes of terminals strike a target, and make a goal bold; an office was printed over itself for a bold look. What is struck is no "
        "value, and the codes leave no trace.")
    put(samples, "strokes_through_characters_in_csv", "csv", as_csv(matrix(rows(target=struck("≥900.00(亩)") + "≥1200.00(亩)"))), "struck text",
        "Each character of the old target has a stroke through it (U+0336), as programs write that have no other way. It no longer counts.")


def in_pages(samples):
    put(samples, "boxes_that_nobody_called_for_in_a_page", "html", pages_seen.page({
        "梅坞区水库管理所": "梅坞区水库管理所<div popover>原水库管理站</div>",
        T6: "≥6.00(座)<span style=\"filter: opacity(0)\">≥5.00(座)</span>",
        T95: "<svg><title>指标值</title><desc>去年88</desc><text>≥95.00(%)</text></svg>",
        "特定目标类": "<input type=text placeholder=\"请选择类别\">",
    }), "hidden text; prompts", "A box that opens when somebody asks for it, letters that a filter makes clear, words about a drawing for those who "
        "cannot see it, and the prompt of a field that nobody filled in.")
    put(samples, "numbers_by_counters_of_a_style_sheet", "html", pages_seen.page({
        GOAL: "".join(f"<p class=\"goal\">{text}</p>" for text in ("全年监测水库六座；", "汛前完成检修；", "资料齐全。")),
    }, "table { counter-reset: goal } .goal { counter-increment: goal } .goal::before { content: \"(\" counter(goal) \") \" }"),
        "text that a style sheet prints", "A style sheet counts paragraphs and prints their numbers, which stand nowhere in the text.")
    framed = html.escape(f"<html><body><p>{GOAL}</p></body></html>")
    inner = html.escape(f'<iframe srcdoc="{html.escape(f"<p>{T6}</p>")}"></iframe>')
    page = pages_seen.page({GOAL: f'<iframe srcdoc="{framed}"></iframe>', T6: f'<iframe srcdoc="{inner}"></iframe>'})
    put(samples, "page_in_a_frame_of_a_page", "html", page, "documents in documents",
        "The goal is a page of its own in a frame, which stands in the page itself; so is a target, in a frame in a frame.")
    put(samples, "page_in_a_frame_of_an_archive", "mht", archive([("", page)]), "documents in documents",
        "The goal is a page of its own in a frame, and a target in a frame in a frame, in a web archive.")
    put(samples, "font_of_signs_and_closed_details_in_markdown", "md", pages_seen.seen_in_markdown({
        "经常性项目": '<font face="Wingdings">&#254;</font>经常性项目 <font face="Wingdings">o</font>一次性项目',
        "梅坞区水库管理所": "梅坞区水库管理所<details>原水库管理站</details>",
    }), "symbol fonts; hidden text", "Boxes as codes of the font Wingdings, by a tag of HTML, and details that nobody opened.")


def archive(pages):
    parts = "".join(f"--teil\nContent-Type: text/html; charset=utf-8\nContent-Location: {location}\nContent-Transfer-Encoding: 8bit\n\n{page}\n"
                    for location, page in pages)
    return f'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=teil\n\n{parts}--teil--\n'


def page_headers(samples):
    kind = "page headers"
    whole = pages_seen.page({})
    title = re.search(r"<p>(.*?)</p>\n", whole)
    headers = f"<html><body><div style='mso-element:header' id=h1><p class=MsoHeader>{title[1]}</p></div></body></html>"
    put(samples, "title_in_the_page_header_of_an_archive", "mht",
        archive([("file:///C:/a/form.htm", whole.replace(title[0], "")), ("file:///C:/a/form.files/header.htm", headers)]), kind,
        "The title stands in the header of the pages, which Word puts into a part of its own behind the text.")
    options = ('<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><PageSetup><Header x:Data="&amp;C财政项目支出绩效目标申报表" '
               'xmlns:x="urn:schemas-microsoft-com:office:excel"/></PageSetup></WorksheetOptions>')
    text = as_xml(rows()[1:]).replace("</Worksheet>", options + "</Worksheet>")
    put(samples, "title_in_the_page_header_of_xml_of_2003", "xml", text, kind, "The title stands in the header of the printed pages alone.")


def in_word(samples):
    lines = [row_xml(cells) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    lines[9] = lines[9].replace(CONTINUED + CONTINUED, CONTINUED + CONTINUED.replace("<w:p/>", paragraph("效益指标")), 1)
    assert "效益指标" in lines[9]
    put(samples, "text_under_a_merged_cell_in_word", "docx", package(heading_xml() + table_xml(lines)), "hidden text",
        "A cell that goes on the one above has a text of its own, which Word does not show.")
    style = style_xml("table", "末行作废", '<w:tblStylePr w:type="lastRow"><w:rPr><w:strike/></w:rPr></w:tblStylePr>')
    put(samples, "last_row_struck_by_a_table_style", "docx",
        changed({}, style, '<w:tblStyle w:val="末行作废"/><w:tblLook w:val="0040"/>'), "struck text",
        "The style of the table strikes its last row through: the indicator no longer counts.")


def cut_off(samples):
    kind = "files cut off"
    whole = carriers_writers.whole_flat_opc(changed({}))
    whole = whole.decode() if isinstance(whole, bytes) else whole
    put(samples, "flat_package_cut_off_inside_a_cell", "xml", whole[:whole.index(T95) + 2], kind, "A copy broke off in the middle of a target.")
    sheet = as_xml(rows())
    put(samples, "xml_of_2003_cut_off_inside_a_cell", "xml", sheet[:sheet.index(SHEET_TARGET) + 3], kind, "A copy broke off in the middle of a target.")
    flat = quirks_of_sheets.flat_sheet(quirks_of_sheets.table(rows(), {}))
    text = flat.replace("spreadsheet", "text")
    put(samples, "flat_text_document_cut_off_inside_a_cell", "fodt", text[:text.index(SHEET_TARGET) + 3], kind,
        "A copy broke off in the middle of a target.")
    put(samples, "flat_sheet_cut_off_inside_a_cell", "fods", flat[:flat.index(SHEET_TARGET) + 3], kind, "A copy broke off in the middle of a target.")


def workbooks(samples):
    form = rows()
    samples.workbook("sheet_with_a_note_far_beside_its_form", one_sheet(form + [[], [], [None] * 9 + ["打印第3份备用"]]), "texts beside a form",
                     "Four rows below a form and right of all its columns somebody made a note. It is none of its indicators.")

    def raise_mark(parts):
        share_strings(parts)
        parts["xl/sharedStrings.xml"] = replace(
            parts["xl/sharedStrings.xml"], f"<t>{SHEET_TARGET}</t>",
            f'<r><t>{SHEET_TARGET}</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>')
    samples.workbook("raised_mark_of_a_note_in_a_workbook", one_sheet(rows()), "notes beside a value",
                     "A raised number behind a target is the mark of a note that stands elsewhere; it is no part of the target.", raise_mark)


def amounts(samples):
    """Of no kind of the eye: a cell says more than its label."""
    name = "amounts_with_a_unit_of_their_own"
    put(samples, name, "txt", as_tabs(matrix(rows(amount="8.6万元"))), "", "")
    (samples.folder / name / "why.md").write_text(
        "The form is in 元, and the cells of its amounts name 万元.\n\nThe unit in the cell holds; that it is another one is said at each amount.\n",
        encoding="utf-8")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")
    for write in (overprinted, in_pages, page_headers, in_word, cut_off, workbooks, amounts):
        write(samples)


if __name__ == "__main__":
    main()
