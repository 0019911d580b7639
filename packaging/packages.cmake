# Debian's packages, by `cpack -G DEB` in the build folder or scripts/package: the shared libraries, what building against them
# takes, the program with its manual, the package for Python, and the documentation.
set(CPACK_PACKAGE_NAME jixiao)
set(CPACK_PACKAGE_VENDOR "jixiao")
set(CPACK_PACKAGE_CONTACT "jixiao maintainers <maintainers@jixiao.invalid>")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL runtime dev tools python doc)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE zstd)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# jixiao_package(<component> <section> SUMMARY … TEXT … [DEPENDS …] [RECOMMENDS …] [SUGGESTS …] [ALL]). Macros, since
# CPack reads variables of this scope. ALL: the same on every architecture.
macro(jixiao_package component section)
  cmake_parse_arguments(package "ALL" "SUMMARY;TEXT;DEPENDS;RECOMMENDS;SUGGESTS" "" ${ARGN})
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${package_of_${component}})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section})
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${package_SUMMARY}\n${package_TEXT}")
  set(CPACK_COMPONENT_${upper}_DESCRIPTION "${package_SUMMARY}\n${package_TEXT}")
  foreach(relation IN ITEMS DEPENDS RECOMMENDS SUGGESTS)
    set(CPACK_DEBIAN_${upper}_PACKAGE_${relation} "${package_${relation}}")
  endforeach()
  if(package_ALL)
    set(CPACK_DEBIAN_${upper}_PACKAGE_ARCHITECTURE all)
  endif()
endmacro()

set(library "libjixiao0 (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SHLIBDEPS ON)
# The C interface alone keeps its names within a number; the C++ libraries have the version in theirs.
set(CPACK_DEBIAN_RUNTIME_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_GENERATE_SHLIBS_POLICY "=")
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/triggers" "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_BINARY_DIR}/triggers")

jixiao_package(runtime libs
  SUMMARY "Reader of Chinese budget performance forms (shared libraries)"
  TEXT "The C interface libjixiao, and the C++ libraries libjixiao_core and libjixiao_archive.")
jixiao_package(dev libdevel
  SUMMARY "Reader of Chinese budget performance forms (development)"
  TEXT "Headers, static libraries, and what CMake and pkg-config look for."
  # What the static libraries link; pkg-config asks for it for the shared ones, too.
  DEPENDS "${library}, libarchive-dev, libgumbo-dev, libicu-dev, libpugixml-dev, libqpdf-dev, libsqlite3-dev, libxlsxwriter-dev, libzip-dev, pkg-config")
jixiao_package(tools text
  SUMMARY "Reader of Chinese budget performance forms (command line)"
  TEXT "Reads the forms out of Word documents, workbooks, PDF, OFD, web pages and text into JSON, tables, workbooks and databases,\nwith a finding for all that was repaired, is doubtful or wrong."
  SUGGESTS "jixiao-doc, libreoffice")
jixiao_package(python python ALL
  SUMMARY "Reader of Chinese budget performance forms (Python 3)"
  TEXT "Typed objects, DataFrames of pandas and Dask, and tables in notebooks."
  DEPENDS "python3 (>= 3.9), ${library}" RECOMMENDS "python3-pandas" SUGGESTS "python3-dask, python3-distributed, python3-fsspec")
jixiao_package(doc doc ALL
  SUMMARY "Reader of Chinese budget performance forms (documentation)"
  TEXT "The pages on carriers, tables, databases, profiles and rules, and the cookbook.")
include(CPack)
