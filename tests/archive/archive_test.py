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

# Documents are stored some hundred at a time, so that it takes thousands to be killed in between.
FILES = {
    cases_documents.jobs: 400, cases_documents.packed: 400, cases_documents.damaged: 400, cases_documents.streaming: 400,
    cases_documents.coprocess: 400, cases_databases.resume: 2500, cases_databases.interrupt: 400,
    cases_databases.changed: 400, cases_databases.memory: 600,
}
CASES = {case.__name__: case for case in FILES}


def main():
    if sys.argv[1:] == ["--list"]:
        print("\n".join(CASES))
        return 0
    jixiao, name = sys.argv[1:]
    case = CASES[name]
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = pathlib.Path(name_of_folder)
        make_archive.make_archive(folder / "archive", FILES[case], seed=1)
        faults = list(case(os.path.abspath(jixiao), folder))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
