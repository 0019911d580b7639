"""Converts a small archive as a whole and looks at what must hold of any archive, one case a run.

Usage: archive_test.py JIXIAO CASE | --list
"""
import os
import pathlib
import sys
import tempfile

import cases_databases
import cases_documents
import make_archive

FILES = 400
CASES = {case.__name__: case for case in (
    cases_documents.jobs, cases_documents.packed, cases_documents.damaged, cases_documents.streaming,
    cases_documents.coprocess, cases_databases.resume, cases_databases.interrupt, cases_databases.changed,
    cases_databases.memory,
)}


def main():
    if sys.argv[1:] == ["--list"]:
        print("\n".join(CASES))
        return 0
    jixiao, name = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = pathlib.Path(name_of_folder)
        make_archive.make_archive(folder / "archive", FILES, seed=1)
        faults = list(CASES[name](os.path.abspath(jixiao), folder))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
