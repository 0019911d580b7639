"""Writes an OFD document with the table of form.tsv, or says which colours the words of a drawn page have.

Usage: python3 -m paper OUT.ofd
       python3 -m paper --colours PAGE.svg
"""
import collections
import html
import pathlib
import sys
import xml.etree.ElementTree
import zipfile

WIDTH, HEIGHT = 30, 8


def objects(rows):
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            place = f"{10 + x * WIDTH} {10 + y * HEIGHT} {WIDTH} {HEIGHT}"
            if len(row) > 1:
                yield (f'<PathObject Boundary="{place}"><AbbreviatedData>M 0 0 L {WIDTH} 0 L {WIDTH} {HEIGHT} L 0 {HEIGHT} C'
                       "</AbbreviatedData></PathObject>")
            size = min(3, WIDTH / max(len(text), 1))
            yield (f'<TextObject Boundary="{place}" Font="1" Size="{size}"><TextCode X="0" Y="5" DeltaX="g {len(text)} {size}">'
                   f"{html.escape(text)}</TextCode></TextObject>")
    yield '<TextObject Boundary="100 285 20 5" Font="1" Size="3"><TextCode X="0" Y="4" DeltaX="3">第1页</TextCode></TextObject>'


def write(out):
    rows = [line.split("\t") for line in pathlib.Path("form.tsv").read_text().splitlines()]
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("OFD.xml", "<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>")
        package.writestr("Document.xml", '<Document><Pages><Page ID="1" BaseLoc="Page.xml"/></Pages></Document>')
        package.writestr("Page.xml", f"<Page><Content><Layer>{''.join(objects(rows))}</Layer></Content></Page>")


def colours(path):
    counts = collections.Counter()
    for text in xml.etree.ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}text"):
        counts[text.get("class")] += 1
    print(*(f"{name} {count}" for name, count in sorted(counts.items())), sep=", ")


if __name__ == "__main__":
    colours(sys.argv[2]) if sys.argv[1] == "--colours" else write(sys.argv[1])
