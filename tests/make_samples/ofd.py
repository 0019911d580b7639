#!/usr/bin/python3
"""Writes the samples of OFD documents, as converters, state systems and readers write them. The same bytes on every run.

Usage: tests/make_samples/ofd.py [FOLDER]     (default: samples/ beside tests/)
"""
import pathlib
import re
import sys

import ofd_writer as ofd
import pages

ROOT = pathlib.Path(__file__).resolve().parents[2]
MM = 210 / 595  # of a point of the forms in pages.py
SIZE = 3.2
INVISIBLE = ' Visible="false"'


def cells_of(rows=pages.ROWS, top=80):
    cells = pages.lay_out(rows, top)
    return [pages.Cell(c.text, c.x0 * MM, c.y0 * MM, c.x1 * MM, c.y1 * MM) for c in cells]


def lines_of(cell):
    return pages.wrap(cell.text, cell.x1 - cell.x0 - 2, SIZE)


def put_texts(page, cells, **options):
    for cell in cells:
        for i, line in enumerate(lines_of(cell)):
            if line:
                page.text(line, cell.x0 + 1, cell.y0 + 3.6 + 3.7 * i, SIZE, **options)


def put_title(page, text=pages.TITLE):
    page.text(text, 105 - ofd.width(text, 5.6) / 2, 21, 5.6)


def form(rows=pages.ROWS, **options):
    page = ofd.Page()
    put_title(page)
    cells = cells_of(rows)
    for cell in cells:
        page.box(cell.x0, cell.y0, cell.x1, cell.y1)
    put_texts(page, cells, **options)
    return page


def thin_fills():
    """A filled area for each side of each cell, of the colour that the layer's draw parameters give."""
    page, thin = ofd.Page(), 0.17
    put_title(page)
    cells = cells_of()
    for c in cells:
        for x0, y0, x1, y1 in ((c.x0, c.y0, c.x1, c.y0 + thin), (c.x0, c.y1, c.x1, c.y1 + thin),
                               (c.x0, c.y0, c.x0 + thin, c.y1), (c.x1, c.y0, c.x1 + thin, c.y1)):
            page.box(x0, y0, x1, y1, ' Stroke="false" Fill="true"')
    put_texts(page, cells)
    parameters = ('<ofd:DrawParams><ofd:DrawParam ID="21" Relative="22"/><ofd:DrawParam ID="22" LineWidth="0.2">'
                  '<ofd:FillColor Value="0 0 0"/></ofd:DrawParam></ofd:DrawParams>')
    layer = page.layer().replace("<ofd:Layer", '<ofd:Layer DrawParam="21"')
    return ofd.package([ofd.content(layer)], resources=parameters)


def in_template():
    """The lines and labels of the form are a template, what was filled in stands on the page."""
    labels = {text for row in pages.ROWS for text, *_ in row if re.fullmatch("[^0-9≥，。]*(名称|部门|单位|目标|指标|指标值|完成值|情况|预算数|执行数|总额|分值|得分|总分|资金（万元）)", text)}
    under, over, cells = ofd.Page(), ofd.Page(3000), cells_of()
    put_title(under)
    for cell in cells:
        under.box(cell.x0, cell.y0, cell.x1, cell.y1)
    put_texts(under, [c for c in cells if c.text in labels])
    put_texts(over, [c for c in cells if c.text not in labels])
    return ofd.package(
        [ofd.content(over.layer(), '<ofd:Template TemplateID="7" ZOrder="Background"/>')],
        common='<ofd:TemplatePage ID="7" Name="表" ZOrder="Background" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
        other={"Doc_0/Tpls/Tpl_0/Content.xml": ofd.content(under.layer("Background"))})


