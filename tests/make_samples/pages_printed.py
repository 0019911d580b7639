#!/usr/bin/python3
"""Writes the samples of PDFs that show how printers' programs draw tables and what stands over them. The same bytes on every run.

Usage: tests/make_samples/pages_printed.py [FOLDER]     (default: samples/ beside tests/)
"""
import math

from pages import HEIGHT, ROWS, document, form, lay_out, show, stream, strokes, texts, title, width, wrap, write_samples

TINT = b"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 0 1]/N 1>>"
MASK = stream(b"\x00", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ImageMask true/BitsPerComponent 1")


def in_an_ink():
    """Text and lines in the ink Black, of which all is dark."""
    content = b"/Ink cs 1 scn /Ink CS 1 SCN\n" + form()
    return document([content], resources=b"/ColorSpace<</Ink[/Separation/Black/DeviceCMYK 6 0 R]>>", more=[TINT])


def sides_of(cells):
    """Each side of a cell once: x0, y0, x1, y1."""
    return sorted({side for c in cells for side in ((c.x0, c.y0, c.x1, c.y0), (c.x0, c.y1, c.x1, c.y1),
                                                    (c.x0, c.y0, c.x0, c.y1), (c.x1, c.y0, c.x1, c.y1))})


def of_pictures():
    """Each line is a picture of one dot, drawn as long as the line and as thin."""
    cells, out = lay_out(ROWS, 80), title()
    for x0, y0, x1, y1 in sides_of(cells):
        out += b"q %g 0 0 %g %g %g cm /Dot Do Q\n" % (x1 - x0 + 0.5, y1 - y0 + 0.5, x0 - 0.25, HEIGHT - y1 - 0.25)
    return document([out + texts(cells)], resources=b"/XObject<</Dot 6 0 R>>", more=[MASK])


def through_slits():
    """Each line is a large dark area of which a thin part is let through."""
    cells, out = lay_out(ROWS, 80), title()
    for x0, y0, x1, y1 in sides_of(cells):
        out += b"q %g %g %g %g re W n 0 0 595 842 re f Q\n" % (x0 - 0.25, HEIGHT - y1 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5)
    return document([out + texts(cells)])


def rows_as_strings():
    """Each row is one string, with blanks that lead from cell to cell, as programs print that know of lines alone."""
    cells, out = lay_out(ROWS, 80), title()
    for y in sorted({c.y0 for c in cells}):
        row = sorted((c for c in cells if c.y0 == y), key=lambda c: c.x0)
        if any(len(wrap(c.text, c.x1 - c.x0 - 6, 9)) > 1 for c in row):
            out += texts(row)
            continue
        line, at = "", row[0].x0
        for cell in row:
            blanks = max(0, round((cell.x0 - at) / 4.5)) if cell.text else 0
            line, at = line + " " * blanks + cell.text, at + 4.5 * blanks + width(cell.text, 9)
        out += show(line, row[0].x0 + 3, y + 10)
    return document([out + strokes(cells)])


def round_corners():
    """The frame around the table is one line with round corners; the other lines meet it."""
    cells, out = lay_out(ROWS, 80), b"0.5 w\n"
    x0, y0, x1, y1 = min(c.x0 for c in cells), 80, max(c.x1 for c in cells), max(c.y1 for c in cells)
    for ax, ay, bx, by in sides_of(cells):
        if not (ax == bx and ax in (x0, x1)) and not (ay == by and ay in (y0, y1)):
            out += b"%g %g m %g %g l S\n" % (ax, HEIGHT - ay, bx, HEIGHT - by)
    low, high, r, k = HEIGHT - y1, HEIGHT - y0, 8, 3.6
    out += b"%g %g m %g %g l %g %g %g %g %g %g c %g %g l %g %g %g %g %g %g c %g %g l %g %g %g %g %g %g c %g %g l %g %g %g %g %g %g c s\n" % (
        x0 + r, high, x1 - r, high, x1 - k, high, x1, high - k, x1, high - r, x1, low + r, x1, low + k, x1 - k, low, x1 - r, low,
        x0 + r, low, x0 + k, low, x0, low + k, x0, low + r, x0, high - r, x0, high - k, x0 + k, high, x0 + r, high)
    return document([title() + out + texts(cells)])


def level_watermark():
    """Large and pale over the table; and one that says what it is."""
    marked = b"/Artifact <</Type/Pagination/Subtype/Watermark>> BDC " + show("草稿", 90, 300, 9) + b"EMC\n"
    return document([b"0.85 g " + show("内部资料", 120, 330, 60) + b"0 g " + marked + form()])


def stamp():
    """A red ring, the office's name round it, and a line of text across it."""
    x, y, radius, out = 400, 620, 50, b"1 0 0 RG 1.5 w 1 0 0 rg\n"
    k = 0.5523 * radius
    out += b"%g %g m %g %g %g %g %g %g c %g %g %g %g %g %g c %g %g %g %g %g %g c %g %g %g %g %g %g c s\n" % (
        x + radius, y, x + radius, y + k, x + k, y + radius, x, y + radius, x - k, y + radius, x - radius, y + k, x - radius, y,
        x - radius, y - k, x - k, y - radius, x, y - radius, x + k, y - radius, x + radius, y - k, x + radius, y)
    name = "云溪县水务局财务科"
    for i, character in enumerate(name):
        angle = math.radians(210 - i * 240 / (len(name) - 1))
        turn = angle - math.pi / 2
        left, base = x + 36 * math.cos(angle) - 5 * math.cos(turn), y + 36 * math.sin(angle) - 5 * math.sin(turn)
        out += b"BT /F1 10 Tf %.3f %.3f %.3f %.3f %.2f %.2f Tm <%s> Tj ET\n" % (
            math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), left, base, character.encode("gbk").hex().encode())
    return document([form() + out + show("预算专用章", x - 22, HEIGHT - y + 20, 9)])


