#!/usr/bin/python3
"""Writes samples/ with marks that other programs leave in texts or draw over them: notation of notes and pages, lines that a style or a
page draws through a text, layers that are off, values of a language, headings of a sheet. The same bytes on every run.

Usage: tests/make_samples/quirks_of_marks.py [FOLDER]     (default: samples/ beside tests/)
"""
import pathlib
import sys

import ofd
import ofd_writer
import pages
import pages_seen
from seen import Samples, as_csv, as_pipes, as_tabs, matrix, rows
from quirks_of_words import T6, T95, put

STRUCK, HIDDEN, SAME = "struck text", "hidden text", "characters that look the same, or like nothing"
OFFICE, UNIT, TARGET, GOAL = "梅坞区水库管理所", "芦湾县湿地管理站", "≥1200.00(亩)", "管护湿地，保护越冬候鸟。"
OLD = "≥900.00(亩)"


def in_texts(samples):
    put(samples, "marks_of_other_notations_in_csv", "csv", as_csv(matrix(rows(
        unit=f"[b]{UNIT}[/b]", target=f"~~{OLD}~~{TARGET}", goal="[s]管护芦苇。[/s]<![CDATA[管护湿地，]]>保护越冬候鸟。{.mark}"))), STRUCK,
        "Notes and pages were saved with their marks: BBCode, waves, CDATA and attributes. What they strike does not count.")
    put(samples, "waves_that_strike_in_markdown", "md", as_pipes(matrix(rows(
        unit=f"~芦湾县林场~{UNIT}", target=f"{TARGET}[^2]", goal="管护湿地5~10处，保护越冬候鸟。"))), STRUCK,
        "A single wave strikes as two do; between numbers it is a range. The note to a target stands nowhere.")
    put(samples, "values_of_python_in_csv", "csv", as_csv(matrix(rows(unit=f"np.str_('{UNIT}')", amount="np.float64(86000.0)"))).replace(
        "2026-03-01", '"datetime.date(2026, 3, 1)"'), "csv as people save it",
        "Values were written as a program names them, with their types.")
    put(samples, "spaced_digits_of_formulas_in_markdown", "md", as_pipes(matrix(rows(target="$\\geq 1 2 0 0 . 0 0$ (亩)", amount="$8 6 { , } 0 0 0 . 0 0$"))),
        "formulas of LaTeX", "A recogniser of pages sets each digit of a formula by itself; on the page they stand together.")
    put(samples, "readings_blanks_and_objects_in_tabs", "txt", as_tabs(matrix(rows(
        unit="\ufff9芦\ufffaLu\ufffb湾县湿地管理站", target="≥\u0661\u0662\u0660\u0660.\u0660\u0660(亩)", goal="管护湿地，保护越冬候鸟\ufffc。"))).replace(
        "特定目标类", "\u3164"), SAME,
        "A reading within marks of its own, Arabic digits, a letter that is blank, and the mark of an object that was left behind: its cell says "
        "that something is not read.")
    headed = [[""] + [chr(ord("A") + i) for i in range(6)]] + [[str(i), *line] for i, line in enumerate(matrix(rows()), 1)]
    put(samples, "sheet_with_its_headings_in_csv", "csv", as_csv(headed), "numbers as programs write them",
        "A sheet was saved with its headings, letters above the columns and numbers before the rows.")


def written_out(samples):
    name = "markdown_with_its_line_ends_written_out"
    text = as_pipes(matrix(rows())).replace("\n", "\\n").replace("管护湿地，", '\\"管护\\"湿地，')
    put(samples, name, "md", text + "\n", "", "")
    (samples.folder / name / "why.md").write_text(
        "A string of a program was saved as it stood there: its line ends are written as \\n, all on one line.\n", encoding="utf-8")


