#include "forms/page.hpp"

#include "text/clean.hpp"

namespace jixiao {

Page read_texts(Reading const& reading) {
  Page page{&reading, {}, {}};
  page.rows.reserve(reading.rows.size());
  page.cells.reserve(reading.cells.size() / 2);
  for (auto const& row : reading.rows) {
    auto const first = static_cast<std::uint32_t>(page.cells.size());
    for (auto cell = row.first_cell; cell < row.first_cell + row.cell_count; ++cell)
      if (!is_blank(reading.cells[cell].text))
        page.cells.push_back(cell);
    page.rows.push_back({first, static_cast<std::uint32_t>(page.cells.size()) - first});
  }
  return page;
}

} // namespace jixiao
