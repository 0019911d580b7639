# The library from many threads. In the tree `tsan` ThreadSanitizer looks on, and these are the only tests.
add_custom_target(jixiao_threads_tests)
function(jixiao_threads_test name test)
  add_executable(jixiao_${name} threads/${name}.cpp)
  jixiao_test_code(jixiao_${name})
  target_link_libraries(jixiao_${name} PRIVATE jixiao_house ${ARGN} jixiao_doctest_main)
  target_compile_definitions(jixiao_${name} PRIVATE JIXIAO_SAMPLES_DIR="${samples}")
  add_test(NAME ${test} COMMAND jixiao_${name})
  set_tests_properties(${test} PROPERTIES ENVIRONMENT
    "TSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/threads/tsan.suppressions")
  add_dependencies(jixiao_threads_tests jixiao_${name})
endfunction()

jixiao_threads_test(threads_test threads jixiao_core_static)
jixiao_threads_test(archive_threads_test threads.archive jixiao_c jixiao_archive_static)