def headed_page():
    """A sheet as Google's web pages have it: a head of letters, a number before each row."""
    lines = pages_seen.page({}).split("<tr>")
    letters = "".join(f"<th>{chr(ord('A') + i)}</th>" for i in range(6))
    head, title = lines[0].split("<p>", 1)
    table = f'<table border=1><tr><th></th>{letters}</tr>'
    titles = [part.split("</p>")[0] for part in ("<p>" + title).split("<p>")[1:]]
    above = "".join(f"<tr><th>{i}</th><td colspan=6>{text}</td></tr>" for i, text in enumerate(titles, 1))
    return head + table + above + "".join(f"<tr><th>{i}</th>{line}" for i, line in enumerate(lines[1:], 3))


def in_pages(samples):
    put(samples, "sheet_with_its_headings_in_a_page", "html", headed_page(), "numbers as programs write them",
        "A sheet on the web, with letters above its columns and numbers before its rows.")
    put(samples, "lines_that_styles_draw_through_a_page", "html", pages_seen.page({
        OFFICE: f"<span class=z>梅坞区水库管理站</span>{OFFICE}",
        T6: '<span style="background: linear-gradient(transparent 48%, #000 48%, #000 52%, transparent 52%)">≥5.00(座)</span>' + T6,
        T95: '<span style="position: relative"><i style="position: absolute; top: 50%; width: 100%; height: 1px; background: #000"></i>≥85.00(%)'
             '</span>' + T95,
    }, ".z { position: relative } .z::after { content: ''; position: absolute; left: 0; right: 0; top: 50%; border-top: 1px solid }"), STRUCK,
        "Styles draw lines through old values without calling them struck: a part behind the text, a background, an empty element over it.")
    put(samples, "sums_and_mixed_colours_in_a_page", "html", pages_seen.page({
        OFFICE: f'{OFFICE}<span style="font-size: calc(1px * 0)">原水库管理站</span>',
        T6: '<span style="color: color-mix(in srgb, white 100%, black)">≥5.00(座)</span>' + T6,
        T95: '<span style="color: light-dark(#fff, #000)">≥85.00(%)</span>' + T95,
        "特定目标类": '特定目标类<a href="#_msocom_1">[批1]</a>',
    }), HIDDEN, "What is not seen is so by a sum, a mixed colour, and a colour of its own for light pages. A comment is not in the file.")


def slanted(target, text, cells):
    cell = pages.cell_with(target, cells)
    x, y = cell.x0 + 3, cell.y0 + 10 + 10.5
    wide, low = pages.width(text, 9), pages.HEIGHT - y
    return pages.show(text, x, y), x, low, wide


def struck_on_paper():
    """Two lines that cross, and a waved one, through old values; a value as curves; a layer that is off; a note on a value."""
    cells = pages.lay_out(pages.ROWS, 80)
    content = pages.title() + pages.strokes(cells) + pages.texts([c for c in cells if c.text != "云溪县河道管理所"])
    old, x, low, wide = slanted("≥86公里", "≥80公里", cells)
    content += old + b"0.5 w %g %g m %g %g l S %g %g m %g %g l S\n" % (x, low - 2, x + wide, low + 7, x, low + 7, x + wide, low - 2)
    old, x, low, wide = slanted("≥95%", "≥90%", cells)
    waves = b"".join(b"%g %g l " % (x + i, low + 3 + i % 2) for i in range(1, int(wide) + 1))
    content += old + b"0.3 w %g %g m " % (x, low + 3) + waves + b"S\n"
    drawn = pages.cell_with("云溪县河道管理所", cells)
    for i in range(8):
        left, base = drawn.x0 + 6 + 10 * i, pages.HEIGHT - drawn.y0 - 18
        content += b"%g %g m %g %g %g %g %g %g c h f\n" % (left, base, left + 2, base + 9, left + 6, base + 9, left + 8, base)
    return pages.document([content])


def round_square(x, y, size):
    """A path with round corners, as browsers draw the edge of a check box; `y` is that of its lower side."""
    r, out = 2, b"%g %g m %g %g l " % (x + 2, y, x + size - 2, y)
    for corner, end, to in (((x + size, y), (x + size, y + r), (x + size, y + size - r)),
                            ((x + size, y + size), (x + size - r, y + size), (x + r, y + size)),
                            ((x, y + size), (x, y + size - r), (x, y + r)), ((x, y), (x + r, y), None)):
        out += b"%g %g %g %g %g %g c " % (*corner, *corner, *end)
        out += b"%g %g l " % to if to else b"h "
    return out


