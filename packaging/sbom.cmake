# The bill of materials, SPDX 2.3 in JSON: jixiao, and every library that it is made of, as this build found them. Installed
# beside the documentation. The time is SOURCE_DATE_EPOCH where that is set.
#
# jixiao_material(<name> <version> <licence> <how>): `how` is LINKED (its shared library is loaded) or COMPILED_IN (its headers
# are in the program).
set(sbom_packages)
set(sbom_relations)
function(jixiao_material name version licence how)
  string(REGEX REPLACE "[^A-Za-z0-9.-]" "-" id "${name}")
  set(relation DYNAMIC_LINK)
  if(how STREQUAL "COMPILED_IN")
    set(relation STATIC_LINK)
  endif()
  list(APPEND sbom_packages "    {
      \"SPDXID\": \"SPDXRef-${id}\",
      \"name\": \"${name}\",
      \"versionInfo\": \"${version}\",
      \"downloadLocation\": \"NOASSERTION\",
      \"filesAnalyzed\": false,
      \"licenseConcluded\": \"NOASSERTION\",
      \"licenseDeclared\": \"${licence}\",
      \"copyrightText\": \"NOASSERTION\"
    }")
  list(APPEND sbom_relations "    {
      \"spdxElementId\": \"SPDXRef-jixiao\",
      \"relationshipType\": \"${relation}\",
      \"relatedSpdxElement\": \"SPDXRef-${id}\"
    }")
  set(sbom_packages "${sbom_packages}" PARENT_SCOPE)
  set(sbom_relations "${sbom_relations}" PARENT_SCOPE)
endfunction()

jixiao_material(boost "${Boost_VERSION}" BSL-1.0 COMPILED_IN)
jixiao_material(rapidjson "${RapidJSON_VERSION}" MIT COMPILED_IN)
jixiao_material(icu "${ICU_VERSION}" Unicode-DFS-2016 LINKED)
jixiao_material(gumbo "${gumbo_VERSION}" Apache-2.0 LINKED)
jixiao_material(pugixml "${pugixml_VERSION}" MIT LINKED)
jixiao_material(libzip "${libzip_VERSION}" BSD-3-Clause LINKED)
jixiao_material(libarchive "${libarchive_VERSION}" BSD-2-Clause LINKED)
jixiao_material(sqlite3 "${sqlite3_VERSION}" blessing LINKED)
# Its pkg-config file gives the number of its shared object instead.
find_file(xlsxwriter_header xlsxwriter.h HINTS ${xlsxwriter_INCLUDE_DIRS} REQUIRED)
file(STRINGS "${xlsxwriter_header}" xlsxwriter_version REGEX "define LXW_VERSION ")
string(REGEX MATCH "[0-9.]+" xlsxwriter_version "${xlsxwriter_version}")
jixiao_material(xlsxwriter "${xlsxwriter_version}" BSD-2-Clause LINKED)
if(JIXIAO_WITH_PDF)
  jixiao_material(libqpdf "${libqpdf_VERSION}" Apache-2.0 LINKED)
endif()
if(JIXIAO_BUILD_PROGRAM)
  find_package(CLI11 REQUIRED)
  jixiao_material(cli11 "${CLI11_VERSION}" BSD-3-Clause COMPILED_IN)
endif()

list(JOIN sbom_packages ",\n" sbom_packages)
list(JOIN sbom_relations ",\n" sbom_relations)
string(TIMESTAMP sbom_created "%Y-%m-%dT%H:%M:%SZ" UTC)
# The name of this one document, told by what is in it.
string(SHA256 sbom_sum "${PROJECT_VERSION} ${sbom_packages}")
configure_file(sbom.spdx.json.in "${CMAKE_CURRENT_BINARY_DIR}/jixiao.spdx.json" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/jixiao.spdx.json" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT doc)
