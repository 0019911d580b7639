#!/usr/bin/python3
"""Writes the samples of PDFs, as the programs write them that print such forms. The same bytes on every run.

Usage: tests/make_samples/pages.py [FOLDER]     (default: samples/ beside tests/)
The one with a password needs qpdf.
"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEIGHT = 842
XS = [50, 90, 150, 230, 330, 400, 460, 500, 545]
TITLE = "项目支出绩效自评表"
ROWS = [
    [("项目名称", 2, 1), ("河道保洁与岸线绿化养护项目", 6, 1)],
    [("主管部门", 2, 1), ("云溪县水务局", 2, 1), ("实施单位", 1, 1), ("云溪县河道管理所", 3, 1)],
    [("项目资金（万元）", 2, 2), ("", 1, 1), ("年初预算数", 1, 1), ("全年预算数", 1, 1), ("全年执行数", 1, 1), ("分值", 1, 1), ("得分", 1, 1)],
    [("年度资金总额", 1, 1), ("96.50", 1, 1), ("92.00", 1, 1), ("92.00", 1, 1), ("10", 1, 1), ("10", 1, 1)],
    [("年度总体目标", 1, 2), ("预期目标", 3, 1), ("实际完成情况", 4, 1)],
    [("全年保洁河道八十六公里，补种岸线绿化三千平方米，沿河居民满意。", 3, 1),
     ("保洁河道八十六公里，补种岸线绿化三千一百平方米。", 4, 1)],
    [("绩效指标", 1, 5), ("一级指标", 1, 1), ("二级指标", 1, 1), ("三级指标", 1, 1), ("年度指标值", 1, 1), ("实际完成值", 1, 1), ("分值", 1, 1), ("得分", 1, 1)],
    [("产出指标", 1, 2), ("数量指标", 1, 1), ("河道保洁长度", 1, 1), ("≥86公里", 1, 1), ("86公里", 1, 1), ("25", 1, 1), ("25", 1, 1)],
    [("质量指标", 1, 1), ("绿化成活率", 1, 1), ("≥95%", 1, 1), ("96%", 1, 1), ("25", 1, 1), ("25", 1, 1)],
    [("效益指标", 1, 1), ("社会效益指标", 1, 1), ("沿河环境改善程度", 1, 1), ("明显改善", 1, 1), ("明显改善", 1, 1), ("30", 1, 1), ("30", 1, 1)],
    [("满意度指标", 1, 1), ("服务对象满意度指标", 1, 1), ("沿河居民满意度", 1, 1), ("≥88%", 1, 1), ("90%", 1, 1), ("10", 1, 1), ("10", 1, 1)],
    [("总分", 6, 1), ("100", 1, 1), ("100", 1, 1)],
]
LONG_GOAL = ("全年保洁河道八十六公里，每周两次打捞水面漂浮物，并巡", "查排口；补种岸线绿化三千平方米，成活率达到规定的标准。")


def body(objects, root=1, startxref=None):
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, root, table if startxref is None else startxref)


def stream(data, entries=b""):
    return b"<<" + entries + b"/Length %d>>\nstream\n" % len(data) + data + b"\nendstream"


def descriptor(name):
    return b"<</Type/FontDescriptor/FontName/" + name + b"/Flags 4/ItalicAngle 0/Ascent 859/Descent -141/StemV 80>>"


def composite(name, encoding, ordering):
    """A font whose file is not there: its codes are those of a CMap known by name."""
    return [b"<</Type/Font/Subtype/Type0/BaseFont/" + name + b"/Encoding/" + encoding + b"/DescendantFonts[4 0 R]>>",
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name + b"/CIDSystemInfo<</Registry(Adobe)/Ordering(" + ordering +
            b")/Supplement 0>>/DW 1000/W[814 907 500 7716 7716 500]/FontDescriptor 5 0 R>>", descriptor(name)]


GBK = composite(b"SimSun", b"GBK-EUC-H", b"GB1")
UNTOLD = composite(b"ABCDEF+FangSong", b"Identity-H", b"Identity")


def document(pages, font=GBK, resources=b"", more=(), entries=b"", startxref=None):
    """`entries` are those of a page's stream; `more` objects come behind the font's."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""] + list(font) + list(more)
    kids = []
    for content in pages:
        objects.append(stream(content, entries if content is pages[-1] else b""))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<" % len(objects)
                       + (b"" if b"/Font" in resources else b"/Font<</F1 3 0 R>>") + resources + b">>>>")
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[" + b" ".join(kids) + b"]/Count %d>>" % len(pages)
    return body(objects, startxref=startxref)