def cut_header():
    """The page's end cuts the row of the header, whose labels stand in two lines."""
    first = ROWS[:6] + [[("绩效", 1, 1), ("一级", 1, 1), ("二级指标", 1, 1), ("三级指标", 1, 1), ("年度", 1, 1), ("实际", 1, 1), ("分值", 1, 1), ("得分", 1, 1)]]
    rest = [[("指标", 1, 5), ("指标", 1, 1), ("", 1, 1), ("", 1, 1), ("指标值", 1, 1), ("完成值", 1, 1), ("", 1, 1), ("", 1, 1)]] + ROWS[7:]
    pages = []
    for number, rows in enumerate((first, rest)):
        cells = lay_out(rows, 80)
        pages.append((title() if number == 0 else b"") + strokes(cells) + texts(cells))
    return document(pages)


def cut_cells_of_a_group():
    """The page's end cuts the cells of a project that has several rows, within their texts; the row at the end is whole."""
    def record(lead, *row):
        return [(text, 1, len(lead[1])) for text in lead[0]] + [(text, 1, 1) for text in row]
    head = [[(text, 1, 1) for text in ("项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值", "分值")]]
    lead = (("云溪县", "96.50", "全年保洁河道八十"), "1")
    first = head + [record(lead, "产出指标", "数量指标", "河道保洁长度", "≥86公里", "40")]
    lead = (("河道保洁", "", "六公里"), "123")
    rest = [record(lead, "", "质量指标", "绿化成活率", "≥95%", "20"),
            [(text, 1, 1) for text in ("效益指标", "社会效益指标", "沿河环境改善程度", "明显改善", "30")],
            [(text, 1, 1) for text in ("满意度指标", "服务对象满意度指标", "居民满意度", "≥88%", "10")]]
    rest[0][3] = ("", 1, 1)
    pages = []
    for number, rows in enumerate((first, rest)):
        cells = lay_out(rows, 80)
        pages.append((title("项目支出绩效目标表") if number == 0 else b"") + strokes(cells) + texts(cells))
    return document(pages)


