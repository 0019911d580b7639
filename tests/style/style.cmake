# What neither compiler nor linker says.
add_test(NAME style.one_definition
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/style/one_definition_test.py"
    "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/grammars")
