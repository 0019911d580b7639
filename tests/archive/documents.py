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


def damage_shown(before, after):
    """How the damage of a file shows in its document; "not at all" when nothing says that it is not what it was."""
    if after is None:
        return "no document"
    if before | {"source": None} == after | {"source": None}:
        return "changed nothing that is read"
    if findings(after) - findings(before):
        return "named by a finding"
    return "named by a finding it had before" if findings(after) else "not at all"


def damage_faults(jixiao, folder, damaged, before, jobs=2):
    """Converts `archive` in a folder, whose files `damaged` were damaged since the documents `before` were read. All
    others have to be the same, and each damaged one has to be named by a finding, or to be the same as well. Yields
    faults and prints counts."""
    run = processes.run(convert_command(jixiao, "archive", "damaged.jsonl", jobs), folder)
    if run.status not in (0, 3):
        yield f"exit status {run.status}: {run.errors[-500:]}"
    after = read_documents(folder / "damaged.jsonl")
    paths = {f"archive/{path}" for path in damaged}
    sound = [{path: document for path, document in documents.items() if path not in paths} for documents in (before, after)]
    yield from differences(*sound, "although their files do not")
    shown = {path: damage_shown(before[path], after.get(path)) for path in sorted(paths)}
    for path, how in shown.items():
        if how == "not at all" or how == "no document" and path not in run.errors:
            yield f"{path} was damaged, and that shows {how}"
    print(f"{len(paths)} damaged:", ", ".join(f"{n} {how}" for how, n in collections.Counter(shown.values()).most_common()))
