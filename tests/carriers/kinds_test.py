#!/usr/bin/env python3
"""Writes, from the samples, the table of what is shown by one in which carrier: a sample whose why.md ends with `Kind: WORDS`
stands in the row of these words, in the column of its input's ending.

Usage: kinds_test.py SAMPLES DOCUMENT     UPDATE_GOLDEN=1 rewrites the table in DOCUMENT.
"""
import os
import pathlib
import sys

BEGIN, END = "<!-- kinds: begin -->\n", "<!-- kinds: end -->\n"


def kind_of(sample):
    lines = (sample / "why.md").read_text(encoding="utf-8").rstrip().splitlines()
    return lines[-1].removeprefix("Kind: ") if lines and lines[-1].startswith("Kind: ") else None


def carrier_of(sample):
    """The ending of the input; for XML and HTML the ending says too little."""
    source = next(sample.glob("input.*"))
    head = source.read_bytes()[:2000]
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return "xml of 2003"
    return source.suffix[1:]


def table(samples):
    found = {}
    for sample in sorted(samples.iterdir()):
        kind = kind_of(sample) if (sample / "why.md").exists() else None
        if kind:
            found.setdefault(kind, {}).setdefault(carrier_of(sample), []).append(sample.name)
    carriers = sorted({carrier for row in found.values() for carrier in row})
    lines = ["| Kind | " + " | ".join(carriers) + " |", "|" + "---|" * (len(carriers) + 1)]
    for kind in sorted(found):
        cells = [" ".join(f"[{number}](../samples/{name}/)" for number, name in enumerate(found[kind].get(carrier, []), 1))
                 for carrier in carriers]
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main():
    samples, document = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    text = document.read_text(encoding="utf-8")
    begin, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    wanted = text[:begin] + table(samples) + text[end:]
    if os.environ.get("UPDATE_GOLDEN"):
        document.write_text(wanted, encoding="utf-8")
    elif wanted != text:
        sys.exit(f"the table of kinds in {document} is not what the samples say; UPDATE_GOLDEN=1 rewrites it")


if __name__ == "__main__":
    main()
