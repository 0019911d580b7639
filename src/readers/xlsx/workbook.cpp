#include "readers/xlsx/workbook.hpp"

#include "readers/relationships.hpp"
#include "readers/xml.hpp"

#include <algorithm>

namespace jixiao {
namespace {

bool is_set(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

std::string part_of_kind(std::vector<Relationship> const& relationships, std::string_view kind) {
  auto const found = std::ranges::find(relationships, kind, &Relationship::kind);
  return found == relationships.end() ? std::string() : found->part;
}

/// Where the relationship is lost, the name that all writers give the part.
std::string part_or(Package& package, std::string part, char const* usual) {
  return part.empty() && package.has(usual) ? std::string(usual) : part;
}

std::string find_workbook(Package& package, Limits const& limits, DiagnosticSink& sink) {
  auto const part = part_of_kind(read_relationships(package, {}, limits, sink), "officeDocument");
  return package.has(part) ? part : "xl/workbook.xml";
}

/// The part of the sheet with this relationship; where the relationship is lost, the name that writers give the sheet.
/// Charts and dialogs have none.
std::string sheet_part(std::vector<Relationship> const& relationships, std::string_view id, std::size_t ordinal) {
  auto const found = std::ranges::find(relationships, id, &Relationship::id);
  if (found == relationships.end())
    return "xl/worksheets/sheet" + std::to_string(ordinal) + ".xml";
  return found->kind == "worksheet" ? found->part : std::string();
}

} // namespace

std::optional<Workbook> read_workbook(Package& package, Limits const& limits, DiagnosticSink& sink) {
  auto const part = find_workbook(package, limits, sink);
  auto bytes = package.read(part);
  pugi::xml_document document;
  if (!bytes || !parse_xml(*bytes, part, limits, sink, document))
    return std::nullopt;
  auto const relationships = read_relationships(package, part, limits, sink);
  auto const root = document.document_element();
  Workbook workbook;
  workbook.strings_part = part_or(package, part_of_kind(relationships, "sharedStrings"), "xl/sharedStrings.xml");
  workbook.styles_part = part_or(package, part_of_kind(relationships, "styles"), "xl/styles.xml");
  workbook.epoch_1904 = is_set(attribute(child(root, "workbookPr"), "date1904"));
  workbook.computes_when_opened = is_set(attribute(child(root, "calcPr"), "fullCalcOnLoad"));
  for (auto const node : child(root, "sheets").children()) {
    if (local_name(node) != "sheet")
      continue;
    auto const state = attribute(node, "state");
    workbook.sheets.push_back({std::string(attribute(node, "name")),
                               sheet_part(relationships, attribute(node, "id"), workbook.sheets.size() + 1),
                               state == "hidden" || state == "veryHidden"});
  }
  return workbook;
}

} // namespace jixiao
