#pragma once

#include "readers/xlsx/sheet.hpp"

namespace jixiao {

/// What a `c` element shows.
struct CellValue {
  std::string_view text;       ///< kept by the builder, or one of the shared strings
  bool unknown_string = false; ///< it refers to a shared string that is not there
  std::string formula;         ///< without a value; empty when the cell has one
};

/// True when a formula ("100.00(%)") is a text that begins with an equals sign, which some writers store as a formula:
/// a number with nothing or no operator behind it.
bool is_text_as_formula(std::string_view formula);

CellValue read_cell_value(pugi::xml_node cell, std::string_view type, std::size_t style, SheetContext const& context,
                          ReadingBuilder& builder);

} // namespace jixiao
