#pragma once

#include "readers/aligned/sheet.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace jixiao::aligned {

/// Texts of a line in columns, from left to right.
struct InOrder {
  double price = impossible;        ///< when there are more texts than columns, or none has a place
  std::vector<std::size_t> columns; ///< of each text; none then
};

/// Puts each text into a column behind that of the text before it, at least cost: `price(text, column)`.
template <typename Price> InOrder put_in_order(std::size_t texts, std::size_t columns, Price price) {
  std::vector best(texts + 1, std::vector<double>(columns + 1, impossible));
  std::ranges::fill(best[0], 0);
  for (std::size_t i = 1; i <= texts; ++i)
    for (std::size_t c = i; c <= columns; ++c)
      best[i][c] = std::min(best[i][c - 1], best[i - 1][c - 1] + price(i - 1, c - 1));
  InOrder out{best[texts][columns], {}};
  if (!(out.price < impossible))
    return out;
  out.columns.resize(texts);
  for (std::size_t i = texts, c = columns; i > 0; --c)
    if (best[i][c] != best[i][c - 1])
      out.columns[--i] = c - 1;
  return out;
}

} // namespace jixiao::aligned
