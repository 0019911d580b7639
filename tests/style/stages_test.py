#!/usr/bin/env python3
"""The link lines are the architecture: a file includes headers of its own stage and of those that its stage uses.

All stages share one include root, so that the compiler would take any header. Usage: stages_test.py STAGES SOURCE-ROOT;
STAGES has a line `NAME: USED …: FOLDER …` a stage, as jixiao_stage notes them.
"""

import collections
import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "([\w/]+/\w+\.(?:hpp|def))"', re.MULTILINE)


def read_stages(path):
    """What each stage uses, and the stages that have files in each folder."""
    uses, in_folder = {}, collections.defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        name, used, folders = (part.split() for part in line.split(":"))
        uses[name[0]] = set(used)
        for folder in folders:
            in_folder[folder].add(name[0])
    return uses, in_folder


def stages_of(folder, in_folder):
    """The stages of a folder: those of the nearest one above it that has any."""
    for parent in [folder, *folder.parents]:
        if found := in_folder.get(parent.as_posix()):
            return found
    return set()


def includes(root, in_folder):
    """File, its stages, header and the header's stages, for each header of ours."""
    for top in ("src", "grammars"):
        for path in sorted((root / top).rglob("*.[ch]pp")):
            name = path.relative_to(root)
            if own := stages_of(name.parent, in_folder):
                for header in INCLUDE.findall(path.read_text(encoding="utf-8")):
                    folder = pathlib.PurePosixPath(header).parent
                    if of := stages_of("src" / folder, in_folder) or stages_of(folder, in_folder):
                        yield name, own, header, of


def ring(uses):
    """Stages that use each other in a ring; empty where there is none."""
    left = dict(uses)
    while free := [name for name, used in left.items() if not used & left.keys()]:
        for name in free:
            del left[name]
    return sorted(left)


def main(stages, root):
    uses, in_folder = read_stages(pathlib.Path(stages))
    wrong = []
    for path, own, header, of in includes(pathlib.Path(root), in_folder):
        if not of & own.union(*(uses[stage] for stage in own)):
            wrong.append(f"{path} includes {header} of {' or '.join(sorted(of))}, which its stage does not use")
    if around := ring(uses):
        wrong.append(f"stages use each other: {', '.join(around)}")
    if not uses:
        wrong.append("no stage found")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
