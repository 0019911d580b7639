#include "readers/xlsx/styles.hpp"

#include "readers/xml.hpp"

#include <charconv>
#include <map>

namespace jixiao {
namespace {

unsigned to_id(std::string_view text) {
  unsigned id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return id;
}

std::map<unsigned, std::string_view> custom_codes(pugi::xml_node root) {
  std::map<unsigned, std::string_view> codes;
  for (auto const node : child(root, "numFmts").children())
    if (local_name(node) == "numFmt")
      codes.emplace(to_id(attribute(node, "numFmtId")), attribute(node, "formatCode"));
  return codes;
}

} // namespace

CellStyles CellStyles::read(Package& package, std::string_view part, Limits const& limits, DiagnosticSink& sink) {
  CellStyles styles;
  auto bytes = part.empty() ? std::nullopt : package.read(part);
  pugi::xml_document document;
  if (!bytes || !parse_xml(*bytes, part, limits, sink, document))
    return styles;
  auto const root = document.document_element();
  auto const codes = custom_codes(root);
  std::map<unsigned, std::uint32_t> known{{0, 0}};
  for (auto const node : child(root, "cellXfs").children()) {
    if (local_name(node) != "xf")
      continue;
    auto const id = to_id(attribute(node, "numFmtId"));
    auto const custom = codes.find(id);
    auto const [at, is_new] = known.try_emplace(id, static_cast<std::uint32_t>(styles.formats_.size()));
    if (is_new)
      styles.formats_.push_back(
          parse_number_format(custom == codes.end() ? builtin_number_format(id) : custom->second));
    styles.of_style_.push_back(at->second);
  }
  return styles;
}

NumberFormat const& CellStyles::format(std::size_t style) const {
  return formats_[style < of_style_.size() ? of_style_[style] : 0];
}

} // namespace jixiao
