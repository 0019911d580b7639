# One CTest a document, in every carrier: `ctest -R carriers`. tests/make_samples/carriers.py writes the files.
jixiao_test_program(jixiao_carriers_test carriers/carriers_test.cpp carriers/json_difference.cpp)
if(JIXIAO_WITH_PDF)
  target_compile_definitions(jixiao_carriers_test PRIVATE JIXIAO_WITH_PDF)
endif()

file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true "${CMAKE_CURRENT_SOURCE_DIR}/carriers/*")
foreach(folder IN LISTS folders)
  if(IS_DIRECTORY "${folder}")
    cmake_path(GET folder FILENAME name)
    add_test(NAME carriers.${name} COMMAND jixiao_carriers_test
      "${CMAKE_CURRENT_SOURCE_DIR}/carriers/not_read_right.txt" "${folder}")
  endif()
endforeach()

# Which kind of fault is shown in which carrier: docs/carriers.md says so, and the samples do.
add_test(NAME carriers.kinds COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/carriers/kinds_test.py"
  "${samples}" "${CMAKE_CURRENT_SOURCE_DIR}/carriers" "${PROJECT_SOURCE_DIR}/docs/carriers.md")