def printed_by_a_browser():
    """A choice with drawn boxes, a reading above a name, waves of a pattern through an old target, letters of hardly any ink."""
    cells = pages.lay_out(pages.ROWS, 80)
    unit, target, rate = (pages.cell_with(text, cells) for text in ("云溪县河道管理所", "≥86公里", "≥95%"))
    content = pages.title() + pages.strokes(cells) + pages.texts([c for c in cells if c not in (unit, target, rate)])
    x, y = unit.x0 + 3, unit.y0 + 22
    content += pages.show(unit.text, x, y) + pages.show("yun xi", x, y - 9.5, 4.5)
    old, left, low, wide = slanted(target.text, "≥80公里", cells)
    content += old + b"q /Pattern cs /P1 scn %g %g %g 4 re f Q " % (left, low + 1, wide) + pages.show(target.text, left + wide, target.y0 + 20.5)
    content += pages.show(rate.text, rate.x0 + 3, rate.y0 + 20.5)
    content += b"q 0.98 g " + pages.show("去年九十", rate.x0 + 3 + pages.width(rate.text, 9), rate.y0 + 20.5) + b"Q "
    resources = b"/Pattern<</P1 6 0 R>>"
    tile = pages.stream(b"0 0 m 2 2 l S", b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 4 4]/XStep 4/YStep 4/Resources<<>>")
    return pages.document([content], resources=resources, more=[tile])


def drawn_boxes():
    """Three check boxes as a browser draws them, the first ticked, before the words of a remark."""
    cells = pages.lay_out(pages.ROWS, 80)
    cell = pages.cell_with("明显改善", cells)
    content = pages.title() + pages.strokes(cells) + pages.texts([c for c in cells if c is not cell])
    x, y = cell.x0 + 4, pages.HEIGHT - cell.y0 - 20
    content += b"q 0 0.46 1 rg " + round_square(x, y, 10) + b"f 1 G 2 w %g %g m %g %g l %g %g l S Q " % (x + 2, y + 5, x + 4, y + 2, x + 8, y + 8)
    content += pages.show("改善", x + 12, cell.y0 + 20)
    content += b"q 0.5 g " + round_square(x, y - 14, 10) + b"f 1 g " + round_square(x + 1, y - 13, 8) + b"f Q " + pages.show("未变", x + 12, cell.y0 + 34)
    return pages.document([content])


def covered_in_ofd():
    """An old value below a white area, on which the new one stands."""
    page, cell = ofd.others("≥86公里")
    page.text("≥80公里", cell.x0 + 1, cell.y0 + 4, ofd.SIZE)
    page.add("PathObject", (cell.x0 + 0.5, cell.y0 + 0.5, 20, 5), '<ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 5 L 0 5 C'
             "</ofd:AbbreviatedData>", ' Fill="true" Stroke="false"')
    page.text("≥86公里", cell.x0 + 1, cell.y0 + 4, ofd.SIZE)
    return ofd_writer.package([page])


def on_paper(samples):
    put(samples, "pdf_with_slanted_strokes_and_a_drawn_value", "pdf", struck_on_paper(), "struck text; pictures in cells",
        "Two lines that cross strike an old target, and a waved line another one. An office was printed as curves: no text is in its cell, which "
        "is told.")
    put(samples, "pdf_printed_by_a_browser", "pdf", printed_by_a_browser(), "struck text; hidden text",
        "A browser prints a reading above a name, fills waves through an old target by a pattern, and letters that are hardly there.")
    put(samples, "pdf_with_drawn_check_boxes", "pdf", drawn_boxes(), "check boxes",
        "Check boxes are drawn as squares with round corners, one with a tick: they have no characters, and are read as the signs that they are.")
    put(samples, "ofd_with_a_value_painted_over", "ofd", covered_in_ofd(), HIDDEN,
        "A white area hides an old target, and the new one was written on it. What is below is not seen.")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")
    for write in (in_texts, in_pages, on_paper, written_out):
        write(samples)


if __name__ == "__main__":
    main()
