# One program, one CTest a file: `ctest -R unit.grammars.amount`.

file(GLOB_RECURSE unit_tests CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}/unit" "unit/*_test.cpp")
list(FILTER unit_tests EXCLUDE REGEX "/(pdf|without_pdf)_test\\.cpp$")
if(JIXIAO_WITH_PDF)
  list(APPEND unit_tests readers/pdf_test.cpp)
else()
  list(APPEND unit_tests readers/without_pdf_test.cpp)
endif()
list(TRANSFORM unit_tests PREPEND unit/ OUTPUT_VARIABLE unit_sources)
jixiao_test_program(jixiao_unit_tests ${unit_sources} DOCTEST)
if(CMAKE_UNITY_BUILD)
  # What most tests include is parsed once for all programs of doctest's cases.
  target_precompile_headers(jixiao_unit_tests PRIVATE
    <algorithm> <array> <filesystem> <fstream> <map> <optional> <set> <string> <string_view> <utility> <vector>
    <doctest/doctest.h> <jixiao/convert.hpp> <jixiao/writers.hpp>)
endif()
target_link_libraries(jixiao_unit_tests PRIVATE pugixml::pugixml PkgConfig::libzip
  PkgConfig::libarchive PkgConfig::sqlite3 $<$<BOOL:${JIXIAO_WITH_PDF}>:PkgConfig::libqpdf>)

foreach(file IN LISTS unit_tests)
  string(REGEX REPLACE "_test\\.cpp$" "" name "${file}")
  string(REPLACE "/" "." name "${name}")
  add_test(NAME unit.${name} COMMAND jixiao_unit_tests "--source-file=*/unit/${file}")
  set_tests_properties(unit.${name} PROPERTIES FAIL_REGULAR_EXPRESSION "test cases: +0 ")
endforeach()

# What a build without libqpdf says of a PDF: what stands in for its reader is linked in the reader's place.
if(JIXIAO_WITH_PDF)
  add_library(jixiao_without_pdf OBJECT "${PROJECT_SOURCE_DIR}/src/readers/pdf/without.cpp")
  target_link_libraries(jixiao_without_pdf PRIVATE jixiao_house)
  jixiao_test_program(jixiao_without_pdf_test unit/readers/without_pdf_test.cpp DOCTEST AS_NEEDED)
  target_link_libraries(jixiao_without_pdf_test PRIVATE jixiao_without_pdf)
  add_test(NAME unit.readers.without_pdf COMMAND jixiao_without_pdf_test)
endif()
