# Documents held against each other, over generated forms with seeded faults.
set(projects 160)
if(JIXIAO_SANITIZE)
  set(projects 64) # four with each fault
endif()
add_test(NAME together
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/together/together_test.py" "${PROJECT_BINARY_DIR}/bin/jixiao"
    ${projects})
set_tests_properties(together PROPERTIES COST 50)
