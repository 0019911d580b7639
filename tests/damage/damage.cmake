# Line-damaged variants of all samples through the whole conversion, in the build that users run. The test takes a few
# thousand; `bin/jixiao_damage --variants 1000000 --jobs 2 samples tests/carriers` takes the time it needs.
jixiao_test_program(jixiao_damage damage/damage_main.cpp damage/line_damage.cpp damage/run_variants.cpp)
add_test(NAME damage.samples COMMAND jixiao_damage --variants 5000 "${samples}" "${CMAKE_CURRENT_SOURCE_DIR}/carriers")
