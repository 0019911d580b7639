"""The same form as a web page, and as text whose merged cells are blanks or left out."""

import html


def grid_of(form):
    """Rows of (cell, column); a cell that lies over others stands in its first place alone."""
    rows, covered = [], set()
    for y, cells in enumerate(form.rows):
        x, row = 0, []
        for cell in cells:
            while (y, x) in covered:
                x += 1
            row.append((cell, x))
            covered.update((y + down, x + right) for down in range(cell.rows) for right in range(cell.columns))
            x += cell.columns
        rows.append(row)
    return rows


def to_html(form):
    out = ["<p>%s</p>" % html.escape(line) for line in (form.title, *form.lines)] + ["<table border='1'>"]
    for row in form.rows:
        cells = ["<td colspan='%d' rowspan='%d'>%s</td>" % (c.columns, c.rows, html.escape(c.text)) for c in row]
        out.append("<tr>%s</tr>" % "".join(cells))
    return "\n".join(out + ["</table>"])


def to_tabs(form):
    out = [form.title, *form.lines]
    for row in grid_of(form):
        cells = [""] * form.width
        for cell, x in row:
            cells[x] = cell.text
        out.append("\t".join(cells))
    return "\n".join(out)


def to_tabs_without_covered_cells(form):
    return "\n".join([form.title, *form.lines, *("\t".join(cell.text for cell in row) for row in form.rows)])


CARRIERS = {"html": to_html, "tsv": to_tabs, "left_out.tsv": to_tabs_without_covered_cells}
