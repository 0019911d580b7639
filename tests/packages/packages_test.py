"""Makes Debian's packages of a build, twice, and tries what is in them, unpacked into an empty folder."""
import argparse
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

parser = argparse.ArgumentParser(description=__doc__)
for option in ("cpack", "build", "source", "version"):
    parser.add_argument(f"--{option}", required=True)
options = parser.parse_args()

PACKAGES = ("jixiao", "jixiao-doc", "libjixiao-dev", "libjixiao0", "python3-jixiao")
SOURCES = pathlib.Path(options.source)


def run(*command, **how):
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **how)
    assert done.returncode == 0, f"{command}: status {done.returncode}\n{done.stdout}"
    return done.stdout


def make(folder):
    """The packages by their names."""
    run(options.cpack, "-G", "DEB", "--config", f"{options.build}/CPackConfig.cmake", "-B", folder, cwd=options.build,
        env=dict(os.environ, SOURCE_DATE_EPOCH="1700000000"))
    return {path.name.split("_")[0]: path for path in pathlib.Path(folder).glob("*.deb")}


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.packages = make(f"{cls.folder.name}/first")
        cls.root = pathlib.Path(cls.folder.name, "root")
        for path in cls.packages.values():
            run("dpkg-deb", "--extract", path, cls.root)

    def field(self, package, name):
        return run("dpkg-deb", "--field", self.packages[package], name).strip()

    def test_there_are_five(self):
        self.assertEqual(sorted(self.packages), sorted(PACKAGES))
        for package in PACKAGES:
            self.assertEqual(self.field(package, "Version"), options.version)
            self.assertTrue((self.root / f"usr/share/doc/{package}/copyright").is_file(), package)

    def test_they_ask_for_what_they_need(self):
        for library in ("libicu", "libgumbo", "libpugixml", "libzip", "libqpdf", "libarchive", "libsqlite3"):
            self.assertIn(library, self.field("libjixiao0", "Depends"))
            self.assertIn(library, self.field("jixiao", "Depends"))
            self.assertIn(library, self.field("libjixiao-dev", "Depends"))
        for package in ("libjixiao-dev", "python3-jixiao"):
            self.assertIn(f"libjixiao0 (= {options.version})", self.field(package, "Depends"))
        for package in ("python3-jixiao", "jixiao-doc"):
            self.assertEqual(self.field(package, "Architecture"), "all")
        self.assertIn("ldconfig", run("dpkg-deb", "--info", self.packages["libjixiao0"], "triggers"))

    def test_nothing_is_in_two_of_them_or_elsewhere(self):
        seen = {}
        for package, path in self.packages.items():
            for line in run("dpkg-deb", "--contents", path).splitlines():
                name = line.split()[5]
                if not name.endswith("/"):
                    self.assertNotIn(name, seen)
                    self.assertTrue(name.startswith("./usr/"), name)
                    self.assertRegex(line.split()[1], "root/root")
                    seen[name] = package

    def test_the_same_tree_gives_the_same_bytes(self):
        again = make(f"{self.folder.name}/second")
        for package, path in self.packages.items():
            self.assertEqual(*(hashlib.sha256(one.read_bytes()).hexdigest() for one in (path, again[package])), package)

    def test_no_file_tells_where_it_was_built(self):
        for path in self.root.rglob("*"):
            if path.is_file() and not path.is_symlink():
                held = path.read_bytes()
                for folder in (options.build, options.source):
                    self.assertNotIn(folder.encode() + b"/", held, path)

    def test_they_work(self):
        smoke = SOURCES / "tests/packages/smoke"
        run(smoke, "run", self.root / "usr", SOURCES / "samples/intact_form/input.txt")
        run(smoke, "build", self.root / "usr", SOURCES / "tests/install")

    def test_dask_gives_the_rows_of_the_program(self):
        told = run(sys.executable, SOURCES / "tests/python/cluster.py", "60",
                   env={**{name: value for name, value in os.environ.items() if name != "JIXIAO_LIBRARY"},
                        "PYTHONPATH": str(self.root / "usr/lib/python3/dist-packages"),
                        "JIXIAO_PROGRAM": str(self.root / "usr/bin/jixiao")})
        self.assertIn("the same rows", told)

    def test_the_bill_of_materials_names_what_is_loaded(self):
        sbom = json.loads((self.root / "usr/share/doc/jixiao/jixiao.spdx.json").read_text(encoding="utf-8"))
        self.assertEqual(sbom["spdxVersion"], "SPDX-2.3")
        self.assertEqual(len({package["SPDXID"] for package in sbom["packages"]}), len(sbom["packages"]))
        related = {relation["relatedSpdxElement"] for relation in sbom["relationships"]}
        for package in sbom["packages"]:
            self.assertIn(package["SPDXID"], related)
            self.assertRegex(package["versionInfo"], r"^\d", package["name"])
        names = {re.sub(r"^lib", "", package["name"]) for package in sbom["packages"]}
        called = {"icuuc": "icu", "icudata": "icu"}
        system = {"c", "m", "stdc++", "gcc_s", "pthread", "jixiao_core", "jixiao_archive"}
        for path in [self.root / "usr/bin/jixiao", *self.root.glob("usr/lib/**/*.so.*")]:
            for library in re.findall(r"NEEDED.*lib([\w+]+)\.so", run("objdump", "-p", path)):
                name = called.get(library, library)
                self.assertTrue(name in names or library in system, library)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
