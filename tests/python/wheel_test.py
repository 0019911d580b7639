"""Makes the wheel as a build front end does (PEP 517), with and without the library in it, and uses what is in it.
Usage: wheel_test.py FOLDER-OF-PYPROJECT SAMPLE LIBRARY"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

LIBRARY, SAMPLE, PROJECT = sys.argv.pop(), sys.argv.pop(), pathlib.Path(sys.argv.pop())
BUILD = "import setuptools.build_meta, sys; setuptools.build_meta.build_wheel(sys.argv[1])"
USE = "import jixiao, sys; assert jixiao.__file__.startswith(sys.argv[1]) and jixiao.convert(sys.argv[2]).forms"


class Wheel(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        shutil.copytree(PROJECT, self.folder / "project", ignore=shutil.ignore_patterns("__pycache__"))

    def made(self):
        """The wheel's name; what is in it is unpacked into `site`."""
        subprocess.run([sys.executable, "-c", BUILD, self.folder], cwd=self.folder / "project", check=True,
                       stdout=subprocess.DEVNULL)
        wheel, = self.folder.glob("jixiao-*.whl")
        with zipfile.ZipFile(wheel) as opened:
            opened.extractall(self.folder / "site")
        return wheel.name

    def use(self, **environment):
        kept = {name: value for name, value in os.environ.items() if name != "JIXIAO_LIBRARY"}
        subprocess.run([sys.executable, "-c", USE, self.folder, SAMPLE], check=True,
                       env={**kept, "PYTHONPATH": str(self.folder / "site"), **environment})

    def test_for_all_machines(self):
        self.assertRegex(self.made(), r"-py3-none-any\.whl$")
        packed = {path.name for path in (self.folder / "site/jixiao").iterdir()}
        self.assertEqual(packed, {path.name for path in (PROJECT / "jixiao").iterdir() if path.suffix in (".py", ".typed")})
        self.use(JIXIAO_LIBRARY=LIBRARY)

    def test_with_the_library(self):
        shutil.copy(LIBRARY, self.folder / "project/jixiao")
        self.assertRegex(self.made(), r"-py3-none-linux_\w+\.whl$")
        self.use()


if __name__ == "__main__":
    unittest.main()
