#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// What a place of the sheet shows, and whether that is a text, whatever it looks like.
struct ShownValue {
  std::string text;
  bool is_text = false;
};

/// Nothing for a place of which it is not known.
using ShownAt = std::function<std::optional<ShownValue>(std::uint32_t row, std::uint32_t column)>;

/// Where a condition is asked, and the place that its references are written for.
struct ConditionPlace {
  std::uint32_t row = 0, column = 0;
  std::uint32_t first_row = 0, first_column = 0;
};

/// What the formula of a conditional format says of a cell: comparisons of places, numbers and texts, AND, OR, NOT,
/// ISBLANK, ISERROR, ISNUMBER, ISTEXT, SEARCH, FIND, LEN, TRIM, LEFT and RIGHT; `cell-content()` is the cell itself, as
/// OpenDocument writes it. Nothing for other formulas.
std::optional<bool> holds(std::string_view formula, ConditionPlace const& place, ShownAt const& shown_at);

} // namespace jixiao
