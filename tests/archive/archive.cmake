# What must hold of whole archives, one CTest a case: workers, packing, damage, kills, memory.
set(archive "${CMAKE_CURRENT_SOURCE_DIR}/archive/archive_test.py")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${archive}")
execute_process(COMMAND "${Python3_EXECUTABLE}" "${archive}" --list
  OUTPUT_VARIABLE cases OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" cases "${cases}")
foreach(case IN LISTS cases)
  add_test(NAME archive.${case} COMMAND Python3::Interpreter "${archive}" "${PROJECT_BINARY_DIR}/bin/jixiao" ${case})
endforeach()
