"""Carriers that need no office program: each function gives the bytes of a document in one carrier."""
import base64
import csv
import datetime
import html
import io
import quopri
import re
import zipfile

import docx
import docx.enum.text
import docx.oxml.ns
import docx.shared
import openpyxl
from openpyxl.styles import Alignment

import ofd_writer
from carriers_documents import Paragraph

STAMP = datetime.datetime(2026, 1, 1)
PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def packed_again(data, patch=None):
    """A ZIP package without times of day; `patch` may change a part, which it gets with its name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name.endswith((".jpeg", ".png", "/")):
                continue
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?", b"2026-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, patch(name, part) if patch else part)
    return out.getvalue()


# Word

def word(document):
    """By python-docx, in its own template; headings are Word's headings."""
    out = docx.Document()
    out.core_properties.created = out.core_properties.modified = STAMP
    fonts = out.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(docx.oxml.ns.qn("w:eastAsia"), "宋体")
    section = out.sections[0]
    section.page_width, section.page_height = docx.shared.Cm(21), docx.shared.Cm(29.7)
    section.left_margin = section.right_margin = docx.shared.Cm(2)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            paragraph = out.add_paragraph(block.text, style=f"Heading {block.heading}" if block.heading else None)
            if block.centred:
                paragraph.alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
        else:
            add_word_table(out, block)
    saved = io.BytesIO()
    out.save(saved)
    return packed_again(saved.getvalue())


def add_word_table(out, block):
    table = out.add_table(rows=len(block.rows), cols=len(block.widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, block.widths):
        column.width = docx.shared.Cm(width)
    for y, row in enumerate(block.grid()):
        for x, (cell, is_origin) in enumerate(row):
            table.cell(y, x).width = docx.shared.Cm(block.widths[x])
    for y, row in enumerate(block.grid()):
        for x, (cell, is_origin) in enumerate(row):
            if is_origin:
                place = table.cell(y, x).merge(table.cell(y + cell.down - 1, x + cell.across - 1))
                first, *others = cell.text.split("\n")
                place.text = first
                for text in others:
                    place.add_paragraph(text)


def flat_opc(package):
    """The same Word document as Word saves it in one XML file."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        types = dict(re.findall(r'<(?:Override PartName="/|Default Extension=")([^"]+)" ContentType="([^"]+)"',
                                archive.read("[Content_Types].xml").decode()))
        types |= {name: kind for kind, name in re.findall(r'<Override ContentType="([^"]+)" PartName="/([^"]+)"',
                                                          archive.read("[Content_Types].xml").decode())}
        for name in archive.namelist():
            # Styles and themes say nothing that is read, and would be most of the file.
            if name == "[Content_Types].xml" or not re.search(r"(_rels/\.rels|document\.xml(\.rels)?)$", name):
                continue
            kind = types.get(name) or "application/vnd.openxmlformats-package.relationships+xml"
            content = re.sub(r"^<\?xml[^>]*\?>\s*", "", archive.read(name).decode())
            parts.append(f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>')
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
            f'<pkg:package xmlns:pkg="{PACKAGE}">{"".join(parts)}</pkg:package>').encode()


def whole_flat_opc(package):
    """A Word document in one XML file with all of its parts, those that are no XML in base64."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in sorted(set(archive.namelist()) - {"[Content_Types].xml"}):
            data = archive.read(name)
            if data.lstrip().startswith(b"<"):
                inner = "<pkg:xmlData>" + re.sub(r"^<\?xml[^>]*\?>\s*", "", data.decode()) + "</pkg:xmlData>"
            else:
                inner = f"<pkg:binaryData>{base64.b64encode(data).decode()}</pkg:binaryData>"
            parts.append(f'<pkg:part pkg:name="/{name}">{inner}</pkg:part>')
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
            f'<pkg:package xmlns:pkg="{PACKAGE}">{"".join(parts)}</pkg:package>').encode()


# Workbooks

