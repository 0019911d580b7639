#!/usr/bin/python3
"""Writes samples/ in notations of other programs: tables of wikis and manuals, rows and strings of JSON, texts in an encoding that nobody
names or that were taken for another one, mails, variables of style sheets, and what a PDF draws so that nobody sees it. The same bytes on every run.

Usage: tests/make_samples/quirks_of_notations.py [FOLDER]     (default: samples/ beside tests/)
"""
import base64
import json
import pathlib
import sys

import ofd
import ofd_writer
import pages
import pages_seen
from pages_filled import file_with, string
from quirks_of_words import T6, T95, put
from seen import Samples, as_csv, as_tabs, matrix, rows
from xlsx import Cell

OFFICE, UNIT, TARGET, GOAL = "梅坞区水库管理所", "芦湾县湿地管理站", "≥1200.00(亩)", "管护湿地，保护越冬候鸟。"
HIDDEN = "hidden text"
TITLE, YEAR = 0, 1


def tell(samples, name, ending, data, why):
    """Of a kind that one carrier has."""
    put(samples, name, ending, data, "", "")
    (samples.folder / name / "why.md").write_text(why + "\n", encoding="utf-8")


def cells_of(row):
    for entry in row:
        cell = entry if isinstance(entry, Cell) else Cell(entry)
        yield "" if cell.value is None else str(cell.value), cell.columns, cell.rows


def head_of(form):
    return [next(cells_of(form[i]))[0] for i in (TITLE, YEAR)], form[2:]


def as_asciidoc(form):
    (title, year), body = head_of(form)
    def mark(across, down):
        spans = (str(across) if across > 1 else "") + (f".{down}" if down > 1 else "")
        return spans + "+^|" if spans else "|"
    lines = [" ".join(mark(across, down) + text for text, across, down in cells_of(row)) for row in body]
    return "\n".join([f"= {title}", "", year, "", '[cols="6*",options="header"]', "|===", *lines, "|===", ""])


def as_mediawiki(form):
    (title, year), body = head_of(form)
    out = [f"== {title} ==", "", year, "", '{| class="wikitable"']
    for row in body:
        out.append("|-")
        for text, across, down in cells_of(row):
            said = " ".join([f'colspan="{across}"'] * (across > 1) + [f'rowspan="{down}"'] * (down > 1))
            out.append(f"| {said} | {text}" if said else f"| {text}")
    return "\n".join([*out, "|}", ""]).replace(UNIT, f"'''[[湿地管理站|{UNIT}]]'''")


def as_textile(form):
    (title, year), body = head_of(form)
    def cell(text, across, down):
        spans = (f"\\{across}" if across > 1 else "") + (f"/{down}" if down > 1 else "")
        return f"{spans}. {text}" if spans else text
    return "\n".join([f"h1. {title}", "", year, "", *("|" + "|".join(cell(*c) for c in cells_of(row)) + "|" for row in body), ""])


def as_jira(texts):
    head = [f"h1. {texts[0][0]}", "", texts[1][0], ""]
    lines = ["|" + "|".join(text or " " for text in line) + "|" for line in texts[2:]]
    lines[0] = lines[0].replace("|项目名称|", "||项目名称|")
    return "\n".join([*head, *lines, ""]).replace(OFFICE, "{color:#0052cc}" + OFFICE + "{color}")


def as_list_table(texts):
    out = ["=" * 40, texts[0][0], "=" * 40, "", texts[1][0], "", ".. list-table::", "   :widths: 10 20 10 20 10 20", ""]
    for line in texts[2:]:
        out += [("   * - " if i == 0 else "     - ") + text for i, text in enumerate(line)]
    return "\n".join(out) + "\n"


def of_wikis(samples):
    tell(samples, "table_of_asciidoc", "adoc", as_asciidoc(rows()),
        "A manual in AsciiDoc: cells say before their bar how much they cover, and rows are as long as the columns that a line above declares.")
    tell(samples, "table_of_mediawiki", "txt", as_mediawiki(rows()),
        "A page of a wiki as it is written: a cell a line, its spans before a bar of their own, a link and bold marks around a value.")
    tell(samples, "rows_of_textile", "txt", as_textile(rows()), "Rows of bars as Textile has them: \\2. and /3. say how much a cell covers.")
    tell(samples, "rows_of_jira", "txt", as_jira(matrix(rows())),
        "Rows of bars as a tracker of tasks has them: two bars before a header, marks of a colour around a value, a heading that says h1.")
    tell(samples, "list_table_of_restructured_text", "rst", as_list_table(matrix(rows())),
        "A table of reStructuredText as a list of lists: an item a row, an item in it a cell.")


