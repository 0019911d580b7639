#!/usr/bin/env python3
"""Forms of invented offices are read field by field, in words that the vocabulary lists and in words that it does not.

usage: offices_test.py JIXIAO FORMS
The forms of tests/property are printed from the layouts that jixiao knows, by their labels; here shape and words are
drawn freely, and what a form says is known from how it was made. Every field has to be right. OFFICES_SEED looks at other
forms, OFFICES_KEEP=FOLDER keeps those that were not read right.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from carriers import CARRIERS
from form import make_form

FIRST_SEED = int(os.environ.get("OFFICES_SEED", "20261201"))


def value_at(document, path):
    for step in path.split("/"):
        if document is None:
            return None
        if isinstance(document, list):
            document = document[int(step)] if int(step) < len(document) else None
        else:
            document = document.get(step)
    return document


def fund_of(form, path):
    _, scope, item, measure = path.split("/")
    found = [fund["number"] for fund in form["funds"] if (fund["scope"], fund["item"], fund["measure"]) == (scope, item, measure)]
    return found[0] if len(found) == 1 else None


def differences(document, says):
    """Lines of what is not as the form says it."""
    if len(document["forms"]) != 1:
        return ["%d forms" % len(document["forms"])]
    form = document["forms"][0]
    out = []
    printed = json.dumps(form, ensure_ascii=False)
    for path, value in says.items():
        if "anywhere/" in path: # the document has no one place for it
            if value not in printed:
                out.append("%s: not %r" % (path, value))
            continue
        read = fund_of(form, path) if path.startswith("funds/") else value_at(form, path)
        if read != value:
            out.append("%s: %r, not %r" % (path, read, value))
    count = 1 + max(int(path.split("/")[1]) for path in says if path.startswith("indicators/"))
    if len(form["indicators"]) != count:
        out.append("%d indicators, not %d" % (len(form["indicators"]), count))
    amounts = sum(fund["number"] is not None for fund in form["funds"])
    if amounts != sum(path.startswith("funds/") for path in says):
        out.append("%d amounts that are not printed" % amounts)
    return out


def read(jixiao, folder, name, text):
    path = pathlib.Path(folder) / name
    path.write_text(text, encoding="utf-8")
    run = subprocess.run([jixiao, "convert", str(path)], capture_output=True, text=True, check=False)
    return json.loads(run.stdout)


def main(jixiao, forms):
    keep = os.environ.get("OFFICES_KEEP")
    fields = wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(FIRST_SEED, FIRST_SEED + forms):
            form = make_form(seed)
            for carrier, write in CARRIERS.items():
                name = "%d.%s" % (seed, carrier)
                found = differences(read(jixiao, folder, name, write(form)), form.says)
                fields += len(form.says)
                wrong += len(found)
                for line in found:
                    print(name, line)
                if found and keep:
                    (pathlib.Path(keep) / name).write_text(write(form), encoding="utf-8")
    print("%d forms in %d carriers, %d fields, %d not right" % (forms, len(CARRIERS), fields, wrong))
    return 1 if wrong or not fields else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
