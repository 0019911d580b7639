# The package for Python as it is installed, on the shared library beside it. Only the wheel is made of the sources.
set(dist_packages "${JIXIAO_TEST_PREFIX}/lib/python3/dist-packages")
set(python_environment "PYTHONPATH=${dist_packages}" "PYTHONDONTWRITEBYTECODE=1" "PYTHONUTF8=1" "MYPYPATH=${dist_packages}"
  "JIXIAO_PROGRAM=${JIXIAO_TEST_PREFIX}/${CMAKE_INSTALL_BINDIR}/jixiao"
  "JIXIAO_HEADER=${JIXIAO_TEST_PREFIX}/${CMAKE_INSTALL_INCLUDEDIR}/jixiao/jixiao.h")
# Debian's packages for Python are for Debian's interpreter, which need not be the first one on the path.
execute_process(COMMAND "${Python3_EXECUTABLE}" -c "import pandas, dask.dataframe, distributed, mypy, setuptools, wheel"
  RESULT_VARIABLE lacking OUTPUT_QUIET ERROR_QUIET)
set(python "${Python3_EXECUTABLE}")
if(lacking)
  set(python /usr/bin/python3)
endif()
set(python_tests "${CMAKE_CURRENT_SOURCE_DIR}/python")
add_test(NAME python.package COMMAND "${python}" "${python_tests}/python_test.py" "${samples}")
add_test(NAME python.docs COMMAND "${python}" "${python_tests}/examples_test.py" "${PROJECT_SOURCE_DIR}/docs/python.md"
  "${PROJECT_SOURCE_DIR}")
add_test(NAME python.dask COMMAND "${python}" "${python_tests}/dask_test.py" "${samples}")
add_test(NAME python.own_library COMMAND "${python}" "${python_tests}/library_test.py" "${dist_packages}")
add_test(NAME python.types COMMAND "${python}" "${python_tests}/types_test.py")
add_test(NAME python.wheel COMMAND "${python}" "${python_tests}/wheel_test.py" "${PROJECT_SOURCE_DIR}/src/python"
  "${samples}/intact_form/input.txt" "${JIXIAO_TEST_PREFIX}/${CMAKE_INSTALL_LIBDIR}/libjixiao.so.0")
set_tests_properties(python.package python.docs python.dask python.own_library python.types python.wheel PROPERTIES
  FIXTURES_REQUIRED prefix ENVIRONMENT "${python_environment}")