def of_json(samples):
    texts = matrix(rows())
    tell(samples, "rows_as_lists_of_json", "txt", "\n".join(json.dumps(line, ensure_ascii=False) for line in texts) + "\n",
        "A program wrote each row of a sheet as a list of JSON.")
    quoted = [[json.dumps(text) if i > 1 and text else text for text in line] for i, line in enumerate(texts)]
    put(samples, "strings_of_json_in_csv", "csv", as_csv(quoted), "csv as people save it",
        "Every cell is a string of JSON: its quotation marks are no part of the text, and \\u6c34 is a character.")


def of_encodings(samples):
    def misread(text):
        return text.encode("utf-8").decode("gb18030", errors="replace")
    tell(samples, "texts_taken_for_another_encoding_in_csv", "csv",
        as_csv(matrix(rows(unit=misread(UNIT), goal=misread("管护湿地，保护候鸟越冬。")))).replace("特定目标类", "特定目标类".encode().decode("latin-1")),
        "Some cells were filled from a file in UTF-8 that was taken for GBK or Latin-1. Whole characters are undone; a text that has lost "
        "bytes on the way stays, and is told of.")
    traditional = str.maketrans("财项绩标报资总额实单开级数质时满经对务县湿护区库坞门称类别计划产请转结当拨态鸟荡湾边业芦苇济积亩", "財項績標報資總額實單開級數質時滿經對務縣濕護區庫塢門稱類別計劃產請轉結當撥態鳥蕩灣邊業蘆葦濟積畝")
    text = as_csv(matrix(rows())).translate(traditional).replace("≥", "≧").replace("≤", "≦")
    tell(samples, "big5_that_nobody_names", "csv", text.encode("big5"),
        "Saved by a program of traditional characters, in Big5, which nothing in the file says.")


def part(kind, data, more=""):
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n{more}\n" + base64.encodebytes(data).decode()


def mail(*parts, boundary="=_a"):
    head = f'From: a@example.cn\nSubject: =?utf-8?B?{base64.b64encode("报送绩效目标".encode()).decode()}?=\nMIME-Version: 1.0\n'
    body = "".join(f"--{boundary}\n{each}\n" for each in parts)
    return f'{head}Content-Type: multipart/mixed; boundary="{boundary}"\n\n{body}--{boundary}--\n'


def of_mails(samples):
    note, sheet = "请查收附件。".encode("gbk"), as_csv(matrix(rows())).encode("gbk")
    name = f'=?gb2312?B?{base64.b64encode("申报表.csv".encode("gbk")).decode()}?='
    attached = f'Content-Disposition: attachment; filename="{name}"\n'
    tell(samples, "mail_with_a_sheet_attached", "eml", mail(
        part("text/plain; charset=gbk", note), part('image/png; name="logo.png"', b"\x89PNG\r\n\x1a\n" + bytes(24)),
        part("application/octet-stream", sheet, attached), part("text/csv", sheet, 'Content-Disposition: attachment; filename="old.csv"\n')),
        "A mail was saved with what is attached to it: the first sheet is read, and a second one is named.")
    forwarded = mail(part("text/plain; charset=utf-8", as_tabs(matrix(rows())).encode()), boundary="=_b")
    tell(samples, "mail_that_forwards_a_table", "eml", mail(part("text/plain; charset=utf-8", b""), "Content-Type: message/rfc822\n\n" + forwarded),
         "A mail forwards another one whose text is the table.")


def of_pages(samples):
    put(samples, "variables_in_the_printed_text_of_a_page", "html", pages_seen.page({
        T6: f'<span class=v style="--sign: \'≥\'">{T6[1:]}</span>',
        T95: f'<b class=least><span class=v>{T95[1:]}</span></b>',
        "特定目标类": '<span class=q>特定目标类</span>',
        OFFICE: f'{OFFICE}<span style="display: inline-block; scale: 0">梅坞区水库管理站</span>',
    }, ".v::before { content: var(--sign) } .least { --sign: '≥' } .q { quotes: '《' '》' } .q::before { content: open-quote } "
       ".q::after { content: close-quote } @supports not (display: grid) { td { display: none } }"), HIDDEN,
        "What a style sheet prints before a value is a variable that the element, or one around it, sets. Marks of quotes are printed, too.")


