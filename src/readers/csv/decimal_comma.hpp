#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Numbers as places write them that part the decimals by a comma: `1.234,50`.
namespace jixiao {

struct DecimalCommas {
  std::size_t by_comma = 0; ///< fields such as 36,5 and 1.234,50
  std::size_t by_point = 0; ///< fields such as 36.5, 1,234.50 and 1,234
  std::string_view example; ///< the first of the former

  void look_at(std::string_view field);

  /// Values that are parted by semicolons have commas for a reason, if no number says otherwise.
  bool is_certain() const { return by_comma > 1 && by_point == 0; }
};

/// The number of a field with a point before its decimals and no marks between thousands; other texts as they are.
std::string with_decimal_point(std::string_view field);

} // namespace jixiao
