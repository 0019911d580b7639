#pragma once

#include "forms/lexicon.hpp"
#include "grid/reading.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao {

/// The document as recognition sees it: rows of cells that are not blank, each with the label it may be.
/// Computed once; every later step works on it.
struct PageCell {
  std::uint32_t cell = 0; ///< index into Reading::cells
  std::int32_t x = 0;
  LabelMatch label;
};

struct PageRow {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t width = 0; ///< number of cells, blank ones too
};

struct Page {
  Reading const* reading = nullptr;
  Lexicon const* lexicon = nullptr; ///< null where no labels were looked for
  std::vector<PageCell> cells;      ///< the non-blank cells, row by row
  std::vector<PageRow> rows;        ///< as Reading::rows

  std::span<PageCell const> row(std::size_t index) const {
    return std::span(cells).subspan(rows[index].first, rows[index].count);
  }
  std::string_view text(PageCell const& cell) const { return reading->cells[cell.cell].text; }
};

Page read_page(Reading const& reading, Lexicon const& lexicon);

/// The page without labels, for those who ask for its texts alone.
Page read_texts(Reading const& reading);

/// The use of a cell's label in one form and role; null when there is none.
LabelUse const* find_use(Page const& page, PageCell const& cell, std::uint16_t form, LabelRole role);

} // namespace jixiao