def of_paper():
    """Beside values: one as in a mirror, one below a mask of black, one of a layer that is shown when another is off."""
    cells = pages.lay_out(pages.ROWS, 80)
    unit, target, rate = (pages.cell_with(text, cells) for text in ("云溪县河道管理所", "≥86公里", "≥95%"))
    content = pages.title() + pages.strokes(cells) + pages.texts(cells)
    x, y = unit.x1 - 4, pages.HEIGHT - unit.y0 - 22
    content += b"BT /F1 9 Tf -1 0 0 1 %g %g Tm <%s> Tj ET\n" % (x, y, "背面的字".encode("gbk").hex().encode())
    content += b"q /G1 gs " + pages.show("去年", target.x0 + 3, target.y0 + 22) + b"Q "
    content += b"/OC /M1 BDC " + pages.show("九成", rate.x0 + 3, rate.y0 + 22) + b"EMC "
    mask = pages.stream(b"0 g 0 0 595 842 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>/Resources<<>>")
    resources = b"/ExtGState<</G1<</SMask<</S/Luminosity/G 6 0 R>>>>>>/Properties<</M1 8 0 R>>"
    layers = [b"<</Type/OCG/Name(a)>>", b"<</Type/OCMD/OCGs[7 0 R]/P/AllOff>>"]
    return pages.document([content], resources=resources, more=[mask, *layers])


def font_of_one_thing():
    """A text in a font whose map calls every code the same."""
    cells = pages.lay_out(pages.ROWS, 80)
    cell = pages.cell_with("明显改善", cells)
    content = pages.title() + pages.strokes(cells) + pages.texts([c for c in cells if c is not cell])
    content += b"BT /F2 9 Tf 1 0 0 1 %g %g Tm <0003000400050006> Tj ET\n" % (cell.x0 + 3, pages.HEIGHT - cell.y0 - 20)
    codes = b"".join(b"<%04X> <4E00>\n" % code for code in range(3, 7))
    font = [b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+FangSong/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>",
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+FangSong/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"
            b"/FontDescriptor 5 0 R>>",
            pages.stream(b"1 begincodespacerange <0000> <FFFF> endcodespacerange 4 beginbfchar\n" + codes + b"endbfchar")]
    return pages.document([content], resources=b"/Font<</F1 3 0 R/F2 6 0 R>>", more=font)


def line_and_password():
    """A line of a note through an old target, and an office that a field keeps as a password."""
    cells = pages.lay_out(pages.ROWS, 80)
    unit, target = (pages.cell_with(text, cells) for text in ("云溪县河道管理所", "≥86公里"))
    content = pages.title() + pages.strokes(cells) + pages.texts([c for c in cells if c is not unit])
    content += pages.show("≥80公里", target.x0 + 3, target.y0 + 22)
    low, wide = pages.HEIGHT - target.y0 - 22 + 2.7, pages.width("≥80公里", 9)
    line = b"<</Type/Annot/Subtype/PolyLine/F 4/C[1 0 0]/Rect[%g %g %g %g]/Vertices[%g %g %g %g]>>" % (
        target.x0, low - 2, target.x1, low + 2, target.x0 + 3, low, target.x0 + 3 + wide, low)
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/Ff 8192/T(a)/V%s/DA(/F1 9 Tf 0 g)/F 4/Rect[%g %g %g %g]>>" % (
        string(unit.text), unit.x0 + 1, pages.HEIGHT - unit.y1 + 1, unit.x1 - 1, pages.HEIGHT - unit.y0 - 1)
    return file_with(content, [line, field], [b"6 0 R", b"7 0 R"], b"/AcroForm<</Fields[7 0 R]/NeedAppearances true>>")


def mirrored():
    """A value turned over in an OFD, beside which the new one stands."""
    page, cells = ofd_writer.Page(), ofd.cells_of()
    ofd.put_title(page)
    for cell in cells:
        page.box(cell.x0, cell.y0, cell.x1, cell.y1)
    ofd.put_texts(page, cells)
    cell = next(c for c in cells if c.text == "云溪县河道管理所")
    wide = ofd_writer.width("河道管理站", ofd.SIZE)
    page.text("河道管理站", cell.x0 + 1, cell.y1 - 1, ofd.SIZE, f' CTM="-1 0 0 1 {wide:g} 0"')
    return ofd_writer.package([page])


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "samples"
    samples = Samples(folder)
    of_wikis(samples)
    of_json(samples)
    of_encodings(samples)
    of_mails(samples)
    of_pages(samples)
    put(samples, "pdf_with_text_in_a_mirror_and_behind_a_mask", "pdf", of_paper(), HIDDEN,
        "What shines through from the back is as in a mirror; a mask of black and a layer that is shown when another is off show nothing.")
    put(samples, "pdf_with_a_line_of_a_note_and_a_password", "pdf", line_and_password(), "struck text",
        "A reviewer drew a line through an old target, as a note of several points. Of an office that is kept as a password nobody sees more than "
        "its length.")
    tell(samples, "pdf_font_that_calls_every_glyph_the_same", "pdf", font_of_one_thing(),
         "A program that did not know the characters of a font wrote that each of them is 一. Nothing is read of it, and the cell says so.")
    put(samples, "ofd_with_text_in_a_mirror", "ofd", mirrored(), HIDDEN, "An old office was turned over and left below the new one.")


if __name__ == "__main__":
    main()
