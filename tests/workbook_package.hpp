#pragma once

#include "tests/stored_package.hpp"

/// Small workbooks for tests, from the parts that a test is about.
namespace jixiao::test {

constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relationship_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

struct WorkbookParts {
  std::vector<std::string> sheets; ///< what is inside each `worksheet` element
  std::string strings;             ///< what is inside `sst`; empty: no such part
  std::string styles;              ///< what is inside `styleSheet`; empty: no such part
  std::string properties;          ///< `workbookPr` and what else stands before the sheets
  std::vector<std::string> sheet_attributes;
};

inline std::string element(std::string_view name, std::string_view content) {
  return std::string("<")
             .append(name)
             .append(" xmlns=\"")
             .append(main_namespace)
             .append("\" xmlns:r=\"")
             .append(relationship_types) +
         "\">" + std::string(content) + "</" + std::string(name) + ">";
}

inline std::string relationship(std::string_view id, std::string_view kind, std::string_view target) {
  return std::string("<Relationship Id=\"")
             .append(id)
             .append("\" Type=\"")
             .append(relationship_types)
             .append("/")
             .append(kind)
             .append("\" Target=\"")
             .append(target) +
         "\"/>";
}

inline std::string relationships(std::string_view content) {
  return std::string("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
             .append(content) +
         "</Relationships>";
}

inline std::string workbook_package(WorkbookParts const& parts) {
  std::vector<PackagePart> package;
  std::string sheets, links;
  for (std::size_t i = 0; i < parts.sheets.size(); ++i) {
    auto const number = std::to_string(i + 1);
    auto const attributes = i < parts.sheet_attributes.size() ? parts.sheet_attributes[i] : std::string();
    sheets +=
        "<sheet name=\"表" + number + "\" sheetId=\"" + number + "\" r:id=\"s" + number + "\" " + attributes + "/>";
    links += relationship("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    package.push_back({"xl/worksheets/sheet" + number + ".xml", element("worksheet", parts.sheets[i])});
  }
  if (!parts.strings.empty()) {
    links += relationship("strings", "sharedStrings", "/xl/sharedStrings.xml");
    package.push_back({"xl/sharedStrings.xml", element("sst", parts.strings)});
  }
  if (!parts.styles.empty()) {
    links += relationship("styles", "styles", "styles.xml");
    package.push_back({"xl/styles.xml", element("styleSheet", parts.styles)});
  }
  package.push_back({"xl/workbook.xml", element("workbook", parts.properties + "<sheets>" + sheets + "</sheets>")});
  package.push_back({"xl/_rels/workbook.xml.rels", relationships(links)});
  package.push_back({"_rels/.rels", relationships(relationship("w", "officeDocument", "xl/workbook.xml"))});
  return stored_package(package);
}

} // namespace jixiao::test
