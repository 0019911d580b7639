#include "recognition/repair/gutter.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace jixiao::recognition {

std::optional<std::uint32_t> find_gutter(Reading const& reading, Block const& block, LabelFinder const& labels) {
  auto const rows = std::span(reading.rows).subspan(block.first_row, block.row_count);
  std::vector<bool> used;
  Label found;
  std::vector<std::size_t> marks; ///< by column: labels that a form has once
  for (auto const& row : rows)
    for (std::uint32_t c = 0; c < row.cell_count; ++c) {
      auto const& cell = reading.cells[row.first_cell + c];
      used.resize(std::max<std::size_t>(used.size(), c + cell.x_span), false);
      marks.resize(used.size(), 0);
      if (is_blank(cell.text))
        continue;
      std::fill_n(used.begin() + c, cell.x_span, true);
      auto const& label = labels.find(cell.text, found);
      auto const* pair = label.as(Role::pair);
      if ((pair && pair->target == "project_name") ||
          (label.as(Role::column) && label.as(Role::column)->target == "level3"))
        ++marks[c];
    }
  std::size_t left = 0, right = std::accumulate(marks.begin(), marks.end(), std::size_t{0});
  for (std::uint32_t c = 1; c + 1 < used.size(); ++c) {
    left += marks[c - 1];
    right -= marks[c - 1];
    if (!used[c] && left >= 2 && right >= 2)
      return c + 1;
  }
  return std::nullopt;
}

} // namespace jixiao::recognition
