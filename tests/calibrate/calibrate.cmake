# Prices and certainties against damaged prints of forms whose contents are known: scripts/calibrate.
add_library(jixiao_layout_prints STATIC
  calibrate/complete_layout.cpp calibrate/layout_contents.cpp calibrate/layout_print.cpp calibrate/cases.cpp calibrate/outcomes.cpp calibrate/certainty_count.cpp
  property/damages.cpp property/declaration.cpp property/print.cpp property/vocabulary.cpp)
target_link_libraries(jixiao_layout_prints PUBLIC jixiao_house jixiao::jixiao)
target_compile_definitions(jixiao_layout_prints PUBLIC JIXIAO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
jixiao_test_code(jixiao_layout_prints)
if(CMAKE_UNITY_BUILD)
  target_precompile_headers(jixiao_layout_prints PRIVATE <algorithm> <map> <string> <string_view> <vector> <jixiao/convert.hpp>)
endif()

jixiao_test_program(jixiao_calibrate calibrate/calibrate.cpp calibrate/fit.cpp calibrate/evidence.cpp)
target_link_libraries(jixiao_calibrate PRIVATE jixiao_layout_prints)
