# Line-damaged variants of all samples through the whole conversion, in the build that users run. The test takes a few
# thousand; `bin/jixiao_damage --variants 1000000 --jobs 2 samples/*/input.* tests/carriers` takes the time it needs.
jixiao_test_program(jixiao_damage damage/damage_main.cpp damage/run_variants.cpp)
target_link_libraries(jixiao_damage PRIVATE jixiao_line_damage)
file(GLOB inputs CONFIGURE_DEPENDS "${samples}/*/input.*")
set(variants 5000)
if(JIXIAO_SANITIZE) # thirty times as long
  set(variants 1000)
endif()
add_test(NAME damage.samples
  COMMAND jixiao_damage --variants ${variants} ${inputs} "${CMAKE_CURRENT_SOURCE_DIR}/carriers")
set_tests_properties(damage.samples PROPERTIES COST 100)
