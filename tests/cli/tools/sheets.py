"""Shows what is in a workbook: its sheets with their numbers of rows, or the cells of a range, separated by tabs.

Usage: python3 -m sheets WORKBOOK [SHEET A1:H3]. A link is shown with where it leads to: `/forms/0 -> #'forms'!A2`.
"""
import re
import sys
import xml.etree.ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(archive):
    names = [sheet.get("name") for sheet in parse(archive, "xl/workbook.xml").iter(MAIN + "sheet")]
    return {name: parse(archive, f"xl/worksheets/sheet{i + 1}.xml") for i, name in enumerate(names)}


def parse(archive, part):
    return xml.etree.ElementTree.fromstring(archive.read(part))


def shown(cell):
    text = "".join(part.text or "" for part in cell.iter() if part.tag in (MAIN + "v", MAIN + "t"))
    link = re.match(r'HYPERLINK\("(.*?)"', cell.findtext(MAIN + "f") or "")
    return f"{text} -> {link[1]}" if link else text


def main():
    with zipfile.ZipFile(sys.argv[1]) as archive:
        found = sheets(archive)
    if len(sys.argv) == 2:
        for name, sheet in found.items():
            print(name, len(list(sheet.iter(MAIN + "row"))))
        return
    cells = {cell.get("r"): shown(cell) for cell in found[sys.argv[2]].iter(MAIN + "c")}
    first, last = (re.fullmatch(r"([A-Z])(\d+)", corner) for corner in sys.argv[3].split(":"))
    for row in range(int(first[2]), int(last[2]) + 1):
        print(*(cells.get(f"{chr(column)}{row}", "") for column in range(ord(first[1]), ord(last[1]) + 1)), sep="\t")


main()
