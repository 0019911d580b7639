# The examples of the documentation run.
file(GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/docs/*.md")
foreach(page IN LISTS pages)
  cmake_path(GET page STEM LAST_ONLY name)
  add_test(NAME readme.${name}
    COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/readme/run_examples.py" "${page}"
      --source "${PROJECT_SOURCE_DIR}" --bin "${PROJECT_BINARY_DIR}/bin" --prefix "${JIXIAO_TEST_PREFIX}"
      --cmake "${CMAKE_COMMAND}" --compiler "${CMAKE_CXX_COMPILER}")
  set_tests_properties(readme.${name} PROPERTIES FIXTURES_REQUIRED prefix)
endforeach()
