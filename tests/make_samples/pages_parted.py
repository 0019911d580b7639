#!/usr/bin/python3
"""Writes the samples of PDFs whose pages show two pages, or a part of a table or of its texts. The same bytes on every run.

Usage: tests/make_samples/pages_parted.py [FOLDER]     (default: samples/ beside tests/)
"""
from pages import HEIGHT, ROWS, TITLE, composite, document, lay_out, show, stream, strokes, texts, title, width, wrap, write_samples
from pages_printed import sides_of, without_lines


def line(x0, y0, x1, y1):
    return b"%g %g m %g %g l S\n" % (x0, HEIGHT - y0, x1, HEIGHT - y1)


def form(rows, named=True):
    cells = lay_out(rows, 80)
    return (title() if named else b"") + strokes(cells) + texts(cells)


def two_pages_on_a_sheet():
    """A sheet across shows two pages, smaller: the table goes on from the left one to the right one."""
    rest = [[("", 1, 3), ("", 1, 1)] + ROWS[8]] + ROWS[9:]
    sheet = b"q 0.7 0 0 0.7 0 5 cm\n" + form(ROWS[:8]) + b"Q q 0.7 0 0 0.7 420 5 cm\n" + form(rest, False) + b"Q"
    sheet += show("1", 418, 832)
    return document([sheet]).replace(b"MediaBox[0 0 595 842]", b"MediaBox[0 0 842 595]")


def row_lines_over_two_pages():
    """Lines between rows alone; on the second page they begin behind the label that is merged over the break."""
    first = ROWS[:6] + [[("绩效指标", 1, 3)] + ROWS[6][1:]] + ROWS[7:9]
    return without_lines((first, [[("", 1, 2)] + ROWS[9]] + ROWS[10:]), drawn=True)


def watermark_by_characters():
    out = b"0.85 g " + b"".join(show(c, 90 + 62 * i, 330, 60) for i, c in enumerate("内部资料"))
    return document([out + b"0 g " + form(ROWS)])


def clipped_in_low_rows():
    """A sheet whose rows have the height of one line; what is beyond its cell is let through of no text."""
    rows = [list(row) for row in ROWS]
    rows[5] = [("全年保洁河道八十六公里，补种岸线绿化三千平方米，沿河居民满意。", 3, 1),
               ("保洁河道八十六公里，补种岸线绿化三千一百平方米，验收合格，居民满意，岸线整洁，通水畅通，四季常绿。", 4, 1)]
    cells, out = lay_out(rows, 80, 13), title()
    for cell in cells:
        lines = [text for text in wrap(cell.text, cell.x1 - cell.x0 - 6, 9) if text]
        out += b"q %g %g %g %g re W n\n" % (cell.x0, HEIGHT - cell.y1, cell.x1 - cell.x0, cell.y1 - cell.y0)
        for i, text in enumerate(lines):
            out += show(text, cell.x0 + 3, (cell.y0 + cell.y1) / 2 + (i - (len(lines) - 1) / 2) * 11 + 3.5)
        out += b"Q\n"
    return document([out + strokes(cells)])


def underlined():
    cells, out = lay_out(ROWS, 80), title() + b"0.5 w\n"
    for cell in cells:
        for i, text in enumerate(wrap(cell.text, cell.x1 - cell.x0 - 6, 9)):
            y = cell.y0 + 10 + 10.5 * i + 1.2
            out += line(cell.x0 + 3, y, cell.x0 + 3 + width(text, 9), y) if text else b""
    return document([out + strokes(cells) + texts(cells)])


def label_beside_all_rows():
    """The label beside the rows is merged over three pages, and so is a group over two: no line ends them on a page."""
    parts = ([ROWS[0], ROWS[1], [("绩效指标", 1, 3)] + ROWS[6][1:],
              [("产出指标", 1, 2), ("数量指标", 1, 2)] + ROWS[7][2:],
              [(text, 1, 1) for text in ("巡查次数", "≥52次", "52次", "5", "5")]],
             [[("", 1, 2), ("", 1, 2), ("", 1, 2)] + [(text, 1, 1) for text in ("打捞漂浮物次数", "≥90次", "96次", "5", "5")],
              [(text, 1, 1) for text in ("排口检查次数", "≥12次", "12次", "5", "5")]],
             [[("", 1, 3), ("", 1, 1), ("质量指标", 1, 1)] + [(text, 1, 1) for text in ("绿化成活率", "≥95%", "96%", "10", "10")]]
             + ROWS[9:])
    pages = []
    for number, rows in enumerate(parts):
        cells, out = lay_out(rows, 80), title() if number == 0 else b""
        top, bottom = min(c.y0 for c in cells), max(c.y1 for c in cells)
        for x0, y0, x1, y1 in sides_of(cells):
            merged = y0 == y1 and x1 <= 230 and ((y0 == top and number > 0) or (y0 == bottom and number < 2))
            out += b"" if merged else line(x0, y0, x1, y1)
        pages.append(b"0.5 w\n" + out + texts(cells))
    return document(pages)


def header_of_two_rows_cut():
    """The page's end cuts the labels that reach over both rows of the header."""
    first = ROWS[:6] + [[("绩", 1, 1), ("一级", 1, 1), ("二级", 1, 1), ("三级指", 1, 1), ("年度", 1, 1), ("实际", 1, 1), ("评分", 2, 1)]]
    rest = [[("效指标", 1, 5), ("指标", 1, 1), ("指标", 1, 1), ("标", 1, 1), ("指标值", 1, 1), ("完成值", 1, 1), ("分值", 1, 1), ("得分", 1, 1)]]
    return document([form(first), form(rest + ROWS[7:], False)])


