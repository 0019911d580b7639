"""Makes the wheel as a build front end does (PEP 517), and uses what is in it. Usage: wheel_test.py FOLDER-OF-PYPROJECT SAMPLE"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile


def main():
    project, sample = pathlib.Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(project, f"{folder}/project", ignore=shutil.ignore_patterns("__pycache__"))
        build = "import setuptools.build_meta, sys; setuptools.build_meta.build_wheel(sys.argv[1])"
        subprocess.run([sys.executable, "-c", build, folder], cwd=f"{folder}/project", check=True, stdout=subprocess.DEVNULL)
        wheel, = pathlib.Path(folder).glob("jixiao-*-py3-none-any.whl")
        with zipfile.ZipFile(wheel) as opened:
            opened.extractall(f"{folder}/site")
        packed = {path.name for path in pathlib.Path(folder, "site/jixiao").iterdir()}
        wanted = {path.name for path in (project / "jixiao").iterdir() if path.suffix in (".py", ".typed")}
        use = "import jixiao, sys; assert jixiao.__file__.startswith(sys.argv[1]) and jixiao.convert(sys.argv[2]).forms"
        subprocess.run([sys.executable, "-c", use, folder, sample], env=dict(os.environ, PYTHONPATH=f"{folder}/site"), check=True)
        if packed != wanted:
            print(f"the wheel has {sorted(packed)}, not {sorted(wanted)}")
        return 0 if packed == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
