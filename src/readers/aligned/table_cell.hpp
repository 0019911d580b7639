#pragma once

#include "readers/aligned/sheet.hpp"

namespace jixiao::aligned {

/// A cell of the table; `left` and `right` are borders, or everywhere.
struct TableCell {
  RunList runs;
  std::size_t row = 0, rows = 1;
  double left = 0, right = 0;
  bool side = false; ///< in the column of labels beside the rows
  bool sure = true;  ///< which merged labels its row is beside
  bool cut = false;  ///< lines of it may stand elsewhere
  bool open = false; ///< its text may be of the columns beside it, too
};

} // namespace jixiao::aligned
