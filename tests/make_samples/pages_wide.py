#!/usr/bin/python3
"""Writes the samples of PDFs whose tables are larger than their pages. The same bytes on every run.

Usage: tests/make_samples/pages_wide.py [FOLDER]     (default: samples/ beside tests/)
"""
import pages
from pages import HEIGHT, ROWS, document, lay_out, show, strokes, texts, title, write_samples


def moved(cells, by):
    for cell in cells:
        cell.x0, cell.x1 = cell.x0 + by, cell.x1 + by
    return cells


def cut_by_the_edge():
    """The table begins where the text does and is wider than the paper: its last columns are printed nowhere."""
    cells, right = moved(lay_out(ROWS, 80), 80), 595
    shown = [c for c in cells if c.x1 <= right]
    out = title() + texts(shown) + b"q 0 0 595 842 re W n " + strokes(cells) + b"Q\n"
    return document([out])


def beside():
    """A sheet whose columns go on on a second page, which shows the same rows; texts of merged cells run over the break."""
    cells, out = lay_out(ROWS, 80), []
    for start, end in ((50, 330), (330, 545)):
        page = b"q %g 0 %g 842 re W n 1 0 0 1 %g 0 cm\n" % (50, end - start, 50 - start)
        page += strokes([c for c in cells if c.x1 > start and c.x0 < end]) + texts(cells) + b"Q\n"
        out.append((title() if start == 50 else b"") + page)
    return document(out).replace(b"MediaBox[0 0 595 842]", b"MediaBox[0 0 440 842]")


def header_on_every_page():
    """No line is drawn; the row of labels above the indicators stands at the top of the second page again."""
    out = []
    for number, rows in enumerate((ROWS[:9], [ROWS[6][:1] + ROWS[6][1:]] + ROWS[9:])):
        rows = [list(row) for row in rows]
        if number == 1:
            rows[0][0] = ("绩效指标", 1, 3)
        out.append((title() if number == 0 else b"") + texts(lay_out(rows, 80)))
    return document(out)


def names_cut():
    """A list of projects: the page's end cuts the merged cells of one within their texts, and no half is blank."""
    head = [[(text, 1, 1) for text in ("项目名称", "项目单位", "年度绩效目标", "一级指标", "二级指标", "三级指标", "指标值", "分值")]]
    first = head + [[("河道保洁与岸线", 1, 1), ("云溪县河道管理", 1, 1), ("全年保洁河道八", 1, 1), ("产出指标", 1, 1)]
                    + [(text, 1, 1) for text in ("数量指标", "河道保洁长度", "≥86公里", "40")]]
    first[1][0], first[1][1], first[1][2] = ("河道", 1, 1), ("云溪县河道", 1, 1), ("全年保洁河道", 1, 1)
    rest = [[("保洁", 1, 3), ("管理所", 1, 3), ("八十六公里", 1, 3), ("", 1, 1), ("质量指标", 1, 1), ("绿化成活率", 1, 1), ("≥95%", 1, 1), ("20", 1, 1)],
            [(text, 1, 1) for text in ("效益指标", "社会效益指标", "沿河环境改善程度", "明显改善", "30")],
            [(text, 1, 1) for text in ("满意度指标", "服务对象满意度指标", "居民满意度", "≥88%", "10")]]
    kept, pages.XS = pages.XS, [50, 74, 125, 185, 250, 320, 410, 490, 545]
    out = []
    for number, rows in enumerate((first, rest)):
        cells = lay_out(rows, 80)
        out.append((title("项目支出绩效目标表") if number == 0 else b"") + strokes(cells) + texts(cells)
                   + show("云溪县二〇三一年度部门预算", 230, 40) + show(str(number + 1), 296, 810))
    pages.XS = kept
    return document(out)


SAMPLES = {
    "pdf_table_wider_than_its_page": cut_by_the_edge,
    "pdf_sheet_with_columns_on_a_second_page": beside,
    "pdf_without_lines_with_its_header_on_every_page": header_on_every_page,
    "pdf_list_with_names_cut_by_the_page": names_cut,
}


if __name__ == "__main__":
    write_samples(SAMPLES)
