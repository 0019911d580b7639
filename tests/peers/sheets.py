#!/usr/bin/python3
"""Compares the texts that openpyxl finds in workbooks with what jixiao keeps of them, for a folder that is given: the test files of other
readers, which are no part of this tree. Needs Debian's python3-openpyxl.

A text is kept when it stands in a block that the reader gives (`jixiao inspect`), or in a finding of the document. Numbers are not
compared: what is shown of them depends on their formats. Texts of hidden rows, columns and sheets are named by a finding, shortened
where there are many; they are counted apart.

Usage: tests/peers/sheets.py FOLDER [--jixiao PATH] [--list]
Exit status 1 when a conversion ends by a signal or a text is missing.
"""
import argparse
import pathlib
import re
import sys
import warnings

import openpyxl

from words import kept_by_jixiao

ENDINGS = {".xlsx", ".xlsm", ".xltx", ".xltm"}


def plain(text):
    """Without white space, and without the escapes of SpreadsheetML."""
    text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), str(text))
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", text).casefold()


def shown(value):
    return {True: "TRUE", False: "FALSE"}[value] if isinstance(value, bool) else value if isinstance(value, str) else None


def is_hidden(sheet, cell):
    row, column = sheet.row_dimensions, sheet.column_dimensions
    by_column = any(d.hidden and (d.min or 0) <= cell.column <= (d.max or 0) for d in column.values())
    return sheet.sheet_state != "visible" or (cell.row in row and row[cell.row].hidden) or by_column


def texts_of(path):
    """Texts that are shown and texts that are hidden; nothing when openpyxl cannot read the file."""
    seen, hidden = set(), set()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = openpyxl.load_workbook(path, data_only=True)
        for sheet in workbook.worksheets:
            for cell in sheet._cells.values():  # those that are there: a sheet may reach to the last row
                if shown(getattr(cell, "value", None)):
                    (hidden if is_hidden(sheet, cell) else seen).add(plain(shown(cell.value)))
    except Exception:  # whatever openpyxl makes of a broken file
        return None
    return seen - {""}, hidden


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--jixiao", default="jixiao")
    parser.add_argument("--list", action="store_true", help="name the texts that are missing")
    arguments = parser.parse_args()
    whole = lacking = crashes = skipped = hidden_texts = 0
    for path in sorted(p for p in arguments.folder.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file()):
        kept, crashed = kept_by_jixiao(arguments.jixiao, path)
        crashes += crashed
        found = texts_of(path)
        if found is None:
            skipped += 1
            continue
        seen, hidden = found
        hidden_texts += len(hidden)
        missing = sorted(text for text in seen if text not in kept)
        whole += not missing
        lacking += bool(missing)
        if crashed or (missing and arguments.list):
            print(path.name, "ended by a signal" if crashed else "", " | ".join(missing[:12]))
    print(f"{whole} files with every text, {lacking} without some, {crashes} ended by a signal, {skipped} that openpyxl does not read, "
          f"{hidden_texts} hidden texts")
    return 1 if lacking or crashes else 0


if __name__ == "__main__":
    sys.exit(main())
