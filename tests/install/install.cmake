# What others get: headers that stand alone and name nobody else's, and a package that find_package() finds.
set(JIXIAO_TEST_PREFIX "${PROJECT_BINARY_DIR}/tests/prefix")

add_test(NAME install.headers_compile_alone
  COMMAND "${CMAKE_COMMAND}" --build "${PROJECT_BINARY_DIR}" --target all_verify_interface_header_sets)
add_test(NAME install.headers_name_no_third_party
  COMMAND "${CMAKE_COMMAND}" "-DHEADERS=${PROJECT_SOURCE_DIR}/include"
    -P "${CMAKE_CURRENT_SOURCE_DIR}/install/headers_name_no_third_party.cmake")

add_test(NAME install.prefix
  COMMAND "${CMAKE_COMMAND}" --install "${PROJECT_BINARY_DIR}" --prefix "${JIXIAO_TEST_PREFIX}")
set_tests_properties(install.prefix PROPERTIES FIXTURES_SETUP prefix)
foreach(consumer IN ITEMS consumer core_consumer)
  add_test(NAME install.${consumer}
    COMMAND "${CMAKE_CTEST_COMMAND}"
      --build-and-test "${CMAKE_CURRENT_SOURCE_DIR}/install/${consumer}" "${CMAKE_CURRENT_BINARY_DIR}/${consumer}"
      --build-generator "${CMAKE_GENERATOR}"
      --build-options "-DCMAKE_PREFIX_PATH=${JIXIAO_TEST_PREFIX}" "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}"
      --test-command ${consumer})
  set_tests_properties(install.${consumer} PROPERTIES FIXTURES_REQUIRED prefix)
endforeach()

# What a shell and man(1) look for.
set(installed "${JIXIAO_TEST_PREFIX}/${CMAKE_INSTALL_DATADIR}")
add_test(NAME install.completions_and_manual
  COMMAND "${CMAKE_COMMAND}" -E cat "${installed}/bash-completion/completions/jixiao" "${installed}/zsh/site-functions/_jixiao"
    "${installed}/fish/vendor_completions.d/jixiao.fish" "${JIXIAO_TEST_PREFIX}/${CMAKE_INSTALL_MANDIR}/man1/jixiao.1"
    "${JIXIAO_TEST_PREFIX}/${CMAKE_INSTALL_MANDIR}/man1/jixiao-convert.1")
set_tests_properties(install.completions_and_manual PROPERTIES FIXTURES_REQUIRED prefix)
