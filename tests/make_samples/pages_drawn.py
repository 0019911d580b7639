#!/usr/bin/python3
"""Writes the samples of PDFs whose lines show few of the cells or none: what is drawn after what shows the rest. The same bytes on every run.

Usage: tests/make_samples/pages_drawn.py [FOLDER]     (default: samples/ beside tests/)
"""
from pages import HEIGHT, ROWS, document, lay_out, show, strokes, title, width, wrap, write_samples

SIZE, LEADING = 9, 11


def cell(text, across=1, down=1):
    return text, across, down


INDICATORS = [
    [cell("绩效指标", 1, 7)] + ROWS[6][1:],
    [cell("产出指标", 1, 3), cell("数量指标", 1, 2), cell("河道保洁长度"), cell("≥86公里"), cell("86公里"), cell("15"), cell("15")],
    [cell("补种岸线绿化面积和补种后的养护面积"), cell("≥3000平方米"), cell("3100平方米"), cell("10"), cell("10")],
    [cell("质量指标"), cell("绿化成活率"), cell("≥95%"), cell("96%"), cell("25"), cell("25")],
    [cell("效益指标", 1, 2), cell("社会效益指标"), cell("沿河环境改善程度"), cell("明显改善"), cell("明显改善"), cell("20"), cell("20")],
    [cell("可持续影响指标"), cell("管护制度"), cell("健全"), cell("健全"), cell("10"), cell("10")],
    [cell("满意度指标"), cell("服务对象满意度指标"), cell("沿河居民满意度"), cell("≥88%"), cell("90%"), cell("10"), cell("10")],
    ROWS[11],
]
FORM = ROWS[:6] + INDICATORS


def in_the_middle(cells):
    """The lines of each cell one after the other, about its middle."""
    out = b""
    for c in cells:
        lines = [line for line in wrap(c.text, c.x1 - c.x0 - 6, SIZE) if line]
        for i, line in enumerate(lines):
            y = (c.y0 + c.y1) / 2 + (i - (len(lines) - 1) / 2) * LEADING
            out += show(line, (c.x0 + c.x1 - width(line, SIZE)) / 2, y + 3.5, SIZE)
    return out


def across(y, x0, x1):
    return b"%g %g m %g %g l S\n" % (x0, HEIGHT - y, x1, HEIGHT - y)


def page(lines_of=lambda cells: b"", rows=FORM, named=True):
    cells = lay_out(rows, 80)
    return (title() if named else b"") + b"0.5 w\n" + lines_of(cells) + in_the_middle(cells)


def groups(cells):
    """A line above each label of level 1, over the whole table, and at both of its ends."""
    ys = {c.y0 for c in cells if c.text in ("产出指标", "效益指标", "满意度指标", "一级指标", "总分", "项目名称")}
    return b"".join(across(y, 50, 545) for y in sorted(ys | {max(c.y1 for c in cells)}))


def columns(cells):
    return b"".join(b"%g %g m %g %g l S\n" % (x, HEIGHT - c.y0, x, HEIGHT - c.y1) for c in cells for x in (c.x0, c.x1))


def upper(cells):
    return strokes([c for c in cells if c.y1 <= 80 + 30 * 6])


def over_pages():
    """A merged label is cut by the end of the page: its rest has no text."""
    first = ROWS[:6] + [[cell("绩效指标", 1, 3)] + ROWS[6][1:], [cell("产出指标", 1, 2), cell("数量指标", 1, 2)] + INDICATORS[1][2:], INDICATORS[2]]
    rest = [[cell("", 1, 4), cell("", 1, 1)] + INDICATORS[3]] + INDICATORS[4:]
    return document([page(rows=first), page(rows=rest, named=False)])


SAMPLES = {
    "pdf_drawn_cell_by_cell_without_lines": lambda: document([page()]),
    "pdf_drawn_cell_by_cell_over_two_pages": over_pages,
    "pdf_with_lines_between_groups_alone": lambda: document([page(groups)]),
    "pdf_with_lines_between_columns_alone": lambda: document([page(columns)]),
    "pdf_with_lines_around_its_upper_rows_alone": lambda: document([page(upper)]),
}

if __name__ == "__main__":
    write_samples(SAMPLES)
