# What neither compiler nor linker says.
add_test(NAME style.one_definition
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/style/one_definition_test.py"
    "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/grammars")

get_property(stages GLOBAL PROPERTY JIXIAO_STAGES)
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/stages.txt" "${stages}")
add_test(NAME style.stages
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/style/stages_test.py"
    "${CMAKE_CURRENT_BINARY_DIR}/stages.txt" "${PROJECT_SOURCE_DIR}")
