"""Documents of tests/carriers in which the eye sees other than what the text holds: crossed out, hidden and white text, signs of
symbol fonts, notes, pictures, text boxes, page headers. Written as flat OpenDocument; LibreOffice saves them in the other carriers.
"""
import carriers_documents as plain
import carriers_writers
from carriers_documents import indicator, quantity

NAMES = ("office", "text", "table", "style", "draw")
NAMESPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name.replace("draw", "drawing")}:1.0"' for name in NAMES) + (
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"')
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Eight by eight pixels.
PICTURE = ("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAADElEQVR42mNYxYACASqQBVHvL7SwAAAA"
           "AElFTkSuQmCC")
IMAGE = f"<draw:image><office:binary-data>{PICTURE}</office:binary-data></draw:image>"

TEXT_STYLES = {
    "struck": 'style:text-line-through-style="solid" style:text-line-through-type="single"',
    "hidden": 'text:display="none"',
    "white": 'fo:color="#ffffff"',
    "symbol": 'style:font-name="Symbol" fo:font-family="Symbol" style:font-charset="x-symbol"',
}
KINDS = """\
hidden text G222
notes beside a value G226
page headers
pictures in cells G223
struck text G221
symbol fonts
text in drawings
"""


PAGE = ('<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>'
        "<style:header-style/></style:page-layout>")


def styles(more=""):
    spans = "".join(f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
                    for name, look in TEXT_STYLES.items())
    return f"<office:automatic-styles>{spans}{more}</office:automatic-styles>"


def span(style, text):
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def footnote(text):
    return (f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>{text}</text:p>'
            "</text:note-body></text:note>")


def comment(text):
    return f"<office:annotation><dc:creator>审核</dc:creator><text:p>{text}</text:p></office:annotation>"


def frame(inside, width="1cm", height="1cm", anchor=' text:anchor-type="as-char"'):
    return f'<draw:frame{anchor} draw:z-index="0" svg:x="0.5cm" svg:y="0.2cm" svg:width="{width}" svg:height="{height}">{inside}</draw:frame>'


def text_box(text, anchor=' text:anchor-type="paragraph"'):
    return frame(f"<draw:text-box><text:p>{text}</text:p></draw:text-box>", "12cm", "1cm", anchor)


# Its numbers are hidden.
LIST = ('<text:list-style style:name="list"><text:list-level-style-number text:level="1" text:style-name="unseen" style:num-format="1" '
        'style:num-suffix="."/></text:list-style>')
UNSEEN = ('<office:styles><style:style style:name="unseen" style:family="text"><style:text-properties text:display="none"/></style:style>'
          "</office:styles>")
AREA, CHECKED = "面积以竣工测量为准。", "与林业局核对"
BLANK = "　"    # in place of the goal of the whole project


def form_of_words():
    """A declaration, and what stands in the file in place of some of its texts."""
    indicators = [indicator("产出指标", "数量指标", "养护绿地面积", quantity("≥40.00(公顷)")),
                  indicator("产出指标", "质量指标", "苗木成活率", quantity("≥95.00(%)")),
                  indicator("效益指标", "生态效益指标", "新增乔木株数", quantity("≥300.00(株)")),
                  indicator("满意度指标", "服务对象满意度指标", "游园市民满意度", quantity("≥90.00(%)"))]
    return plain.declaration(
        "公园绿地养护经费", "经常性项目", "青石湾区园林管理所", ("2026-01-01", "2026-12-31"), None,
        ("480,000.00", "480,000.00", "0.00"), ("480,000.00", "480,000.00", "0.00", "0.00"),
        (BLANK, "养护全区公园绿地，苗木成活，市民满意。"), indicators)


CONTENTS = {
    "公园绿地养护经费": '<text:a xlink:type="simple" xlink:href="#T">公园绿地养护经费</text:a>' + span("hidden", "（代号甲七）"),
    "青石湾区园林管理所": span("struck", "青石湾区园林站") + "青石湾区园林管理所",
    "≥40.00(公顷)": span("symbol", "\uf0b3") + "40.00(公顷)",
    "≥95.00(%)": "≥95.00(%)" + span("white", "去年八十八"),
}


def paragraphs(text, contents):
    return "".join(f"<text:p>{contents.get(line, line)}</text:p>" for line in text.split("\n"))