def turned_upside_down():
    """One path for all lines and texts in a matrix that turns them round, as printer drivers write; in page blocks."""
    page, cells = ofd.Page(), cells_of()
    put_title(page)
    data = "".join(f"M {c.x0:g} {297 - c.y0:g} L {c.x1:g} {297 - c.y0:g} L {c.x1:g} {297 - c.y1:g} L {c.x0:g} {297 - c.y1:g} C "
                   for c in cells)
    page.add("PathObject", (0, 0, 210, 297), f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>",
             ' CTM="1 0 0 -1 0 297" LineWidth="0.17"')
    for cell in cells:
        for i, line in enumerate(lines_of(cell)):
            if line:
                y = cell.y0 + 3.6 + 3.7 * i
                page.add("TextObject", (0, 0, 210, 297), ofd.code(line, (cell.x0 + 1) * 10, y * 10, SIZE * 10),
                         f' CTM="0.1 0 0 0.1 0 0" Font="1" Size="{SIZE * 10:g}"')
    blocks = page.layer().replace('Type="Body">', 'Type="Body"><ofd:PageBlock ID="90"><ofd:PageBlock ID="91">')
    return ofd.package([ofd.content(blocks.replace("</ofd:Layer>", "</ofd:PageBlock></ofd:PageBlock></ofd:Layer>"))])


def one_object_a_character():
    """Each character is a text of its own; the cells' sides are pieces; a namespace without a year, a byte order mark."""
    page, cells = ofd.Page(), cells_of()
    put_title(page)
    for cell in cells:
        page.box(cell.x0, cell.y0, cell.x1, cell.y1)
        for i, line in enumerate(lines_of(cell)):
            x = cell.x0 + 1
            for c in line:
                page.text(c, x, cell.y0 + 3.6 + 3.7 * i, SIZE)
                x += ofd.width(c, SIZE)
    namespace = "http://www.ofdspec.org"
    parts = {"OFD.xml": ofd.root(["Doc_0"], namespace)} | ofd.document_parts("Doc_0", [page], namespace=namespace)
    return ofd.packed({name: "\ufeff" + text for name, text in parts.items()})


def with_watermark():
    mark = ofd.Page(5000)
    mark.text("云溪县财政局内部资料", 60, 150, 9, ' Alpha="60"')
    slanted = ofd.Page(6000)
    slanted.text("严禁外传", 80, 200, 9, ' CTM="0.7071 -0.7071 0.7071 0.7071 0 0"')
    hidden = ofd.Page(7000)
    hidden.text("已作废", 90, 90, 9)
    stamp = ofd.Page(8000)
    stamp.text("审核：林晓", 20, 5, SIZE)
    annotations = ofd.element("PageAnnot", "".join(
        f'<ofd:Annot ID="{number}" Type="{kind}" Creator="-" LastModDate="2031-03-01"{more}><ofd:Appearance '
        f'Boundary="{box}">{"".join(objects.objects)}</ofd:Appearance></ofd:Annot>'
        for number, kind, more, box, objects in ((81, "Watermark", "", "0 0 210 297", mark),
                                                 (82, "Watermark", "", "0 0 210 297", slanted),
                                                 (83, "Stamp", INVISIBLE, "0 0 210 297", hidden),
                                                 (84, "Stamp", "", "10 250 60 10", stamp))))
    listed = ofd.element("Annotations", '<ofd:Page PageID="100"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>')
    return ofd.package([form()], more="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
                       other={"Doc_0/Annots/Annotations.xml": listed, "Doc_0/Annots/Page_0/Annotation.xml": annotations})


def with_hidden_texts():
    """A value of last year stands under the one that is seen, three ways."""
    page = form()
    cell = next(c for c in cells_of() if c.text == "86公里")
    for i, attributes in enumerate((INVISIBLE, ' Alpha="0"', ' Fill="false"')):
        page.text("71公里", cell.x0 + 8 + i, cell.y0 + 3.6, SIZE, attributes)
    return ofd.package([page])


def struck_and_white():
    """As pages.struck_and_white(), with the texts as objects that are filled in white."""
    white = '<ofd:FillColor Value="255 255 255"/>'
    page, cells = form(), cells_of()
    old, noted = (pages.cell_with(text, cells) for text in ("≥86公里", "≥95%"))
    page.text("≥80公里", old.x0 + 1, old.y0 + 7.3, SIZE)
    page.line(old.x0 + 1, old.y0 + 7.3 - 0.3 * SIZE, old.x0 + 1 + ofd.width("≥80公里", SIZE), old.y0 + 7.3 - 0.3 * SIZE)
    page.text("去年九十", noted.x0 + 1, noted.y0 + 7.3, SIZE, codes=white + ofd.code("去年九十", 0, SIZE * 0.88, SIZE))
    return ofd.package([page])


