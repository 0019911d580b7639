"""A wheel with the library in it is for this kind of machine, and for every Python 3; without it, it is for all machines."""
import pathlib

from setuptools import Distribution, setup
from wheel.bdist_wheel import bdist_wheel


class Package(Distribution):
    def has_ext_modules(self):
        return pathlib.Path("jixiao/libjixiao.so.0").exists()


class Wheel(bdist_wheel):
    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


setup(cmdclass={"bdist_wheel": Wheel}, distclass=Package)