class Cell:
    def __init__(self, text, x0, y0, x1, y1):
        self.text, self.x0, self.y0, self.x1, self.y1 = text, x0, y0, x1, y1


def width(text, size):
    return sum(size if ord(c) > 255 else size / 2 for c in text)


def wrap(text, room, size):
    lines = [""]
    for c in text:
        if width(lines[-1] + c, size) > room and c not in "，；。）":
            lines.append("")
        lines[-1] += c
    return lines


def lay_out(rows, top, height=30):
    taken, cells = set(), []
    for y, row in enumerate(rows):
        x = 0
        for text, across, down in row:
            while (x, y) in taken:
                x += 1
            taken |= {(x + i, y + k) for i in range(across) for k in range(down)}
            cells.append(Cell(text, XS[x], top + y * height, XS[x + across], top + (y + down) * height))
            x += across
    return cells


def show(text, x, y, size=9, encoding="gbk"):
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (size, x, HEIGHT - y, text.encode(encoding).hex().encode())


def texts(cells, encoding="gbk"):
    return b"".join(show(line, cell.x0 + 3, cell.y0 + 10 + 10.5 * i, encoding=encoding)
                    for cell in cells for i, line in enumerate(wrap(cell.text, cell.x1 - cell.x0 - 6, 9)) if line)


def strokes(cells):
    return b"0.5 w\n" + b"".join(b"%g %g %g %g re S\n" % (c.x0, HEIGHT - c.y1, c.x1 - c.x0, c.y1 - c.y0) for c in cells)


def title(text=TITLE, y=60, encoding="gbk"):
    return show(text, 298 - width(text, 16) / 2, y, 16, encoding)


def form(encoding="gbk", rows=ROWS):
    cells = lay_out(rows, 80)
    return title(encoding=encoding) + strokes(cells) + texts(cells, encoding)


def by_word():
    """A rectangle half a point thin for each side of each cell, and a square for each corner."""
    cells, thin, out = lay_out(ROWS, 80), 0.48, title()
    for c in cells:
        for x0, y0, x1, y1 in ((c.x0, c.y0, c.x0 + thin, c.y0 + thin), (c.x0 + thin, c.y0, c.x1, c.y0 + thin),
                               (c.x0, c.y0 + thin, c.x0 + thin, c.y1), (c.x1, c.y0, c.x1 + thin, c.y1),
                               (c.x0, c.y1, c.x1 + thin, c.y1 + thin)):
            out += b"%g %g %g %g re f*\n" % (x0, HEIGHT - y1, x1 - x0, y1 - y0)
    return document([out + texts(cells)])


def by_wps():
    """Everything upside down in a matrix that turns it round again."""
    cells, out = lay_out(ROWS, 80), b"q 1 0 0 -1 0 842 cm 0.48 w\n"
    for c in cells:
        out += b"%g %g m %g %g l S %g %g m %g %g l S\n" % (c.x0, c.y0, c.x1, c.y0, c.x0, c.y0, c.x0, c.y1)
        out += b"%g %g m %g %g l S %g %g m %g %g l S\n" % (c.x0, c.y1, c.x1, c.y1, c.x1, c.y0, c.x1, c.y1)
    upright = (title() + texts(cells)).replace(b" 1 0 0 1 ", b" 1 0 0 -1 ")
    lines = []
    for line in upright.splitlines():
        parts = line.split()
        parts[9] = b"%g" % (HEIGHT - float(parts[9]))
        lines.append(b" ".join(parts))
    return document([out + b"\n".join(lines) + b"\nQ"])


def over_two_pages():
    """The goal's row is cut by the page's end, and the header of the table comes again."""
    head = [[("绩效自评表", 8, 1)]]
    first = head + ROWS[:5] + [[(LONG_GOAL[0], 3, 1), ("保洁河道八十六公里。", 4, 1)]]
    rest = head + [[("", 1, 1), (LONG_GOAL[1], 3, 1), ("", 4, 1)]] + ROWS[6:]
    pages = []
    for number, rows in enumerate((first, rest), 1):
        cells = lay_out(rows, 80)
        pages.append(show("云溪县二〇三一年度部门决算", 230, 40) + strokes(cells) + texts(cells) + show(str(number), 296, 810))
    return document(pages)


