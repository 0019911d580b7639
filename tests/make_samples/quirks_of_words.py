#!/usr/bin/python3
"""Writes the documents of word processors in samples/ that other programs are known to read wrong: what users of them reported,
rebuilt around a form of our own; LibreOffice saves some of them in other carriers. Needs Debian's libreoffice-writer and -calc.

Usage: tests/make_samples/quirks_of_words.py [FOLDER]     (default: samples/ beside tests/)
"""
import base64
import io
import pathlib
import sys
import tempfile
import zipfile

import openpyxl

import carriers
import carriers_writers
import old_office
import pages_seen
from seen import Samples
from word import DECLARATION, GOAL, OFFICE, PACKAGE, Cell, cell_xml, paragraph, run
from word_seen import changed

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
T6, T95 = "≥6.00(座)", "≥95.00(%)"
BOX = ('<w:r><w:pict><v:shape style="position:absolute;margin-left:40pt;width:90pt;height:20pt"><v:textbox><w:txbxContent>{}'
       "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")


def form_box(name, checked):
    return (f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/><w:checkBox>'
            f'<w:sizeAuto/><w:default w:val="{checked}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX '
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')


def with_boxes():
    return changed({"经常性项目": paragraph(form_box("a", 1) + run("经常性项目 ") + form_box("b", 0) + run("一次性项目"))})


def with_inner_table():
    def row(*texts):
        return "<w:tr>" + "".join(cell_xml(Cell(text)) for text in texts) + "</w:tr>"
    inner = ('<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1400"/><w:gridCol w:w="1400"/></w:tblGrid>' + row("2026年", "监测六座") +
             row("2027年", "监测九座") + "</w:tbl>")
    return changed({GOAL: paragraph("分年任务如下：") + inner + paragraph("")})


def put(samples, name, ending, data, kind, why):
    samples.explain(name, kind, why)
    (samples.folder / name / f"input.{ending}").write_bytes(data.encode() if isinstance(data, str) else data)


def saved(samples, name, ending, target, document, kind, why):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "word.docx"
        source.write_bytes(document)
        data = carriers.libreoffice(pathlib.Path(folder), source, target, ending).read_bytes()
    put(samples, name, ending, carriers.cleaned(f"libreoffice.{ending}", data), kind, why)


def boxes(samples):
    kind = "check boxes"
    for name, ending, target in (("old_word", "doc", "MS Word 97"), ("open_document", "odt", "writer8")):
        saved(samples, f"check_boxes_in_{name}", ending, target, with_boxes(), kind, "Check boxes of a form, one of them ticked, as LibreOffice saves them.")
    put(samples, "check_boxes_in_a_flat_package", "xml", carriers_writers.whole_flat_opc(with_boxes()), kind,
        "Check boxes of a form, one of them ticked, in a Word document of one file.")

    def field(on):
        return ("{\\field{\\*\\fldinst { FORMCHECKBOX }{\\*\\formfield{\\fftype1\\ffres25\\fftypetxt0\\ffhps20{\\*\\ffname A}\\ffdefres%d}}}"
                "{\\fldrslt }}" % on)
    rows = old_office.form()
    rows.insert(1, [("项目性质", 2000), (field(1) + old_office.escaped("经常性项目 ") + field(0) + old_office.escaped("一次性项目"), 9000)])
    put(samples, "check_boxes_in_rtf", "rtf", old_office.rich_text("3.良种补贴绩效目标表", rows), kind, "Check boxes of a form, as Word saves them.")


def inner_tables(samples):
    kind, why = "tables inside of cells", "A small table stands in the cell of the goal and is part of what it says, a line a row."
    for name, ending, target in (("old_word", "doc", "MS Word 97"), ("open_document", "odt", "writer8")):
        saved(samples, f"table_inside_a_goal_of_{name}", ending, target, with_inner_table(), kind, why)
    put(samples, "table_inside_a_goal_of_a_flat_package", "xml", carriers_writers.whole_flat_opc(with_inner_table()), kind, why)


def text_boxes(samples):
    kind = "text in drawings"
    note = changed({T6: paragraph(run(T6) + BOX.format(paragraph("数据取自县水务站。"))),
                    T95: paragraph(BOX.format(paragraph(T95)))})
    put(samples, "text_box_beside_a_value_in_word", "docx", note, kind,
        "A text box lies over a cell that has a value of its own: it is no part of that. Where it is all that the cell holds, it is the value.")
    saved(samples, "text_box_beside_a_value_in_open_document", "odt", "writer8", note, kind, "The same as LibreOffice saves it.")
    rows = old_office.form(old_office.escaped("≥60亩") + "{\\shp{\\*\\shpinst\\shpleft0{\\shptxt \\pard\\plain " +
                           old_office.escaped("数据取自农技站。") + "\\par}}}")
    put(samples, "text_box_beside_a_value_in_rtf", "rtf", old_office.rich_text("3.良种补贴绩效目标表", rows), kind, "The same in RTF.")


def embedded(samples):
    kind = "documents in documents"
    named = ('<w:r><w:object><v:shape style="width:60pt;height:40pt"><v:imagedata/></v:shape><o:OLEObject '
             'xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r>')
    put(samples, "embedded_workbook_in_a_flat_package", "xml",
        carriers_writers.whole_flat_opc(changed({GOAL: paragraph(named)})), kind, "The goal is an embedded workbook; it is not read, and that is said.")
    thing = "{\\object\\objemb{\\*\\objclass Excel.Sheet.12}{\\*\\objdata 01050000}{\\result {\\pict\\wmetafile8 00}}}"
    rows = old_office.form()
    rows[3] = old_office.even("绩效目标", thing)
    put(samples, "embedded_workbook_in_rtf", "rtf", old_office.rich_text("3.良种补贴绩效目标表", rows), kind,
        "The goal is an embedded workbook, shown by a picture. It is not read, and that is said.")


def with_embedded_workbook():
    """As Word writes it: the workbook is a part of the package, and a picture shows it."""
    workbook = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["2026年", "监测六座"])
    book.save(workbook)
    shown = ('<w:r><w:object><v:shape id="o1" style="width:100pt;height:50pt" o:ole=""><v:imagedata r:id="rIdPicture"/></v:shape><o:OLEObject '
             'Type="Embed" ProgID="Excel.Sheet.12" ShapeID="o1" DrawAspect="Content" ObjectID="_1" r:id="rIdBook"/></w:object></w:r>')
    link = '<Relationship Id="{}" Type="' + OFFICE + '/{}" Target="{}"/></Relationships>'
    changes = {
        "word/document.xml": ("<w:document ", f'<w:document xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="{OFFICE}" '),
        "word/_rels/document.xml.rels": ("</Relationships>", link.format("rIdPicture", "image", "media/shown.png").replace("</Relationships>", "") +
                                         link.format("rIdBook", "package", "embeddings/book.xlsx")),
        "[Content_Types].xml": ("</Types>", '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
                                '<Default Extension="png" ContentType="image/png"/></Types>'),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(changed({GOAL: paragraph(shown)}))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name).decode() for name in old.namelist()}
        parts.setdefault("word/_rels/document.xml.rels", f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships"></Relationships>')
        for name, part in parts.items():
            new.writestr(name, part.replace(*changes.get(name, ("", ""))) if name in changes else part)
        new.writestr("word/embeddings/book.xlsx", workbook.getvalue())
        new.writestr("word/media/shown.png", base64.b64decode(PIXEL))
    return out.getvalue()


def embedded_and_saved(samples):
    for name, ending, target in (("old_word", "doc", "MS Word 97"), ("open_document", "odt", "writer8")):
        saved(samples, f"embedded_workbook_in_{name}", ending, target, with_embedded_workbook(), "documents in documents",
              "The goal is an embedded workbook, shown by a picture, as LibreOffice saves it. It is not read, and that is said.")


def small(samples):
    document = changed({T6: paragraph(run(T6) + run("填座数", '<w:sz w:val="2"/>')), T95: paragraph(run(T95))})
    put(samples, "letters_of_one_point_in_word", "docx", document, "hidden text",
        "A hint was set in letters of one point, as small as Word has them: on paper it is a line. It is no part of the target.")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(changed({}))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name.replace("/", "\\"), (1980, 1, 1, 0, 0, 0)), old.read(name))
    put(samples, "word_document_with_backslashes_in_its_package", "docx", out.getvalue(), "containers off the standard",
        "Entries of the package are named with backslashes, as some programs write them; office programs open it.")


def archives(samples):
    for make in (pages_seen.grid_of_elements, pages_seen.rows_of_flexible_boxes):
        text = ("MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=teil\n\n"
                f"--teil\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{make()}\n--teil--\n")
        put(samples, f"{make.__name__}_in_an_archive", "mht", text, "tables that style sheets make",
            "A browser saved a page whose table is made by its style sheet.")


def cut_off(samples):
    kind = "files cut off"
    whole = old_office.rich_text("3.良种补贴绩效目标表", old_office.form())
    put(samples, "rtf_cut_off_inside_a_row", "rtf", whole[:whole.rindex(b"\\cell")], kind,
        "A copy broke off before the last cell of a row had ended. That the file ends there is said.")
    inner = pages_seen.page({})
    text = ("MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=teil\n\n"
            f"--teil\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{inner[:inner.index(T95) + 5]}")
    put(samples, "archive_cut_off_inside_a_cell", "mht", text, kind, "A web archive broke off in the middle of a target, before its boundary came.")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")
    for write in (boxes, inner_tables, text_boxes, embedded, embedded_and_saved, small, archives, cut_off):
        write(samples)


if __name__ == "__main__":
    main()