def others(text):
    page = ofd.Page()
    put_title(page)
    for cell in cells_of():
        page.box(cell.x0, cell.y0, cell.x1, cell.y1)
    put_texts(page, [cell for cell in cells_of() if cell.text != text])
    return page, pages.cell_with(text, cells_of())


def with_a_picture_in_a_cell():
    """The goal that was reached is a picture."""
    page, cell = others(pages.ROWS[5][1][0])
    page.add("ImageObject", (cell.x0 + 2, cell.y0 + 2, 40, 7), "", ' CTM="40 0 0 7 0 0" ResourceID="9"')
    return ofd.package([page])


def with_a_font_of_signs():
    """The comparator of a target is the code 0xB3 of the font Symbol."""
    page, cell = others("≥86公里")
    page.text("³", cell.x0 + 1, cell.y0 + 3.6, SIZE, font=2)
    page.text("86公里", cell.x0 + 3, cell.y0 + 3.6, SIZE)
    return ofd.package([page], fonts=("宋体", "Symbol"))


def with_a_table_in_a_cell():
    goal, height = pages.ROWS[5][1][0], 44
    rows = [[(text if text != goal else "分季任务：", across, down) for text, across, down in row] for row in pages.ROWS]
    cells = pages.lay_out(rows, 80, height)
    cells += pages.inner_cells(pages.cell_with("分季任务：", cells), 13)
    cells = [pages.Cell(c.text, c.x0 * MM, c.y0 * MM, c.x1 * MM, c.y1 * MM) for c in cells]
    page = ofd.Page()
    put_title(page)
    for cell in cells:
        page.box(cell.x0, cell.y0, cell.x1, cell.y1)
    put_texts(page, cells)
    return ofd.package([page])


def of_glyphs():
    """The characters of one font are numbers of its glyphs: what TextCode has is for private use, or always the same."""
    page = form()
    for i, (text, glyphs) in enumerate((("\ue001\ue002", "1 2"), ("¤¤¤", "7 8 9"), ("", "4 5"))):
        codes = f"<ofd:CGTransform CodePosition=\"0\" CodeCount=\"{len(text)}\" GlyphCount=\"{len(glyphs.split())}\"><ofd:Glyphs>{glyphs}</ofd:Glyphs></ofd:CGTransform>"
        page.text(text, 20, 250 + 8 * i, SIZE, font=2, codes=codes + ofd.code(text, 0, SIZE, SIZE, ' DeltaX="3.2"' if not text else ""))
    return ofd.package([page], fonts=("宋体", "ABCDEF+Glyphs"))


def of_outlines():
    """Text that was drawn as curves."""
    page = ofd.Page()
    for i in range(240):
        x, y = 20 + i % 30 * 5, 20 + i // 30 * 8
        page.add("PathObject", (x, y, 4, 4), "<ofd:AbbreviatedData>M 0 0 Q 2 4 4 0 B 4 2 2 4 0 4 C</ofd:AbbreviatedData>",
                 ' Stroke="false" Fill="true"')
    scan = ofd.Page()
    scan.add("ImageObject", (0, 0, 210, 297), "", ' ResourceID="31"')
    return ofd.package([form(), page, scan])


def of_units():
    """The table's lines are a unit drawn as an object; another one draws itself."""
    page, inside, cells = ofd.Page(), ofd.Page(4000), cells_of()
    put_title(page)
    for cell in cells:
        inside.box(cell.x0, cell.y0, cell.x1, cell.y1)
    put_texts(page, cells)
    page.add("CompositeObject", (0, 0, 210, 297), "", ' ResourceID="41"')
    page.add("CompositeObject", (0, 0, 210, 297), "", ' ResourceID="42"')
    itself = '<ofd:CompositeObject ID="1" Boundary="0 0 210 297" ResourceID="42"/>'
    units = "".join(f'<ofd:CompositeGraphicUnit ID="{number}" Width="210" Height="297"><ofd:Content>{content}</ofd:Content>'
                    "</ofd:CompositeGraphicUnit>" for number, content in ((41, "".join(inside.objects)), (42, itself)))
    return ofd.package([page], resources=f"<ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits>")


def several_documents():
    other = form([[("项目名称", 2, 1), ("沿江步道修缮项目", 6, 1)]] + pages.ROWS[1:])
    parts = {"OFD.xml": ofd.root(["Doc_0", "Doc_1"])}
    return ofd.packed(parts | ofd.document_parts("Doc_0", [form()]) | ofd.document_parts("Doc_1", [other]))


