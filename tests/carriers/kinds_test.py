#!/usr/bin/env python3
"""Writes the table of what is shown in which carrier: a sample whose why.md ends with `Kind: WORDS` (or `Kinds: WORDS; WORDS`) stands
in the rows of these words, in the column of its input's ending, and so does a document of tests/carriers whose kinds.txt names them,
in the columns of all files that it comes in. ONLY says which carriers can have a kind, OPEN which cells no sample fills yet: no other is empty.

Usage: kinds_test.py SAMPLES CARRIERS DOCUMENT     UPDATE_GOLDEN=1 rewrites the table in DOCUMENT.
"""
import os
import pathlib
import re
import sys

BEGIN, END = "<!-- kinds: begin -->\n", "<!-- kinds: end -->\n"
WORDS = ["docx", "doc", "rtf", "odt", "word xml"]
SHEETS = ["xlsx", "xls", "ods", "xml of 2003"]
PAGES = ["html", "mht"]
TEXTS = ["md", "csv", "txt"]
PRINT = ["pdf", "ofd"]
CARRIERS = WORDS + SHEETS + PAGES + TEXTS + PRINT

# By kind, the carriers that can have it; all can have the others. A page shows what is seen of a note or a drawing, and has no such thing;
# a text has no font, no drawing and no table in a cell, but a stroke may be a character. What is packed is not read when it was cut off.
ONLY = {
    "carriers under other names": ["doc", "xls"],
    "check boxes": WORDS + SHEETS[:3] + PAGES + ["md", "pdf"],
    "containers off the standard": ["docx", "xlsx", "xls", "doc", "html", "pdf", "ofd"],
    "csv as people save it": ["csv"],
    "documents in documents": WORDS + SHEETS[:3] + PAGES,
    "files cut off": ["rtf", "odt", "word xml", "ods", "xml of 2003", "html", "mht", "csv"],
    "hidden text": WORDS + SHEETS + PAGES + PRINT + ["md"],
    "line ends inside of cells": ["txt"],
    "links": ["md"],
    "notes beside a value": WORDS + SHEETS + PAGES + ["md", "pdf"],
    "page headers": WORDS + SHEETS + ["mht"] + PRINT,
    "pictures in cells": WORDS + SHEETS[:3] + PAGES + PRINT + ["md"],
    "struck text": CARRIERS,
    "styles without content": SHEETS,
    "symbol fonts": WORDS + SHEETS + PAGES + PRINT + ["md"],
    "tables inside of cells": WORDS + PAGES + PRINT,
    "tables that style sheets make": PAGES,
    "text in drawings": WORDS + SHEETS[:3],
    "text that a style sheet prints": PAGES,
    "texts beside a form": ["xlsx"],
    "texts that data replace": ["docx", "word xml"],
    "texts without a table": ["md"],
}

# Cells that no sample fills yet, though the carrier can have the kind.
OPEN = {}


def kinds_of(sample):
    lines = (sample / "why.md").read_text(encoding="utf-8").rstrip().splitlines() if (sample / "why.md").exists() else []
    found = re.fullmatch(r"Kinds?: (.*)", lines[-1]) if lines else None
    return found[1].split("; ") if found else []


def carrier_of(path):
    """By its ending; for XML the ending says too little."""
    head = path.read_bytes()[:2000]
    if path.suffix == ".xml":
        return "xml of 2003" if b"urn:schemas-microsoft-com:office:spreadsheet" in head else "word xml"
    return {".fodt": "odt", ".fods": "ods", ".tsv": "txt", ".rst": "txt"}.get(path.suffix, path.suffix[1:])


def collect(samples, carriers):
    """By kind and carrier, the folders that show it."""
    found = {}
    for sample in sorted(samples.iterdir()):
        for kind in kinds_of(sample):
            found.setdefault(kind, {}).setdefault(carrier_of(next(sample.glob("input.*"))), {})[f"../samples/{sample.name}/"] = None
    for names in sorted(carriers.glob("*/kinds.txt")):
        files = [path for path in names.parent.iterdir() if path.name not in ("kinds.txt", "expected.json")]
        for line in names.read_text(encoding="utf-8").splitlines():
            kind = re.sub(r"( [A-Z][0-9]{3})+$", "", line)
            for path in sorted(files):
                found.setdefault(kind, {}).setdefault(carrier_of(path), {})[f"../tests/carriers/{names.parent.name}/"] = None
    return found


def table(found):
    lines = ["| Kind | " + " | ".join(CARRIERS) + " |", "|" + "---|" * (len(CARRIERS) + 1)]
    for kind in sorted(found):
        cells = []
        for carrier in CARRIERS:
            links = found[kind].get(carrier, {})
            cells.append(" ".join(f"[{number}]({link})" for number, link in enumerate(links, 1)) or
                         ("open" if carrier in ONLY.get(kind, CARRIERS) else "–"))
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def missing(found):
    """Cells that are empty and not among the open ones, and those that are no longer open."""
    return [f"{kind} in {carrier}" for kind, row in found.items() for carrier in ONLY.get(kind, CARRIERS)
            if (carrier in row) == (carrier in OPEN.get(kind, []))]


def main():
    samples, carriers, document = map(pathlib.Path, sys.argv[1:4])
    text = document.read_text(encoding="utf-8")
    begin, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    found = collect(samples, carriers)
    wanted = text[:begin] + table(found) + text[end:]
    if os.environ.get("UPDATE_GOLDEN"):
        document.write_text(wanted, encoding="utf-8")
    elif wanted != text:
        sys.exit(f"the table of kinds in {document} is not what the samples say; UPDATE_GOLDEN=1 rewrites it")
    if missing(found):
        sys.exit("not as the list of open cells says: " + ", ".join(missing(found)))


if __name__ == "__main__":
    main()