def light_on_dark():
    """One dark area, and a light one on it for each cell: what is left between them is the table's lines."""
    cells, out = lay_out(ROWS, 80), title()
    x0, y0, x1, y1 = min(c.x0 for c in cells), 80, max(c.x1 for c in cells), max(c.y1 for c in cells)
    out += b"0 g %g %g %g %g re f 1 g\n" % (x0 - 0.5, HEIGHT - y1 - 0.5, x1 - x0 + 1, y1 - y0 + 1)
    for c in cells:
        out += b"%g %g %g %g re f\n" % (c.x0 + 0.5, HEIGHT - c.y1 + 0.5, c.x1 - c.x0 - 1, c.y1 - c.y0 - 1)
    return document([out + b"0 g " + texts(cells)])


def without_lines(parts=(ROWS,), drawn=False):
    """Pages of a table that no line is drawn for, or lines between rows alone."""
    pages = []
    for number, rows in enumerate(parts):
        cells, out = lay_out(rows, 80), b"0.5 w\n"
        for x0, y0, x1, y1 in sides_of(cells) if drawn else ():
            out += b"%g %g m %g %g l S\n" % (x0, HEIGHT - y0, x1, HEIGHT - y1) if y0 == y1 else b""
        pages.append((title() if number == 0 else b"") + out + texts(cells))
    return document(pages)


def lines_of_one_size():
    """Title with its year, and unit below it, in one size, set in far from the left edge."""
    head = b"".join(show(text, 150, 40 + 12 * i) for i, text in enumerate(("项目支出绩效自评表（2031年度）", "单位：万元")))
    cells = lay_out(ROWS, 80)
    return document([head + strokes(cells) + texts(cells)])


def rows_too_low():
    """A sheet whose rows have the height of one line: a text of two lines stands about the middle of its cell, and over its ends."""
    rows = [list(row) for row in ROWS]
    rows[5] = [("全年保洁河道八十六公里，补种岸线绿化三千平方米，沿河居民满意。", 3, 1), ("保洁河道八十六公里，补种岸线绿化三千一百平方米，验收合格。", 4, 1)]
    cells, out = lay_out(rows, 80, 13), title()
    for cell in cells:
        lines = [line for line in wrap(cell.text, cell.x1 - cell.x0 - 6, 9) if line]
        for i, line in enumerate(lines):
            middle = (cell.y0 + cell.y1) / 2 + (i - (len(lines) - 1) / 2) * 14
            out += show(line, cell.x0 + 3, middle + 3.5)
    return document([out + strokes(cells)])


SAMPLES = {
    "pdf_in_an_ink_of_its_own": in_an_ink,
    "pdf_with_lines_that_are_pictures": of_pictures,
    "pdf_with_lines_seen_through_slits": through_slits,
    "pdf_with_a_header_cut_by_the_page": cut_header,
    "pdf_with_cells_of_a_group_cut_by_the_page": cut_cells_of_a_group,
    "pdf_with_light_cells_on_dark_ground": light_on_dark,
    "pdf_with_a_table_without_lines": without_lines,
    "pdf_without_lines_over_two_pages": lambda: without_lines((ROWS[:9], [[("", 1, 2)] + ROWS[9]] + ROWS[10:])),
    "pdf_with_lines_between_rows_alone": lambda: without_lines(drawn=True),
    "pdf_with_title_and_unit_in_one_size": lines_of_one_size,
    "pdf_of_a_sheet_with_rows_too_low": rows_too_low,
    "pdf_with_rows_that_are_one_string": rows_as_strings,
    "pdf_with_a_frame_of_round_corners": round_corners,
    "pdf_with_a_level_watermark": level_watermark,
    "pdf_with_a_stamp_that_is_drawn": stamp,
}


if __name__ == "__main__":
    write_samples(SAMPLES)
