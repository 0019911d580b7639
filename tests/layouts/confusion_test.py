"""Reads samples of every described layout in each carrier and prints which layout was named. Usage: confusion_test.py JIXIAO

Fails where a form is named as another family than it is; where a layout has no sample; and, in carriers that keep the cells,
where a form is not named or a cell not taken, and not_named.txt does not say why.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

import layout_samples

FOLDER = pathlib.Path(__file__).parent


def layouts_of(jixiao):
    """{name: family} of the layouts that are printed: bases are not."""
    run = subprocess.run([jixiao, "grammars", "list"], check=True, text=True, stdout=subprocess.PIPE)
    rows = [line.split("\t") for line in run.stdout.splitlines()]
    return {name: family for name, family, _, _, title, _ in rows if title}


def convert(jixiao, files):
    """{name: document} of {name: bytes}."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (pathlib.Path(folder) / name).write_bytes(data)
        run = subprocess.run([jixiao, "convert", folder, "-q", "--to", "jsonl"], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    documents = map(json.loads, run.stdout.splitlines())
    return {pathlib.Path(document["source"]["path"]).name: document for document in documents}


def excuses(path):
    """{LAYOUT or SAMPLE.CARRIER: reason}"""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if line and line[0] != "#")


class Confusion:
    def __init__(self, families):
        self.families = families
        self.excused = excuses(FOLDER / "not_named.txt")
        self.chosen = collections.defaultdict(collections.Counter)
        self.kinds = collections.defaultdict(collections.Counter)
        self.problems = []

    def add(self, layout, sample, carrier, document):
        where = f"{sample}.{carrier}"
        excused = layout in self.excused or where in self.excused
        keeps_cells = carrier in layout_samples.CARRIERS
        if not document["forms"] and not excused:
            self.problems.append(f"{where}: no form")
        for form in document["forms"]:
            self.chosen[layout][form["layout"]] += 1
            self.kinds[self.families[layout]][form["kind"]] += 1
            if form["kind"] != self.families[layout]:
                self.problems.append(f"{where}: a {form['kind']}, not a {self.families[layout]}")
            if form["layout"] != layout and keeps_cells and not excused:
                note = [d["message"] for d in document["diagnostics"] if d["code"] == "F311"]
                self.problems.append(f"{where}: {form['layout']} {' '.join(note)}")
        if keeps_cells and not excused:
            for text in document["coverage"]["unclaimed"]:
                self.problems.append(f"{where}: nothing took {text['text']}")

    def show(self):
        for layout, counts in self.chosen.items():
            print(f"{layout:45}", ", ".join(f"{name} {count}" for name, count in counts.most_common()))
        print()
        for family, counts in sorted(self.kinds.items()):
            print(f"{family:45}", ", ".join(f"{name} {count}" for name, count in counts.most_common()))
        right = sum(counts[layout] for layout, counts in self.chosen.items())
        total = sum(sum(counts.values()) for counts in self.chosen.values())
        print(f"\n{right} of {total} forms of {len(self.chosen)} layouts are named")


def main():
    jixiao = sys.argv[1]
    confusion = Confusion(layouts_of(jixiao))
    carriers = layout_samples.CARRIERS | layout_samples.DAMAGED
    files, samples = {}, {}
    for number, (layout, special, parts) in enumerate(layout_samples.read_samples(FOLDER / "layouts.table")):
        if layout not in confusion.families:
            confusion.problems.append(f"{layout}: no such layout")
            continue
        for carrier, render in carriers.items():
            name = f"{number:03}.{carrier}"
            samples[name] = (layout, layout + (f": {special}" if special else ""), carrier)
            files[name] = render(parts)
    documents = convert(jixiao, files)
    for name, (layout, sample, carrier) in samples.items():
        confusion.add(layout, sample, carrier, documents[name])
    confusion.problems += [f"{layout}: no sample" for layout in confusion.families.keys() - confusion.chosen.keys() - confusion.excused.keys()]
    confusion.show()
    print("\n".join(confusion.problems))
    return 1 if confusion.problems else 0


if __name__ == "__main__":
    sys.exit(main())
