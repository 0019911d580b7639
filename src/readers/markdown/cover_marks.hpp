#pragma once

#include "grid/reading_builder.hpp"

#include <span>
#include <vector>

namespace jixiao {

/// Marks of cells that merged ones cover: ^^ below one (MultiMarkdown), ^ below and < behind one (Obsidian). A < may be
/// a sign as well: it is a mark in a table with ^ or with two < side by side, but in no column of signs.
class CoverMarks {
public:
  void look_at(std::span<Piece const> row);

  /// Leaves nothing of the marks in a row.
  void clear(std::span<Piece> row) const;

private:
  bool both_ = false;
  std::vector<bool> signs_; ///< by column
};

} // namespace jixiao
