# One CTest a folder of samples/: `ctest -R fullwidth`. UPDATE_GOLDEN=1 rewrites what is expected.
jixiao_test_program(jixiao_golden_test golden/golden_test.cpp golden/line_diff.cpp)

# Inputs that cannot be read stand apart, so that converting samples/ leaves no file out.
set(unreadable "${CMAKE_CURRENT_SOURCE_DIR}/golden/unreadable")
file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true "${samples}/*" "${unreadable}/*")
set(read_folders)
foreach(folder IN LISTS folders)
  # What a PDF holds, only a build that reads PDF can tell.
  if(IS_DIRECTORY "${folder}" AND (JIXIAO_WITH_PDF OR NOT EXISTS "${folder}/input.pdf"))
    list(APPEND read_folders "${folder}")
    cmake_path(GET folder FILENAME name)
    add_test(NAME golden.${name} COMMAND jixiao_golden_test "${folder}")
  endif()
endforeach()

jixiao_test_program(jixiao_catalogue_test golden/catalogue_test.cpp)
add_test(NAME golden.every_code_is_shown
  COMMAND jixiao_catalogue_test "${CMAKE_CURRENT_SOURCE_DIR}/golden/codes_without_sample.txt" "${samples}" "${unreadable}")

# The same samples as a user would test them.
if(JIXIAO_WITH_PDF)
  set(read_folders "${samples}" "${unreadable}")
endif()
add_test(NAME golden.jixiao_test COMMAND "${PROJECT_BINARY_DIR}/bin/jixiao" test ${read_folders})
