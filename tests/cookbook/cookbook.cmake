# The cookbook's programs, built against what is installed.
add_test(NAME cookbook COMMAND "${python}" "${CMAKE_CURRENT_SOURCE_DIR}/cookbook/cookbook_test.py"
  "${PROJECT_SOURCE_DIR}/docs/cookbook.md" --source "${PROJECT_SOURCE_DIR}" --prefix "${JIXIAO_TEST_PREFIX}"
  --cmake "${CMAKE_COMMAND}" --compiler "${CMAKE_CXX_COMPILER}" --python "${python}")
set_tests_properties(cookbook PROPERTIES FIXTURES_REQUIRED prefix ENVIRONMENT "${python_environment}")
