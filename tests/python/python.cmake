# The package for Python, on the shared library of the C interface.
set(python_environment "PYTHONPATH=${PROJECT_SOURCE_DIR}/src/python" "PYTHONDONTWRITEBYTECODE=1" "JIXIAO_LIBRARY=$<TARGET_FILE:jixiao_c>"
  "JIXIAO_PROGRAM=$<TARGET_FILE:jixiao_cli>" "JIXIAO_HEADER=${PROJECT_SOURCE_DIR}/include/jixiao/jixiao.h" "PYTHONUTF8=1")
# Debian's packages for Python are for Debian's interpreter, which need not be the first one on the path.
execute_process(COMMAND "${Python3_EXECUTABLE}" -c "import pandas, dask.dataframe, distributed, setuptools, wheel" RESULT_VARIABLE lacking
  OUTPUT_QUIET ERROR_QUIET)
set(python "${Python3_EXECUTABLE}")
if(lacking)
  set(python /usr/bin/python3)
endif()
add_test(NAME python.package COMMAND "${python}" "${CMAKE_CURRENT_SOURCE_DIR}/python/python_test.py" "${samples}")
add_test(NAME python.docs COMMAND "${python}" "${CMAKE_CURRENT_SOURCE_DIR}/python/examples_test.py"
  "${PROJECT_SOURCE_DIR}/docs/python.md" "${PROJECT_SOURCE_DIR}")
add_test(NAME python.dask COMMAND "${python}" "${CMAKE_CURRENT_SOURCE_DIR}/python/dask_test.py" "${samples}")
add_test(NAME python.wheel COMMAND "${python}" "${CMAKE_CURRENT_SOURCE_DIR}/python/wheel_test.py" "${PROJECT_SOURCE_DIR}/src/python"
  "${samples}/intact_form/input.txt")
set_tests_properties(python.package python.docs python.dask python.wheel PROPERTIES ENVIRONMENT "${python_environment}")
