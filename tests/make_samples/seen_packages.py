"""Changes to the parts of a workbook that openpyxl does not make: drawings, controls, names of entries."""
import io
import re
import zipfile

from xlsx import replace, save

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET, LINKS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
DRAWING = ('xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
           'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"')


def link(parts, kind, target, element):
    """Relates the first sheet to a part, and names it in the sheet."""
    parts[LINKS] = (f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/{kind}" '
                    f'Target="{target}"/></Relationships>')
    sheet = replace(parts[SHEET], "</worksheet>", element + "</worksheet>")
    parts[SHEET] = re.sub("<worksheet ", f'<worksheet xmlns:r="{OFFICE}" ', sheet, count=1)


def anchor(place, content):
    row, column, last_row, last_column = place
    corner = "<xdr:col>{}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    return (f"<xdr:twoCellAnchor><xdr:from>{corner.format(column, row)}</xdr:from><xdr:to>{corner.format(last_column, last_row)}</xdr:to>"
            f"{content}<xdr:clientData/></xdr:twoCellAnchor>")


def drawing(anchors):
    def patch(parts):
        parts["xl/drawings/drawing1.xml"] = f"<xdr:wsDr {DRAWING}>{''.join(anchors)}</xdr:wsDr>"
        link(parts, "drawing", "../drawings/drawing1.xml", '<drawing r:id="rId1"/>')
    return patch


def text_boxes(boxes):
    """Boxes as (row, column, last row, last column, text)."""
    return drawing([anchor(place, f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{i + 2}" name="文本框 {i}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>'
                           f"<xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>")
                    for i, (*place, text) in enumerate(boxes)])


def picture(row, column):
    return drawing([anchor((row, column, row, column + 1),
                           '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="图片 1"/><xdr:cNvPicPr/></xdr:nvPicPr>'
                           f'<xdr:blipFill><a:blip xmlns:r="{OFFICE}" r:embed="rId1"/></xdr:blipFill><xdr:spPr/></xdr:pic>')])


def check_boxes(row, column, boxes):
    def patch(parts):
        shapes = "".join(
            f'<v:shape id="box{i}" type="#_x0000_t201"><v:textbox><div><font>{text}</font></div></v:textbox>'
            f'<x:ClientData ObjectType="Checkbox"><x:Anchor>{column}, {i}, {row}, 1, {column + 1}, 0, {row + 1}, 0</x:Anchor>'
            f'{"<x:Checked>1</x:Checked>" if checked else ""}</x:ClientData></v:shape>' for i, (text, checked) in enumerate(boxes))
        parts["xl/drawings/vmlDrawing1.vml"] = ('<xml xmlns:v="urn:schemas-microsoft-com:vml" '
                                                f'xmlns:x="urn:schemas-microsoft-com:office:excel">{shapes}</xml>')
        link(parts, "vmlDrawing", "../drawings/vmlDrawing1.vml", '<legacyDrawing r:id="rId1"/>')
    return patch


def embedded(row, column):
    def patch(parts):
        space = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
        place = f'<from><xdr:col xmlns:xdr="{space}">{column}</xdr:col><xdr:row xmlns:xdr="{space}">{row}</xdr:row></from>'
        link(parts, "package", "../embeddings/sheet.xlsx",
             '<oleObjects><oleObject progId="Excel.Sheet.12" shapeId="1025" r:id="rId1"><objectPr><anchor>'
             f"{place}</anchor></objectPr></oleObject></oleObjects>")
    return patch


def styled_rows(first, last):
    def patch(parts):
        rows = "".join(f'<row r="{row}">' + "".join(f'<c r="{column}{row}" s="1"/>' for column in "ABCDEF") + "</row>"
                       for row in range(first, last))
        parts[SHEET] = replace(parts[SHEET], "</sheetData>", rows + "</sheetData>")
    return patch


def with_backslashes(workbook, path):
    buffer = io.BytesIO()
    save(workbook, path)
    with zipfile.ZipFile(path) as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    with zipfile.ZipFile(buffer, "w") as out:
        for name, data in parts.items():
            entry = zipfile.ZipInfo("x", (2026, 1, 1, 0, 0, 0))
            entry.filename = name.replace("/", "\\")
            out.writestr(entry, data, zipfile.ZIP_DEFLATED)
    path.write_bytes(buffer.getvalue())
