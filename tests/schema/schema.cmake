# All that is converted in the tests, held against the schema of documents.
add_test(NAME schema
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/schema/schema_test.py" "${PROJECT_BINARY_DIR}/bin/jixiao" "${samples}"
    "${CMAKE_CURRENT_SOURCE_DIR}/golden/unreadable" "${CMAKE_CURRENT_SOURCE_DIR}/cli/files" "${CMAKE_CURRENT_SOURCE_DIR}/carriers")
