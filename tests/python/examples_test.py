"""Runs the examples of a page: `>>>` with what comes of it. Usage: examples_test.py PAGE FOLDER"""
import doctest
import os
import pathlib
import re
import sys


def main():
    page, folder = pathlib.Path(sys.argv[1]), sys.argv[2]
    os.chdir(folder)
    # A fence is no output.
    text = re.sub(r"^```.*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test)
    result = runner.summarize()
    print(f"{result.attempted} examples")
    return 1 if result.failed or result.attempted == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
