# A port over this tree: vcpkg install jixiao --overlay-ports=packaging/vcpkg
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

string(COMPARE EQUAL "${VCPKG_LIBRARY_LINKAGE}" "dynamic" shared)
vcpkg_check_features(OUT_FEATURE_OPTIONS FEATURE_OPTIONS FEATURES
  pdf JIXIAO_WITH_PDF
  tools JIXIAO_BUILD_PROGRAM)
vcpkg_find_acquire_program(PKGCONFIG)
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}" OPTIONS
  ${FEATURE_OPTIONS}
  "-DPKG_CONFIG_EXECUTABLE=${PKGCONFIG}"
  -DBUILD_SHARED_LIBS=${shared}
  -DJIXIAO_BOTH_KINDS=OFF
  -DJIXIAO_ON_DEMAND=OFF
  -DJIXIAO_BUILD_TESTS=OFF)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/jixiao)
vcpkg_fixup_pkgconfig()
vcpkg_copy_pdbs()
if("tools" IN_LIST FEATURES)
  vcpkg_copy_tools(TOOL_NAMES jixiao AUTO_CLEAN)
endif()

# The C interface is a shared library, whatever the others are.
set(VCPKG_POLICY_DLLS_IN_STATIC_LIBRARY enabled)
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share" "${CURRENT_PACKAGES_DIR}/share/doc"
  "${CURRENT_PACKAGES_DIR}/share/man" "${CURRENT_PACKAGES_DIR}/lib/python3" "${CURRENT_PACKAGES_DIR}/debug/lib/python3")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
