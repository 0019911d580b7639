"""Where the package looks for its library. Usage: library_test.py DIST-PACKAGES"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PACKAGE = pathlib.Path(sys.argv.pop()).resolve() / "jixiao"


def imported(folder, **environment):
    """What came of `import jixiao` from a folder: the version, or the last line of the error."""
    kept = {name: value for name, value in os.environ.items() if name not in ("JIXIAO_LIBRARY", "LD_LIBRARY_PATH")}
    run = subprocess.run([sys.executable, "-c", "import jixiao; print(jixiao.version())"], text=True, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, env={**kept, "PYTHONPATH": str(folder), **environment})
    return run.stdout.strip().splitlines()[-1]


class Library(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.binary, = PACKAGE.parents[2].rglob("libjixiao.so.0")

    def copied(self, to):
        shutil.copytree(PACKAGE, pathlib.Path(self.folder.name, to, "jixiao"))
        return pathlib.Path(self.folder.name, to)

    def test_that_of_its_prefix(self):
        self.assertRegex(imported(PACKAGE.parent), r"^\d")

    def test_the_one_beside_it(self):
        site = self.copied("site")
        shutil.copy(self.binary, site / "jixiao")
        self.assertRegex(imported(site), r"^\d")

    def test_the_one_that_is_named_and_no_other(self):
        self.assertRegex(imported(self.copied("site"), JIXIAO_LIBRARY=str(self.binary)), r"^\d")
        told = imported(PACKAGE.parent, JIXIAO_LIBRARY="/nowhere/libjixiao.so.0")
        self.assertRegex(told, "^ImportError: .*/nowhere/libjixiao.so.0")

    def test_where_there_is_none_it_says_what_is_missing(self):
        told = imported(self.copied("site"))
        if not told[:1].isdigit():  # no system's library
            self.assertRegex(told, "^ImportError: .*libjixiao0.*JIXIAO_LIBRARY")


if __name__ == "__main__":
    unittest.main()
