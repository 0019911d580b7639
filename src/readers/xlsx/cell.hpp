#pragma once

#include "readers/xlsx/sheet.hpp"

namespace jixiao {

/// The attributes of a `c` element that tell what its value means.
struct CellAttributes {
  std::string_view type;
  std::size_t style = 0;
  bool has_metadata = false; ///< of values (`vm`): a picture or a data type stands in the cell
};

/// What a `c` element shows.
struct CellValue {
  std::string_view text;       ///< kept by the builder, or one of the shared strings
  bool unknown_string = false; ///< it refers to a shared string that is not there
  std::vector<TextFinding> findings;
};

/// True when a formula ("100.00(%)") is a text that begins with an equals sign, which some writers store as a formula:
/// a number with nothing or no operator behind it.
bool is_text_as_formula(std::string_view formula);

/// The serial number of an ISO 8601 date with or without a time; empty when it is none.
std::string date_serial(std::string_view date, bool epoch_1904);

CellValue read_cell_value(pugi::xml_node cell, CellAttributes const& attributes, SheetContext const& context,
                          ReadingBuilder& builder);

} // namespace jixiao
