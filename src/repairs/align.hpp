#pragma once

#include "model/fields.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao {

/// What a cell looks like, as far as columns can tell cells apart.
enum class CellLook : std::uint8_t { level1, level2, number, quantity, deadline, words, long_words, dash };

struct AlignCell {
  std::int32_t x = 0;
  CellLook look{};
  bool also_words = false; ///< a level label that could be a name as well (社会效益)
};

struct AlignColumn {
  std::int32_t x = 0;
  FieldId field{};
};

struct Alignment {
  std::vector<std::int32_t> column_of; ///< for each cell the index of its column, or -1: it fits none
  double cost = 0;
  double margin = 0;                 ///< cost of the best assignment with another place for some text, less this one's
  std::int32_t doubtful = -1;        ///< the text with that other place
  std::int32_t doubtful_column = -1; ///< the other place; -1: none
};

/// Assigns a row's cells to columns, both left to right, at least cost: what each cell looks like against what the
/// column holds, how far it stands from its header, and changes of that distance along the row (a row that slid as a
/// whole is cheap). Cubic in the number of cells and columns of one row; callers bound both.
Alignment align(std::span<AlignCell const> cells, std::span<AlignColumn const> columns);

} // namespace jixiao
