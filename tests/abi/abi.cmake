# The C interface as binaries see it, against the dump of it in this folder: names, versions, arguments, members and their
# places. Told from debug information, for which the interface's own files are compiled once more, and linked to nothing.
get_target_property(sources jixiao_capi SOURCES)
list(TRANSFORM sources PREPEND "${PROJECT_SOURCE_DIR}/src/capi/")
add_library(jixiao_abi SHARED ${sources})
target_compile_options(jixiao_abi PRIVATE -g -O0)
set_target_properties(jixiao_abi PROPERTIES ${JIXIAO_HIDDEN} OUTPUT_NAME jixiao VERSION ${PROJECT_VERSION} SOVERSION 0)
target_link_libraries(jixiao_abi PRIVATE jixiao_house)
target_link_options(jixiao_abi PRIVATE "-Wl,--version-script=${PROJECT_SOURCE_DIR}/src/capi/jixiao.map")

add_test(NAME abi.c COMMAND "${CMAKE_COMMAND}" "-DLIBRARY=$<TARGET_FILE:jixiao_abi>" "-DHEADERS=${PROJECT_SOURCE_DIR}/include/jixiao"
  "-DSTORED=${CMAKE_CURRENT_SOURCE_DIR}/abi/libjixiao.abi" "-DNOW=${CMAKE_CURRENT_BINARY_DIR}/libjixiao.abi"
  -P "${CMAKE_CURRENT_SOURCE_DIR}/abi/compare.cmake")
