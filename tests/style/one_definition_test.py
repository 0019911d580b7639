#!/usr/bin/env python3
"""One definition a name: no two types of one qualified name are defined in the sources.

The linker keeps one of the two functions that a template makes of them, whatever the layout of the other, and says
nothing. Usage: one_definition_test.py SOURCE-DIRECTORY...
"""

import collections
import pathlib
import re
import sys

NAMESPACE = re.compile(r"^(inline )?namespace\b(?P<name>[\w:\s]*)\{")
TYPE = re.compile(r"^(?:struct|class|enum class|enum|union)\s+(?P<name>\w+)(?:\s+final)?\s*(?::(?!:)[^;]*)?(?:\{|$)")
CLOSE = re.compile(r"^\}\s*// (?:inline )?namespace\b")


def definitions(path):
    """Qualified names of the types that a file defines at the scope of a namespace with a name."""
    scopes = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := NAMESPACE.match(line):
            scopes.append(found["name"].strip())
        elif CLOSE.match(line):
            scopes.pop()
        elif (found := TYPE.match(line)) and "" not in scopes:
            yield "::".join([*scopes, found["name"]])


def main(folders):
    places = collections.defaultdict(set)
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*.[ch]pp")):
            for name in definitions(path):
                places[name].add(path)
    twice = {name: files for name, files in places.items() if len(files) > 1}
    for name, files in sorted(twice.items()):
        print(f"{name} is defined in {', '.join(str(file) for file in sorted(files))}")
    if not places:
        print("no definition found")
    return 1 if twice or not places else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
