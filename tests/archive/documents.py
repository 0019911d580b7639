"""Documents of a run, as `convert --to jsonl` prints them, and what damage to their files did to them."""
import collections
import json

import processes


def convert_command(jixiao, inputs, output, jobs=2, *more):
    return [jixiao, "convert", *([inputs] if isinstance(inputs, str) else inputs), "-o", output, "-q", "-j", str(jobs), *more]


def documents_of(lines, prefix=""):
    """Lines by the paths of their sources, without the prefix."""
    documents = {}
    for line in lines:
        document = json.loads(line)
        path = document["source"].pop("path")
        documents[path.removeprefix(prefix)] = document
    return documents


def read_documents(path, prefix=""):
    with open(path, encoding="utf-8") as lines:
        return documents_of(lines, prefix)


def differences(documents, others, what):
    """The paths of documents that are not the same in both."""
    differing = sorted(path for path in documents.keys() | others.keys() if documents.get(path) != others.get(path))
    if differing:
        yield f"{len(differing)} documents differ {what}: {differing[:5]}"


def findings(document):
    """How often each doubt and error was found."""
    return collections.Counter(finding["code"] for finding in document["diagnostics"] if finding["severity"] != "note")


PACKAGE = "application/vnd.openxmlformats"  # its parts have checksums


def damage_shown(kind, before, after):
    """How the damage of a file shows in its document; "not at all" when nothing says that it is not what it was."""
    if after is None:
        return "no document"
    if before | {"source": None} == after | {"source": None}:
        return "changed nothing that is read"
    if findings(after) - findings(before):
        return "named by a finding"
    if findings(after):
        return "named by a finding it had before"
    # A flipped byte can make one good character of another, and a text has nothing to tell them apart by.
    if kind == "flipped" and not before["source"]["media_type"].startswith(PACKAGE):
        return "other characters as good as those before"
    return "not at all"


def damage_faults(jixiao, folder, kinds, before, jobs=2):
    """Converts `archive` in a folder, some of whose files were damaged since the documents `before` were read; `kinds`
    has the damage by path. All others have to be the same, and each damaged one has to be named by a finding, or to be
    the same as well. Yields faults and prints counts."""
    run = processes.run(convert_command(jixiao, "archive", "damaged.jsonl", jobs), folder)
    if run.status not in (0, 3):
        yield f"exit status {run.status}: {run.errors[-500:]}"
    after = read_documents(folder / "damaged.jsonl")
    kinds = {f"archive/{path}": kind for path, kind in kinds.items()}
    sound = [{path: document for path, document in documents.items() if path not in kinds} for documents in (before, after)]
    yield from differences(*sound, "although their files do not")
    shown = {path: damage_shown(kind, before[path], after.get(path)) for path, kind in kinds.items()}
    for path, how in shown.items():
        if how == "not at all" or how == "no document" and path not in run.errors:
            yield f"{path} was damaged ({kinds[path]}), and that shows {how}"
    print(f"{len(kinds)} damaged:", ", ".join(f"{n} {how}" for how, n in collections.Counter(shown.values()).most_common()))
