"""Runs the commands of a transcript in a folder with the files of files/, and compares what they say.

Usage: run_transcript.py TRANSCRIPT.md FOLDER_OF_JIXIAO
In a ```console block, a line `$ COMMAND` is run by bash; behind it stand the lines of its standard output, then those of
its standard error, each behind `2> `, then its exit status as `[3]`, unless that is 0. UPDATE_GOLDEN=1 rewrites them.
`python3 -m NAME` runs a program of tools/.
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOOLS = str(pathlib.Path(__file__).resolve().parent / "tools")


def said(command, folder, bin_folder):
    environment = {"PATH": f"{bin_folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": folder,
                   "PYTHONPATH": TOOLS, "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                         capture_output=True, timeout=60)
    out = run.stdout.decode(errors="backslashreplace").splitlines()
    errors = ["2> " + line for line in run.stderr.decode(errors="backslashreplace").splitlines()]
    return out + errors + ([f"[{run.returncode}]"] if run.returncode else [])


def rerun(block, folder, bin_folder):
    lines = []
    for line in block.splitlines():
        if line.startswith("$ "):
            lines += [line] + said(line[2:], folder, bin_folder)
    return "".join(line + "\n" for line in lines)


def main():
    path, bin_folder = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    expected = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(path.parent / "files", folder, dirs_exist_ok=True)
        actual = re.sub(r"(?<=^```console\n).*?(?=^```$)", lambda block: rerun(block[0], folder, bin_folder), expected,
                        flags=re.MULTILINE | re.DOTALL)
    if actual == expected:
        return 0
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_text(actual, encoding="utf-8")
        print("rewriting", path)
        return 0
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), actual.splitlines(True), "expected", "actual"))
    return 1


if __name__ == "__main__":
    sys.exit(main())
