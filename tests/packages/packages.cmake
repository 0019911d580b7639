# Debian's packages: what cpack makes of this tree, unpacked and tried. scripts/package --smoke installs them on a bare Debian.
find_program(dpkg_deb dpkg-deb)
if(dpkg_deb)
  add_test(NAME packages COMMAND "${python}" "${CMAKE_CURRENT_SOURCE_DIR}/packages/packages_test.py"
    --cpack "${CMAKE_CPACK_COMMAND}" --build "${PROJECT_BINARY_DIR}" --source "${PROJECT_SOURCE_DIR}" --version "${PROJECT_VERSION}")
  set_tests_properties(packages PROPERTIES ENVIRONMENT "PYTHONUTF8=1")
endif()
add_test(NAME packages.vcpkg COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/packages/vcpkg_test.py"
  "${PROJECT_SOURCE_DIR}" "${PROJECT_VERSION}" "${CMAKE_COMMAND}")
