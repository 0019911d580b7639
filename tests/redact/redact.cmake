# What --redact takes out, looked for in all that is written.
add_test(NAME redact
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/redact/redact_test.py" "${PROJECT_BINARY_DIR}/bin/jixiao")