def workbook(document):
    """By openpyxl: one sheet, amounts, percentages and dates as a person would type them."""
    out = openpyxl.Workbook()
    out.properties.created = out.properties.modified = STAMP
    sheet = out.active
    sheet.title = "绩效目标"
    width = max(len(block.widths) for block in document.blocks if not isinstance(block, Paragraph))
    row = 1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            put(sheet, row, 1, block.text, width, 1)
            row += 1
            continue
        for y, cells in enumerate(block.grid()):
            for x, (cell, is_origin) in enumerate(cells):
                if is_origin:
                    put(sheet, row + y, 1 + x, cell.text, cell.across, cell.down)
        row += len(block.rows)
    saved = io.BytesIO()
    out.save(saved)
    return packed_again(saved.getvalue())


def put(sheet, row, column, text, across, down):
    place = sheet.cell(row, column)
    place.value, place.number_format = typed(text)
    if isinstance(place.value, str):
        place.data_type = "s"  # what begins with = is no formula here
    place.alignment = Alignment(wrap_text=True)
    if across > 1 or down > 1:
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + down - 1, end_column=column + across - 1)


def typed(text):
    """The value and the number format that a person's typing becomes."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text), "yyyy-mm-dd"
    if re.fullmatch(r"\d{1,3}(,\d{3})*\.\d\d", text):
        return float(text.replace(",", "")), "#,##0.00"
    if re.fullmatch(r"\d+\.\d\d%", text):
        return round(float(text[:-1]) / 100, 6), "0.00%"
    if re.fullmatch(r"\d+%", text):
        return int(text[:-1]) / 100, "0%"
    if re.fullmatch(r"\d+(\.\d)?", text):
        return float(text) if "." in text else int(text), "General"
    return text or None, "General"


# Web pages

def page(document, charset="utf-8"):
    lines = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            tag = f"h{block.heading}" if block.heading else "p"
            lines.append(f"<{tag}>{html.escape(block.text)}</{tag}>")
            continue
        lines.append('<table border="1">')
        lines += ["<tr>" + "".join(map(html_cell, row)) + "</tr>" for row in block.rows]
        lines.append("</table>")
    head = f'<!DOCTYPE html>\n<html lang="zh">\n<head><meta charset="{charset}"><title>绩效目标</title></head>\n<body>\n'
    return head + "\n".join(lines) + "\n</body>\n</html>\n"


def html_cell(cell):
    spans = (f' colspan="{cell.across}"' if cell.across > 1 else "") + (f' rowspan="{cell.down}"' if cell.down > 1 else "")
    return f"<td{spans}>" + "<br>".join(html.escape(line) for line in cell.text.split("\n")) + "</td>"


def web_archive(document):
    """The page as a part of a MIME message, as browsers save it."""
    content = quopri.encodestring(page(document).encode()).decode()
    return ("MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----teil\"\n\n"
            f"------teil\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{content}\n------teil--\n")


# Workbooks of 2003

SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def workbook_2003(document):
    """Every value is a text, as it is printed."""
    rows = ""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            rows += f'<Row><Cell><Data ss:Type="String">{html.escape(block.text, False)}</Data></Cell></Row>\n'
        else:
            rows += "".join("<Row>" + "".join(cell_2003(x + 1, cell) for x, (cell, first) in enumerate(row) if first) + "</Row>\n"
                            for row in block.grid())
    return (f'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}">\n'
            f'<Worksheet ss:Name="绩效目标"><Table>\n{rows}</Table></Worksheet>\n</Workbook>\n')


def cell_2003(column, cell):
    spans = (f' ss:MergeAcross="{cell.across - 1}"' if cell.across > 1 else "") + (
        f' ss:MergeDown="{cell.down - 1}"' if cell.down > 1 else "")
    text = html.escape(cell.text, False).replace("\n", "&#10;")
    data = f'<Data ss:Type="String">{text}</Data>' if cell.text else ""
    return f'<Cell ss:Index="{column}"{spans}>{data}</Cell>'


# Flattened tables

def flattened(document, line_of, between=""):
    """A line a paragraph and a row; line_of gives that of a row of (cell, is origin)."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [line_of(row) for row in block.grid()] + ([between] if between else [])
    return "\n".join(lines) + "\n"


def on_one_line(text):
    return text.replace("\n", " ")


def covered_blank(document):
    return flattened(document, lambda row: "\t".join(on_one_line(cell.text) if first else "" for cell, first in row))


def covered_dropped(document):
    return flattened(document, lambda row: "\t".join(on_one_line(cell.text) for cell, first in row if first))


def covered_repeated(document):
    return flattened(document, lambda row: "\t".join(on_one_line(cell.text) for cell, _ in row))


