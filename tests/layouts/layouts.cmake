# Samples of every described layout in every carrier: which layout is named, as a table.
add_test(NAME layouts.confusion
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/layouts/confusion_test.py" "${PROJECT_BINARY_DIR}/bin/jixiao")