def table(block, contents, cell_attributes, before={}):
    """Rows of cells. `contents` are XML in place of texts, `before` what stands in a cell before its text."""
    rows = ""
    for cells in block.grid():
        row = ""
        for cell, first in cells:
            if not first:
                row += "<table:covered-table-cell/>"
                continue
            spans = f' table:number-columns-spanned="{cell.across}" table:number-rows-spanned="{cell.down}"'
            inside = before.get(cell.text, "") + paragraphs(cell.text, contents)
            row += f"<table:table-cell{spans}{cell_attributes(cell.text)}>{inside}</table:table-cell>"
        rows += f"<table:table-row>{row}</table:table-row>"
    columns = f'<table:table-column table:number-columns-repeated="{len(block.widths)}"/>'
    return columns + rows


def text_document(blocks):
    """The title in a text box, the year in the page header, the table below."""
    heading, year, body = blocks
    contents = CONTENTS | {
        "养护全区公园绿地，苗木成活，市民满意。": "养护全区公园绿地，苗木成活，市民满意。" + footnote(AREA),
        "≥300.00(株)": comment(CHECKED) + "≥300.00(株)",
        BLANK: frame(IMAGE),
    }
    words = table(body, contents, lambda text: ' table:style-name="cell" office:value-type="string"')
    words = words.replace("<text:p>≥90.00(%)</text:p>", '<text:list text:style-name="list"><text:list-item><text:p>≥90.00(%)</text:p></text:list-item></text:list>')
    border = ('<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" '
              'fo:padding="0.1cm"/></style:style>')
    return (f'{HEAD}<office:document {NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.text">{UNSEEN}{styles(border + PAGE + LIST)}'
            f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"><style:header><text:p>{year.text}</text:p>'
            f"</style:header></style:master-page></office:master-styles><office:body><office:text><text:p>{text_box(heading.text)}</text:p>"
            f'<table:table table:name="T">{words}</table:table><text:p/></office:text></office:body></office:document>')


def workbook(blocks):
    """The same; the text box lies over rows that are empty. A cell's comments and pictures stand before its text."""
    heading, year, body = blocks
    cells = table(body, {text: content for text, content in CONTENTS.items() if "hidden" not in content},
                  lambda text: ' office:value-type="string"' if text else "",
                  {"≥300.00(株)": comment(CHECKED), BLANK: frame(IMAGE, anchor="")})
    above = '<table:table-row table:number-rows-repeated="4"><table:table-cell table:number-columns-repeated="6"/></table:table-row>'
    cells = cells.replace("<table:table-row>", above + "<table:table-row>", 1)
    return (f'{HEAD}<office:document {NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{styles(PAGE)}'
            f'<office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm"><style:header><text:p>{year.text}</text:p>'
            f'</style:header></style:master-page></office:master-styles><office:body><office:spreadsheet><table:table table:name="表">'
            f'<table:shapes>{text_box(heading.text, "")}</table:shapes>{cells}</table:table></office:spreadsheet></office:body></office:document>')


def carriers_of_words(folder, libreoffice, cleaned):
    document, source = seen("seen_in_words", text_document, [("footnote", AREA), ("comment", CHECKED)])
    path = folder / "seen.fodt"
    path.write_text(source, encoding="utf-8")
    saved = {"libreoffice.docx": "MS Word 2007 XML", "libreoffice.doc": "MS Word 97", "libreoffice.rtf": "Rich Text Format",
             "libreoffice.odt": "writer8"}
    carriers = {"flat.fodt": source.encode()} | {
        name: cleaned(name, libreoffice(folder, path, target, name.rsplit(".")[-1]).read_bytes()) for name, target in saved.items()}
    return document, carriers | {"flat_opc.xml": carriers_writers.whole_flat_opc(carriers["libreoffice.docx"])}


def carriers_of_sheets(folder, libreoffice, cleaned):
    document, source = seen("seen_in_sheets", workbook, [("comment", CHECKED)])
    path = folder / "seen.fods"
    path.write_text(source, encoding="utf-8")
    saved = {"libreoffice.xlsx": "Calc MS Excel 2007 XML", "libreoffice.xls": "MS Excel 97", "libreoffice.ods": "calc8"}
    return document, {"flat.fods": source.encode()} | {
        name: cleaned(name, libreoffice(folder, path, target, name.rsplit(".")[-1]).read_bytes()) for name, target in saved.items()}


def seen(name, write, notes):
    """A page header stands above all, so that it is the title of the document."""
    blocks, form = form_of_words()
    form["goals"]["project"] = None
    form["other"] = [{"label": [f"a {what}"], "text": text} for what, text in notes]
    return plain.Document(name, blocks, {"title": blocks[1].text, "sections": [], "forms": [form]}, KINDS), write(blocks)
