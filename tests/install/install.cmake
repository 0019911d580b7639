# What others get: headers that stand alone and name nobody else's, and a package that find_package() finds.
set(JIXIAO_TEST_PREFIX "${PROJECT_BINARY_DIR}/tests/prefix")

add_test(NAME install.headers_compile_alone
  COMMAND "${CMAKE_COMMAND}" --build "${PROJECT_BINARY_DIR}" --target all_verify_interface_header_sets)
add_test(NAME install.headers_name_no_third_party
  COMMAND "${CMAKE_COMMAND}" "-DHEADERS=${PROJECT_SOURCE_DIR}/include"
    -P "${CMAKE_CURRENT_SOURCE_DIR}/install/headers_name_no_third_party.cmake")

add_test(NAME install.prefix
  COMMAND "${CMAKE_COMMAND}" "-DBUILD=${PROJECT_BINARY_DIR}" "-DPREFIX=${JIXIAO_TEST_PREFIX}"
    -P "${CMAKE_CURRENT_SOURCE_DIR}/install/prefix.cmake")
set_tests_properties(install.prefix PROPERTIES FIXTURES_SETUP prefix)
# jixiao_consumer(<test> <folder> [OPTION…]): builds the project of a folder against what is installed, and runs it.
function(jixiao_consumer test folder)
  add_test(NAME install.${test}
    COMMAND "${CMAKE_CTEST_COMMAND}"
      --build-and-test "${CMAKE_CURRENT_SOURCE_DIR}/install/${folder}" "${CMAKE_CURRENT_BINARY_DIR}/${test}"
      --build-generator "${CMAKE_GENERATOR}"
      --build-options "-DCMAKE_PREFIX_PATH=${JIXIAO_TEST_PREFIX}" "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}" ${ARGN}
      --test-command ${folder})
  set_tests_properties(install.${test} PROPERTIES FIXTURES_REQUIRED prefix)
endfunction()
foreach(consumer IN ITEMS consumer core_consumer)
  jixiao_consumer(${consumer} ${consumer} -DBUILD_SHARED_LIBS=OFF)
  jixiao_consumer(${consumer}_shared ${consumer} -DBUILD_SHARED_LIBS=ON)
endforeach()
jixiao_consumer(c_consumer c_consumer)

add_test(NAME install.pkg_config COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/install/pkg_config/build" "${JIXIAO_TEST_PREFIX}"
  "${CMAKE_INSTALL_LIBDIR}" "${CMAKE_CXX_COMPILER}" "${CMAKE_CURRENT_SOURCE_DIR}/install" "${CMAKE_CURRENT_BINARY_DIR}/pkg_config")
set_tests_properties(install.pkg_config PROPERTIES FIXTURES_REQUIRED prefix)

foreach(how IN ITEMS add_subdirectory FetchContent)
  add_test(NAME install.${how} COMMAND "${CMAKE_COMMAND}" "-DHOW=${how}" "-DJIXIAO=${PROJECT_SOURCE_DIR}"
    "-DTREE=${CMAKE_CURRENT_BINARY_DIR}/${how}" "-DGENERATOR=${CMAKE_GENERATOR}" "-DCXX=${CMAKE_CXX_COMPILER}"
    -P "${CMAKE_CURRENT_SOURCE_DIR}/install/subproject/use.cmake")
endforeach()

add_test(NAME install.without_pdf COMMAND "${CMAKE_COMMAND}" "-DSOURCE=${PROJECT_SOURCE_DIR}"
    "-DTREE=${CMAKE_CURRENT_BINARY_DIR}/without_pdf" "-DGENERATOR=${CMAKE_GENERATOR}" "-DCXX=${CMAKE_CXX_COMPILER}"
    -P "${CMAKE_CURRENT_SOURCE_DIR}/install/without_pdf.cmake")

add_test(NAME install.components
  COMMAND "${CMAKE_COMMAND}" "-DBUILD=${PROJECT_BINARY_DIR}" "-DPREFIX=${CMAKE_CURRENT_BINARY_DIR}/components"
    "-DLIBDIR=${CMAKE_INSTALL_LIBDIR}" -P "${CMAKE_CURRENT_SOURCE_DIR}/install/components.cmake")

if(JIXIAO_ON_DEMAND AND JIXIAO_WITH_PDF)
  add_test(NAME install.program COMMAND "${CMAKE_COMMAND}" "-DPREFIX=${JIXIAO_TEST_PREFIX}" "-DSAMPLES=${samples}"
      "-DFOLDER=${CMAKE_CURRENT_BINARY_DIR}/program" -P "${CMAKE_CURRENT_SOURCE_DIR}/install/program.cmake")
  set_tests_properties(install.program PROPERTIES FIXTURES_REQUIRED prefix)
endif()

# What a shell and man(1) look for.
set(installed "${JIXIAO_TEST_PREFIX}/${CMAKE_INSTALL_DATADIR}")
add_test(NAME install.completions_and_manual
  COMMAND "${CMAKE_COMMAND}" -E cat "${installed}/bash-completion/completions/jixiao" "${installed}/zsh/site-functions/_jixiao"
    "${installed}/fish/vendor_completions.d/jixiao.fish" "${JIXIAO_TEST_PREFIX}/${CMAKE_INSTALL_MANDIR}/man1/jixiao.1"
    "${JIXIAO_TEST_PREFIX}/${CMAKE_INSTALL_MANDIR}/man1/jixiao-convert.1")
set_tests_properties(install.completions_and_manual PROPERTIES FIXTURES_REQUIRED prefix)
