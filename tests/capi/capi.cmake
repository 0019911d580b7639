# The C interface, from C.
enable_language(C)
add_executable(jixiao_capi_test capi/main.c capi/converting.c capi/parts.c capi/batch.c)
target_compile_options(jixiao_capi_test PRIVATE -Wall -Wextra -Wpedantic -Werror)
set_target_properties(jixiao_capi_test PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF UNITY_BUILD OFF)
target_link_libraries(jixiao_capi_test PRIVATE jixiao::c)
add_test(NAME capi.c COMMAND jixiao_capi_test "${samples}")
