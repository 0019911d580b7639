"""The types that the package tells a checker: its own files in strict mode, and a program that uses them well and badly."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

WELL = """
import decimal
from typing import List, Optional
import jixiao

document: jixiao.Document = jixiao.convert(b"", name="form.txt", least="likely", hide_contacts=True)
names: List[Optional[str]] = [form.project_name for form in document.forms]
fund = document.forms[0].fund("year.total.budget")
yuan: Optional[decimal.Decimal] = fund.yuan if fund else None
for one in jixiao.convert_many(["a", "b"], workers=2, progress=lambda done, path: print(done, path.upper())):
    print(one.findings[0].at.line)
report: str = jixiao.check("form.docx", language="zh").report("sarif")
"""
BADLY = {
    'jixiao.convert(b"").forms[0].fund("year.total.budget").yuan': "union-attr",  # there may be no such amount
    'jixiao.convert(b"", colour=True)': "call-arg",
    'jixiao.convert_many(["a"], workers="two")': "arg-type",
    'jixiao.check("a", keep_grid="yes")': "arg-type",
    'jixiao.convert("a").forms[0].project_nam': "attr-defined",
}


def mypy(*arguments):
    # Others' packages are left out: what they tell of types depends on their version.
    run = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--no-site-packages", "--ignore-missing-imports",
                          "--show-error-codes", "--cache-dir", "/dev/null", *arguments], text=True, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT)
    return run.returncode, run.stdout


class Types(unittest.TestCase):
    def test_the_package_is_strict(self):
        status, told = mypy("-p", "jixiao")
        self.assertEqual(status, 0, told)

    def test_uses(self):
        lines = list(BADLY)
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder, "program.py")
            program.write_text(WELL + "\n".join(lines) + "\n", encoding="utf-8")
            told = mypy(str(program))[1]
        first = WELL.count("\n") + 1
        for number, line in enumerate(lines, first):
            self.assertRegex(told, rf"program.py:{number}: error: .*\[{BADLY[line]}\]")
        self.assertEqual(told.count(": error:"), len(lines), told)


if __name__ == "__main__":
    unittest.main()
