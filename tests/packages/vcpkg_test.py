"""The port for vcpkg against the tree it builds, without vcpkg: its manifest, and its script run with vcpkg's functions replaced by
ones that write down what they are asked. Usage: vcpkg_test.py SOURCES VERSION CMAKE"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# What the tree's CMake files look for, by the names of vcpkg's ports.
PORTS = {"Boost": "boost-spirit", "ICU": "icu", "RapidJSON": "rapidjson", "CLI11": "cli11",
         "libqpdf": "qpdf", "xlsxwriter": "libxlsxwriter"}
OF_CMAKE = {"PkgConfig", "Threads"}

STUBS = """cmake_minimum_required(VERSION 3.25)
set(VCPKG_LIBRARY_LINKAGE {linkage})
set(CURRENT_PACKAGES_DIR "{folder}")
set(PORT jixiao)
set(FEATURES core pdf)
function(vcpkg_check_features)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUT_FEATURE_OPTIONS" "FEATURES")
  set(options)
  while(arg_FEATURES)
    list(POP_FRONT arg_FEATURES feature option)
    if(feature IN_LIST FEATURES)
      list(APPEND options -D${{option}}=ON)
    else()
      list(APPEND options -D${{option}}=OFF)
    endif()
  endwhile()
  set(${{arg_OUT_FEATURE_OPTIONS}} ${{options}} PARENT_SCOPE)
endfunction()
function(vcpkg_find_acquire_program name)
  set(${{name}} pkg-config PARENT_SCOPE)
endfunction()
function(vcpkg_cmake_configure)
  message(STATUS "configure ${{ARGN}}")
endfunction()
foreach(name IN ITEMS cmake_install cmake_config_fixup fixup_pkgconfig copy_pdbs copy_tools install_copyright)
  cmake_language(EVAL CODE "function(vcpkg_${{name}})\\n message(STATUS \\"${{name}} \\${{ARGN}}\\")\\n endfunction()")
endforeach()
include("{port}/portfile.cmake")
"""


def manifest_faults(manifest, sources, version):
    if manifest["version"] != version:
        yield f"the port is of {manifest['version']}, the tree of {version}"
    ports = {one if isinstance(one, str) else one["name"] for one in manifest["dependencies"]}
    for feature in manifest["features"].values():
        ports |= set(feature["dependencies"])
    wanted = set()
    for path in [sources / "CMakeLists.txt", *sources.glob("src/**/CMakeLists.txt")]:
        text = path.read_text(encoding="utf-8")
        wanted |= set(re.findall(r"^\s*(?:find_package|pkg_check_modules)\((\w+)", text, re.MULTILINE)) - OF_CMAKE
    wanted = {PORTS.get(name, name.lower()) for name in wanted}
    yield from (f"the port does not ask for {name}" for name in sorted(wanted - ports))
    yield from (f"nothing asks for {name}" for name in sorted(ports - wanted) if not name.startswith("vcpkg-"))


def script_faults(port, sources, cmake):
    options = set(re.findall(r"option\((\w+)", (sources / "CMakeLists.txt").read_text(encoding="utf-8")))
    for linkage in ("static", "dynamic"):
        with tempfile.TemporaryDirectory() as folder:
            script = pathlib.Path(folder, "run.cmake")
            script.write_text(STUBS.format(linkage=linkage, folder=folder, port=port), encoding="utf-8")
            run = subprocess.run([cmake, "-P", script], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            if run.returncode != 0 or not pathlib.Path(folder, "share/jixiao/usage").is_file():
                yield run.stdout
                continue
            configure = next(line for line in run.stdout.splitlines() if "-- configure" in line)
            yield from (f"there is no option {name}" for name in re.findall(r"-D(JIXIAO_\w+)", configure) if name not in options)
            for told in (f"SOURCE_PATH;{sources}", "-DJIXIAO_WITH_PDF=ON", "-DJIXIAO_BUILD_PROGRAM=OFF", "-DJIXIAO_BUILD_TESTS=OFF",
                         f"-DBUILD_SHARED_LIBS={'1' if linkage == 'dynamic' else '0'}"):
                if told not in configure:
                    yield f"{linkage}: {told} is not told: {configure}"
            for call in ("cmake_install", "cmake_config_fixup CONFIG_PATH;lib/cmake/jixiao", "install_copyright"):
                if call not in run.stdout:
                    yield f"{linkage}: {call} is not called"


def main():
    sources, version, cmake = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    port = sources / "packaging/vcpkg/jixiao"
    manifest = json.loads((port / "vcpkg.json").read_text(encoding="utf-8"))
    faults = [*manifest_faults(manifest, sources, version), *script_faults(port, sources, cmake)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