def over_two_pages():
    """The goal's row is cut by the page's end, and the header of the table comes again."""
    head = [[("绩效自评表", 8, 1)]]
    goal, room = "".join(pages.LONG_GOAL), (pages.XS[4] - pages.XS[1]) * MM - 2
    line = pages.wrap(goal, room, SIZE)[0]
    first = head + pages.ROWS[:5] + [[(line, 3, 1), ("保洁河道八十六公里。", 4, 1)]]
    rest = head + [[("", 1, 1), (goal[len(line):], 3, 1), ("", 4, 1)]] + pages.ROWS[6:]
    sheets = []
    for number, rows in enumerate((first, rest), 1):
        page, cells = ofd.Page(), cells_of(rows)
        page.text("云溪县二〇三一年度部门决算", 82, 14, SIZE)
        for cell in cells:
            page.box(cell.x0, cell.y0, cell.x1, cell.y1)
        put_texts(page, cells)
        page.text(str(number), 105, 286, SIZE)
        sheets.append(page)
    return ofd.package(sheets)


def without_a_page():
    """The second page is not in the package, and the first one's template neither."""
    parts = {"OFD.xml": ofd.root(["Doc_0"])} | ofd.document_parts(
        "Doc_0", [ofd.content(form().layer(), '<ofd:Template TemplateID="9"/>'), form()])
    del parts["Doc_0/Pages/Page_1/Content.xml"]
    return ofd.packed(parts)


def with_clips():
    """Values are cut out by clips of their own: one is seen through its clip, another stands outside of it, and so does a line."""
    page = form()
    cell = next(c for c in cells_of() if c.text == "86公里")
    clip = ('<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 {0:g} 4"><ofd:AbbreviatedData>M 0 0 L {0:g} 0 L {0:g} 4 L 0 4 C'
            '</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>')
    page.text("71公里", cell.x0 + 8, cell.y0 + 3.6, SIZE, codes=clip.format(0.5) + ofd.code("71公里", 1, SIZE * 0.88, SIZE))
    page.line(20, 150, 20, 250, inside=clip.format(1).replace(" 4", " 0.01"))
    page.text("填报人：林晓", 20, 265, SIZE, codes=clip.format(40) + ofd.code("填报人：林晓", 0, SIZE * 0.88, SIZE))
    return ofd.package([page])


SAMPLES = {
    "ofd_with_a_picture_in_a_cell": with_a_picture_in_a_cell,
    "ofd_with_a_font_of_signs": with_a_font_of_signs,
    "ofd_with_a_table_in_a_cell": with_a_table_in_a_cell,
    "ofd_with_struck_and_white_text": struck_and_white,
    "ofd_with_clips": with_clips,
    "ofd_with_a_thin_area_for_each_side_of_a_cell": thin_fills,
    "ofd_form_in_a_template": in_template,
    "ofd_upside_down_in_page_blocks": turned_upside_down,
    "ofd_with_an_object_for_each_character": one_object_a_character,
    "ofd_with_watermarks_and_a_stamp": with_watermark,
    "ofd_with_texts_that_nobody_sees": with_hidden_texts,
    "ofd_texts_of_glyph_numbers": of_glyphs,
    "ofd_with_pages_of_outlines_and_pictures": of_outlines,
    "ofd_lines_in_a_unit": of_units,
    "ofd_package_of_two_documents": several_documents,
    "ofd_table_over_two_pages": over_two_pages,
    "ofd_without_one_of_its_pages": without_a_page,
}


def encrypted():
    return ofd.packed({"OFD.xml": ofd.root(["Doc_0"]), "Encryptions.xml": ofd.element("Encryptions", ""),
                       "Doc_0/Document.xml": b"\x8f\x02\xe1", "decryptseed.dat": b"\1\2\3\4"})


def main():
    samples = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples"
    for name, make in SAMPLES.items():
        (samples / name).mkdir(parents=True, exist_ok=True)
        (samples / name / "input.ofd").write_bytes(make())
    if len(sys.argv) == 1:
        folder = ROOT / "tests/golden/unreadable/ofd_that_is_encrypted"
        folder.mkdir(exist_ok=True)
        (folder / "input.ofd").write_bytes(encrypted())


if __name__ == "__main__":
    main()
