# Documents held against each other, over generated forms with seeded faults.
add_test(NAME together
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/together/together_test.py" "${PROJECT_BINARY_DIR}/bin/jixiao" 160)
