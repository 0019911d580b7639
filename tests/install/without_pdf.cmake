# Configures the project as those do who have no libqpdf: what is built does not link it.
# cmake -DSOURCE=… -DTREE=… -DGENERATOR=… -DCXX=… -P without_pdf.cmake
execute_process(COMMAND "${CMAKE_COMMAND}" -S "${SOURCE}" -B "${TREE}" -G "${GENERATOR}" "-DCMAKE_CXX_COMPILER=${CXX}"
    -DJIXIAO_WITH_PDF=OFF -DJIXIAO_BUILD_TESTS=ON
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE linked "${TREE}/build.ninja" "${TREE}/link.txt" "${TREE}/*.pc")
if(NOT linked)
  message(FATAL_ERROR "nothing was configured in ${TREE}")
endif()
foreach(file IN LISTS linked)
  file(STRINGS "${file}" named REGEX "(lib|-l)qpdf")
  if(named)
    message(FATAL_ERROR "${file} names libqpdf: ${named}")
  endif()
endforeach()
