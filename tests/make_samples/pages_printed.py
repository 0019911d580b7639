#!/usr/bin/python3
"""Writes the samples of PDFs that show how printers' programs draw tables and what stands over them. The same bytes on every run.

Usage: tests/make_samples/pages_printed.py [FOLDER]     (default: samples/ beside tests/)
"""
import pathlib
import sys

from pages import HEIGHT, ROOT, ROWS, document, form, lay_out, stream, texts, title

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


SAMPLES = {
    "pdf_in_an_ink_of_its_own": in_an_ink,
    "pdf_with_lines_that_are_pictures": of_pictures,
    "pdf_with_lines_seen_through_slits": through_slits,
}


def main():
    samples = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples"
    for name, make in SAMPLES.items():
        (samples / name).mkdir(parents=True, exist_ok=True)
        (samples / name / "input.pdf").write_bytes(make())


if __name__ == "__main__":
    main()
