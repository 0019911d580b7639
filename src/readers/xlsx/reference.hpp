#pragma once

#include "readers/xlsx/sheet.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The A1 notation of places in a sheet.
namespace jixiao {

constexpr std::uint32_t sheet_rows = 1'048'576, sheet_columns = 16'384;

struct SheetPlace {
  std::uint32_t row = 0, column = 0; ///< from 0
};

/// "B3" or "$B$3"; nothing when the text is no place of a sheet.
std::optional<SheetPlace> read_place(std::string_view text);

/// "B3:D4", corners in any order, or a single place.
std::optional<SheetRange> read_range(std::string_view text);

/// "B"
std::string column_name(std::uint32_t column);

/// "B3:D4", or "B3" for a single place.
std::string range_name(SheetRange const& range);

} // namespace jixiao
