# The reports of `jixiao check` over all samples, read by other programs' eyes. With the path of the published SARIF schema in
# JIXIAO_SARIF_SCHEMA (and Python's jsonschema), the log is validated against it, too.
set(inputs "${samples}" "${CMAKE_CURRENT_SOURCE_DIR}/golden/unreadable" "${CMAKE_CURRENT_SOURCE_DIR}/cli/files")
foreach(report IN ITEMS sarif junit json jsonl)
  add_test(NAME reports.${report}
    COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/reports/reports_test.py" ${report} "${PROJECT_BINARY_DIR}/bin/jixiao" ${inputs})
endforeach()