def left_open():
    cells = lay_out(ROWS[:9], 80)
    last = max(c.y1 for c in cells)
    out = title() + texts(cells) + b"0.5 w\n"
    for c in cells:
        out += b"%g %g m %g %g l S\n" % (c.x0, HEIGHT - c.y0, c.x1, HEIGHT - c.y0)
    for x in {c.x0 for c in cells} | {c.x1 for c in cells}:
        for c in cells:
            if x in (c.x0, c.x1):
                out += b"%g %g m %g %g l S\n" % (x, HEIGHT - c.y0, x, HEIGHT - c.y1 - (15 if c.y1 == last else 0))
    return document([out])


def printed_sideways():
    """A wide table on an upright page: all that is drawn is turned, and the page says nothing of it."""
    return document([b"q 0 -1 1 0 -282 800 cm\n" + form() + b"Q"])


def beside_each_other():
    """Two forms on a sheet, each with a title of its own over it."""
    other = [[(text.replace("云溪县", "柳川县").replace("河道保洁与岸线绿化养护", "水库清淤与坝坡加固"), *spans) for text, *spans in row] for row in ROWS]
    cells = lay_out(other, 80)
    right = title("项目支出绩效目标自评表") + strokes(cells) + texts(cells)
    return document([b"q 0.52 0 0 0.52 0 380 cm\n" + form() + b"Q q 0.52 0 0 0.52 285 380 cm\n" + right + b"Q"])


def spread_over_cells():
    """Texts of one line are spread over the width of their cells, as "distributed" sets them."""
    cells, out = lay_out(ROWS, 80), title()
    for cell in cells:
        room = cell.x1 - cell.x0 - 6
        if len(cell.text) > 4 and width(cell.text, 9) < room and not cell.text[0].isdigit():
            spacing = (room - width(cell.text, 9)) / (len(cell.text) - 1)
            out += b"%g Tc " % spacing + show(cell.text, cell.x0 + 3, cell.y0 + 10) + b"0 Tc\n"
        else:
            out += texts([cell])
    return document([out + strokes(cells)])


PICTURE = stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
WITH_PICTURE = {"resources": b"/XObject<</Im1 6 0 R>>", "more": [PICTURE]}
SCAN = b"q 595 0 0 842 0 0 cm /Im1 Do Q\n"


def cell_with(text, cells):
    return next(c for c in cells if c.text == text)


def struck_and_white():
    """An old value crossed out above the new one, a note in white, white letters on a dark cell, a raised mark of a note."""
    cells = lay_out(ROWS, 80)
    old, noted, dark, marked = (cell_with(text, cells) for text in ("≥86公里", "≥95%", "项目名称", "云溪县河道管理所"))
    middle = HEIGHT - (old.y0 + 10 + 10.5 - 9 * 0.3)
    content = title() + strokes(cells) + texts([c for c in cells if c is not dark])
    content += show("≥80公里", old.x0 + 3, old.y0 + 10 + 10.5)
    content += b"0.4 w %g %g m %g %g l S\n" % (old.x0 + 3, middle, old.x0 + 3 + width("≥80公里", 9), middle)
    content += b"1 g " + show("去年九十", noted.x0 + 3, noted.y0 + 10 + 10.5)
    content += b"0.2 g %g %g %g %g re f 1 g " % (dark.x0, HEIGHT - dark.y1, dark.x1 - dark.x0, dark.y1 - dark.y0)
    content += texts([dark]) + b"0 g "
    return document([content + show("1", marked.x0 + 3 + width(marked.text, 9), marked.y0 + 7, 5)])


def others(*left_out):
    cells = lay_out(ROWS, 80)
    return [c for c in cells if c.text not in left_out]


def with_a_picture_in_a_cell():
    """The goal that was reached is a picture; so is a seal, which lies over the lines."""
    goal = ROWS[5][1][0]
    cell = cell_with(goal, lay_out(ROWS, 80))
    content = title() + strokes(lay_out(ROWS, 80)) + texts(others(goal))
    content += b"q 150 0 0 20 %g %g cm /Im1 Do Q\n" % (cell.x0 + 5, HEIGHT - cell.y1 + 5)
    return document([content + b"q 90 0 0 90 360 360 cm /Im1 Do Q\n"], **WITH_PICTURE)


def with_a_font_of_signs():
    """The comparator of a target is the code 0xB3 of the font Symbol, which every program has."""
    cell = cell_with("≥86公里", lay_out(ROWS, 80))
    content = title() + strokes(lay_out(ROWS, 80)) + texts(others("≥86公里"))
    content += b"BT /F2 9 Tf 1 0 0 1 %g %g Tm <b3> Tj ET\n" % (cell.x0 + 3, HEIGHT - cell.y0 - 10)
    content += show("86公里", cell.x0 + 9, cell.y0 + 10)
    symbol = b"<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"
    return document([content], resources=b"/Font<</F1 3 0 R/F2 6 0 R>>", more=[symbol])


