"""Manual pages hold what a page has to: no warning of mandoc, every option of the command, examples that run.

Usage: manual_test.py JIXIAO COMMAND FOLDER_OF_TEXTS (COMMAND: "jixiao" for the program's own page)
Ends with 77 when mandoc is not installed: the examples ran, the page was not looked at.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

SKIPPED = 77


def said(command, **more):
    return subprocess.run(command, text=True, capture_output=True, timeout=60, **more)


def faults_of_page(program, words):
    page = said([program, "man", *words]).stdout
    lint = said(["mandoc", "-Tlint", "-Wwarning"], input=page)
    yield from lint.stdout.splitlines()
    shown = re.sub(".\b", "", said(["mandoc", "-Tutf8"], input=page).stdout)
    parts = [[*words, line.split()[0]] for line in re.findall(r"^  ([a-z]+ .*)", subcommands(program, words), re.MULTILINE)]
    for part in [words, *parts] if words else [words]:  # the program's commands have pages of their own
        for option in re.findall(r"^  (-\S+)", said([program, *part, "--help"]).stdout, re.MULTILINE):
            for name in option.split(","):
                if not re.search(rf"(?<![\w-]){name}(?![\w-])", shown):
                    yield f"the page does not tell of {' '.join(part)} {name}"
    for part in parts:
        if part[-1] not in shown:
            yield f"the page does not tell of the command {' '.join(part)}"


def subcommands(program, words):
    """The part of the help that lists commands; empty for a command that has none."""
    return "".join(re.findall(r"^(?:Subcommands|About the program):\n((?:  .*\n)+)",
                              said([program, *words, "--help"]).stdout, re.MULTILINE))


def examples_of(text):
    """The commands behind `$ `, each with the lines it goes on in."""
    for block in re.findall(r"^\.Bd -literal.*?\n(.*?)^\.Ed", text, re.MULTILINE | re.DOTALL):
        yield from re.findall(r"^\$ (.*(?:\n  .*)*)", block, re.MULTILINE)


def faults_of_examples(program, text, files):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(files, folder, dirs_exist_ok=True)
        with tarfile.open(pathlib.Path(folder, "archive.tar.gz"), "w:gz") as archive:
            archive.add(files / "archive", "archive")
        environment = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}")
        for command in examples_of(text):
            run = said(["bash", "-o", "pipefail", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL)
            if run.returncode != 0:
                yield f"$ {command}\n{run.stdout}{run.stderr}[{run.returncode}]"


def main():
    program, command, texts = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], pathlib.Path(sys.argv[3])
    text = (texts / f"{command}.man").read_text(encoding="utf-8")
    faults = list(faults_of_examples(program, text, pathlib.Path(__file__).resolve().parent / "files"))
    if shutil.which("mandoc"):
        faults += faults_of_page(program, [] if command == "jixiao" else [command])
    for fault in faults:
        print(fault)
    if faults:
        return 1
    if not shutil.which("mandoc"):
        print("mandoc is not installed: the page was not looked at")
        return SKIPPED
    return 0


if __name__ == "__main__":
    sys.exit(main())
