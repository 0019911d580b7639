#!/usr/bin/python3
"""Writes the Word documents of samples/, the same bytes on every run. Needs Debian's python3-docx.

Where that cannot write what Word does, the script writes WordprocessingML of its own.

Usage: tests/make_samples/word.py     writes to samples/, and to tests/golden/unreadable/ what cannot be read
"""
import datetime
import io
import pathlib
import sys
import zipfile

import docx

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TITLE = "财政项目支出绩效目标申报表"
YEAR = "(2026年度)"


class Cell:
    """A cell of a form; `down` and `across` are how many rows and columns it covers."""

    def __init__(self, text="", across=1, down=1):
        self.text, self.across, self.down = text, across, down


def form(project, goal, indicators):
    """The rows of a declaration in six columns. A None stands where a cell above reaches down to."""
    rows = [
        [Cell("项目名称"), Cell(project), Cell("项目性质"), Cell("经常性项目"), Cell("项目类别"), Cell("特定目标类")],
        [Cell("主管部门"), Cell("梅坞区水务局"), Cell("实施单位"), Cell("梅坞区水库管理所", across=3)],
        [Cell("计划开始日期"), Cell("2026-01-01"), Cell("计划完成日期"), Cell("2026-12-31", across=3)],
        [Cell("项目资金(元)", down=2), Cell("项目资金总额"), Cell("80,000.00"), Cell("年度资金申请总额"), Cell("80,000.00", across=2)],
        [None, Cell("其中：财政资金"), Cell("80,000.00"), Cell("其中：当年财政拨款"), Cell("80,000.00", across=2)],
        [Cell("项目绩效目标", down=2), Cell("项目总目标", across=2), Cell("年度总体目标", across=3)],
        [None, Cell("", across=2), Cell(goal, across=3)],
        [Cell("绩效指标", down=1 + len(indicators)), Cell("一级指标"), Cell("二级指标"), Cell("三级指标"), Cell("年度(/项目)指标值", across=2)],
    ]
    level1, cell = None, None
    for first, second, name, target in indicators:
        if first != level1:
            level1, cell = first, Cell(first)
            rows.append([None, cell])
        else:
            cell.down += 1
            rows.append([None, None])
        rows[-1] += [Cell(second), Cell(name), Cell(target, across=2)]
    return rows


INDICATORS = [
    ("产出指标", "数量指标", "监测水库座数", "≥6.00(座)"),
    ("产出指标", "质量指标", "监测数据完整率", "≥95.00(%)"),
    ("效益指标", "社会效益指标", "险情及时处置率", "=100.00(%)"),
    ("满意度指标", "服务对象满意度指标", "下游居民满意度", "≥90.00(%)"),
]
GOAL = "完成六座水库的安全监测，及时处置险情。"


# WordprocessingML by hand

def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content, properties=""):
    """`content` is runs, or a text of one run."""
    content = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell_xml(cell, content=None, properties=""):
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}{properties}</w:tcPr>{content or paragraph(cell.text)}</w:tc>"


CONTINUED = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"


def row_xml(cells, as_xml=cell_xml, properties=""):
    return (f"<w:tr><w:trPr>{properties}</w:trPr>" +
            "".join(CONTINUED if cell is None else as_xml(cell) for cell in cells) + "</w:tr>")


def table_xml(rows, columns=6):
    grid = "".join('<w:gridCol w:w="1440"/>' for _ in range(columns))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def heading_xml():
    return paragraph(TITLE) + paragraph(YEAR)


def content_control(content):
    return f'<w:sdt><w:sdtPr><w:alias w:val="填写"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


# Packages

