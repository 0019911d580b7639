# The library from many threads. In the tree `tsan` ThreadSanitizer looks on, and these are the only tests: of the core, and
# with JIXIAO_INSTRUMENTED_TBB of archives and the C interface. Workers hand over by oneTBB; where its library is not
# instrumented they would be seen racing.
add_custom_target(jixiao_threads_tests)
function(jixiao_threads_test name test)
  add_executable(jixiao_${name} threads/${name}.cpp)
  set_target_properties(jixiao_${name} PROPERTIES UNITY_BUILD OFF)
  target_link_libraries(jixiao_${name} PRIVATE jixiao_house ${ARGN} doctest::doctest)
  target_compile_definitions(jixiao_${name} PRIVATE JIXIAO_SAMPLES_DIR="${samples}")
  add_test(NAME ${test} COMMAND jixiao_${name})
  add_dependencies(jixiao_threads_tests jixiao_${name})
endfunction()

jixiao_threads_test(threads_test threads jixiao_core_static)
if(NOT JIXIAO_SANITIZE STREQUAL "thread" OR JIXIAO_INSTRUMENTED_TBB)
  jixiao_threads_test(archive_threads_test threads.archive jixiao_c jixiao_archive_static)
endif()
