#pragma once

#include "tests/property/print.hpp"

#include <span>
#include <string_view>

namespace jixiao::property {

/// One way in which extraction damages a row.
struct Damage {
  std::string_view name;
  bool keeps_all;          ///< the row and its neighbours still say all that they said
  std::size_t most_silent; ///< else: wrong fields in a hundred damages that nothing in the document betrays

  /// Damages the row of one indicator, which is intact before. False when the row has nothing to damage that way.
  /// Where the truth itself is lost (a value fell off the page), the entry is changed too.
  bool (*apply)(Print& print, std::size_t row, Entry& truth, Random& random);
};

std::span<Damage const> damages();

} // namespace jixiao::property
