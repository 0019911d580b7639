"""Runs the examples of a Markdown page: what a reader copies from it has to work.

```console  `$ ` lines are commands, the lines below them their output; a line of just `...` or `…` stands for any
            lines, a `…` within a line for any text. scripts/convert counts as `jixiao convert`; other scripts, git and cmake are not run.
```form     a form grammar that `jixiao grammars check` must accept.
```cmake    linked against the installed package, with the page's ```cpp blocks as programs.
"""
import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ANY_LINES = {"...", "…"}
NOT_RUN = re.compile(r"(sudo |git |cd |cmake |apt|scripts/(?!convert))")


def blocks_of(page):
    """(language, text, line number) of every fenced block."""
    return [
        (match[1], match[2], page[: match.start()].count("\n") + 1)
        for match in re.finditer(r"^```(\w+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    ]


def transcript_of(text):
    """[command, [output lines]] of a console block."""
    steps = []
    for line in text.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        elif steps:
            steps[-1][1].append(line)
    return steps


def fits(expected, actual):
    """True when the lines are the same, ANY_LINES standing for none, one or many."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() in ANY_LINES else re.escape(line.rstrip()).replace("…", ".*") + "\n"
        for line in expected
    )
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in actual)) is not None


def check_console(text, folder, options):
    environment = dict(os.environ, PATH=f"{options.bin}:{os.environ['PATH']}")
    for command, expected in transcript_of(text):
        if NOT_RUN.match(command):
            continue
        command = re.sub(r"^(?:\./)?scripts/convert\b", "jixiao convert", command)
        run = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        actual = run.stdout.splitlines()
        if not fits(expected, actual):
            yield f"$ {command}\n" + "\n".join(difflib.ndiff(expected, actual))
        elif run.returncode not in (0, 1):
            yield f"$ {command}\nexit status {run.returncode}"


def check_form(text, folder, options):
    path = pathlib.Path(folder, "example.form")
    path.write_text(text, encoding="utf-8")
    run = subprocess.run([f"{options.bin}/jixiao", "grammars", "check", path.name], cwd=folder, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    if run.returncode != 0:
        yield run.stdout


def complete_project(text):
    """A CMakeLists.txt around what the page shows of one."""
    target = re.search(r"target_link_libraries\((\S+)", text)[1]
    if "add_executable" not in text:
        text = f"add_executable({target} main.cpp)\n{text}"
    if "project(" not in text:
        text = f"cmake_minimum_required(VERSION 3.25)\nproject(example LANGUAGES CXX)\n{text}"
    return text


def check_program(project, program, options):
    if "int main" not in program:
        includes = "".join(line + "\n" for line in program.splitlines() if line.startswith("#include"))
        body = "".join(line + "\n" for line in program.splitlines() if not line.startswith("#include"))
        program = f"{includes}int main() {{\n{body}}}\n"
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "CMakeLists.txt").write_text(complete_project(project), encoding="utf-8")
        pathlib.Path(folder, "main.cpp").write_text(program, encoding="utf-8")
        for command in ([options.cmake, "-S", ".", "-B", "build", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={options.prefix}",
                         f"-DCMAKE_CXX_COMPILER={options.compiler}"], [options.cmake, "--build", "build"]):
            run = subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            if run.returncode != 0:
                yield run.stdout
                return


def faults_of(page, options):
    blocks = blocks_of(page)
    projects = [text for language, text, _ in blocks if language == "cmake" and "target_link_libraries" in text]
    with tempfile.TemporaryDirectory() as folder:
        # Commands see the tree's files and leave theirs elsewhere.
        for entry in pathlib.Path(options.source).iterdir():
            if not entry.name.startswith((".", "build")):
                pathlib.Path(folder, entry.name).symlink_to(entry)
        for language, text, line in blocks:
            checks = {
                "console": lambda: check_console(text, folder, options),
                "form": lambda: check_form(text, folder, options),
                "cpp": lambda: check_program(projects[0], text, options) if projects else (),
            }
            for fault in checks.get(language, tuple)():
                yield line, fault


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=pathlib.Path)
    for name in ("source", "bin", "prefix", "cmake", "compiler"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    faults = list(faults_of(options.page.read_text(encoding="utf-8"), options))
    for line, fault in faults:
        print(f"{options.page.name}:{line}: the example does not do what the page says\n{fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
