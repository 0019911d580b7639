#pragma once

#include "grid/reading.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace jixiao {

/// The texts of a document, for those who ask for nothing else: rows of the cells that are not blank.
struct Page {
  struct Row {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  Reading const* reading = nullptr;
  std::vector<std::uint32_t> cells; ///< the non-blank ones, row by row; indices into Reading::cells
  std::vector<Row> rows;            ///< as Reading::rows

  std::span<std::uint32_t const> row(std::size_t index) const {
    return std::span(cells).subspan(rows[index].first, rows[index].count);
  }
  std::string_view text(std::uint32_t cell) const { return reading->cells[cell].text; }
};

Page read_texts(Reading const& reading);

} // namespace jixiao
