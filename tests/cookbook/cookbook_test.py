"""Builds the programs of the cookbook against what is installed, runs them, and compares what they print with the page.

Of each recipe (a heading of the second level) every ```cpp, ```c and ```python block prints the ```text block.
"""
import argparse
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile

PROJECT = """cmake_minimum_required(VERSION 3.25)
project(cookbook LANGUAGES C CXX)
find_package(jixiao REQUIRED)
find_package(Threads REQUIRED)
"""
PROGRAM = """add_executable({name} {name}.{ending})
target_link_libraries({name} PRIVATE {library} Threads::Threads)
"""


def recipes_of(page):
    """(heading, {language: program}, output)"""
    for part in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        blocks = dict(re.findall(r"^```(\w+)\n(.*?)^```$", part, re.MULTILINE | re.DOTALL))
        yield part.splitlines()[0], blocks, blocks.pop("text")


def write_project(folder, recipes):
    """The programs' names by recipe and language."""
    project, names = PROJECT, {}
    for i, (_, programs, _) in enumerate(recipes):
        for ending, library in (("cpp", "jixiao::jixiao"), ("c", "jixiao::c")):
            if ending in programs:
                names[i, ending] = f"{ending}_{i}"
                (folder / f"{ending}_{i}.{ending}").write_text(programs[ending], encoding="utf-8")
                project += PROGRAM.format(name=names[i, ending], ending=ending, library=library)
    (folder / "CMakeLists.txt").write_text(project, encoding="utf-8")
    return names


def build(folder, options):
    for command in ([options.cmake, "-S", folder, "-B", folder / "build", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={options.prefix}",
                     f"-DCMAKE_CXX_COMPILER={options.compiler}", "-DBUILD_SHARED_LIBS=ON",
                     "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror -Wno-missing-field-initializers",
                     "-DCMAKE_C_FLAGS=-Wall -Wextra -Werror -Wno-missing-field-initializers"],
                    [options.cmake, "--build", folder / "build", "--", "-k", "0"]):
        run = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if run.returncode != 0:
            print(run.stdout)
            return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=pathlib.Path)
    for name in ("source", "prefix", "cmake", "compiler", "python"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    recipes = list(recipes_of(options.page.read_text(encoding="utf-8")))
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        names = write_project(folder, recipes)
        if not build(folder, options):
            return 1
        for i, (heading, programs, output) in enumerate(recipes):
            for language, program in programs.items():
                command = [options.python, "-c", program] if language == "python" else [folder / "build" / names[i, language]]
                run = subprocess.run(command, cwd=options.source, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                     timeout=60)
                if run.returncode != 0 or run.stdout != output:
                    faults += 1
                    print(f"{heading}, {language}: status {run.returncode}")
                    print("\n".join(difflib.ndiff(output.splitlines(), run.stdout.splitlines())))
    print(f"{sum(len(programs) for _, programs, _ in recipes)} programs of {len(recipes)} recipes, {faults} of them wrong")
    return 1 if faults or not recipes else 0


if __name__ == "__main__":
    sys.exit(main())
