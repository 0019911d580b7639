"""Writes OFD packages (GB/T 33190): pages of texts and lines, the same bytes on every run. Lengths are in millimetres."""
import io
import zipfile
from xml.sax.saxutils import escape

NAMESPACE = "http://www.ofdspec.org/2016"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
A4 = (210, 297)


def width(text, size):
    """As a Chinese font has it: half an em for what is ASCII."""
    return sum(size if ord(c) > 255 else size / 2 for c in text)


def steps(text, size):
    """DeltaX: the steps between characters, runs of the same one as `g n d`."""
    each = [size if ord(c) > 255 else size / 2 for c in text[:-1]]
    out, i = [], 0
    while i < len(each):
        n = 1
        while i + n < len(each) and each[i + n] == each[i]:
            n += 1
        out += [f"g {n} {each[i]:g}"] if n > 2 else [f"{each[i]:g}"] * n
        i += n
    return " ".join(out)


def code(text, x, y, size, more=""):
    """A TextCode that begins at a place of its object."""
    delta = f' DeltaX="{steps(text, size)}"' if len(text) > 1 else ""
    return f'<ofd:TextCode X="{x:g}" Y="{y:g}"{delta}{more}>{escape(text)}</ofd:TextCode>'


class Page:
    """Objects of a layer, each with a number of its own."""

    def __init__(self, first=1000):
        self.number, self.objects = first, []

    def add(self, kind, boundary, inside, attributes=""):
        self.number += 1
        box = " ".join(f"{value:g}" for value in boundary)
        self.objects.append(f'<ofd:{kind} ID="{self.number}" Boundary="{box}"{attributes}>{inside}</ofd:{kind}>')

    def text(self, text, x, y, size=3.2, attributes="", font=1, codes=None):
        """`y` is that of the line the text stands on."""
        inside = codes or code(text, 0, size * 0.88, size)
        self.add("TextObject", (x, y - size * 0.88, max(width(text, size), size), size * 1.1), inside,
                 f' Font="{font}" Size="{size:g}"{attributes}')

    def line(self, x0, y0, x1, y1, attributes="", inside=""):
        self.add("PathObject", (x0, y0, x1 - x0, y1 - y0),
                 f"{inside}<ofd:AbbreviatedData>M 0 0 L {x1 - x0:g} {y1 - y0:g}</ofd:AbbreviatedData>",
                 f' LineWidth="0.25"{attributes}')

    def box(self, x0, y0, x1, y1, attributes=""):
        w, h = x1 - x0, y1 - y0
        self.add("PathObject", (x0, y0, w, h),
                 f"<ofd:AbbreviatedData>M 0 0 L {w:g} 0 L {w:g} {h:g} L 0 {h:g} C</ofd:AbbreviatedData>",
                 f' LineWidth="0.25"{attributes}')

    def layer(self, kind="Body"):
        return f'<ofd:Layer ID="{self.number + 1}" Type="{kind}">{"".join(self.objects)}</ofd:Layer>'


def element(name, inside, namespace=NAMESPACE, attributes=""):
    return f'{HEAD}<ofd:{name} xmlns:ofd="{namespace}"{attributes}>{inside}</ofd:{name}>'


def content(layers, before="", namespace=NAMESPACE):
    return element("Page", f"{before}<ofd:Content>{layers}</ofd:Content>", namespace)


def document_parts(folder, pages, fonts=("宋体",), resources="", common="", more="", other=None, namespace=NAMESPACE):
    """The parts of one document; `pages` are texts of Content.xml, or pages."""
    width_of, height_of = A4
    font_list = "".join(f'<ofd:Font ID="{i}" FontName="{name}"/>' for i, name in enumerate(fonts, 1))
    listed = "".join(f'<ofd:Page ID="{100 + i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
    parts = {
        f"{folder}/Document.xml": element(
            "Document", f"<ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 {width_of} "
            f"{height_of}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}"
            f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{more}", namespace),
        f"{folder}/PublicRes.xml": element("Res", f"<ofd:Fonts>{font_list}</ofd:Fonts>{resources}", namespace,
                                           ' BaseLoc="Res"'),
    }
    for i, page in enumerate(pages):
        parts[f"{folder}/Pages/Page_{i}/Content.xml"] = (
            content(page.layer(), namespace=namespace) if isinstance(page, Page) else page)
    return parts | (other or {})


def root(folders, namespace=NAMESPACE):
    bodies = "".join(
        f'<ofd:DocBody><ofd:DocInfo><ofd:DocID>{i:032x}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>{folder}/Document.xml'
        "</ofd:DocRoot></ofd:DocBody>" for i, folder in enumerate(folders, 1))
    return element("OFD", bodies, namespace, ' Version="1.0" DocType="OFD"')


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode() if isinstance(text, str) else text)
    return out.getvalue()


def package(pages, **others):
    """A package of one document."""
    namespace = others.get("namespace", NAMESPACE)
    return packed({"OFD.xml": root(["Doc_0"], namespace)} | document_parts("Doc_0", pages, **others))


def wrap(text, room, size):
    """Lines of at most this width; marks do not begin one."""
    lines = []
    for paragraph in text.split("\n"):
        lines.append("")
        for c in paragraph:
            if width(lines[-1] + c, size) > room and c not in "，；。）、：":
                lines.append("")
            lines[-1] += c
    return lines
