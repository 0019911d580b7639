#pragma once

#include "readers/odf/styles.hpp"
#include "readers/xlsx/conditional_formats.hpp"

#include <pugixml.hpp>

#include <map>
#include <string_view>

namespace jixiao::odf {

/// The conditions that the cells of a spreadsheet's tables have styles under: those of their own style (style:map), and
/// those of a table (calcext:conditional-formats).
class Conditions {
public:
  explicit Conditions(Styles const& styles) : styles_(styles) {}

  void begin_table(pugi::xml_node table);

  /// Takes a text that a condition strikes or takes out of sight out of its cell.
  void apply(pugi::xml_node node, SheetCell const& cell, std::vector<TextFinding>& findings, std::string& text);

private:
  ConditionalFormats& of_style(std::string_view cell_style);
  ConditionalLook look_of(std::string_view cell_style) const;

  Styles const& styles_;
  std::map<std::string_view, ConditionalFormats> of_styles_;
  ConditionalFormats of_table_;
};

} // namespace jixiao::odf