def pack(parts):
    """A ZIP package whose bytes depend on the parts alone."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def relationships(*targets):
    items = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def document_xml(body):
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"


def package(body, numbering=None, main_xml=None, others=()):
    """`others` are further parts: the kind of the relationship, the name in word/, the content."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = [("document", "document.main")] + ([("numbering", "numbering")] if numbering else [])
    types = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{main}.{kind}+xml"/>' for part, kind in overrides)
    parts = [
        ("[Content_Types].xml",
         f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
         f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'),
        ("_rels/.rels", relationships(("officeDocument", "word/document.xml"))),
        ("word/document.xml", main_xml or document_xml(body)),
    ]
    if numbering:
        others = [("numbering", "numbering.xml", f"{DECLARATION}<w:numbering {NAMESPACES}>{numbering}</w:numbering>")]
    if others:
        parts.append(("word/_rels/document.xml.rels", relationships(*((kind, name) for kind, name, _ in others))))
        parts += [("word/" + name, content) for _, name, content in others]
    return pack(parts)


# Samples, by the names of their folders

def merged_cells_in_word():
    """Written by python-docx, with its own template."""
    document = docx.Document()
    stamp = datetime.datetime(2026, 1, 1)
    document.core_properties.created = document.core_properties.modified = stamp
    document.add_paragraph(TITLE)
    document.add_paragraph(YEAR)
    rows = form("水库安全监测经费", GOAL, INDICATORS)
    table = document.add_table(rows=len(rows), cols=6)
    for y, cells in enumerate(rows):
        x = 0
        for cell in cells:
            if cell is not None:
                origin = table.cell(y, x)
                origin.merge(table.cell(y + cell.down - 1, x + cell.across - 1)).text = cell.text
            x += cell.across if cell is not None else 1
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        # The thumbnail would show another document.
        return pack([(name, archive.read(name)) for name in archive.namelist() if not name.endswith(".jpeg")])


def content_controls_around_cells():
    def as_xml(cell):
        if cell.text.startswith("水库"):
            tagged = "".join(f'<w:smartTag w:element="place">{run(c)}</w:smartTag>' for c in cell.text)
            return cell_xml(cell, paragraph(tagged))
        if cell.text.startswith("≥"):
            return content_control(cell_xml(cell))
        if cell.text == "完成六座水库的安全监测，及时处置险情。":
            return cell_xml(cell, content_control(paragraph(f'<w:hyperlink>{run(cell.text)}</w:hyperlink>')))
        return cell_xml(cell)

    rows = [row_xml(cells, as_xml) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    rows[-2] = content_control(rows[-2])
    return package(heading_xml() + content_control(table_xml(rows)))


def tracked_changes_in_word():
    author = 'w:id="1" w:author="A" w:date="2026-01-05T09:00:00Z"'

    def as_xml(cell):
        if cell.text == "≥95.00(%)":
            content = (run("≥") + f'<w:del {author}><w:r><w:delText>85</w:delText></w:r></w:del>'
                       f"<w:ins {author}>{run('95')}</w:ins>" + run(".00(%)"))
            return cell_xml(cell, paragraph(content))
        return cell_xml(cell)

    rows = [row_xml(cells, as_xml) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    dropped = row_xml([None, None, Cell("时效指标"), Cell("监测完成时限"), Cell("12月底前", across=2)],
                      properties=f"<w:del {author}/>")
    added = row_xml([None, Cell("效益指标"), Cell("社会效益指标"), Cell("险情及时处置率"), Cell("=100.00(%)", across=2)],
                    properties=f"<w:ins {author}/>")
    rows[-2:-1] = [dropped, added]
    return package(heading_xml() + table_xml(rows))


def automatic_numbering_in_word():
    def numbered(level, text):
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    def as_xml(cell):
        if cell.text == GOAL:
            return cell_xml(cell, numbered(1, "完成六座水库的安全监测。") + numbered(1, "及时处置险情。"))
        return cell_xml(cell)

    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (kind, text) in enumerate([("chineseCounting", "%1、"), ("decimal", "%2.")])
    )
    numbering = (f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')
    body = (numbered(0, "部门总体绩效目标") + paragraph("守好一方碧水。") + numbered(0, "分项绩效目标") + heading_xml() +
            table_xml([row_xml(cells, as_xml) for cells in form("水库安全监测经费", GOAL, INDICATORS)]))
    return package(body, numbering)


def table_nested_in_a_layout_table():
    inner = table_xml([row_xml(cells) for cells in form("水库安全监测经费", GOAL, INDICATORS)])
    layout = [
        row_xml([Cell("梅坞区二〇二六年部门预算")]),
        "<w:tr>" + cell_xml(Cell(), heading_xml() + inner + paragraph("")) + "</w:tr>",
    ]
    return package(table_xml(layout, columns=1))


def symbols_and_equations_in_word():
    def as_xml(cell):
        if cell.text == "≥6.00(座)":
            return cell_xml(cell, paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run("6.00(座)")))
        if cell.text == "≥95.00(%)":
            return cell_xml(cell, paragraph("<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>" + run("95.00(%)")))
        if cell.text == "≥90.00(%)":
            return cell_xml(cell, paragraph(run("\uF0B3", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + run("90.00(%)")))
        if cell.text == "经常性项目":
            box = '<w:r><w:sym w:font="Wingdings" w:char="{}"/></w:r>'
            return cell_xml(cell, paragraph(box.format("F0FE") + run("经常性项目") + box.format("F0A8") + run("一次性项目")))
        return cell_xml(cell)

    rows = form("水库安全监测经费", GOAL, INDICATORS)
    return package(heading_xml() + table_xml([row_xml(cells, as_xml) for cells in rows]))


def title_in_a_text_box():
    box = f"<w:txbxContent>{paragraph(TITLE)}{paragraph(YEAR)}</w:txbxContent>"
    anchor = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>' + box +
              "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" + box +
              "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
    rows = form("水库安全监测经费", GOAL, INDICATORS)
    return package(paragraph(anchor) + table_xml([row_xml(cells) for cells in rows]))


def row_wider_than_the_grid_of_its_table():
    rows = [row_xml(cells) for cells in form("水库安全监测经费", GOAL, INDICATORS)]
    rows[-1] = rows[-1].replace("</w:tr>", cell_xml(Cell()) + "</w:tr>")
    return package(heading_xml() + table_xml(rows))


# Unreadable, by the names of their folders

def package_cut_off():
    whole = package(heading_xml())
    return whole[: len(whole) * 2 // 3]


def package_without_its_main_part():
    return pack([("_rels/.rels", relationships(("officeDocument", "word/document.xml"))), ("word/styles.xml", "<styles/>")])


def part_that_declares_entities():
    laughs = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    body = paragraph("&e9;")
    return package("", main_xml=document_xml(body).replace(
        "<w:document", f'<!DOCTYPE document [<!ENTITY e0 "哈">{laughs}]><w:document', 1))


SAMPLES = [merged_cells_in_word, content_controls_around_cells, tracked_changes_in_word, automatic_numbering_in_word,
           table_nested_in_a_layout_table, symbols_and_equations_in_word, title_in_a_text_box,
           row_wider_than_the_grid_of_its_table]
UNREADABLE = [package_cut_off, package_without_its_main_part, part_that_declares_entities]


def write(samples, unreadable):
    root = pathlib.Path(__file__).resolve().parents[2]
    for folder, makers in ((root / "samples", samples), (root / "tests/golden/unreadable", unreadable)):
        for make in makers:
            (folder / make.__name__).mkdir(parents=True, exist_ok=True)
            (folder / make.__name__ / "input.docx").write_bytes(make())


if __name__ == "__main__":
    write(SAMPLES, UNREADABLE)
