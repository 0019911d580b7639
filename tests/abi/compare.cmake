# Compares a library's interface with the stored dump: -DLIBRARY=FILE -DHEADERS=FOLDER -DSTORED=FILE -DNOW=FILE. A change that
# is meant (a name or a member more) is stored by UPDATE_ABI=1; what is gone or has moved asks for a new number of the library.
execute_process(COMMAND abidw --exported-interfaces-only --headers-dir "${HEADERS}" --drop-private-types --no-corpus-path
  --no-comp-dir-path --no-show-locs --no-elf-needed --no-architecture --out-file "${NOW}" "${LIBRARY}" RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "abidw (Debian's abigail-tools): ${status}")
endif()
if("$ENV{UPDATE_ABI}")
  file(COPY_FILE "${NOW}" "${STORED}")
endif()
execute_process(COMMAND abidiff "${STORED}" "${NOW}" RESULT_VARIABLE status OUTPUT_VARIABLE changes ERROR_VARIABLE changes)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${changes}\nThe C interface is not the stored one. If that is meant: UPDATE_ABI=1 ctest -R abi.c")
endif()
