"""Small PDF files that are made to cost much, or to lead nowhere: loops of cross-references, pages, forms and fonts, counts and
sizes that no file has, data that unpacks without end."""
import zlib

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 5 0 R>>"
CATALOG, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
HELLO = b"BT /F1 12 Tf 72 700 Td (Nothing to be read here, but words.) Tj ET"


def stream(data, entries=b"", length=None):
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data) if length is None else length, entries, data)


def pdf(objects, trailer=b"", start=None):
    """Objects by number; `start` is what startxref says instead of the place of the table."""
    out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(1, size))
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table if start is None else start)
    return out


def document(content=HELLO, resources=b"<</Font<</F1 6 0 R>>>>", others=None, **changed):
    objects = {1: CATALOG, 2: PAGES, 3: PAGE, 4: stream(content), 5: resources, 6: FONT} | (others or {})
    return pdf(objects | {int(name[1:]): value for name, value in changed.items()})


def table_that_leads_to_itself():
    """/Prev of the trailer is the place of its own table."""
    file = pdf({1: CATALOG, 2: PAGES, 3: PAGE, 4: stream(HELLO), 5: b"<<>>"})
    table = file.rindex(b"xref\n0 ")
    return file.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % table)


def pages_that_hold_themselves():
    return document(_2=b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>")


def pages_of_a_count_that_no_file_has():
    return document(_2=b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>")


def pages_that_are_one_again_and_again():
    return document(_2=b"<</Type/Pages/Kids[" + b"3 0 R " * 20_000 + b"]/Count 20000>>")


def forms_that_draw_themselves():
    form = stream(b"/X1 Do /X1 Do", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X1 7 0 R>>>>")
    return document(b"/X1 Do", b"<</XObject<</X1 7 0 R>>>>", {7: form})


def forms_that_double_thirty_times():
    """Each form draws the next one twice: 2^30 texts."""
    forms = {
        7 + i: stream(b"/X Do /X Do" if i < 30 else b"BT /F1 9 Tf (x) Tj ET",
                      b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>/Font<</F1 6 0 R>>>>" % (8 + i))
        for i in range(31)
    }
    return document(b"/X Do", b"<</XObject<</X 7 0 R>>>>", forms)


def stream_that_unpacks_without_end():
    data = zlib.compress(zlib.compress(b"0 0 m 9 9 l S " * 4_000_000, 9), 9)
    return document(_4=stream(data, b"/Filter[/FlateDecode/FlateDecode]"))


def chain_of_many_filters():
    data = b"\x7f" + b"q" * 128
    return document(_4=stream(data, b"/Filter[" + b"/RunLengthDecode" * 3000 + b"]"))


def dictionaries_in_dictionaries():
    return document(_5=b"<</A" * 100_000 + b"0" + b">>" * 100_000)


def arrays_in_a_page():
    return document(b"[" * 2_000_000)


def saved_states_without_end():
    return document(b"q " * 3_000_000 + HELLO)


def rules_without_end():
    return document(b"".join(b"%d %d m %d %d l S\n" % (i % 595, i % 842, i % 595, (i * 7) % 842) for i in range(400_000)))


def map_of_codes_that_no_font_has():
    cmap = (b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n" +
            b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange\n" * 5000 + b"endcmap end")
    return document(_6=b"<</Type/Font/Subtype/Type1/BaseFont/A/ToUnicode 7 0 R>>", others={7: stream(cmap)})


def font_that_is_its_own_descendant():
    return document(_6=b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/A/DescendantFonts[6 0 R]/ToUnicode 6 0 R>>")


def widths_of_two_billion_codes():
    font = (b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/A/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
            b"/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>/W[0 2147483647 500]>>]>>")
    return document(b"BT /F1 12 Tf <0022002300240025> Tj ET", _6=font)


def numbers_that_no_page_has():
    return document(b"1e308 0 0 1e308 1e308 1e308 cm BT /F1 99999999999999999999 Tf 1e38 -1e38 Td (x) Tj ET 1e30 1e30 m nan 5 l S",
                    _3=PAGE.replace(b"595 842", b"1e30 -1e30"))


def lengths_beyond_the_file():
    return document(_4=stream(HELLO, length=2_000_000_000))


def areas_over_texts_without_end():
    texts = b"".join(b"1 0 0 1 %d %d Tm (x) Tj\n" % (i % 595, i % 842) for i in range(60_000))
    return document(b"BT /F1 9 Tf " + texts + b"ET 1 g\n" + b"0 0 595 842 re f\n" * 60_000)


def check_boxes_without_end():
    texts = b"".join(b"1 0 0 1 %d %d Tm (x) Tj\n" % (i % 595, i % 842) for i in range(60_000))
    box = b"<</Type/Annot/Subtype/Widget/FT/Btn/AS/On/Rect[1 1 9 9]>>"
    return document(b"BT /F1 9 Tf " + texts + b"ET", _3=PAGE.replace(b"/Contents", b"/Annots[" + box * 20_000 + b"]/Contents"))


def fields_of_one_long_text():
    field = b"<</Type/Annot/Subtype/Widget/Parent 7 0 R/Rect[1 1 9 9]>>"
    text = b"<</FT/Tx/V(" + b"x" * 1_000_000 + b")>>"
    return document(_3=PAGE.replace(b"/Contents", b"/Annots[" + field * 20_000 + b"]/Contents"), others={7: text})


def pages_beside_each_other_without_end():
    """Each has the same rows, and columns of its own."""
    objects, kids = {}, b""
    for i in range(1_000):
        content = b"".join(b"50 %d m 545 %d l S\n" % (y, y) for y in range(100, 800, 7))
        content += b"".join(b"%d 100 m %d 793 l S\n" % (x, x) for x in (50, 60 + i % 480, 545))
        objects[7 + 2 * i] = stream(content + HELLO)
        objects[8 + 2 * i] = PAGE.replace(b"4 0 R", b"%d 0 R" % (7 + 2 * i))
        kids += b"%d 0 R " % (8 + 2 * i)
    return document(_2=b"<</Type/Pages/Kids[" + kids + b"]/Count 1000>>", others=objects)


# With the code that one of the findings must have, and the exit status.
FILES = {
    table_that_leads_to_itself: ("S131", 3),
    pages_that_hold_themselves: ("F301", 0),
    pages_of_a_count_that_no_file_has: ("F301", 0),
    pages_that_are_one_again_and_again: ("F301", 0),
    forms_that_draw_themselves: ("S151", 3),
    forms_that_double_thirty_times: ("S133", 3),
    stream_that_unpacks_without_end: ("S133", 3),
    chain_of_many_filters: ("S133", 3),
    dictionaries_in_dictionaries: ("S133", 3),
    arrays_in_a_page: ("S151", 3),
    saved_states_without_end: ("F301", 0),
    rules_without_end: ("S136", 3),
    map_of_codes_that_no_font_has: ("F301", 0),
    font_that_is_its_own_descendant: ("S135", 0),
    widths_of_two_billion_codes: ("F301", 0),
    numbers_that_no_page_has: ("S131", 0),
    lengths_beyond_the_file: ("S131", 0),
    areas_over_texts_without_end: ("G222", 3),
    check_boxes_without_end: ("F301", 0),
    fields_of_one_long_text: ("F301", 0),
    pages_beside_each_other_without_end: ("F301", 0),
}
