# Each tests/fuzz/NAME_fuzz.cpp is a libFuzzer target in a fuzzing build, and in any other a plain test that replays
# the samples, its own seeds (tests/fuzz/seeds/NAME) and fixed mutations of both. scripts/fuzz looks longer, and keeps what
# it finds among the seeds, where it is replayed from then on.
file(GLOB fuzz_sources CONFIGURE_DEPENDS "fuzz/*_fuzz.cpp")
# The targets whose input has lines and separators: tests/fuzz/text_mutator.cpp damages those.
set(fuzz_text cells convert csv decode form_language geometry html markdown ruled table_marks tsv wiki)
set(JIXIAO_FUZZ_SECONDS 5 CACHE STRING "How long a test of a fuzzing build looks for faults")

if(NOT JIXIAO_WITH_PDF)
  list(FILTER fuzz_sources EXCLUDE REGEX "(pdf|cmap)[a-z_]*_fuzz")
endif()

# A fuzzer begins with the inputs of the samples, and not with what stands beside them: each file takes it as long as a
# hundred conversions. A replay takes those, too, as they are: mutations of them are three quarters of its time, and look for
# nothing that those of the inputs do not. A fuzzer begins with a quarter of the texts: the golden tests convert each of them
# in the same build, and reading them all once more would be most of its time.
set(inputs_alone "${CMAKE_CURRENT_BINARY_DIR}/fuzz_samples")
file(REMOVE_RECURSE "${inputs_alone}")
file(MAKE_DIRECTORY "${inputs_alone}")
file(GLOB inputs CONFIGURE_DEPENDS "${samples}/*/input.*")
set(texts 0)
foreach(input IN LISTS inputs)
  cmake_path(GET input PARENT_PATH folder)
  cmake_path(GET folder FILENAME name)
  cmake_path(GET input EXTENSION LAST_ONLY extension)
  if(JIXIAO_BUILD_FUZZERS AND extension MATCHES "^[.](html|tsv|txt)$")
    math(EXPR texts "${texts} + 1")
    math(EXPR beside "${texts} % 4")
    if(beside)
      continue()
    endif()
  endif()
  file(CREATE_LINK "${input}" "${inputs_alone}/${name}${extension}" SYMBOLIC)
endforeach()
if(JIXIAO_BUILD_FUZZERS)
  add_library(jixiao_text_mutator OBJECT fuzz/text_mutator.cpp)
  target_link_libraries(jixiao_text_mutator PRIVATE jixiao_house)
  target_compile_options(jixiao_text_mutator PRIVATE $<$<CONFIG:Release>:-Og>)
else()
  add_library(jixiao_replay OBJECT fuzz/replay_main.cpp)
  target_link_libraries(jixiao_replay PRIVATE jixiao_house)
  target_compile_options(jixiao_replay PRIVATE $<$<CONFIG:Release>:-Og>)
endif()

foreach(source IN LISTS fuzz_sources)
  cmake_path(GET source STEM program)
  string(REGEX REPLACE "_fuzz$" "" name "${program}")
  set(seeds "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/seeds/${name}")
  set(corpus "${inputs_alone}")
  if(IS_DIRECTORY "${seeds}")
    list(PREPEND corpus "${seeds}")
  endif()

  if(JIXIAO_BUILD_FUZZERS)
    jixiao_test_program(${program} "${source}")
    if(name IN_LIST fuzz_text)
      target_link_libraries(${program} PRIVATE jixiao_text_mutator jixiao_line_damage)
    endif()
    target_link_options(${program} PRIVATE -fsanitize=fuzzer)
    # libFuzzer writes what it finds into the first folder of its corpus.
    set(found "${CMAKE_CURRENT_BINARY_DIR}/fuzz/${name}/")
    file(MAKE_DIRECTORY "${found}")
    add_test(NAME fuzz.${name} COMMAND ${program} -max_total_time=${JIXIAO_FUZZ_SECONDS} -timeout=10 -rss_limit_mb=2048
      -max_len=65536 -print_final_stats=1 "-artifact_prefix=${found}" "${found}" ${corpus})
  elseif(JIXIAO_BUILD_TESTS)
    jixiao_test_program(${program} "${source}")
    target_link_libraries(${program} PRIVATE jixiao_replay jixiao_line_damage)
    add_test(NAME replay.${name} COMMAND ${program} ${corpus} --as-they-are "${samples}")
  endif()
endforeach()
if(JIXIAO_BUILD_FUZZERS)
  # The whole conversion of each input that they begin with takes most of their time.
  set_tests_properties(fuzz.convert fuzz.geometry PROPERTIES COST 50 TIMEOUT 900)
endif()