INNER = [[("一季度", 1, 1), ("二十公里", 1, 1)], [("全年", 1, 1), ("八十六公里", 1, 1)]]


def inner_cells(cell, height):
    """Those of a small table in the lower part of a cell."""
    x, y, width_of = cell.x0 + 6, cell.y1 - 3 - 2 * height, (cell.x1 - cell.x0 - 12) / 2
    return [Cell(text, x + k * width_of, y + i * height, x + (k + 1) * width_of, y + (i + 1) * height)
            for i, row in enumerate(INNER) for k, (text, _, _) in enumerate(row)]


def with_a_table_in_a_cell():
    goal = ROWS[5][1][0]
    rows = [[(text if text != goal else "分季任务：", across, down) for text, across, down in row] for row in ROWS]
    cells = lay_out(rows, 80, 44)
    inner = inner_cells(cell_with("分季任务：", cells), 13)
    return document([title() + strokes(cells + inner) + texts(cells + inner)])


def with_password(folder):
    plain, out = folder / "plain.pdf", folder / "input.pdf"
    plain.write_bytes(document([form()]))
    subprocess.run(["qpdf", "--static-id", "--static-aes-iv", "--encrypt", "secret", "secret", "256", "--", plain, out], check=True)
    plain.unlink()


SAMPLES = {
    "pdf_with_a_picture_in_a_cell": with_a_picture_in_a_cell,
    "pdf_with_a_font_of_signs": with_a_font_of_signs,
    "pdf_with_a_table_in_a_cell": with_a_table_in_a_cell,
    "pdf_with_struck_and_white_text": struck_and_white,
    "pdf_with_a_thin_area_for_each_side_of_a_cell": by_word,
    "pdf_upside_down_with_codes_of_gbk": by_wps,
    "pdf_table_over_two_pages": over_two_pages,
    "pdf_table_that_no_line_closes": left_open,
    "pdf_with_a_table_printed_sideways": printed_sideways,
    "pdf_with_two_tables_beside_each_other": beside_each_other,
    "pdf_with_characters_spread_over_their_cells": spread_over_cells,
    "pdf_whose_table_of_objects_is_elsewhere": lambda: document([form()], startxref=7),
    "pdf_with_a_scanned_page": lambda: document([form(), SCAN], **WITH_PICTURE),
    "pdf_with_text_behind_a_scan": lambda: document([SCAN + b"3 Tr\n" + form()], **WITH_PICTURE),
    "pdf_font_that_does_not_say_its_characters": lambda: document(
        [form(), b"BT /F2 9 Tf 1 0 0 1 60 700 Tm <00310032> Tj ET"],
        resources=b"/Font<</F1 3 0 R/F2 6 0 R>>", more=[o.replace(b"4 0 R", b"7 0 R").replace(b"5 0 R", b"8 0 R") for o in UNTOLD]),
    "pdf_with_a_watermark": lambda: document([form() + b"0.8 g BT /F1 48 Tf 0.7 0.7 -0.7 0.7 180 300 Tm <%s> Tj ET" % "内部资料".encode("gbk").hex().encode()]),
    "pdf_page_packed_in_an_unknown_way": lambda: document([form(), b"\1\2\3"], entries=b"/Filter/NoSuchDecode"),
}


def in_a_circle():
    """A tree of pages that has no leaf: each node is its own grandchild."""
    return body([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                 b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 1>>"])


UNREADABLE = {
    "pdf_whose_pages_are_blank": lambda: document([b"", b"0 0 m"]),
    "pdf_whose_pages_go_in_a_circle": in_a_circle,
}


def write_samples(makers):
    """Writes input.pdf of each sample into the folder that the first argument names, or beside tests/."""
    samples = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples"
    for name, make in makers.items():
        (samples / name).mkdir(parents=True, exist_ok=True)
        (samples / name / "input.pdf").write_bytes(make())


def main():
    write_samples(SAMPLES)
    if len(sys.argv) == 1:
        folder = ROOT / "tests/golden/unreadable/pdf_with_a_password"
        folder.mkdir(exist_ok=True)
        with_password(folder)
        for name, make in UNREADABLE.items():
            (ROOT / "tests/golden/unreadable" / name).mkdir(exist_ok=True)
            (ROOT / "tests/golden/unreadable" / name / "input.pdf").write_bytes(make())


if __name__ == "__main__":
    main()
