#!/usr/bin/python3
"""Writes the samples that are workbooks of Excel 97 to 2003 (BIFF8), record by record; the same bytes on every run.

Usage: tests/make_samples/old_workbooks.py [FOLDER]     (default: samples/ beside tests/)
"""
import pathlib
import struct
import sys

from old_office import compound_file
from quirks_of_sheets import put
from seen import Samples, matrix, rows
from xlsx import Cell

def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def text(value, size="<H"):
    return struct.pack(size, len(value)) + b"\x01" + value.encode("utf-16-le")


def cells(form):
    """Labels, and the ranges that are merged."""
    out, merges, covered = b"", [], set()
    for y, row in enumerate(form):
        x = 0
        for entry in row:
            cell = entry if isinstance(entry, Cell) else Cell(entry)
            while (y, x) in covered:
                x += 1
            if cell.value is not None:
                out += record(0x0204, struct.pack("<HHH", y, x, 0) + text(str(cell.value)))
            if cell.columns > 1 or cell.rows > 1:
                merges.append((y, y + cell.rows - 1, x, x + cell.columns - 1))
            covered.update((y + dy, x + dx) for dy in range(cell.rows) for dx in range(cell.columns))
            x += cell.columns
    return out + record(0x00E5, struct.pack("<H", len(merges)) + b"".join(struct.pack("<HHHH", *merge) for merge in merges))


def drawn(number, kind, place, label="", state=None):
    """An object over a cell: its anchor, what it is, and its text."""
    y, x = place
    anchor = struct.pack("<HHI", 0, 0xF010, 18) + struct.pack("<9H", 0, x, 0, y, 0, x + 1, 0, y, 200)
    common = struct.pack("<HHHHH", 0x15, 18, kind, number, 0x6011) + bytes(12)
    box = b"" if state is None else struct.pack("<HHHHHH", 0x12, 8, state, 0, 0, 0)
    out = record(0x00EC, anchor) + record(0x005D, common + box + struct.pack("<HH", 0, 0))
    if label:
        out += record(0x01B6, struct.pack("<HH", 0x0212, 0) + bytes(6) + struct.pack("<HH", len(label), 16) + bytes(4))
        out += record(0x003C, b"\x01" + label.encode("utf-16-le")) + record(0x003C, bytes(16))
    return out


def workbook(form, more=b""):
    begin = lambda kind: record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0x41, 6))
    font = record(0x0031, struct.pack("<HHHHHBBBB", 220, 0, 0x7FFF, 400, 0, 0, 0, 134, 0) + text("宋体", "<B"))
    head = begin(5) + record(0x0042, struct.pack("<H", 1200)) + font * 4 + record(0x00E0, struct.pack("<HHHBBBB", 0, 0, 1, 0x20, 0, 0, 0) + bytes(10))
    entry_size = 4 + 8 + 2 * len("申报表")
    offset = len(head) + entry_size + 4
    head += record(0x0085, struct.pack("<IH", offset, 0) + text("申报表", "<B")) + record(0x000A)
    assert len(head) == offset
    sheet = begin(0x10) + cells(form) + more + record(0x000A)
    return compound_file({"Workbook": (head + sheet).ljust(4096, b"\0")})


def condition(place, tokens, font=None, number=None, relation=None):
    """A format of a cell that depends on a formula, or on what the cell compares with one."""
    y, x = place
    cell = struct.pack("<HHHH", y, y, x, x)
    flags = (0x02000000 if number else 0) | (0x04000000 if font else 0)
    look = struct.pack("<IH", flags, 1 if number else 0)
    if number:
        look += struct.pack("<HHB", 5 + len(number), len(number), 0) + number.encode()
    if font:
        struck, colour = font
        not_said = 0xFFFFFF7F if struck else 0xFFFFFFFF
        look += bytes(64) + struct.pack("<iI", -1, 0x80 if struck else 0) + bytes(8) + struct.pack("<iII", colour, 0, not_said)
        look = look.ljust(6 + (5 + len(number) if number else 0) + 118, b"\0")
    rule = struct.pack("<BBHH", 2 if relation is None else 1, relation or 0, len(tokens), 0) + look + tokens
    return record(0x01B0, struct.pack("<HH", 1, 1) + cell + struct.pack("<H", 1) + cell) + record(0x01B1, rule)


def formats_under_conditions():
    own = struct.pack("<BHH", 0x4C, 0, 0xC000)
    string = lambda value: struct.pack("<BBB", 0x17, len(value), 1) + value.encode("utf-16-le")
    number = lambda value: struct.pack("<BH", 0x1E, value)
    left, struck = struct.pack("<BHH", 0x4C, 0, 0xC0FE), (True, -1)     # two columns to the left
    return (condition((13, 5), left + string("水草清理合格率") + b"\x0B", struck) +
            condition((8, 4), string("0.00"), (False, 9), relation=3) +
            condition((14, 5), own + struct.pack("<BH", 0x41, 32) + number(3) + b"\x0D", number=";;;") +
            condition((15, 5), own + number(1) + struct.pack("<BBH", 0x42, 2, 346), struck))


def bare_sheet(form, encoding="gbk"):
    """A sheet alone, without a workbook and a container: records as scripts write them, with bytes of no code page."""
    out = record(0x0809, struct.pack("<HHHH", 0, 0x10, 0, 0))
    for y, line in enumerate(matrix(form)):
        for x, value in enumerate(line):
            label = value.encode(encoding)
            out += record(0x0204, struct.pack("<HHHH", y, x, 0, len(label)) + label) if label else b""
    return out + record(0x000A)


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = Samples(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "samples")
    form = rows()
    form[3][3] = Cell(None, 3)
    boxes = drawn(1, 0x0B, (3, 3), "芦湾县湿地管理站", 1) + drawn(2, 0x0B, (3, 3), "芦湾县林场", 0)
    put(samples, "check_boxes_in_an_old_workbook", "xls", workbook(form, boxes), "check boxes",
        "Check boxes are controls that lie over a cell, one of them ticked; the cell itself is empty.")
    empty = b"".join(record(0x00BE, struct.pack("<HH", y, 0) + struct.pack("<H", 0) * 200 + struct.pack("<H", 199)) for y in range(40, 130))
    put(samples, "old_workbook_styled_far_below_its_form", "xls", workbook(rows(), empty), "styles without content",
        "Borders were drawn to far beyond the form, below it and beside it: cells that hold nothing.")
    put(samples, "formats_under_conditions_in_an_old_workbook", "xls", workbook(rows(), formats_under_conditions()), "hidden text; struck text",
        "Formats that depend on conditions strike a target by its name, hide another by a number format, and give an amount white letters. A\n"
        "fourth condition counts cells: it is not computed, and that is said.")
    form = rows()
    form[10][1] = Cell(None, 3)
    put(samples, "embedded_workbook_in_an_old_workbook", "xls", workbook(form, drawn(1, 0x08, (10, 3))), "documents in documents",
        "An embedded object lies over the empty cell of the goal. It is not read, and that is said.")
    put(samples, "sheet_without_a_workbook_around_it", "xls", bare_sheet(rows()), "containers off the standard",
        "A script of a portal wrote the records of a sheet as they are: no container, no workbook, no version, and texts in bytes of which\n"
        "nothing says what they are. Excel opens it.")


if __name__ == "__main__":
    main()
