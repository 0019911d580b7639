# Bad input, one CTest a case: the code, the exit status, and bounds on memory and time.
set(hostile "${CMAKE_CURRENT_SOURCE_DIR}/hostile/hostile_test.py")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${hostile}" "${CMAKE_CURRENT_SOURCE_DIR}/hostile/pdf_files.py")
execute_process(COMMAND "${Python3_EXECUTABLE}" "${hostile}" --list
  OUTPUT_VARIABLE cases OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" cases "${cases}")
if(NOT JIXIAO_WITH_PDF)
  list(FILTER cases EXCLUDE REGEX "^pdf[.]")
endif()
foreach(case IN LISTS cases)
  add_test(NAME hostile.${case} COMMAND Python3::Interpreter "${hostile}" "${PROJECT_BINARY_DIR}/bin/jixiao" ${case})
endforeach()
