#!/usr/bin/python3
"""Writes the samples of PDFs that somebody filled in: fields and notes, with and without a look of their own. The same bytes on every run.

Usage: tests/make_samples/pages_filled.py [FOLDER]     (default: samples/ beside tests/)
"""
from pages import GBK, HEIGHT, ROWS, body, lay_out, show, stream, strokes, texts, title, write_samples

VALUES = ("河道保洁与岸线绿化养护项目", "云溪县水务局", "云溪县河道管理所", "96.50", "92.00", "≥86公里", "86公里")
DINGBATS = b"<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"


def file_with(content, more, annotations, catalog=b""):
    objects = [b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>", b""] + list(GBK) + list(more) + [stream(content)]
    count = len(objects)
    objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Annots[%s]/Resources<</Font<</F1 3 0 R>>>>>>"
                   % (count, b" ".join(annotations)))
    objects[1] = b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % len(objects)
    return body(objects)


def string(text):
    return b"<feff" + text.encode("utf-16-be").hex().encode() + b">"


def said_by(kind, catalog):
    """The values are said by annotations that have no appearance; programs that show the page set them."""
    cells = lay_out(ROWS, 80)
    filled = [c for c in cells if c.text in VALUES]
    content = title() + strokes(cells) + texts([c for c in cells if c not in filled])
    more = [b"<</Type/Annot" + kind(number, string(c.text)) + b"/DA(/F1 9 Tf 0 g)/F 4/Rect[%g %g %g %g]>>"
            % (c.x0 + 1, HEIGHT - c.y1 + 1, c.x1 - 1, HEIGHT - c.y0 - 1) for number, c in enumerate(filled)]
    annotations = [b"%d 0 R" % (6 + i) for i in range(len(more))]
    return file_with(content, more, annotations, catalog(annotations))


def fields():
    def kind(number, text):
        return b"/Subtype/Widget/FT/Tx/T(f%d)/V" % number + text
    return said_by(kind, lambda fields: b"/AcroForm<</Fields[" + b" ".join(fields) + b"]/NeedAppearances true>>")


def notes():
    return said_by(lambda number, text: b"/Subtype/FreeText/Contents" + text, lambda fields: b"")


def boxes():
    """Check boxes of a form: what a box shows is a sign of the font ZapfDingbats."""
    cells = lay_out(ROWS, 80)
    content = title() + strokes(cells) + texts(cells)
    for x, text in ((60, "项目属性："), (135, "新增"), (175, "延续")):
        content += show(text, x, 470)
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 12 12]"
    more = [stream(b"q BT /ZaDb 10 Tf 1 1 Td (4) Tj ET Q", form + b"/Resources<</Font<</ZaDb 9 0 R>>>>"), stream(b"", form),
            b"<</Type/Annot/Subtype/Widget/FT/Btn/T(a)/V/Yes/AS/Yes/F 4/Rect[120 370 132 382]/AP<</N<</Yes 6 0 R/Off 7 0 R>>>>>>",
            DINGBATS,
            b"<</Type/Annot/Subtype/Widget/FT/Btn/T(b)/V/Off/AS/Off/F 4/Rect[160 370 172 382]/AP<</N<</Yes 6 0 R/Off 7 0 R>>>>>>"]
    return file_with(content, more, [b"8 0 R", b"10 0 R"], b"/AcroForm<</Fields[8 0 R 10 0 R]>>")


def painted_over():
    """A wrong value was painted over in white and set anew; a pale mark of a reader lies on another one and hides nothing."""
    cells = lay_out(ROWS, 80)
    wrong, marked = (next(c for c in cells if c.text == text) for text in ("≥86公里", "≥95%"))
    content = title() + strokes(cells) + texts([c for c in cells if c is not wrong]) + show("≥80公里", wrong.x0 + 3, wrong.y0 + 10)
    content += b"1 g %g %g 60 13 re f 0 g\n" % (wrong.x0 + 1, HEIGHT - wrong.y0 - 14) + texts([wrong])
    yellow = stream(b"/G gs 1 1 0 rg 0 0 30 12 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 30 12]/Resources<</ExtGState<</G<</BM/Multiply>>>>>>")
    mark = b"<</Type/Annot/Subtype/Highlight/F 4/Rect[%g %g %g %g]/AP<</N 6 0 R>>>>" % (
        marked.x0 + 2, HEIGHT - marked.y0 - 13, marked.x0 + 32, HEIGHT - marked.y0 - 1)
    return file_with(content, [yellow, mark], [b"7 0 R"])


SAMPLES = {
    "pdf_with_a_value_painted_over": painted_over,
    "pdf_with_fields_that_have_no_look": fields,
    "pdf_with_notes_that_have_no_look": notes,
    "pdf_with_check_boxes_of_a_font_of_signs": boxes,
}


if __name__ == "__main__":
    write_samples(SAMPLES)
