# Libraries that a text does not need come with modules, which are in the build where they are from the program once both are
# installed. What loads them is linked in the libraries' place; then nothing asks for these.
set(modules "${CMAKE_INSTALL_LIBDIR}/jixiao")
file(RELATIVE_PATH from_program "/${CMAKE_INSTALL_BINDIR}" "/${modules}")

function(jixiao_module name source)
  add_library(jixiao_module_${name} MODULE "${source}")
  target_link_libraries(jixiao_module_${name} PRIVATE jixiao_house ${ARGN})
  set_target_properties(jixiao_module_${name} PROPERTIES ${JIXIAO_HIDDEN} PREFIX "" OUTPUT_NAME ${name} UNITY_BUILD OFF
    LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin/${from_program}")
  target_link_options(jixiao_module_${name} PRIVATE -Wl,--no-undefined)
  install(TARGETS jixiao_module_${name} LIBRARY DESTINATION "${modules}" COMPONENT tools)
  target_sources(jixiao_cli PRIVATE on_demand/${name}.cpp)
  set_source_files_properties(on_demand/${name}.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  add_dependencies(jixiao_cli jixiao_module_${name})
endfunction()

foreach(library IN ITEMS libzip libarchive sqlite3 xlsxwriter)
  jixiao_module(${library} on_demand/module.cpp -Wl,--no-as-needed PkgConfig::${library})
endforeach()
if(JIXIAO_WITH_PDF)
  jixiao_module(pdf "${PROJECT_SOURCE_DIR}/src/readers/pdf/module.cpp" -Wl,--as-needed jixiao_core_static)
endif()

target_sources(jixiao_cli PRIVATE on_demand/library.cpp)
target_compile_definitions(jixiao_cli PRIVATE "JIXIAO_MODULES=\"${from_program}\"")
target_link_libraries(jixiao_cli PRIVATE PkgConfig::libzip PkgConfig::libarchive PkgConfig::sqlite3 PkgConfig::xlsxwriter
  ${CMAKE_DL_LIBS})
target_link_options(jixiao_cli PRIVATE -Wl,--as-needed)
set_target_properties(jixiao_cli PROPERTIES ${JIXIAO_HIDDEN})
