#include "forms/page.hpp"

#include "text/clean.hpp"

namespace jixiao {

Page read_page(Reading const& reading, Lexicon const& lexicon) {
  Page page{&reading, &lexicon, {}, {}};
  page.rows.reserve(reading.rows.size());
  page.cells.reserve(reading.cells.size() / 2);
  std::string buffer;
  for (auto const& row : reading.rows) {
    auto const first = static_cast<std::uint32_t>(page.cells.size());
    for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count; ++i) {
      auto const& cell = reading.cells[i];
      if (is_blank(cell.text))
        continue;
      page.cells.push_back({i, cell.x, match_label(lexicon, cell.text, buffer)});
    }
    page.rows.push_back({first, static_cast<std::uint32_t>(page.cells.size()) - first, row.cell_count});
  }
  return page;
}

LabelUse const* find_use(Page const& page, PageCell const& cell, std::uint16_t form, LabelRole role) {
  if (cell.label.lexeme < 0)
    return nullptr;
  for (auto const& use : (*page.lexicon)[cell.label.lexeme].uses)
    if (use.form == form && use.role == role)
      return &use;
  return nullptr;
}

} // namespace jixiao
