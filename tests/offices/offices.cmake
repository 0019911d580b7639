# Forms of invented offices, in words that are listed and words that are not.
set(forms 100)
if(JIXIAO_SANITIZE)
  set(forms 25)
endif()
add_test(NAME offices
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/offices/offices_test.py" "${PROJECT_BINARY_DIR}/bin/jixiao" ${forms})
set_tests_properties(offices PROPERTIES COST 40)