def quoted_csv(document):
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            writer.writerow([block.text])
        else:
            writer.writerows([[cell.text if first else "" for cell, first in row] for row in block.grid()])
    return out.getvalue()


def pipe_table(document):
    lines = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines += ["#" * block.heading + " " * bool(block.heading) + block.text, ""]
            continue
        for y, row in enumerate(block.grid()):
            texts = [cell.text.replace("\n", "<br>") if first else "" for cell, first in row]
            lines.append("| " + " | ".join(texts) + " |")
            if y == 0:
                lines.append("|" + " --- |" * len(row))
        lines.append("")
    return "\n".join(lines)


def one_cell_a_line(document):
    """Word's text with marks of bookmarks: cells behind a tab, a blank cell where one above goes on."""
    lines, mark = [], 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            mark += block.bookmark
            lines.append((f"[bookmark: _Toc_2_2_{mark:010}]" if block.bookmark else "") + block.text)
            continue
        for row in block.grid():
            lines.append("")
            last = None
            for cell, first in row:
                if first:
                    lines += ["\t" + (cell.text or "\u00a0")]
                elif cell is not last and not (cell.across > 1 and last is cell):
                    lines.append("\t\u00a0")
                last = cell
        lines += ["", ""]
    return "\n".join(lines)


# OFD

class Sheet:
    """Pages that are filled from top to bottom, as a word processor prints a document."""
    LEFT, TOP, BOTTOM, SIZE, LINE, PADDING = 20, 20, 277, 3.5, 5, 1.5

    def __init__(self):
        self.pages, self.y = [ofd_writer.Page()], self.TOP

    def break_page(self):
        self.pages.append(ofd_writer.Page(1000 * (len(self.pages) + 1)))
        self.y = self.TOP

    def paragraph(self, block):
        size = self.SIZE + (1.5 if block.heading else 0)
        for line in ofd_writer.wrap(block.text, 170, size):
            if self.y + 2 * size > self.BOTTOM:
                self.break_page()
            across = ofd_writer.width(line, size)
            self.y += 1.5 * size
            self.pages[-1].text(line, self.LEFT + (85 - across / 2 if block.centred else 0), self.y, size)
        self.y += size

    def lines_of(self, cell, xs, x):
        return ofd_writer.wrap(cell.text, xs[x + cell.across] - xs[x] - 2 * self.PADDING, self.SIZE) if cell.text else []

    def table(self, block):
        """Rows as high as their texts need; a cell that a page's end cuts is drawn on both pages, its text on one."""
        xs = [self.LEFT]
        for part in block.widths:
            xs.append(xs[-1] + 10 * part)
        grid = block.grid()
        heights = [self.LINE + 2 * self.PADDING] * len(grid)
        for down in range(1, len(grid) + 1):
            for y, row in enumerate(grid):
                for x, (cell, first) in enumerate(row):
                    if first and cell.down == down:
                        need = self.LINE * len(self.lines_of(cell, xs, x)) + 2 * self.PADDING
                        heights[y + down - 1] += max(0, need - sum(heights[y:y + down]))
        ys = []
        for height in heights:
            if self.y + height > self.BOTTOM:
                self.break_page()
            ys.append((len(self.pages) - 1, self.y))
            self.y += height
        for y, row in enumerate(grid):
            for x, (cell, first) in enumerate(row):
                if first:
                    self.cell(cell, xs[x], xs[x + cell.across], ys[y:y + cell.down], heights[y:y + cell.down],
                              self.lines_of(cell, xs, x))
        self.y += self.LINE

    def cell(self, cell, left, right, places, heights, lines):
        for number in sorted({page for page, _ in places}):
            here = [(y, y + height) for (page, y), height in zip(places, heights) if page == number]
            self.pages[number].box(left, here[0][0], right, here[-1][1])
        number, top = places[0]
        for i, line in enumerate(lines):
            if line:
                self.pages[number].text(line, left + self.PADDING, top + self.PADDING + i * self.LINE + 0.9 * self.SIZE,
                                        self.SIZE)


def ofd(document):
    sheet = Sheet()
    for block in document.blocks:
        sheet.paragraph(block) if isinstance(block, Paragraph) else sheet.table(block)
    return ofd_writer.package(sheet.pages)