def sheet_in_the_middle():
    """A sheet that is printed in the middle of its pages; its columns go on on a second one."""
    cells, out = lay_out(ROWS, 80), []
    for start, end in ((50, 400), (400, 545)):
        left = (440 - (end - start)) / 2
        page = b"q %g 0 %g 842 re W n 1 0 0 1 %g 0 cm\n" % (left, end - start, left - start)
        page += strokes([c for c in cells if c.x1 > start and c.x0 < end]) + texts(cells) + b"Q\n"
        out.append((title() if start == 50 else b"") + page)
    return document(out).replace(b"MediaBox[0 0 595 842]", b"MediaBox[0 0 440 842]")


def characters_left_untold():
    """The font's own table leaves one character out, which stands in a label."""
    told = sorted({c for row in ROWS for text, _, _ in row for c in text} | set("项目支出绩效自评表"))
    told.remove("满")
    pairs = "".join("<%04X><%04X>\n" % (ord(c), ord(c)) for c in told)
    cmap = "begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange %d beginbfchar\n%sendbfchar endcmap" % (len(told), pairs)
    font = composite(b"ABCDEF+SimSun", b"Identity-H", b"Identity")
    font[0] = font[0][:-2] + b"/ToUnicode 6 0 R>>"
    cells = lay_out(ROWS, 80)
    content = title(encoding="utf-16-be") + strokes(cells) + texts(cells, "utf-16-be")
    return document([content], font=font, more=[stream(cmap.encode())])


def small_titles():
    """A form on each page: the title at its top is no larger than the text, and the same on both."""
    pages = []
    for name in ("河道保洁与岸线绿化养护项目", "堤防巡查与隐患整治项目"):
        cells = lay_out([[("项目名称", 2, 1), (name, 6, 1)]] + ROWS[1:], 80)
        pages.append(show(TITLE, 250, 50) + strokes(cells) + texts(cells))
    return document(pages)


HEADER = [("一级指标", 2, 1), ("二级指标", 1, 1), ("三级指标", 1, 1), ("年度指标值", 1, 1), ("实际完成值", 1, 1), ("分值", 1, 1), ("得分", 1, 1)]


def row(level1, level2, name, target, actual, points):
    return [(level1, 2, 1), (level2, 1, 1), (name, 1, 1), (target, 1, 1), (actual, 1, 1), (points, 1, 1), (points, 1, 1)]


def boxes_around_rows():
    """A box around each row, and no line between columns; the break of the page leaves one row of the table on the second page."""
    first = ROWS[:2] + [HEADER, row("产出指标", "数量指标", "河道保洁长度", "≥86公里", "86公里", "25"),
                        row("", "质量指标", "绿化成活率", "≥95%", "96%", "25"),
                        row("效益指标", "社会效益指标", "沿河环境改善程度", "明显改善", "明显改善", "30")]
    second = [row("满意度指标", "服务对象满意度指标", "沿河居民满意度", "≥88%", "90%", "10")]
    pages = []
    for rows in (first, second):
        cells = lay_out(rows, 80)
        tops = sorted({c.y0 for c in cells})
        boxes = b"0.5 w\n" + b"".join(b"50 %g 495 30 re S\n" % (HEIGHT - y - 30) for y in tops)
        pages.append((title() if rows is first else b"") + boxes + texts(cells))
    return document(pages)


def header_within_the_table():
    """The header of the indicators stands within the table, and again at the top of the next page."""
    first = ROWS[:6] + [HEADER, row("产出指标", "数量指标", "河道保洁长度", "≥86公里", "86公里", "25"),
                        row("", "时效指标", "项目完工时间", "11月底前", "10月底", "25")]
    second = [HEADER, row("效益指标", "社会效益指标", "沿河环境改善程度", "明显改善", "明显改善", "30"),
              row("满意度指标", "服务对象满意度指标", "沿河居民满意度", "≥88%", "90%", "10")]
    return document([form(first), form(second, False)])


SAMPLES = {
    "pdf_of_two_forms_with_small_titles": small_titles,
    "pdf_with_a_header_within_its_table_again": header_within_the_table,
    "pdf_with_a_row_in_a_box_on_the_next_page": boxes_around_rows,
    "pdf_of_two_pages_on_a_sheet": two_pages_on_a_sheet,
    "pdf_with_lines_between_rows_over_two_pages": row_lines_over_two_pages,
    "pdf_with_a_watermark_of_single_characters": watermark_by_characters,
    "pdf_of_a_sheet_that_clips_its_texts": clipped_in_low_rows,
    "pdf_with_underlined_texts": underlined,
    "pdf_with_a_label_beside_the_rows_of_three_pages": label_beside_all_rows,
    "pdf_with_a_header_of_two_rows_cut_by_the_page": header_of_two_rows_cut,
    "pdf_sheet_in_the_middle_of_its_pages": sheet_in_the_middle,
    "pdf_font_that_leaves_out_a_character_of_a_label": characters_left_untold,
}


if __name__ == "__main__":
    write_samples(SAMPLES)
