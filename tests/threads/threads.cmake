# The library from many threads. In the tree `tsan` ThreadSanitizer looks on, there this is the only test: of the core alone,
# since the archive's workers hand over by oneTBB, whose library is not instrumented, so that it would be seen racing.
add_executable(jixiao_threads_test threads/threads_test.cpp)
set_target_properties(jixiao_threads_test PROPERTIES UNITY_BUILD OFF)
target_link_libraries(jixiao_threads_test PRIVATE jixiao_house jixiao_core_static doctest::doctest)
target_compile_definitions(jixiao_threads_test PRIVATE JIXIAO_SAMPLES_DIR="${samples}")
add_test(NAME threads COMMAND jixiao_threads_test)
